"""A campaign's lit windows as half-open intervals of UTC.

A window belongs to the day on which it starts, also where it runs over midnight (18:00-02:00). Nothing of a campaign is
lit at or after its end instant, the midnight after its last day: a window over midnight of the last day is cut there.
Windows in which nothing can play are not made: they light nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import HourWindow
from signboard.schedule.days import days_around, shift
from signboard.schedule.local import instant
from signboard.schedule.playlist import Entry, can_play, playable
from signboard.schedule.strands import Strand, strands

__all__ = ["Window", "hours_on", "windows_beyond", "windows_near"]

DAY_MIN = 1440
_REACH_DAYS = 2  # a window is at most two days long, so two days hold everything that touches this one


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch [start_at, end_at) in which a strand of a campaign can be lit, and one round of what it plays then."""

    campaign: Campaign
    start_at: datetime
    end_at: datetime
    entries: tuple[Entry, ...]
    strand: int = 0


def hours_on(strand: Strand, day: date, zone: tzinfo) -> tuple[tuple[datetime, datetime], ...]:
    """The strand's hours that start on this day, whether or not anything can play, in order; none on other days."""
    if not strand.has_day(day):
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
    for day in sorted(days):
        hours = hours_on(strand, day, zone)
        entries = playable(strand, day.year, durations_ms) if hours else ()
        if entries:
            found += [Window(strand.campaign, start_at, end_at, entries, strand.number) for start_at, end_at in hours]
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
            days |= {first_day, shift(first_day, 1), last_day, shift(last_day, -1)}
        found += _windows(strand, days, durations_ms, zone)
    return tuple(found)


def _playing_spans(strand: Strand, day: date, durations_ms: Mapping[str, int]) -> list[tuple[date, date]]:
    """Spans of days with something to play, at least the nearest before and after `day`."""
    playing = [slogan for _place, slogan in strand.slogans if can_play(slogan, durations_ms)]
    if any(not slogan.years for slogan in playing):
        near = range(day.year - 1, day.year + 2)
        return [(span.first_day, span.last_day) for span in strand.spans(near)]
    years = sorted({year for slogan in playing for year in slogan.years})
    return [
        (max(span.first_day, date(year, 1, 1)), min(span.last_day, date(year, 12, 31)))
        for year in years
        for span in strand.spans((year - 1, year))
        if span.first_day.year <= year <= span.last_day.year
    ]
