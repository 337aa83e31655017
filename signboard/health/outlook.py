"""What lies ahead: when the content ends, the next lit stretch. Asks the timetable alone, so it agrees with the board.

Standby texts do not count: an office that has one still wants to hear that its campaign ends.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, tzinfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.schedule.cue import Cue
from signboard.schedule.timetable import Timetable

__all__ = ["content_until", "lit_days", "next_lit"]

GAP = timedelta(hours=48)
"""So long a dark stretch is no night and no week-end: the content has ended."""
_REACH_DAYS = 45


def content_until(
    campaigns: Iterable[Campaign], durations_ms: Mapping[str, int], now_at: datetime, zone: tzinfo
) -> datetime | None:
    """The instant after which nothing is due for two days or more; None: not within six weeks, or nothing is due now.

    A dark stretch of two days holds a midnight, so asking at every midnight finds each.

    Args:
        campaigns: as for a timetable.
        durations_ms: as for a timetable.
        now_at: aware instant.
        zone: as for a timetable.
    """
    timetable = _timetable(campaigns, durations_ms, zone)
    first = _midnight(now_at, zone)
    for days in range(_REACH_DAYS):
        cue = timetable.cue(first + timedelta(days=days))
        if _is_long_dark(cue):
            return cue.since_at if cue.since_at and cue.since_at > now_at else None
    return None


def next_lit(
    campaigns: Iterable[Campaign], durations_ms: Mapping[str, int], now_at: datetime, zone: tzinfo
) -> datetime | None:
    """The first instant from `now_at` on at which something plays; None: never again."""
    return _next_lit(_timetable(campaigns, durations_ms, zone), now_at)


def _next_lit(timetable: Timetable, now_at: datetime) -> datetime | None:
    at = now_at
    for _ in range(1000):  # dark stretches follow each other only where one has no room for a pass
        cue = timetable.cue(at)
        if cue.slogan is not None:
            return at
        if cue.until_at is None:
            return None
        at = cue.until_at
    return None


def lit_days(
    campaigns: Iterable[Campaign], durations_ms: Mapping[str, int], now_at: datetime, zone: tzinfo, days: int
) -> tuple[bool, ...]:
    """For each of so many days from that of `now_at` on: does anything play on it?"""
    timetable = _timetable(campaigns, durations_ms, zone)
    first = _midnight(now_at, zone) - timedelta(days=1)
    answers = []
    for number in range(days):
        start_at = first + timedelta(days=number)
        lit_at = _next_lit(timetable, start_at)
        answers.append(lit_at is not None and lit_at < start_at + timedelta(days=1))
    return tuple(answers)


def _timetable(campaigns: Iterable[Campaign], durations_ms: Mapping[str, int], zone: tzinfo) -> Timetable:
    return Timetable((one for one in campaigns if one.level is not Level.STANDBY), durations_ms, zone)


def _midnight(now_at: datetime, zone: tzinfo) -> datetime:
    """The coming local midnight. Zones of this product have no summer time; elsewhere an hour does not matter here."""
    local = now_at.astimezone(zone)
    return (local + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)


def _is_long_dark(cue: Cue) -> bool:
    if cue.slogan is not None or (cue.since_at is None and cue.until_at is None):
        return False
    return cue.until_at is None or cue.since_at is None or cue.until_at - cue.since_at >= GAP
