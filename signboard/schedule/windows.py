"""A campaign's lit windows as half-open intervals of UTC.

A window belongs to the day on which it starts, also where it runs over midnight (18:00-02:00). Nothing of a campaign is
lit at or after its end instant, the midnight after its last day: a window over midnight of the last day is cut there.
A weekday is no end: Friday's window over midnight runs into a Saturday on which none begins.
Windows in which nothing can play are not made: they light nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import TypeAlias

from signboard.campaign.campaign import Campaign
from signboard.campaign.order import Order
from signboard.campaign.period import HourWindow
from signboard.schedule.days import days_around, shift
from signboard.schedule.local import instant
from signboard.schedule.playlist import Entry, can_play, playable
from signboard.schedule.strands import Strand, strands

__all__ = ["ORDERED", "ORDINARY", "RESTING", "Rank", "Window", "hours_on", "windows_beyond", "windows_near"]

DAY_MIN = 1440
_REACH_DAYS = 2  # a window is at most two days long, so two days hold everything that touches this one
_WEEK_DAYS = 7
_WEEKDAY_YEARS = 13  # within so many years every day of the year falls on every weekday, also round 2100

Rank: TypeAlias = tuple[int, int, int, str, int, int]
"""Compared member by member: `RESTING`, `ORDINARY` or `ORDERED`; level and priority; for an order see `overlay`."""

RESTING, ORDINARY, ORDERED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch [start_at, end_at) in which a strand of a campaign can be lit, and what it plays then.

    Attributes:
        entries: of the strand, in the order of the list; empty: this window darkens the board.
        order: the order that shows this, or darkens the board, or rests the campaign meanwhile.
        rank: where windows overlap the highest wins; ordinary ones rank by level and priority.
    """

    campaign: Campaign
    start_at: datetime
    end_at: datetime
    entries: tuple[Entry, ...]
    strand: int = 0
    order: Order | None = None
    rank: Rank = (ORDINARY, 0, 0, "", 0, 0)


def hours_on(strand: Strand, day: date, zone: tzinfo) -> tuple[tuple[datetime, datetime], ...]:
    """The strand's hours that start on this day, whether or not anything can play, in order; none on other days."""
    if not strand.begins_on(day):
        return ()
    ends = not strand.has_day(shift(day, 1))
    marks = ((hours.start_min, _end_min(hours, cut=ends)) for hours in sorted(strand.windows))
    pairs = ((instant(day, start, zone), instant(day, end, zone)) for start, end in marks)
    return tuple((start_at, end_at) for start_at, end_at in pairs if start_at < end_at)


def _end_min(hours: HourWindow, *, cut: bool) -> int:
    end_min = hours.end_min if hours.end_min > hours.start_min else hours.end_min + DAY_MIN
    return min(end_min, DAY_MIN) if cut else end_min


def _windows(strand: Strand, days: set[date], durations_ms: Mapping[str, int], zone: tzinfo) -> tuple[Window, ...]:
    found = []
    campaign, number = strand.campaign, strand.number
    rank = (ORDINARY, int(campaign.level), campaign.priority, "", 0, 0)
    for day in sorted(days):
        hours = hours_on(strand, day, zone)
        entries = playable(strand, day.year, durations_ms) if hours else ()
        if entries:
            found += [Window(campaign, start_at, end_at, entries, number, None, rank) for start_at, end_at in hours]
    return tuple(found)


def windows_near(campaign: Campaign, day: date, durations_ms: Mapping[str, int], zone: tzinfo) -> tuple[Window, ...]:
    """Every window that may touch this local day or its neighbours."""
    days = set(days_around(day, _REACH_DAYS))
    return tuple(window for strand in strands(campaign) for window in _windows(strand, days, durations_ms, zone))


def windows_beyond(campaign: Campaign, day: date, durations_ms: Mapping[str, int], zone: tzinfo) -> tuple[Window, ...]:
    """The windows in which the campaign was last lit before this day's neighbourhood and will first be lit after it."""
    found: list[Window] = []
    for strand in strands(campaign):
        days: set[date] = set()
        for first_day, last_day in _playing_spans(strand, day, durations_ms):
            days |= set(_ends(strand, first_day, last_day, day))
        found += _windows(strand, days, durations_ms, zone)
    return tuple(found)


def _ends(strand: Strand, first_day: date, last_day: date, day: date) -> Iterator[date]:
    """Days of a span, among them its first and last lit ones and the nearest to `day` where weekdays leave gaps."""
    if strand.weekdays is None:
        yield from (first_day, shift(first_day, 1), last_day, shift(last_day, -1))
        return
    for step in range(_WEEK_DAYS + 1):
        yield from (shift(first_day, step), shift(last_day, -step))
    reach = _REACH_DAYS + _WEEK_DAYS
    yield from (near for near in days_around(day, reach) if first_day <= near <= last_day)


def _playing_spans(strand: Strand, day: date, durations_ms: Mapping[str, int]) -> list[tuple[date, date]]:
    """Spans of days with something to play, at least the nearest before and after `day`."""
    playing = [slogan for _place, slogan in strand.slogans if can_play(slogan, durations_ms)]
    if any(not slogan.years for slogan in playing):
        reach = 1 if strand.weekdays is None else _WEEKDAY_YEARS
        near = range(day.year - reach, day.year + reach + 1)
        return [(span.first_day, span.last_day) for span in strand.spans(near)]
    years = sorted({year for slogan in playing for year in slogan.years})
    return [
        (max(span.first_day, date(year, 1, 1)), min(span.last_day, date(year, 12, 31)))
        for year in years
        for span in strand.spans((year - 1, year))
        if span.first_day.year <= year <= span.last_day.year
    ]
