"""The only reader of time in the package.

Two kinds of time live here and must not be mixed:

* `now()` is **board time**: the civil instant that decides what is due. It may jump (somebody sets the clock) and, in a
  demonstration, it may start elsewhere and run faster.
* `monotonic_s()` and `sleep()` are **wire time**: real seconds that never jump and never run faster. Waiting, pacing
  and time-outs use these alone, because a board and its wire cannot be hurried.

`seconds_until(at)` is the bridge: how many wire seconds to wait for an instant of board time.
"""

import time
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

__all__ = ["STEP_S", "Clock", "DemoClock", "StepWatch", "SystemClock", "lunar_today"]

_LUNAR_ZONE = timezone(timedelta(hours=7))

STEP_S = 2.0
"""Board time that moved otherwise than wire time by more than this between two looks was set by somebody."""


class Clock(Protocol):
    """What everything that needs time is given."""

    def now(self) -> datetime:
        """Board time: an aware UTC instant."""

    def monotonic_s(self) -> float:
        """Wire time: real seconds from an arbitrary start, never going back."""

    def sleep(self, seconds: float) -> None:
        """Wait so many real seconds; 0 or less returns at once."""

    def seconds_until(self, at: datetime) -> float:
        """Real seconds from now until this instant of board time; 0 when it has passed."""


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The computer's civil time as an aware UTC instant."""
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        """Real seconds from an arbitrary start."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait so many real seconds."""
        if seconds > 0:
            time.sleep(seconds)

    def seconds_until(self, at: datetime) -> float:
        """Real seconds from now until this instant; 0 when it has passed."""
        return max(0.0, (at - self.now()).total_seconds())


class DemoClock(SystemClock):
    """Board time that starts at a stated instant and may run faster; wire time stays real.

    Args:
        start_at: aware instant that `now()` gives at once.
        speed: seconds of board time per real second, above 0.
    """

    def __init__(self, start_at: datetime, speed: float = 1.0) -> None:
        if start_at.tzinfo is None or speed <= 0:
            raise ValueError("a demonstration starts at an aware instant and runs forward")
        self._start_at = start_at.astimezone(UTC)
        self._speed = speed
        self._started_s = self.monotonic_s()

    def now(self) -> datetime:
        """Board time: the stated instant plus the real time since then, times the speed."""
        return self._start_at + timedelta(seconds=(self.monotonic_s() - self._started_s) * self._speed)

    def seconds_until(self, at: datetime) -> float:
        """Real seconds until this instant of board time; 0 when it has passed."""
        return super().seconds_until(at) / self._speed


class StepWatch:
    """Tells whether somebody set the clock since the last look; a clock that is slewed is followed in silence.

    Args:
        clock: board time, which may run faster than wire time, and wire time.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seen = (clock.now(), clock.monotonic_s())

    def look(self) -> float:
        """By how many wire seconds the clock was set since the last look, back where negative; 0: by nobody."""
        before, self._seen = self._seen, (self._clock.now(), self._clock.monotonic_s())
        return self._step_s(before, self._seen)

    def peek(self) -> float:
        """The same, and the next look will tell it again."""
        return self._step_s(self._seen, (self._clock.now(), self._clock.monotonic_s()))

    def _step_s(self, before: tuple[datetime, float], now: tuple[datetime, float]) -> float:
        (last_at, last_s), (now_at, now_s) = before, now
        moved_s = self._clock.seconds_until(now_at + abs(now_at - last_at))  # wire seconds: board time may run faster
        step_s = (moved_s if now_at >= last_at else -moved_s) - (now_s - last_s)
        return step_s if abs(step_s) > STEP_S else 0.0


def lunar_today() -> date:
    """The date by which the Vietnamese lunar calendar counts: that of UTC+7."""
    return SystemClock().now().astimezone(_LUNAR_ZONE).date()
