"""Tests of the wear guard."""

from datetime import UTC, datetime, timedelta

import pytest

from signboard.errors import ConfigurationError, RefusedError
from signboard.protocols.wear import WearGuard

NOON_AT = datetime(2026, 11, 15, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_fresh_guard_allows_24_writes_and_no_more() -> None:
    """Writes are allowed one by one until the day is full; the refusal has the figures and is no board error."""
    guard = WearGuard()
    for left in range(24, 0, -1):
        assert guard.left(NOON_AT) == left
        guard.check(NOON_AT)
        guard = guard.written(NOON_AT)
    with pytest.raises(RefusedError) as caught:
        guard.check(NOON_AT + HOUR)

    assert caught.value.code == "worn"
    assert "24 times" in str(caught.value)
    assert "2026-11-16T12:00" in str(caught.value)


def test_a_write_counts_for_a_day() -> None:
    """24 hours after a write, and not a second earlier, its place is free again."""
    guard = WearGuard((NOON_AT,), per_day=1)

    assert [guard.left(NOON_AT + 24 * HOUR - timedelta(seconds=1)), guard.left(NOON_AT + 24 * HOUR)] == [0, 1]
    assert guard.next_at(NOON_AT + HOUR) == NOON_AT + 24 * HOUR
    assert guard.next_at(NOON_AT + 30 * HOUR) == NOON_AT + 30 * HOUR


def test_the_oldest_of_a_full_day_frees_the_next_place() -> None:
    """With several writes in the day, the one that leaves room first decides."""
    past_at = tuple(NOON_AT + hours * HOUR for hours in (3, 0, 5))

    assert WearGuard(past_at, per_day=3).next_at(NOON_AT + 6 * HOUR) == NOON_AT + 24 * HOUR
    assert WearGuard(past_at, per_day=2).next_at(NOON_AT + 6 * HOUR) == NOON_AT + 27 * HOUR


def test_writes_in_the_future_count() -> None:
    """A clock that was set back does not free the memory for another day of writes."""
    assert WearGuard((NOON_AT + 5 * HOUR,), per_day=1).left(NOON_AT) == 0


def test_what_no_longer_counts_is_forgotten() -> None:
    """The guard stays small however long it is used."""
    guard = WearGuard()
    for hours in range(1000):
        guard = guard.written(NOON_AT + hours * HOUR)

    assert len(guard.past_at) == 24


def test_any_day_of_any_calls_stays_within_the_limit() -> None:
    """Asked every minute for a week, the guard lets no 24 hours have more than its writes."""
    guard, written_at = WearGuard(per_day=5), []
    for minutes in range(7 * 24 * 60):
        now_at = NOON_AT + timedelta(minutes=minutes)
        if guard.left(now_at):
            guard = guard.written(now_at)
            written_at.append(now_at)

    assert len(written_at) == 7 * 5
    assert all(later - earlier >= 24 * HOUR for earlier, later in zip(written_at, written_at[5:], strict=False))


@pytest.mark.parametrize("asked", [0, 25, 1440])
def test_more_than_24_a_day_cannot_be_asked(asked: int) -> None:
    """A setting that would wear the memory out is refused with the figure."""
    with pytest.raises(ConfigurationError) as caught:
        WearGuard(per_day=asked)

    assert str(asked) in str(caught.value)
