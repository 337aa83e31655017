"""Turns: who plays after whom, by weight, as a sequence without end of which any part is found by arithmetic.

A slogan of weight 3 gets three passes where its neighbours get one, spread over the round; a campaign of weight 3 gets
three of every four passes beside one of weight 1, however many slogans either has. This is smooth weighted round robin:
the k-th turn of a member of weight w belongs at (2k - 1) / 2w of the round; who belongs earliest comes first, of equals
the one that is written first. With equal weights it is the order in which people wrote.

No round is ever written out where campaigns of 97, 89 and 83 slogans meet: how often each had its turn among the first
n, and how long they took, is a division.
"""

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

from signboard.schedule.playlist import Entry

__all__ = ["Cycle", "Share", "Turns", "smooth"]


class Turns(Protocol):
    """A sequence of passes without end."""

    @property
    def members(self) -> tuple[Entry, ...]:
        """All that ever play, in the order of their first turns within their lists."""

    def span_ms(self, passes: int) -> int:
        """How long the first so many passes take."""

    def entry(self, index: int) -> Entry:
        """Whose pass the one with this index is, from 0."""


def smooth(weights: Sequence[int]) -> tuple[int, ...]:
    """One round: the index of each member as often as it weighs, spread evenly. Weights below 1 count as 1."""
    at = [
        ((2 * turn + 1) / (2 * max(1, weight)), index)
        for index, weight in enumerate(weights)
        for turn in range(max(1, weight))
    ]
    return tuple(index for _place, index in sorted(at))


class Cycle:
    """The slogans of one list, round after round.

    Args:
        entries: in the order in which people wrote them, at least one.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.members = tuple(entries)
        self._round = tuple(entries[index] for index in smooth([entry.weight for entry in entries]))
        self._ends_ms = (0, *itertools.accumulate(entry.duration_ms for entry in self._round))

    def span_ms(self, passes: int) -> int:
        """See `Turns`."""
        rounds, rest = divmod(passes, len(self._round))
        return rounds * self._ends_ms[-1] + self._ends_ms[rest]

    def entry(self, index: int) -> Entry:
        """See `Turns`."""
        return self._round[index % len(self._round)]


class Share:
    """Several sequences that share one board by weight.

    Args:
        parts: weight and sequence of each, at least one.
    """

    def __init__(self, parts: Sequence[tuple[int, Turns]]) -> None:
        self._parts = tuple(turns for _weight, turns in parts)
        self._round = smooth([weight for weight, _turns in parts])
        counts = [0] * len(parts)
        before = [tuple(counts)]
        for index in self._round:
            counts[index] += 1
            before.append(tuple(counts))
        self._before = tuple(before)

    @property
    def members(self) -> tuple[Entry, ...]:
        """See `Turns`; each once, though it may stand in two parts."""
        turns = itertools.zip_longest(*(part.members for part in self._parts))
        return tuple(dict.fromkeys(entry for turn in turns for entry in turn if entry is not None))

    def span_ms(self, passes: int) -> int:
        """See `Turns`."""
        rounds, rest = divmod(passes, len(self._round))
        a_round, before = self._before[-1], self._before[rest]
        return sum(part.span_ms(rounds * a_round[index] + before[index]) for index, part in enumerate(self._parts))

    def entry(self, index: int) -> Entry:
        """See `Turns`."""
        rounds, rest = divmod(index, len(self._round))
        part = self._round[rest]
        return self._parts[part].entry(rounds * self._before[-1][part] + self._before[rest][part])


def passes_before(turns: Turns, offset_ms: int, lengths_ms: tuple[int, int], guess: int = 0) -> int:
    """How many passes have ended at or before an offset.

    Args:
        turns: whose.
        offset_ms: 0 or more since the first pass began.
        lengths_ms: of the shortest and the longest pass.
        guess: tried first, and the next number; a wrong one costs time only.
    """
    for passes in (guess, guess + 1):
        if turns.span_ms(passes) <= offset_ms < turns.span_ms(passes + 1):
            return passes
    shortest_ms, longest_ms = lengths_ms
    low = offset_ms // longest_ms
    return low + bisect_right(range(low + 1, offset_ms // shortest_ms + 2), offset_ms, key=turns.span_ms)
