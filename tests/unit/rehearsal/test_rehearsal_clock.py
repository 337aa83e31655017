"""Rehearsal time: two clocks, and events on the way."""

from datetime import UTC, datetime, timedelta

import pytest

from signboard.rehearsal.clock import US, RehearsalClock

START_AT = datetime(2026, 11, 14, 16, 50, tzinfo=UTC)


def test_sleeping_moves_both_times() -> None:
    """Half a second is half a second."""
    clock = RehearsalClock(START_AT)
    clock.sleep(0.5)
    assert (clock.now(), clock.monotonic_s()) == (START_AT + timedelta(seconds=0.5), 0.5)


def test_no_sleep_is_lost_in_rounding() -> None:
    """However short a sleep is, time goes on, so nobody waits for ever."""
    clock = RehearsalClock(START_AT)
    clock.sleep(1e-9)
    assert clock.now_us == 1


def test_the_computers_clock_may_be_wrong() -> None:
    """What it says is not true time, and waits for an instant go by what it says."""
    clock = RehearsalClock(START_AT)
    clock.offset_us = 3600 * US
    assert clock.now() == START_AT + timedelta(hours=1)
    assert clock.true_at(clock.now_us) == START_AT
    assert clock.seconds_until(START_AT + timedelta(hours=1, seconds=5)) == 5
    assert clock.seconds_until(START_AT) == 0


def test_events_happen_in_their_order_on_the_way() -> None:
    """Whoever sleeps over them finds them done, each at its own time."""
    clock = RehearsalClock(START_AT)
    seen: list[tuple[str, int]] = []
    clock.call_at(2 * US, lambda: seen.append(("second", clock.now_us)))
    clock.call_at(US, lambda: seen.append(("first", clock.now_us)))
    clock.call_at(9 * US, lambda: seen.append(("never", clock.now_us)))
    clock.sleep(3)
    assert seen == [("first", US), ("second", 2 * US)]
    assert (clock.now_us, clock.next_us) == (3 * US, 9 * US)


def test_an_event_may_cut_a_sleep_short() -> None:
    """What it raises comes out of the sleep, at its time."""

    def cut() -> None:
        raise InterruptedError

    clock = RehearsalClock(START_AT)
    clock.call_at(US, cut)
    with pytest.raises(InterruptedError):
        clock.sleep(5)
    assert clock.now_us == US


def test_true_times_and_instants_are_two_names_of_one_thing() -> None:
    """There and back."""
    clock = RehearsalClock(START_AT)
    at = START_AT + timedelta(days=40, microseconds=7)
    assert clock.true_at(clock.true_us(at)) == at
