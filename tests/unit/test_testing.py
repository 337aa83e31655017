"""The shipped doubles."""

from datetime import UTC, datetime, timedelta

from signboard.clock import Clock
from signboard.testing import FakeClock

AT = datetime(2026, 11, 15, tzinfo=UTC)


def test_fake_clock_stands_still() -> None:
    """Nothing moves by itself."""
    clock: Clock = FakeClock(AT)
    assert clock.now() == clock.now() == AT


def test_sleep_advances_both_times() -> None:
    """A sleep moves board time and wire time and is written down."""
    clock = FakeClock(AT, monotonic_s=5)
    clock.sleep(2.5)
    clock.sleep(-1)
    assert (clock.now(), clock.monotonic_s(), clock.slept_s) == (AT + timedelta(seconds=2.5), 7.5, [2.5, -1])


def test_step_moves_board_time_alone() -> None:
    """Setting the clock leaves wire time alone."""
    clock = FakeClock(AT, monotonic_s=5)
    clock.step(-3600)
    assert (clock.now(), clock.monotonic_s()) == (AT - timedelta(hours=1), 5)
    clock.set(AT)
    assert (clock.now(), clock.monotonic_s()) == (AT, 5)


def test_seconds_until() -> None:
    """Counts down and stops at 0."""
    clock = FakeClock(AT)
    assert clock.seconds_until(AT + timedelta(minutes=1)) == 60
    assert clock.seconds_until(AT - timedelta(minutes=1)) == 0
