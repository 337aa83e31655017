"""gaps: rows that are missing, and how they are told."""

from datetime import UTC, datetime, timedelta

from signboard.store.gaps import LOG_GAP, Gap, gap_event

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
