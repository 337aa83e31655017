"""The days and hours of a table's rows: what each says, and what only all of them together show.

A day that a spreadsheet took for another (12/11 typed in November, stored as 11 December) looks like any other day;
the rows around it give it away. Nothing is put right here: both readings are told, and the row waits for a person.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from signboard.campaign.days import write_day
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.errors import N_
from signboard.manuscript.bare import bare_words
from signboard.manuscript.model import Cell
from signboard.manuscript.result import Finding, Verdict
from signboard.manuscript.written_days import ordered, read_period, serial_day, with_year
from signboard.manuscript.written_hours import FoundHours, clock_time, read_hours, window_between

__all__ = ["NOTHING_STATED", "Stated", "settle", "stated_by", "with_months"]

Day = date | DayOfYear

_MONTHS = 12
_ENOUGH = 2
_MOST_DAYS = 366
_USUAL = re.compile(
    r"|x|khong|(?:(?:trong|theo|nhu|suot|chay|ca|toan bo|den het)\s)*"
    r"(?:ca|dot|chien dich|ke hoach|thang|tuan|thoi gian|toan bo|hang ngay|hang tuan|thuong xuyen|lien tuc|nam|ngay)"
    r"(?: (?:chien dich|cao diem|hanh dong|chay|lien tuc|nay|dot))*"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What the cells of one row say.

    Attributes:
        first_day, last_day: None where they say nothing, or nothing that exists.
        stored: which of them the file holds as days, not as text: `first`, `last`.
        windows: hours.
        findings: what is wrong with them.
        texts: days as they are written, where they are text.
    """

    first_day: Day | None = None
    last_day: Day | None = None
    stored: frozenset[str] = frozenset()
    windows: tuple[HourWindow, ...] = ()
    findings: tuple[Finding, ...] = ()
    texts: tuple[str, ...] = ()


NOTHING_STATED = Stated()


def stated_by(cells: Iterable[tuple[str, Cell]]) -> Stated:
    """The days and hours of a row.

    Args:
        cells: (kind of the column, cell): `first`, `last`, `days`, `length`, `hours`, `hour_first`,
            `hour_last`; others pass.
    """
    stated, times, length = NOTHING_STATED, dict[str, time](), 0
    for kind, cell in cells:
        if kind in ("first", "last", "days"):
            stated = _with_days(stated, kind, cell)
        elif kind == "hours":
            stated = _with_hours(stated, cell)
        elif kind in ("hour_first", "hour_last"):
            moment = _moment(cell)
            times |= {kind: moment} if moment else {}
        elif kind == "length":
            length = _length(cell)
    if len(times) == _ENOUGH:
        window = window_between(times["hour_first"], times["hour_last"])
        stated = replace(stated, windows=(*stated.windows, *((window,) if window else ())))
    return _lasting(stated, length)


def with_months(stated: Stated, months: Sequence[tuple[str, bool]]) -> Stated:
    """With the days of the months that are marked, unless the row states its own.

    Args:
        stated: what the row's other columns say.
        months: (name of the column, is it marked), left to right; those marked must stand side by side.
    """
    places = [index for index, (_, marked) in enumerate(months) if marked]
    if not places or stated.first_day or stated.last_day:
        return stated
    names = [months[index][0] for index in places]
    found = [read_period(re.sub(r"^th(?=\s*\d)", "tháng ", name, flags=re.IGNORECASE)) for name in names]
    first, last = found[0], found[-1]
    if first is None or last is None or places[-1] - places[0] >= len(places):
        return replace(stated, findings=(*stated.findings, _unread(", ".join(names))))
    return replace(stated, first_day=first.first_day, last_day=last.last_day)


def _length(cell: Cell) -> int:
    """`5`, `5 ngày`: days; 0 where it says nothing like that."""
    found = re.fullmatch(r"\s*0*(\d{1,3})(?:[.,]0+)?\s*(?:ngày)?\s*", cell.text, re.IGNORECASE)
    number = int(found[1]) if found else cell.value if isinstance(cell.value, float | int) else 0
    return int(number) if 0 < number <= _MOST_DAYS else 0


def _lasting(stated: Stated, length: int) -> Stated:
    """With the last day that the length gives to a lone first one."""
    first = stated.first_day
    if not length or not isinstance(first, date) or stated.last_day not in (None, first):
        return stated
    return replace(stated, last_day=first + timedelta(days=length - 1), stored=stated.stored - {"last"})


def _with_days(stated: Stated, kind: str, cell: Cell) -> Stated:
    day = _stored_day(cell)
    if day:
        ends = {"first": ("first",), "last": ("last",)}.get(kind, ("first", "last"))
        return _put(stated, day, ends, stored=True)
    text = " ".join(cell.text.split())
    if not text:
        return stated
    found = read_period(cell.text)
    hours = read_hours(cell.text) if kind == "days" else None
    if found is None:
        unread = () if hours or _USUAL.fullmatch(bare_words(text)) else (_unread(text),)
        return _add_hours(replace(stated, findings=(*stated.findings, *unread)), hours)
    stated = replace(stated, findings=(*stated.findings, *found.findings), texts=(*stated.texts, text))
    if kind == "days" or (found.first_day != found.last_day and found.period):
        stated = replace(stated, first_day=found.first_day, last_day=found.last_day)
        return _add_hours(stated, hours if kind == "days" else None)
    end = (found.first_day or found.last_day) if kind == "first" else (found.last_day or found.first_day)
    return _put(stated, end, (kind,), stored=False)


def _put(stated: Stated, day: Day | None, ends: tuple[str, ...], *, stored: bool) -> Stated:
    return replace(
        stated,
        first_day=day if "first" in ends else stated.first_day,
        last_day=day if "last" in ends else stated.last_day,
        stored=stated.stored | set(ends) if stored else stated.stored,
    )


def _stored_day(cell: Cell) -> date | None:
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date):
        return cell.value
    return serial_day(cell.value) if isinstance(cell.value, float) else None


def _with_hours(stated: Stated, cell: Cell) -> Stated:
    text = " ".join(cell.text.split()) or ("" if cell.value is None else str(cell.value))
    found = read_hours(cell.text)
    if text and not found and not _USUAL.fullmatch(bare_words(text)):
        unread = Finding(
            "hours_unread",
            Verdict.LOOK,
            N_("No hours can be read from '{written}'; write them as 06:00-22:00."),
            {"written": text},
        )
        return replace(stated, findings=(*stated.findings, unread))
    return _add_hours(stated, found)


def _add_hours(stated: Stated, found: FoundHours | None) -> Stated:
    if found is None:
        return stated
    return replace(stated, windows=(*stated.windows, *found.windows), findings=(*stated.findings, *found.findings))


def _moment(cell: Cell) -> time | None:
    if isinstance(cell.value, datetime):
        return cell.value.time()
    if isinstance(cell.value, time):
        return cell.value
    if isinstance(cell.value, float) and 0 <= cell.value < 1:
        minutes = round(cell.value * 24 * 60) % (24 * 60)
        return time(minutes // 60, minutes % 60)
    return clock_time(cell.text) if cell.value is None else None


def settle(
    rows: Sequence[Stated], usual: Period | None, today: date | None
) -> tuple[tuple[Period | None, tuple[Finding, ...]], ...]:
    """The period of each row, and what a person should know about it.

    Args:
        rows: what each says.
        usual: what the table's title, or its file's name, says for all.
        today: which days without a year are near to, where no day of the table has one; None: they stay open.
    """
    whole = _Whole(
        _mixes_orders(rows), _keeps_only_small_days(rows), _hull(rows, usual), _first_date(usual) is not None
    )
    turned = [_with_turned(row, whole) for row in rows]
    near = next((day for row in rows for day in _dates(row)), None) or _first_date(usual) or today
    return tuple(_settled(row, swap, usual, near) for row, swap in zip(rows, turned, strict=True))


def _settled(
    row: Stated, swap: tuple[Finding, ...], usual: Period | None, near: date | None
) -> tuple[Period | None, tuple[Finding, ...]]:
    first, last = row.first_day, row.last_day
    if first is None and last is None:
        return None, row.findings
    findings = row.findings
    if (first is None or last is None) and usual:
        first, last = first or usual.first_day, last or usual.last_day
    if first is None or last is None:
        return None, (*findings, *(() if findings else (_one_ended(first or last),)), *swap)
    period, wrong = ordered(first, last)
    if swap:
        wrong = ()
    known = {finding.code for finding in findings}
    wrong = tuple(finding for finding in wrong if finding.code not in known)
    return with_year(period, near) if period and near else period, (*findings, *wrong, *swap)


def _dates(row: Stated) -> list[date]:
    return [day for day in (row.first_day, row.last_day) if isinstance(day, date)]


def _first_date(period: Period | None) -> date | None:
    return period.first_day if period and isinstance(period.first_day, date) else None


class _Whole(NamedTuple):
    """What only all rows together show; see the functions that work it out."""

    mixes_orders: bool
    keeps_only_small_days: bool
    hull: tuple[date, date] | None
    is_told: bool


def _with_turned(row: Stated, whole: _Whole) -> tuple[Finding, ...]:
    """Days of a row that were probably stored with day and month the wrong way round."""
    suspects = [
        (day, other)
        for end, day in (("first", row.first_day), ("last", row.last_day))
        if isinstance(day, date) and (end in row.stored or whole.mixes_orders)
        for other in [_swapped(day)]
        if other and _is_suspect(row, end, day, other, whole)
    ]
    return tuple(_swap(day, other) for day, other in dict.fromkeys(suspects))


def _swapped(day: date) -> date | None:
    return date(day.year, day.day, day.month) if day.day <= _MONTHS and day.day != day.month else None


def _is_suspect(row: Stated, end: str, day: date, other: date, whole: _Whole) -> bool:
    if whole.mixes_orders:
        return True
    hull = whole.hull
    if hull and (whole.is_told or not whole.keeps_only_small_days):
        if not hull[0] <= day <= hull[1] and hull[0] <= other <= hull[1]:
            return True
    elif end in row.stored and whole.keeps_only_small_days:
        return True
    first, last = row.first_day, row.last_day
    if not isinstance(first, date) or not isinstance(last, date) or first <= last:
        return False
    return other <= last if end == "first" else first <= other


def _mixes_orders(rows: Sequence[Stated]) -> bool:
    """Some day of the table was written month first, so all of them may be."""
    return any(
        finding.code == "day_month_swap" and "read" in finding.fields for row in rows for finding in row.findings
    )


def _keeps_only_small_days(rows: Sequence[Stated]) -> bool:
    """Days that can be turned are stored as days, those that cannot stayed text: a program took the wrong order."""
    stored = [day for row in rows for end, day in _ends(row) if end in row.stored]
    texts = [day for row in rows for end, day in _ends(row) if end not in row.stored]
    return (
        bool(stored and texts) and all(day.day <= _MONTHS for day in stored) and all(day.day > _MONTHS for day in texts)
    )


def _ends(row: Stated) -> list[tuple[str, Day]]:
    return [(end, day) for end, day in (("first", row.first_day), ("last", row.last_day)) if day is not None]


def _hull(rows: Sequence[Stated], usual: Period | None) -> tuple[date, date] | None:
    """From the first to the last day that is beyond doubt: of the title, else of all days after the 12th."""
    if usual and isinstance(usual.first_day, date) and isinstance(usual.last_day, date):
        return usual.first_day, usual.last_day
    certain = [day for row in rows for day in _dates(row) if day.day > _MONTHS]
    return (min(certain), max(certain)) if len(certain) >= _ENOUGH else None


def _swap(day: date, other: date) -> Finding:
    return Finding(
        "day_month_swap",
        Verdict.STOP,
        N_("{day} may be {other} with day and month the wrong way round; write the right one as text in the file."),
        {"day": write_day(day), "other": write_day(other)},
        None,
        write_day(other),
    )


def _one_ended(day: Day | None) -> Finding:
    return Finding(
        "one_day_missing",
        Verdict.LOOK,
        N_("Of first and last day only {day} is written; write both, or it plays as long as the campaign."),
        {"day": write_day(day) if day else ""},
    )


def _unread(text: str) -> Finding:
    return Finding(
        "days_unread",
        Verdict.LOOK,
        N_("No first and last day can be read from '{written}'; write them as 15/11/2026 - 15/12/2026."),
        {"written": text},
    )
