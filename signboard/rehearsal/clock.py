"""The rehearsal's time: true time in whole microseconds, the computer's clock beside it, and events that wait for both.

Whoever sleeps moves true time on, and everything that was to happen meanwhile happens on the way, in its order. An
event may cut the sleep short by raising: that is how a computer loses its power in the middle of an exchange.
"""

import heapq
import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

__all__ = ["US", "RehearsalClock"]

US = 1_000_000
"""Microseconds in a second."""


class RehearsalClock:
    """True time, and the clock of the computer: a `signboard.clock.Clock`.

    Args:
        start_at: aware instant at true time 0.
        now_us: true time at first.

    Attributes:
        now_us: true time, microseconds since `start_at`.
        offset_us: how far the computer's clock is ahead of it.
    """

    def __init__(self, start_at: datetime, now_us: int = 0) -> None:
        self.now_us = now_us
        self.offset_us = 0
        self._start_at = start_at.astimezone(UTC)
        self._coming: list[tuple[int, int, Callable[[], None]]] = []
        self._count = 0
        self._told = (0, self._start_at)  # what the clock said last, and how long after the start that is

    def now(self) -> datetime:
        """What the computer's clock says."""
        told_us = self.now_us + self.offset_us
        if self._told[0] != told_us:
            self._told = (told_us, self._start_at + timedelta(microseconds=told_us))
        return self._told[1]

    def monotonic_s(self) -> float:
        """Wire time."""
        return self.now_us / US

    def sleep(self, seconds: float) -> None:
        """Let so much time pass, and everything happen that is due in it; 0 or less does nothing."""
        if seconds > 0:
            self.advance(self.now_us + math.ceil(seconds * US))

    def seconds_until(self, at: datetime) -> float:
        """Seconds until the computer's clock says this; 0 when it has passed."""
        return max(0.0, (at - self.now()).total_seconds())

    def true_at(self, at_us: int) -> datetime:
        """The instant of a true time."""
        return self._start_at + timedelta(microseconds=at_us)

    def true_us(self, at: datetime) -> int:
        """The true time of an instant."""
        gap = at - self._start_at
        return (gap.days * 86_400 + gap.seconds) * US + gap.microseconds

    def call_at(self, at_us: int, event: Callable[[], None]) -> None:
        """Let this happen then; of two at the same time the one that was told first."""
        self._count += 1
        heapq.heappush(self._coming, (at_us, self._count, event))

    @property
    def next_us(self) -> int | None:
        """When the next event happens; None: never."""
        return self._coming[0][0] if self._coming else None

    def advance(self, to_us: int) -> None:
        """Move true time on, event by event. What an event raises comes out here, at its time."""
        coming = self._coming
        while coming and coming[0][0] <= to_us:
            at_us, _count, event = heapq.heappop(coming)
            self.now_us = max(self.now_us, at_us)
            event()
        self.now_us = max(self.now_us, to_us)
