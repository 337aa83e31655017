"""Segments: the longest stretches in which the same windows decide what is shown.

Among the windows that cover an instant the highest rank wins: orders before campaigns, of campaigns the highest level,
within a level the highest priority; equals share the board. Below all of them rank campaigns that an order rests. A
segment ends where the set of winners changes: where one of their windows starts or ends, or a higher one cuts in.
Within a segment the passes count from its start, so a campaign that was cut off begins its list anew.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from signboard.schedule.least import turns_of
from signboard.schedule.playlist import Entry
from signboard.schedule.turns import Turns
from signboard.schedule.windows import Window

__all__ = ["Segment", "milliseconds", "segment_at", "segments"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch [start_at, end_at) with the same winners.

    Attributes:
        winners: the windows that share the board, by campaign id; without entries the board is dark by order.
    """

    start_at: datetime
    end_at: datetime
    winners: tuple[Window, ...]

    @property
    def turns(self) -> Turns | None:
        """Who plays after whom, of the slogans that fit into the segment at all; longer ones never start."""
        room_ms = self.length_ms
        lists: dict[str, list[Entry]] = {}
        weights: dict[str, int] = {}
        for window in self.winners:
            name = window.campaign.id
            lists.setdefault(name, []).extend(entry for entry in window.entries if entry.duration_ms <= room_ms)
            weights[name] = window.campaign.weight
        parts = tuple(
            (weights[name], tuple(sorted(entries, key=lambda entry: entry.place)))
            for name, entries in lists.items()
            if entries
        )
        return turns_of(parts, room_ms) if parts else None

    @property
    def round(self) -> tuple[Entry, ...]:
        """Every slogan that passes within the segment, once, in turn."""
        turns = self.turns
        return turns.members if turns else ()

    @property
    def length_ms(self) -> int:
        """Whole milliseconds of room."""
        return milliseconds(self.start_at, self.end_at)


def milliseconds(since_at: datetime, until_at: datetime) -> int:
    """Whole milliseconds from one instant to a later one."""
    gap = until_at - since_at
    return (gap.days * 86_400 + gap.seconds) * 1000 + gap.microseconds // 1000


def winners(windows: Sequence[Window], at: datetime) -> tuple[Window, ...]:
    """The windows that decide at this instant, by campaign id; of one strand's windows the one that began last."""
    here = [window for window in windows if window.start_at <= at < window.end_at]
    if not here:
        return ()
    top = max(window.rank for window in here)
    best = sorted(
        (window for window in here if window.rank == top),
        key=lambda window: (window.campaign.id, window.strand, window.start_at),
    )
    return tuple({(window.campaign.id, window.strand): window for window in best}.values())


def segments(windows: Sequence[Window]) -> tuple[Segment, ...]:
    """All segments of these windows, in order; between two of them no window is, or they touch."""
    marks = sorted({at for window in windows for at in (window.start_at, window.end_at)})
    found: list[Segment] = []
    for start_at, end_at in itertools.pairwise(marks):
        now = winners(windows, start_at)
        if not now:
            continue
        if found and found[-1].end_at == start_at and found[-1].winners == now:
            found[-1] = Segment(found[-1].start_at, end_at, now)
        else:
            found.append(Segment(start_at, end_at, now))
    return tuple(found)


def segment_at(windows: Sequence[Window], at: datetime) -> Segment | None:
    """The segment that holds this instant; None where no window is."""
    return next((segment for segment in segments(windows) if segment.start_at <= at < segment.end_at), None)
