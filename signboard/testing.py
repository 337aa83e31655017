"""Doubles for tests, shipped so that outside protocols and transports can be tested like our own."""

from datetime import UTC, datetime, timedelta

__all__ = ["FakeClock"]


class FakeClock:
    """A clock that stands still until it is told to move; `sleep` moves it and returns at once.

    Args:
        start_at: aware instant that `now()` gives at first.
        monotonic_s: what `monotonic_s()` gives at first.

    Attributes:
        slept_s: every sleep that was asked for, in order.
    """

    def __init__(self, start_at: datetime = datetime(2026, 11, 15, tzinfo=UTC), monotonic_s: float = 1000.0) -> None:
        self._now_at = start_at.astimezone(UTC)
        self._monotonic_s = monotonic_s
        self.slept_s: list[float] = []

    def now(self) -> datetime:
        """Board time."""
        return self._now_at

    def monotonic_s(self) -> float:
        """Wire time."""
        return self._monotonic_s

    def sleep(self, seconds: float) -> None:
        """Advance both times by this; 0 or less does nothing."""
        self.slept_s.append(seconds)
        self.advance(max(0.0, seconds))

    def seconds_until(self, at: datetime) -> float:
        """Seconds until this instant of board time; 0 when it has passed."""
        return max(0.0, (at - self._now_at).total_seconds())

    def advance(self, seconds: float) -> None:
        """Let time pass: both kinds."""
        self._now_at += timedelta(seconds=seconds)
        self._monotonic_s += seconds

    def step(self, seconds: float) -> None:
        """Somebody sets the clock: board time jumps (either way), wire time does not."""
        self._now_at += timedelta(seconds=seconds)

    def set(self, at: datetime) -> None:
        """Somebody sets the clock to this instant."""
        self._now_at = at.astimezone(UTC)
