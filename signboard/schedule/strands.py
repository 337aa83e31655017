"""Strands: those slogans of a campaign that share days and hours, because a row of the plan gave them their own.

A slogan's own days and weekdays count within those of its campaign; its own hours stand instead of the campaign's.
Most campaigns are one strand.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.schedule.days import Span, is_campaign_day, spans

__all__ = ["Strand", "strands", "whole"]


@dataclass(frozen=True, slots=True)
class Strand:
    """Slogans of one campaign with the same days and hours.

    Attributes:
        number: from 0, in the order of each one's first slogan.
        periods: days that belong to all of these periods are its days.
        windows: its hours.
        slogans: each with its place in the campaign's list.
        weekdays: on which its hours begin, 1 (Monday) to 7; None: on all.
    """

    campaign: Campaign
    number: int
    periods: tuple[Period, ...]
    windows: tuple[HourWindow, ...]
    slogans: tuple[tuple[int, Slogan], ...]
    weekdays: frozenset[int] | None = None

    def has_day(self, day: date) -> bool:
        """Do its periods hold this day, be it one of its weekdays or not?"""
        return all(is_campaign_day(period, day) for period in self.periods)

    def begins_on(self, day: date) -> bool:
        """Is it one of its days, so that its hours begin on it?"""
        return (self.weekdays is None or day.isoweekday() in self.weekdays) and self.has_day(day)

    def spans(self, years: Iterable[int]) -> tuple[Span, ...]:
        """Stretches of its days that touch these years; where its dates lie elsewhere, those round them too."""
        asked = set(years)
        dates = [day for period in self.periods for day in (period.first_day, period.last_day)]
        asked |= {day.year + step for day in dates if isinstance(day, date) for step in (0, 1)}
        asked |= {year - 1 for year in asked}  # what began then may reach into the year
        found: tuple[Span, ...] = spans(self.periods[0], asked)
        for period in self.periods[1:]:
            found = tuple(both for one in found for other in spans(period, asked) if (both := _common(one, other)))
        return found


def _common(one: Span, other: Span) -> Span | None:
    first_day, last_day = max(one.first_day, other.first_day), min(one.last_day, other.last_day)
    return Span(first_day, last_day) if first_day <= last_day else None


def whole(campaign: Campaign) -> Strand:
    """The campaign as one strand, as if no slogan had days or hours of its own."""
    slogans = tuple(enumerate(campaign.slogans))
    return Strand(campaign, 0, (campaign.period,), campaign.windows, slogans, _weekdays(campaign.weekdays))


def strands(campaign: Campaign) -> tuple[Strand, ...]:
    """The campaign's strands; none where it has no slogans."""
    groups: dict[tuple[Period | None, tuple[HourWindow, ...], tuple[int, ...]], list[tuple[int, Slogan]]] = {}
    for place, slogan in enumerate(campaign.slogans):
        groups.setdefault((slogan.period, slogan.windows, slogan.weekdays), []).append((place, slogan))
    return tuple(
        Strand(
            campaign,
            number,
            (campaign.period, period) if period else (campaign.period,),
            windows or campaign.windows,
            tuple(slogans),
            _weekdays(campaign.weekdays, weekdays),
        )
        for number, ((period, windows, weekdays), slogans) in enumerate(groups.items())
    )


def _weekdays(*given: tuple[int, ...]) -> frozenset[int] | None:
    """Those that all of them name; None where none of them names any."""
    named = [frozenset(days) for days in given if days]
    return frozenset.intersection(*named) if named else None
