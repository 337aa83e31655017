"""gaps: rows that are missing, and how they are told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from signboard.store.audit import Event
from signboard.store.gaps import (
    LOG_DAMAGED,
    LOG_GAP,
    LOG_REPLACED,
    UNREADABLE,
    Gap,
    gap_event,
    gap_in,
    read_gaps,
    store_trouble,
    write_gaps,
)

AT = datetime(2026, 11, 15, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_two_gaps_make_one() -> None:
    """From the first instant to the last, in whichever order they came."""
    first, second = Gap(2, AT, AT + MINUTE), Gap(3, AT - MINUTE, AT)
    assert first.and_also(second) == second.and_also(first) == Gap(5, AT - MINUTE, AT + MINUTE)


def test_a_gap_is_told_with_its_instants() -> None:
    """It happened when it ended, on one board, and why."""
    event = gap_event(Gap(5, AT, AT + MINUTE), "unreadable", site_id="s", board_id="b")
    assert (event.event, event.board_id, event.happened_at) == (LOG_GAP, "b", AT + MINUTE)
    assert (event.details["rows"], event.details["why"]) == (5, "unreadable")
    assert datetime.fromisoformat(str(event.details["since_at"])) == AT


def test_a_gap_that_was_told_is_read_again() -> None:
    """By its own board alone, and nothing else is taken for one."""
    gap = Gap(5, AT, AT + MINUTE)
    event = gap_event(gap, UNREADABLE, site_id="s", board_id="b")

    assert gap_in(event, "b") == (gap, UNREADABLE)
    assert gap_in(event, "c") is None
    assert gap_in(replace(event, event=LOG_DAMAGED), "b") is None


def test_gaps_are_written_as_words() -> None:
    """The newest few; what is no gap is left out."""
    gaps = tuple(Gap(n, AT + MINUTE * n, AT + MINUTE * (n + 1)) for n in range(9))

    assert read_gaps(write_gaps(gaps)) == gaps[1:]
    assert read_gaps(f"x 1/2 x/y/z {write_gaps(gaps[:1])}") == gaps[:1]
    assert write_gaps(()) == ""


def test_what_happened_to_the_file_is_told_for_a_week() -> None:
    """The latest of it; nothing of the future, nothing else."""
    events = [Event("", "", AT + MINUTE * n, "A", name, {}) for n, name in enumerate((LOG_DAMAGED, LOG_REPLACED, "x"))]

    assert store_trouble(events, AT + MINUTE * 5) == (LOG_REPLACED, AT + MINUTE)
    assert store_trouble(events, AT) == (LOG_DAMAGED, AT)
    assert store_trouble(events, AT + timedelta(days=8)) == ("", None)
