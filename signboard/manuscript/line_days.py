"""Days and hours that stand on a slogan's own line: `6h00 - 8h00: …`, `Từ 20/12 đến 25/12: …`, `… (01/12 - 05/12)`.

In front of a colon or in brackets at the end they are a note of the sender and are taken off, which is named. Behind a
comma, a dash or nothing they may be words of the sentence: they stay, and the line without them is proposed. Spans of
more than a year are history (`3/2/1930 - 3/2/2026`), a lone day in brackets belongs to its feast (`(20/11)`).
"""

import re
from dataclasses import dataclass
from datetime import date

from signboard.campaign.period import HourWindow, Period
from signboard.errors import N_
from signboard.manuscript.bare import bare, bare_words
from signboard.manuscript.result import Finding, Verdict
from signboard.manuscript.written_days import Found, find_period, read_period
from signboard.manuscript.written_hours import clock_time, find_hours
from signboard.text.letters import compose

__all__ = ["LineDays", "days_on_line"]

_TAKEN = ("days_taken",)
_MOST_LABEL = 70
_MOST_TAIL = _MOST_LABEL + 10
"""With the comma or dash before it and the stop behind it."""
_MOST_DAYS = 366
_FEWEST_WORDS = 2
_NOTE = re.compile(
    r"\s*[(\[]\s*(?:chạy|phát|treo|hiển thị|thời gian|đăng|áp dụng|trình chiếu|sử dụng)\b[^()\[\]]*[)\]]\s*[.;]?$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*[.;]?$")
_TAIL = re.compile(
    r"\s*(?:[,;]|\s[-\u2013\u2014])?\s+((?:từ|chạy|phát|treo|bắt đầu|ngày|\d)[^()\[\]]*?)[.;]?$", re.IGNORECASE
)
_COLON = re.compile(r"\s*:(?!\d)\s*")
_DASH = re.compile(r"\s+[-\u2013\u2014]\s+")
_FILLERS = frozenset(
    [
        *(
            "chay",
            "phat",
            "treo",
            "hien",
            "thi",
            "thoi",
            "gian",
            "dang",
            "ap",
            "dung",
            "tu",
            "den",
            "het",
            "toi",
            "ngay",
        ),
        *("thang", "nam", "gio", "khung", "luc", "moi", "hang", "trong", "va", "buoi", "sang", "trua", "chieu", "dem"),
        *("thu", "hai", "ba", "bay", "chu", "nhat", "dot", "bat", "dau", "ket", "thuc"),
    ]
)
"""Words without accents that may stand beside days and hours; `tu` is `từ` and Wednesday, `nam` year and Thursday."""


@dataclass(frozen=True, slots=True)
class LineDays:
    """What a line says of its own days and hours.

    Attributes:
        text: without them where they are no part of it.
        changes: `days_taken` where the text lost them.
        period, windows: proposals.
        findings: `days_in_text` where they may be words of the sentence.
    """

    text: str
    changes: tuple[str, ...] = ()
    period: Period | None = None
    windows: tuple[HourWindow, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Times:
    period: Period | None
    windows: tuple[HourWindow, ...]
    is_span: bool


def days_on_line(text: str) -> LineDays:
    """The line without the days and hours that are a note on it.

    Args:
        text: tidied, without its list mark.
    """
    text = compose(text)
    return _in_front(text) or _in_brackets(text) or _at_the_end(text) or LineDays(text)


def _in_front(text: str) -> LineDays | None:
    for cut in (*_COLON.finditer(text, 0, _MOST_LABEL), *_DASH.finditer(text, 0, _MOST_LABEL)):
        label, rest = text[: cut.start()], text[cut.end() :]
        is_dash = ":" not in cut[0]
        times = _times(label, lone=not is_dash) if _is_sentence(rest) else None
        if times is None:
            continue
        if times.is_span and not is_dash:
            return LineDays(rest, _TAKEN, times.period, times.windows)
        if times.is_span or not is_dash:
            return LineDays(text, (), times.period, times.windows, (_may_be_words(label, rest),))
    return None


def _in_brackets(text: str) -> LineDays | None:
    note = _NOTE.search(text)
    found = find_period(note[0]) if note else None
    if note and found and found.period:
        hours = find_hours(note[0])
        return LineDays(text[: note.start()], _TAKEN, found.period, hours.windows if hours else ())
    bracket = _BRACKET.search(text)
    times = _times(bracket[1], lone=False) if bracket else None
    if bracket is None or times is None:
        return None
    rest = text[: bracket.start()]
    if _is_sentence(rest):
        return LineDays(rest, _TAKEN, times.period, times.windows)
    return LineDays(text, (), times.period, times.windows, (_may_be_words(bracket[1], rest),))


def _at_the_end(text: str) -> LineDays | None:
    tail = _TAIL.search(text, max(0, len(text) - _MOST_TAIL))
    while tail:
        times, before = _times(tail[1], lone=False), text[: tail.start()]
        if times and _is_sentence(before):
            return LineDays(text, (), times.period, times.windows, (_may_be_words(tail[1], before.rstrip()),))
        tail = _TAIL.search(text, tail.start(1))
    return None


def _is_sentence(words: str) -> bool:
    return sum(any(map(str.isalpha, word)) for word in words.split()) >= _FEWEST_WORDS


def _times(label: str, *, lone: bool) -> _Times | None:
    """What these words say where they say nothing but days and hours.

    Args:
        label: those words.
        lone: do a single day and a single hour count?
    """
    if len(label) > _MOST_LABEL or not any(map(str.isdigit, label)):
        return None
    found, hours = find_period(label), find_hours(label)
    if found is None and hours is None and lone:
        found = read_period(label)
        if found is None and clock_time(label):
            return _Times(None, (), is_span=False)
    places = [one.place for one in (found, hours) if one]
    if not places or not _is_nothing_else(label, places):
        return None
    is_span = bool(hours and hours.windows) or bool(found and found.first_day != found.last_day)
    if (found and not _is_short(found)) or not (is_span or lone):
        return None
    return _Times(found.period if found else None, hours.windows if hours else (), is_span=is_span)


def _is_nothing_else(label: str, places: list[tuple[int, int]]) -> bool:
    plain = bare(label)
    for start, end in places:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    return all(word in _FILLERS for word in bare_words(plain).split())


def _is_short(found: Found) -> bool:
    period = found.period
    if period is None:
        return False
    first, last = period.first_day, period.last_day
    return not (isinstance(first, date) and isinstance(last, date)) or (last - first).days <= _MOST_DAYS


def _may_be_words(written: str, rest: str) -> Finding:
    return Finding(
        "days_in_text",
        Verdict.LOOK,
        N_("'{written}' may say when it runs; if it is no part of the slogan, it has to read '{proposal}'."),
        {"written": written, "proposal": rest},
        None,
        rest,
    )
