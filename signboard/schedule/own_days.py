"""Days that a list names and no calendar has: slogans that never play in their campaign, the 29th of February."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count, takewhile

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
    found = [
        (place, slogan)
        for strand in strands(campaign)
        for place, slogan in strand.slogans
        if not any(slogan.plays_in(day.year) for day in _days(strand, slogan.years))
    ]
    return tuple(slogan for _place, slogan in sorted(found, key=lambda one: one[0]))


def _days(strand: Strand, years: Iterable[int]) -> Iterator[date]:
    """Its days in these years, else in all that people can write."""
    for span in strand.spans(years or _YEARS):
        days = (shift(span.first_day, number) for number in count())
        yield from (day for day in takewhile(span.__contains__, days) if strand.begins_on(day))


def leap_days(campaign: Campaign) -> bool:
    """Does it name the 29th of February as a day of every year? Then it means the 28th in common years."""
    periods: list[Period] = [campaign.period, *(one.period for one in campaign.slogans if one.period)]
    return any(_LEAP_DAY in (period.first_day, period.last_day) for period in periods)
