"""The order of slogans and the passes they make, each a whole one.

Slogans play in the order in which people wrote them, round after round. Where several campaigns of equal priority are
lit together they take turns slogan by slogan, in the order of their ids; when the shorter list is through, the longer
one finishes its round alone, so every slogan plays once a round.
"""

import itertools
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signboard.campaign.slogan import Slogan
from signboard.schedule.strands import Strand

__all__ = ["Entry", "Pass", "pass_at", "playable", "take_turns"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One slogan in a round.

    Attributes:
        place: in its campaign's list, from 0.
    """

    campaign: str
    slogan: str
    duration_ms: int
    place: int = 0


@dataclass(frozen=True, slots=True)
class Pass:
    """One pass of one entry: the half-open part [start_ms, end_ms) since the round of rounds began."""

    entry: Entry
    start_ms: int
    end_ms: int


def can_play(slogan: Slogan, durations_ms: Mapping[str, int]) -> bool:
    """Is there a message for it? Slogans that could not be set have no duration and never play."""
    return durations_ms.get(slogan.key, 0) > 0


def playable(strand: Strand, year: int, durations_ms: Mapping[str, int]) -> tuple[Entry, ...]:
    """What the strand can play on days of this year, in order."""
    return tuple(
        Entry(strand.campaign.id, slogan.id, durations_ms[slogan.key], place)
        for place, slogan in strand.slogans
        if slogan.plays_in(year) and can_play(slogan, durations_ms)
    )


def take_turns(lists: Sequence[Sequence[Entry]]) -> tuple[Entry, ...]:
    """One round of several lists: first entries, second entries, and so on, until all are through."""
    rounds = itertools.zip_longest(*lists)
    return tuple(entry for turn in rounds for entry in turn if entry is not None)


def pass_at(entries: Sequence[Entry], offset_ms: int) -> Pass:
    """The pass that runs at `offset_ms` (0 or more) after the first round began.

    Args:
        entries: one round, not empty, durations above 0.
        offset_ms: whole milliseconds; a fraction belongs to the pass that has begun.
    """
    ends_ms = list(itertools.accumulate(entry.duration_ms for entry in entries))
    rounds, rest_ms = divmod(offset_ms, ends_ms[-1])
    index = bisect_right(ends_ms, rest_ms)
    end_ms = rounds * ends_ms[-1] + ends_ms[index]
    return Pass(entries[index], end_ms - entries[index].duration_ms, end_ms)
