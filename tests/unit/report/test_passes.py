"""Passes of each slogan, and which of them are whole."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.report.passes import Lit, SloganAccount, Wholes, slogans_of

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SIX_AT = datetime(2026, 11, 15, 6, tzinfo=HANOI).astimezone(UTC)
Row = Callable[..., Showing]


def _reckon(rows: list[Showing], change_s: float = 0.5) -> list[SloganAccount]:
    lit = [Lit(row.since_at, row.until_at, row) for row in rows if row.evidence is not Evidence.FAILED]
    return slogans_of(lit, HANOI, Wholes(rows, timedelta(seconds=change_s)))


def test_whole_passes_are_counted_and_broken_ones_apart(row: Row) -> None:
    """The third pass ends after 4 of its 10 seconds."""
    (slogan,) = _reckon([row(0, 10), row(10, 20), row(20, 24)])

    assert (slogan.passes, slogan.broken, slogan.time.total_seconds()) == (2, 1, 24)


def test_pages_of_one_pass_are_one_pass(row: Row) -> None:
    """Two rows with the same beginning of the pass."""
    first = row(0, 5)
    second = replace(row(5.2, 10), page=1, pass_since_at=first.pass_since_at, pass_until_at=first.pass_until_at)
    (slogan,) = _reckon([first, second])

    assert (slogan.passes, slogan.broken) == (1, 0)


def test_a_pass_without_its_middle_is_broken(row: Row) -> None:
    """Three seconds are missing."""
    first = row(0, 3)
    last = replace(row(6, 10), pass_since_at=first.pass_since_at, pass_until_at=first.pass_until_at)
    (slogan,) = _reckon([first, last])

    assert (slogan.passes, slogan.broken) == (0, 1)


def _part(row: Row, since_s: float, until_s: float) -> Showing:
    """A part of the pass from 0 to 10 s."""
    whole = row(0, 10)
    return replace(row(since_s, until_s), pass_since_at=whole.pass_since_at, pass_until_at=whole.pass_until_at)


@pytest.mark.parametrize(
    ("since_s", "until_s", "is_whole"), [(0.5, 9.5, True), (0.6, 10, False), (0, 9.4, False), (1.8, 10, False)]
)
def test_a_pass_may_lack_a_change_of_picture_and_no_more(
    row: Row, since_s: float, until_s: float, *, is_whole: bool
) -> None:
    """At either end; half of a short pass is none."""
    (slogan,) = _reckon([_part(row, since_s, until_s)])

    assert (slogan.passes, slogan.broken) == (int(is_whole), int(not is_whole))


def test_a_failure_breaks_the_pass_however_short_it_is(row: Row) -> None:
    """The same hole without one is the wire's; so are failures before the pass and after it."""
    rows = [_part(row, 0.1, 4), _part(row, 4.3, 10)]
    failed = replace(_part(row, 4, 4.3), evidence=Evidence.FAILED)
    beside = [replace(failed, since_at=since, until_at=until) for since, until in _beside(row)]

    assert [one.passes for one in _reckon([rows[0], failed, rows[1]])] == [0]
    assert [one.passes for one in _reckon([beside[0], *rows, beside[1]])] == [1]


def _beside(row: Row) -> list[tuple[datetime, datetime]]:
    return [(one.since_at, one.until_at) for one in (row(-5, 0), row(10, 12))]
