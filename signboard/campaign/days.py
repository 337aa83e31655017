"""Days and hours as people write them: 15/11, 15/11/2026, 2026-11-15; 06:00-22:00, 22:00-02:00."""

import calendar
import re
from datetime import date

from signboard.campaign.period import DayOfYear, HourWindow
from signboard.errors import N_, InputError

__all__ = ["parse_day", "parse_hours", "write_day", "write_hours"]

_HOUR_MIN = 60
_DAY_MIN = 24 * _HOUR_MIN
_MONTHS = range(1, 13)
_LEAP_YEAR = 2000  # for days of the year, 29/2 exists
_YEARS = range(2000, 2100)

_VIETNAMESE_DAY = re.compile(r"(?:ngày\s+)?(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}))?", re.IGNORECASE)
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_HOURS = re.compile(r"(\d{1,2})[:hH.](\d{2})\s*[-\u2013\u2014]\s*(\d{1,2})[:hH.](\d{2})")


def parse_day(text: str) -> date | DayOfYear:
    """A day as people write it, day before month: a date when it has a year, else a day that comes back every year.

    Args:
        text: `15/11`, `15/11/2026`, `15-11-2026`, `15.11.2026` or `2026-11-15`; the word `ngày` may stand before.

    Raises:
        InputError: `bad_day` when it is written otherwise, `no_such_day` when the calendar has no such day, each
            naming it.
    """
    written = text.strip()
    iso, vietnamese = _ISO_DAY.fullmatch(written), _VIETNAMESE_DAY.fullmatch(written)
    if iso:
        return _date_of(written, int(iso[1]), int(iso[2]), int(iso[3]))
    if not vietnamese:
        raise InputError(
            N_("'{day}' is no day that can be read; write it as 15/11 (every year) or 15/11/2026."),
            code="bad_day",
            day=written,
        )
    day, month = int(vietnamese[1]), int(vietnamese[3])
    if vietnamese[4]:
        return _date_of(written, int(vietnamese[4]), month, day)
    _must_exist(written, _LEAP_YEAR, month, day)
    return DayOfYear(month, day)


def _date_of(written: str, year: int, month: int, day: int) -> date:
    _must_exist(written, year, month, day)
    return date(year, month, day)


def _must_exist(written: str, year: int, month: int, day: int) -> None:
    if year not in _YEARS:
        raise InputError(
            N_("There is no day {day} that a board could show: the year {year} is far away; correct the year."),
            code="no_such_day",
            day=written,
            year=year,
        )
    if month not in _MONTHS:
        raise InputError(
            N_("There is no day {day}: there is no month {month}; write the day before the month."),
            code="no_such_day",
            day=written,
            month=month,
        )
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise InputError(
            N_("There is no day {day}: month {month} has {days} days; correct the day."),
            code="no_such_day",
            day=written,
            month=month,
            days=days,
        )


def parse_hours(text: str) -> HourWindow:
    """Hours of a day, half-open. `24:00` is the end of the day; an end before the start is on the next day.

    Args:
        text: `06:00-22:00`, `00:00-24:00`, `22:00-02:00`; `06h00` and `6:00` are taken too.

    Raises:
        InputError: `bad_hours`, saying what cannot be read or why nothing is left between.
    """
    written = text.strip()
    found = _HOURS.fullmatch(written)
    if not found:
        raise InputError(
            N_("'{hours}' are no hours that can be read; write them as 06:00-22:00."), code="bad_hours", hours=written
        )
    start_min, end_min = _minutes(written, found[1], found[2]), _minutes(written, found[3], found[4])
    if start_min in (end_min, _DAY_MIN):
        raise InputError(
            N_("The hours '{hours}' hold no time; write the whole day as 00:00-24:00."), code="bad_hours", hours=written
        )
    return HourWindow(start_min, end_min if end_min > start_min else end_min + _DAY_MIN)


def _minutes(written: str, hour: str, minute: str) -> int:
    minutes = int(hour) * _HOUR_MIN + int(minute)
    if int(minute) >= _HOUR_MIN or minutes > _DAY_MIN:
        raise InputError(
            N_("There is no time {hour}:{minute} in '{hours}'; a day runs from 00:00 to 24:00."),
            code="bad_hours",
            hours=written,
            hour=hour,
            minute=minute,
        )
    return minutes


def write_day(day: date | DayOfYear) -> str:
    """The inverse of `parse_day`: 15/11 or 15/11/2026."""
    if isinstance(day, DayOfYear):
        return f"{day.day:02}/{day.month:02}"
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def write_hours(window: HourWindow) -> str:
    """The inverse of `parse_hours`: 06:00-22:00."""
    end_min = window.end_min if window.end_min <= _DAY_MIN else window.end_min - _DAY_MIN
    return f"{window.start_min // 60:02}:{window.start_min % 60:02}-{end_min // 60:02}:{end_min % 60:02}"
