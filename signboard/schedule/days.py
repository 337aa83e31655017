"""Which days are a campaign's: a period laid onto the calendar as spans of dates, both ends included.

A yearly period comes back every year; its last day lies in the next year where it stands before the first
(15/12-15/1 crosses New Year). 29/2 is 28/2 in common years.
"""

from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from signboard.campaign.period import DayOfYear, Period

__all__ = ["Span", "day_in", "days_around", "is_campaign_day", "shift", "spans"]

_LEAP_DAY = DayOfYear(2, 29)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Dates from the first to the last, both included."""

    first_day: date
    last_day: date

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


def day_in(day: date | DayOfYear, year: int) -> date:
    """A day of the year as a date of that year (1 to 9999); a date stays what it is."""
    if isinstance(day, date):
        return day
    if day == _LEAP_DAY and not isleap(year):
        return date(year, 2, 28)
    return date(year, day.month, day.day)


def shift(day: date, days: int) -> date:
    """`day` moved by so many days, clamped to the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def spans(period: Period, years: Iterable[int]) -> tuple[Span, ...]:
    """The period's occurrences that begin in these years, in order; a dated period has one, whatever the years."""
    if not period.is_yearly:
        years = (MINYEAR,)
    found = (_occurrence(period, year) for year in sorted(set(years)) if MINYEAR <= year <= MAXYEAR)
    return tuple(span for span in found if span.first_day <= span.last_day)


def _occurrence(period: Period, year: int) -> Span:
    first_day = day_in(period.first_day, year)
    last_day = day_in(period.last_day, first_day.year)
    if isinstance(period.last_day, DayOfYear) and _is_before(period.last_day, period.first_day):
        last_day = date.max if first_day.year == MAXYEAR else day_in(period.last_day, first_day.year + 1)
    return Span(first_day, last_day)


def _is_before(last: DayOfYear, first: date | DayOfYear) -> bool:
    return (last.month, last.day) < (first.month, first.day)


def is_campaign_day(period: Period, day: date) -> bool:
    """Does this date belong to the period?"""
    return any(day in span for span in spans(period, (day.year - 1, day.year)))


def days_around(day: date, reach: int) -> tuple[date, ...]:
    """The dates from `reach` days before to `reach` days after, without those beyond the calendar's ends."""
    return tuple(sorted({shift(day, days) for days in range(-reach, reach + 1)}))
