"""The course of a rehearsal: from ten minutes before the first day to ten minutes after the last, with its faults.

Parts meet in the night, by default in the middle of the span: there the program is stopped in order and started again.
So each part stands alone, may be played by a process of its own, and the whole comes to the same.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from signboard.campaign.campaign import Campaign
from signboard.player.screenplay import Screenplay
from signboard.rehearsal.clock import US
from signboard.rehearsal.faults import USUAL, Fault, Kind, plan
from signboard.rehearsal.performance import Part
from signboard.rehearsal.script import Script
from signboard.schedule.days import Span, spans

__all__ = ["Amount", "Course", "course_of", "next_span"]

_MARGIN = timedelta(minutes=10)
_NIGHT = time(3)
_USUAL_DAYS = 31
_FEWEST_DAYS_A_PART = 2


class Amount(Enum):
    """How much goes wrong."""

    NONE = "none"
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class Course:
    """The span and its parts.

    Attributes:
        first_day, last_day: the last one included.
        start_at, until_at: ten minutes before the first day, ten minutes after the last.
        parts: in order, each beginning where the one before ends.
    """

    first_day: date
    last_day: date
    start_at: datetime
    until_at: datetime
    parts: tuple[Part, ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All of them, in order."""
        return tuple(fault for part in self.parts for fault in part.faults)


def next_span(campaigns: Sequence[Campaign], today: date, year: int | None = None) -> Span | None:
    """First and last day of the campaign that is on today or comes next; None: none comes.

    Args:
        campaigns: what plays.
        today: the local date.
        year: take the one that begins in this year instead.
    """
    asked = range(today.year - 1, today.year + 2) if year is None else (year,)
    known = [span for campaign in campaigns for span in spans(campaign.period, asked)]
    if year is not None:
        known = [span for span in known if span.first_day.year == year]
    else:
        known = [span for span in known if span.last_day >= today]
    return min(known, key=lambda span: (span.first_day, -span.last_day.toordinal()), default=None)


def course_of(
    script: Script, span: Span, seed: int, amount: Amount = Amount.USUAL, *, parts: int = 2, days: int | None = None
) -> Course:
    """The course over these days.

    Args:
        script: what is rehearsed.
        span: first and last day.
        seed: of everything that is left to chance.
        amount: how much goes wrong.
        parts: how many parts, where the span is long enough.
        days: only the first so many days.
    """
    last_day = span.last_day if days is None else min(span.last_day, span.first_day + timedelta(days=days - 1))
    zone = script.zone
    start_at = datetime.combine(span.first_day, time(), zone) - _MARGIN
    until_at = datetime.combine(last_day + timedelta(days=1), time(), zone) + _MARGIN
    count = max(1, min(parts, ((last_day - span.first_day).days + 1) // _FEWEST_DAYS_A_PART))
    length = (last_day - span.first_day).days + 1
    nights = [
        datetime.combine(span.first_day + timedelta(days=length * number // count), _NIGHT, zone)
        for number in range(1, count)
    ]
    marks_s = [0.0, *((at - start_at).total_seconds() for at in nights), (until_at - start_at).total_seconds()]
    stretches = list(itertools.pairwise(marks_s))
    shares = _shares(length, count) if amount is Amount.USUAL else [{}] * count
    edges_s = _edges_s(script.screenplay(), start_at, until_at)
    return Course(
        span.first_day,
        last_day,
        start_at,
        until_at,
        tuple(
            Part(
                start_at,
                round(since_s * US),
                round(until_s * US),
                plan(seed, since_s, until_s, edges_s=[at for at in edges_s if since_s < at < until_s], counts=share),
                seed,
            )
            for (since_s, until_s), share in zip(stretches, shares, strict=True)
        ),
    )


def _shares(days: int, count: int) -> list[dict[Kind, int]]:
    """How often each kind happens in each part; together as often as is usual in so many days."""
    scale = min(1.0, days / _USUAL_DAYS)
    shares: list[dict[Kind, int]] = [{} for _ in range(count)]
    for turn, (kind, usual) in enumerate(USUAL.items()):
        for number in range(max(1, round(usual * scale))):
            share = shares[(number + turn) % count]
            share[kind] = share.get(kind, 0) + 1
    return shares


def _edges_s(screenplay: Screenplay, start_at: datetime, until_at: datetime) -> list[float]:
    """Where the board turns from dark to lit or back, and every midnight; seconds since the start."""
    found: list[float] = []
    day_at = start_at + _MARGIN
    while day_at < until_at:
        found.append((day_at - start_at).total_seconds())
        found += [(at - start_at).total_seconds() for at in _turns(screenplay, day_at, day_at + timedelta(days=1))]
        day_at += timedelta(days=1)
    return found


def _turns(screenplay: Screenplay, since_at: datetime, until_at: datetime) -> list[datetime]:
    """Where a dark stretch of this day ends, and where the next one begins, found by halving."""
    found = []
    cue = screenplay.cue(since_at)
    while cue.slogan is None and cue.until_at is not None and cue.until_at < until_at:
        found.append(cue.until_at)
        dark_at = _first_dark(screenplay, cue.until_at, until_at)
        if dark_at is None:
            break
        found.append(dark_at)
        cue = screenplay.cue(dark_at)
    return found


def _first_dark(screenplay: Screenplay, since_at: datetime, until_at: datetime) -> datetime | None:
    """The end of the lit stretch that holds `since_at`, as told by the dark stretch that follows within the day."""
    step = timedelta(minutes=5)
    at = since_at + step
    while at < until_at:
        cue = screenplay.cue(at)
        if cue.slogan is None:
            return cue.since_at
        at += step
    return None
