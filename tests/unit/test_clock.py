"""The clock: board time and wire time."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from signboard.clock import Clock, DemoClock, StepWatch, SystemClock, lunar_today
from signboard.testing import FakeClock

AT = datetime(2026, 11, 15, 6, 0, tzinfo=timezone(timedelta(hours=7)))


def test_system_clock_gives_aware_utc() -> None:
    """`now()` is aware and in UTC."""
    clock: Clock = SystemClock()
    assert clock.now().tzinfo is UTC


def test_system_clock_sleeps_real_seconds() -> None:
    """A sleep takes at least the time asked for; none or negative returns."""
    clock = SystemClock()
    before_s = clock.monotonic_s()
    clock.sleep(0.01)
    clock.sleep(-1)
    assert clock.monotonic_s() - before_s >= 0.009


def test_system_clock_counts_down_to_an_instant() -> None:
    """Seconds until a coming instant are positive, until a past one 0."""
    clock = SystemClock()
    assert 3590 < clock.seconds_until(clock.now() + timedelta(hours=1)) <= 3600
    assert clock.seconds_until(clock.now() - timedelta(hours=1)) == 0


def test_demo_clock_starts_where_told() -> None:
    """Board time begins at the stated instant, in UTC."""
    clock = DemoClock(AT, speed=1e-9)
    assert clock.now() - datetime(2026, 11, 14, 23, 0, tzinfo=UTC) < timedelta(seconds=1)
    assert clock.now().tzinfo is UTC


def test_demo_clock_runs_faster_than_the_wire() -> None:
    """Board time runs `speed` times as fast as monotonic time."""
    clock = DemoClock(AT, speed=3600)
    wire_s, board_at = clock.monotonic_s(), clock.now()
    clock.sleep(0.02)
    assert clock.now() - board_at >= timedelta(seconds=0.02 * 3600 * 0.9)
    assert clock.monotonic_s() > wire_s


def test_demo_clock_bridges_board_time_to_wire_time() -> None:
    """An hour of board time at speed 3600 is at most one real second away."""
    clock = DemoClock(AT, speed=3600)
    assert clock.seconds_until(AT + timedelta(hours=1)) <= 1


@pytest.mark.parametrize(("start_at", "speed"), [(datetime(2026, 1, 1), 1.0), (AT, 0.0), (AT, -1.0)])  # noqa: DTZ001 - naive on purpose
def test_demo_clock_refuses_nonsense(start_at: datetime, speed: float) -> None:
    """A naive start or a speed that does not go forward is a programming error."""
    with pytest.raises(ValueError, match="demonstration"):
        DemoClock(start_at, speed)


def test_the_lunar_calendar_counts_in_hanoi() -> None:
    """At most a day apart from UTC, wherever this computer stands."""
    assert abs((lunar_today() - SystemClock().now().date()).days) <= 1


class TestStepWatch:
    """Somebody sets the clock."""

    @pytest.mark.parametrize("step_s", [3600, -3600, 30, -2.5])
    def test_a_step_is_told_once(self, step_s: float) -> None:
        """By how much, with its sign; peeking tells it as often as it is asked."""
        clock = FakeClock(AT)
        watch = StepWatch(clock)
        clock.advance(5)
        clock.step(step_s)
        assert watch.peek() == watch.peek() == pytest.approx(step_s)
        assert watch.look() == pytest.approx(step_s)
        assert watch.look() == 0

    def test_small_corrections_are_none(self) -> None:
        """Nor is time that passes."""
        clock = FakeClock(AT)
        watch = StepWatch(clock)
        for _ in range(10):
            clock.advance(60)
            clock.step(1.5)
            assert watch.look() == 0

    def test_board_time_may_run_faster(self) -> None:
        """In a demonstration nobody sets anything."""
        clock = DemoClock(AT, speed=3600)
        watch = StepWatch(clock)
        clock.sleep(0.02)
        assert watch.look() == 0
