"""Passes: how long each slogan stood and how often it passed whole, out of rows that no longer overlap. Pure.

A pass counts as whole when its rows cover it from its beginning to its end, but for the time that a picture of this
board is under way at each change, and when no failure falls into it; what was broken off is counted apart.
"""

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing

__all__ = ["Lit", "SloganAccount", "Wholes", "slogans_of"]


@dataclass(slots=True)
class SloganAccount:
    """One slogan.

    Attributes:
        campaign, slogan, text: which one.
        passes: whole ones.
        broken: passes that began and were not shown whole.
        shown: time by evidence.
        by_day: whole passes and time of each day.
        first_at, last_at: first and last instant at which it was shown.
    """

    campaign: str
    slogan: str
    text: str
    passes: int = 0
    broken: int = 0
    shown: dict[Evidence, timedelta] = field(default_factory=dict)
    by_day: dict[date, tuple[int, timedelta]] = field(default_factory=dict)
    first_at: datetime | None = None
    last_at: datetime | None = None

    @property
    def time(self) -> timedelta:
        """Time shown, whatever the evidence."""
        return sum(self.shown.values(), timedelta())


@dataclass(slots=True)
class Lit:
    """A stretch that a lit row covers, cut so that no two overlap."""

    since_at: datetime
    until_at: datetime
    row: Showing


def slogans_of(lit: Sequence[Lit], zone: tzinfo, wholes: "Wholes") -> list[SloganAccount]:
    """One for each slogan, in the order in which they first stood there.

    Args:
        lit: in order, without overlap.
        zone: whose days count.
        wholes: tells which passes are whole.
    """
    found: dict[tuple[str, str], SloganAccount] = {}
    passes: dict[tuple[str, str, datetime], list[Lit]] = defaultdict(list)
    for one in lit:
        row = one.row
        if row.slogan is None:
            continue
        key = (row.campaign or "", row.slogan)
        known = found.setdefault(key, SloganAccount(*key, row.text))
        length = one.until_at - one.since_at
        known.text = row.text
        known.shown[row.evidence] = known.shown.get(row.evidence, timedelta()) + length
        known.first_at = min(known.first_at or one.since_at, one.since_at)
        known.last_at = max(known.last_at or one.until_at, one.until_at)
        day = one.since_at.astimezone(zone).date()
        count, time = known.by_day.get(day, (0, timedelta()))
        known.by_day[day] = (count, time + length)
        if row.pass_since_at is not None:
            passes[(*key, row.pass_since_at)].append(one)
    for (campaign, slogan, _since), parts in passes.items():
        known = found[campaign, slogan]
        if not wholes.is_whole(parts):
            known.broken += 1
            continue
        known.passes += 1
        day = parts[0].since_at.astimezone(zone).date()
        count, time = known.by_day[day]
        known.by_day[day] = (count + 1, time)
    return list(found.values())


class Wholes:
    """Which passes are whole.

    Args:
        rows: all of them, in order; those of failures break the passes that they fall into.
        change: how long a picture is under way at most.
    """

    def __init__(self, rows: Iterable[Showing], change: timedelta) -> None:
        self._change = change
        failed = [row for row in rows if row.evidence is Evidence.FAILED and row.since_at < row.until_at]
        self._starts = [row.since_at for row in failed]
        self._ends = list(itertools.accumulate((row.until_at for row in failed), max))

    def is_whole(self, parts: Sequence[Lit]) -> bool:
        """Do these rows cover their pass but for changes of picture, without a failure?"""
        first, last = parts[0].row.pass_since_at, parts[0].row.pass_until_at
        if first is None or last is None or self._has_failed(first, last):
            return False
        marks = [first, *(at for one in parts for at in (one.since_at, one.until_at)), last]
        holes = [marks[place + 1] - marks[place] for place in range(0, len(marks), 2)]
        return all(hole <= self._change for hole in holes)

    def _has_failed(self, since_at: datetime, until_at: datetime) -> bool:
        place = bisect_right(self._ends, since_at)
        return place < len(self._starts) and self._starts[place] < until_at
