"""Hours as clerks write them: `06h00–22h00`, `6h-8h, 16h30-20h`, `từ 6 giờ đến 22 giờ`, `6h sáng tới 10h tối`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from signboard.campaign.days import parse_hours
from signboard.campaign.period import HourWindow
from signboard.errors import N_, InputError
from signboard.manuscript.bare import bare
from signboard.manuscript.result import Finding, Verdict
from signboard.text.letters import compose

__all__ = ["FoundHours", "clock_time", "find_hours", "read_hours", "window_between"]

_LONGEST = 1_000
_NOON = 12
_DAY_MIN = 24 * 60

_PART = r"(?:\s*(?:gio\s*)?(sang|trua|chieu|toi|dem|am|pm)\b)?"
_MINUTES = r"\s*(\d{2})?\s*(?:phut|p|')?(?![\w])"
_TIME = r"(\d{1,2})\s*(?:gio|h|g|:)" + _MINUTES + _PART
_TO = r"\s*(?:-+|~|->|=>|\u2192|,?\s*\b(?:den|toi|to|until)\b)\s*(?:het\s+)?(?:luc\s+)?"
_SPAN = re.compile(r"(?<![\d/.:,-])" + _TIME + _TO + _TIME)
_SHORT = re.compile(r"(?<![\d/.:,-])(\d{1,2})()()" + _TO + _TIME)  # 6-22h
_DOTTED = re.compile(r"(?<![\d/.:,-])(\d{1,2})\.(\d{2})()" + _TO + r"(\d{1,2})\.(\d{2})()(?![\d.])")
_ALL_DAY = re.compile(r"\bca ngay(?: va| lan)? ?dem\b|\bca ngay\b|\bsuot ngay\b|\b24h?\s*/\s*(?:24|7)h?\b|\ball day\b")
_OFFICE = re.compile(r"\bgio hanh chinh\b|\boffice hours\b|\bngoai gio\b|\bgio cao diem\b|\bgio lam viec\b")
_AFTERNOON = re.compile(r"\b(chieu)\s*:?\s*(?:tu\s*)?$")
_CLOCK = re.compile(r"\s*(?:tu|den|toi|luc)?\s*" + _TIME + r"\s*")


@dataclass(frozen=True, slots=True)
class FoundHours:
    """Hours that a text states.

    Attributes:
        windows: in order of the text.
        place: first index and index after the last, in the composed text.
        findings: what is wrong with them, or cannot be put into figures.
    """

    windows: tuple[HourWindow, ...]
    place: tuple[int, int]
    findings: tuple[Finding, ...] = ()


def find_hours(text: str) -> FoundHours | None:
    """The hours in a sentence, a heading or a cell; None where it states none. Nothing raises."""
    plain = bare(text[:_LONGEST])
    return _found(text, plain, [*_SPAN.finditer(plain), *_SHORT.finditer(plain)])


def read_hours(text: str) -> FoundHours | None:
    """The hours in a cell that is there for hours: `6.00 - 22.00` too, which elsewhere are days."""
    plain = bare(text[:_LONGEST])
    return _found(text, plain, [*_SPAN.finditer(plain), *_SHORT.finditer(plain), *_DOTTED.finditer(plain)])


def clock_time(text: str) -> time | None:
    """One time of the day, of a cell that holds a beginning or an end: `6h`, `22:00`, `10h tối`; None for others."""
    found = _CLOCK.fullmatch(bare(text[:_LONGEST]))
    minutes = _minutes(found[1], found[2], found[3]) if found else _DAY_MIN
    return time(minutes // 60, minutes % 60) if minutes < _DAY_MIN else None


def window_between(start: time, end: time) -> HourWindow | None:
    """From one time of the day to another, over midnight where it lies before; None where they are the same."""
    start_min, end_min = start.hour * 60 + start.minute, end.hour * 60 + end.minute
    if start_min == end_min:
        return None
    return HourWindow(start_min, end_min + (_DAY_MIN if end_min < start_min else 0))


def _found(text: str, plain: str, spans: list[re.Match[str]]) -> FoundHours | None:
    windows: list[HourWindow] = []
    findings: list[Finding] = []
    places: list[tuple[int, int]] = []
    for span in _apart(spans):
        places.append(span.span())
        try:
            windows.append(_window(span))
        except InputError as error:
            findings.append(Finding(error.code, Verdict.STOP, error.template, error.fields))
    if not places:
        return _in_words(plain, compose(text[:_LONGEST]))
    return FoundHours(tuple(windows), (places[0][0], places[-1][1]), tuple(findings))


def _apart(spans: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    end = 0
    for span in sorted(spans, key=lambda span: (span.start(), -span.end())):
        if span.start() >= end:
            yield span
            end = span.end()


def _window(span: re.Match[str]) -> HourWindow:
    before = _AFTERNOON.search(span.string, 0, span.start())
    start_min = _minutes(span[1], span[2], span[3] or (before and before[1]))
    end_min = _minutes(span[4], span[5], span[6] or (before and before[1]))
    return parse_hours(f"{start_min // 60:02}:{start_min % 60:02}-{end_min // 60:02}:{end_min % 60:02}")


def _minutes(hour: str, minute: str | None, part: str | None) -> int:
    """Minutes from midnight; minutes of 60 and more are left to be refused."""
    hours = int(hour)
    if part in ("chieu", "toi", "pm") and hours < _NOON:
        hours += _NOON
    return hours * 60 + min(int(minute or 0), 99)


def _in_words(plain: str, text: str) -> FoundHours | None:
    office = _OFFICE.search(plain)
    if office:
        said = Finding(
            "hours_in_words",
            Verdict.LOOK,
            N_("'{written}' gives no hours in figures; write them as 07:30-11:30, 13:30-17:00."),
            {"written": text[slice(*office.span())]},
        )
        return FoundHours((), office.span(), (said,))
    whole = _ALL_DAY.search(plain)
    return FoundHours((HourWindow(0, _DAY_MIN),), whole.span()) if whole else None
