"""Days that a list names and no calendar has: slogans that never play in their campaign, the 29th of February."""

from collections.abc import Iterator
from datetime import date

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, Period
from signboard.campaign.slogan import Slogan
from signboard.schedule.days import shift
from signboard.schedule.strands import Strand, strands

__all__ = ["leap_days", "never_play"]

_LEAP_DAY = DayOfYear(2, 29)
_YEARS = range(2000, 2101)
"""Every year that people can write, and with it every weekday for every day."""


def never_play(campaign: Campaign) -> tuple[Slogan, ...]:
    """The slogans whose own days, weekdays or years share no day with those of their campaign, in the order written."""
    found: list[tuple[int, Slogan]] = []
    for strand in strands(campaign):
        due = {years: _is_due(strand, years) for years in {slogan.years for _place, slogan in strand.slogans}}
        found += [(place, slogan) for place, slogan in strand.slogans if not due[slogan.years]]
    return tuple(slogan for _place, slogan in sorted(found, key=lambda one: one[0]))


def _is_due(strand: Strand, years: tuple[int, ...]) -> bool:
    """Does it begin on any day of these years, else of all that people can write? Mostly the first year tells."""
    return any(strand.begins_on(day) for year in years or _years_of(strand) for day in _days_in(strand, year))


def _years_of(strand: Strand) -> range:
    ends = [day for period in strand.periods for day in (period.first_day, period.last_day)]
    dated = [day.year for day in ends if isinstance(day, date)]
    return range(min(dated), max(dated) + 1) if dated else _YEARS


def _days_in(strand: Strand, year: int) -> Iterator[date]:
    for span in strand.spans((year,)):
        first_day, last_day = max(span.first_day, date(year, 1, 1)), min(span.last_day, date(year, 12, 31))
        yield from (shift(first_day, number) for number in range((last_day - first_day).days + 1))


def leap_days(campaign: Campaign) -> bool:
    """Does it name the 29th of February as a day of every year? Then it means the 28th in common years."""
    periods: list[Period] = [campaign.period, *(one.period for one in campaign.slogans if one.period)]
    return any(_LEAP_DAY in (period.first_day, period.last_day) for period in periods)
