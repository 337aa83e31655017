"""Totals over rows of the play log."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.playlog.totals import add_up, gaps

START_AT = datetime(2026, 11, 15, tzinfo=UTC)


def row(slogan: str | None, start_s: int, end_s: int, evidence: Evidence = Evidence.ACKED) -> Showing:
    """A row of so many seconds."""
    since_at, until_at = (START_AT + timedelta(seconds=second) for second in (start_s, end_s))
    return Showing(
        seq=1,
        site_id="site",
        board_id="board",
        bundle="sample",
        campaign=slogan and "month",
        slogan=slogan,
        text=(slogan or "").title(),
        page=0,
        phase_px=0,
        motion="static",
        since_at=since_at,
        until_at=until_at,
        frame_digest="",
        exchanges=2,
        evidence=evidence,
        reason="playing",
    )


def test_each_slogan_is_added_up() -> None:
    """Rows, exchanges and time, in order of first appearance."""
    totals = add_up([row("b", 0, 7), row("a", 7, 10), row("b", 10, 17)])
    assert [(total.slogan, total.text, total.rows, total.exchanges) for total in totals] == [
        ("b", "B", 2, 4),
        ("a", "A", 1, 2),
    ]
    assert totals[0].at_least(Evidence.SENT) == timedelta(seconds=14)


def test_evidence_is_kept_apart() -> None:
    """What was only sent does not count as acknowledged; what failed counts as nothing shown."""
    (total,) = add_up([row("a", 0, 5), row("a", 5, 8, Evidence.SENT), row("a", 8, 9, Evidence.FAILED)])
    assert total.at_least(Evidence.ACKED) == timedelta(seconds=5)
    assert total.at_least(Evidence.SENT) == timedelta(seconds=8)
    assert total.shown[Evidence.FAILED] == timedelta(seconds=1)
    assert (total.first_at, total.last_at) == (START_AT, START_AT + timedelta(seconds=8))


def test_a_slogan_that_never_stood_has_no_first_instant() -> None:
    """Only failures."""
    (total,) = add_up([row("a", 0, 5, Evidence.FAILED)])
    assert (total.first_at, total.last_at) == (None, None)


def test_dark_rows_are_no_slogans() -> None:
    """A dark board is shown, but nobody's words."""
    assert add_up([row(None, 0, 100)]) == ()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(0, 100)], []),
        ([], [(0, 100)]),
        ([(10, 50), (60, 90)], [(0, 10), (50, 60), (90, 100)]),
        ([(60, 90), (0, 61)], [(90, 100)]),
        ([(0, 50), (51, 100)], []),
        ([(0, 90), (10, 20), (95, 200)], [(90, 95)]),
        ([(200, 300)], [(0, 100)]),
    ],
)
def test_gaps(rows: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    """Stretches that no row covers, in any order of rows; up to 2 s between rows are the exchange itself."""
    found = gaps([row("a", *pair) for pair in rows], START_AT, START_AT + timedelta(seconds=100))
    assert [tuple(round((at - START_AT).total_seconds()) for at in gap) for gap in found] == expected


def test_failed_rows_leave_a_gap() -> None:
    """An outage is no knowledge of what the board showed."""
    rows = [row("a", 0, 40), replace(row("a", 40, 60), evidence=Evidence.FAILED), row("a", 60, 100)]
    assert len(gaps(rows, START_AT, START_AT + timedelta(seconds=100))) == 1
