"""showings: the chain of the play log, and rows that were open when the program died."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.playlog.trust import Trust
from signboard.store.connection import Connection, connect_file, open_up_to_date, transaction
from signboard.store.rows import showing_row
from signboard.store.schema import MIGRATIONS
from signboard.store.showings import (
    append_showing,
    append_showings,
    close_left_open,
    first_broken_showing,
    last_showing_digest,
    open_showing,
    set_open,
    showings_between,
)

MakeShowing = Callable[..., Showing]
DAY = timedelta(days=1)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """An empty store."""
    opened = open_up_to_date(tmp_path / "log.db")
    yield opened
    opened.close()


def _write(connection: Connection, showing: Showing, count: int = 1) -> None:
    with transaction(connection):
        for _number in range(count):
            append_showing(connection, showing)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE showings SET until_at = since_at WHERE seq = 3",
        "UPDATE showings SET evidence = 'sent' WHERE seq = 3",
        "UPDATE showings SET digest = '' WHERE seq = 3",
        "UPDATE showings SET trust = 'untrusted', is_cut = 1 WHERE seq = 3",
        "DELETE FROM showings WHERE seq = 3",
    ],
)
def test_a_changed_row_is_found_by_its_number(connection: Connection, make_showing: MakeShowing, change: str) -> None:
    """Whatever was changed in it; the row taken out is the one whose number is missing."""
    _write(connection, make_showing(), 5)
    assert first_broken_showing(connection, "cong") is None
    connection.execute(change)
    assert first_broken_showing(connection, "cong") == 3


def test_each_board_has_a_chain_of_its_own(connection: Connection, make_showing: MakeShowing) -> None:
    """A change in one board's rows says nothing of another's."""
    for board in ("cong", "sanh", "cong"):
        _write(connection, make_showing(board_id=board))
    before = last_showing_digest(connection, "cong")
    connection.execute("UPDATE showings SET text = 'x' WHERE board_id = 'sanh'")
    assert (first_broken_showing(connection, "cong"), first_broken_showing(connection, "sanh")) == (None, 1)
    assert last_showing_digest(connection, "cong") == before


def _of_version_1(path: Path, showing: Showing, count: int) -> None:
    raw = connect_file(path)
    for statement in MIGRATIONS[0]:
        raw.execute(statement)
    raw.execute("PRAGMA user_version = 1")
    columns = (
        "seq, site_id, board_id, bundle, campaign, slogan, text, page, phase_px, motion, since_at, until_at, "
        "frame_digest, exchanges, evidence, reason, schema_version"
    )
    for seq in range(1, count + 1):
        values = (*showing_row(showing, seq)[:16], 1)
        raw.execute(f"INSERT INTO showings ({columns}) VALUES ({', '.join('?' * 17)})", values)  # noqa: S608 - constants
    raw.close()


def test_rows_of_version_1_are_read_and_bound_by_the_next_row(tmp_path: Path, make_showing: MakeShowing) -> None:
    """They have no digest of their own; from the first new row on, a change in them is found."""
    path, old = tmp_path / "log.db", make_showing()
    _of_version_1(path, old, 3)
    connection = open_up_to_date(path)
    _write(connection, old, 2)
    rows = showings_between(connection, "cong", old.since_at - DAY, old.until_at + DAY)
    assert [row.seq for row in rows] == [1, 2, 3, 4, 5]
    assert {(row.trust, row.is_cut) for row in rows} == {(Trust.TRUSTED, False)}
    assert first_broken_showing(connection, "cong") is None
    connection.execute("UPDATE showings SET text = 'x' WHERE seq = 2")
    assert first_broken_showing(connection, "cong") == 4
    connection.close()


def test_an_open_row_is_shown_as_far_as_it_was_written_down(connection: Connection, make_showing: MakeShowing) -> None:
    """With the number that it will have, and only where it touches what was asked for."""
    _write(connection, make_showing())
    last = make_showing(since_at=make_showing().until_at, until_at=make_showing().until_at + DAY)
    with transaction(connection):
        set_open(connection, "cong", "run", last)
    assert open_showing(connection, "cong") == ("run", last)
    found = showings_between(connection, "cong", last.since_at, last.until_at)
    assert found == (replace(last, seq=2),)
    assert showings_between(connection, "cong", last.until_at, last.until_at + DAY) == ()
    assert first_broken_showing(connection, "cong") is None


def test_a_row_left_open_by_another_run_is_cut_once(connection: Connection, make_showing: MakeShowing) -> None:
    """It ends where it was written down last; the run that has it open is left alone."""
    left = make_showing(evidence=Evidence.SENT)
    with transaction(connection):
        set_open(connection, "cong", "first", left)
        close_left_open(connection, "cong", "first")
        close_left_open(connection, "cong", "second")
        close_left_open(connection, "cong", "second")
    assert open_showing(connection, "cong") is None
    rows = showings_between(connection, "cong", left.since_at, left.until_at)
    assert rows == (replace(left, seq=1, is_cut=True),)


def test_no_open_row_is_written_down_as_none(connection: Connection, make_showing: MakeShowing) -> None:
    """After the end of a row nothing is open."""
    with transaction(connection):
        set_open(connection, "cong", "run", make_showing())
        set_open(connection, "cong", "run", None)
    assert open_showing(connection, "cong") is None


def test_two_runs_of_one_board_never_count_a_second_twice(connection: Connection, make_showing: MakeShowing) -> None:
    """A row that another run took for a left one goes on behind the cut, however often that happens."""
    whole = make_showing()
    parts = [whole.since_at + (whole.until_at - whole.since_at) * n / 4 for n in range(1, 5)]
    with transaction(connection):
        for until_at in parts[:3]:
            set_open(connection, "cong", "first", replace(whole, until_at=until_at))
            close_left_open(connection, "cong", "second")
        append_showing(connection, replace(whole, until_at=parts[1]))
        append_showing(connection, whole)
    rows = showings_between(connection, "cong", whole.since_at, whole.until_at)
    assert [(row.since_at, row.until_at) for row in rows] == list(zip([whole.since_at, *parts[:3]], parts, strict=True))
    assert first_broken_showing(connection, "cong") is None


@pytest.mark.parametrize("cut", [None, 0, 2])
def test_rows_together_become_what_they_become_alone(
    tmp_path: Path, make_showing: MakeShowing, cut: int | None
) -> None:
    """Of two boards, behind older rows; also where one of them, or the row before them, was cut."""
    first = make_showing()
    rows = [
        replace(
            first, board_id=board_id, since_at=first.since_at + DAY * number, until_at=first.until_at + DAY * number
        )
        for number in range(4)
        for board_id in ("cong", "sau")
    ]
    if cut is not None:
        rows[cut] = replace(rows[cut], until_at=rows[cut].since_at + timedelta(seconds=9), is_cut=True)
    rows.insert(1, replace(rows[0], until_at=first.until_at, is_cut=False))
    digests = set()
    for name, count in (("alone", len(rows)), ("together", 1), ("all", 0)):
        opened = open_up_to_date(tmp_path / name / "log.db")
        with transaction(opened):
            for row in rows[:count]:
                append_showing(opened, row)
            append_showings(opened, rows[count:])
        digests.add(tuple(last_showing_digest(opened, board_id) for board_id in ("cong", "sau")))
        opened.close()
    assert len(digests) == 1


@pytest.mark.parametrize(
    "spoilt", ["since_at = '2026-11-14x'", "evidence = 'sent?'", "until_at = '2026-11-15T00:00:00'"]
)
def test_an_unreadable_row_is_left_out_and_the_chain_tells(
    connection: Connection, make_showing: MakeShowing, spoilt: str
) -> None:
    """The rows beside it are answered all the same."""
    showing = make_showing()
    for _row in range(3):
        _write(connection, showing)
    connection.execute(f"UPDATE showings SET {spoilt} WHERE seq = 2")  # noqa: S608 - constants
    rows = showings_between(connection, "cong", showing.since_at - DAY, showing.until_at + DAY)

    assert [row.seq for row in rows] == [1, 3]
    assert first_broken_showing(connection, "cong") == 2


@pytest.mark.parametrize("content", ["", "{", "7", "[1,2]"])
def test_a_damaged_open_row_stops_nothing(connection: Connection, make_showing: MakeShowing, content: str) -> None:
    """It was one interval; the next run writes its own."""
    showing = make_showing()
    set_open(connection, "cong", "before", showing)
    connection.execute("UPDATE open_showings SET content = ?", (content,))
    close_left_open(connection, "cong", "now")
    set_open(connection, "cong", "now", showing)

    assert open_showing(connection, "cong") == ("now", showing)
