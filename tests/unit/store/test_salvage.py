"""salvage: what can be read and proved comes back, once; the rest is a gap that is told."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from damaged import fill_store, flip_bits, kept, seeded
from showings import AT, SHOWING

from signboard.store.connection import Connection, Rows, connect_file
from signboard.store.database import Store
from signboard.store.gaps import LOG_GAP, LOG_SALVAGED
from signboard.store.salvage import main, readable_rows, salvage, start_salvage, unsalvaged

NOW_AT = AT + timedelta(days=9)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A file put aside, with a hundred rows; whole until a test spoils it."""
    bad = tmp_path / "log.db.bad-20261124T000000Z"
    fill_store(bad, 100)
    return bad


def _spoil(bad: Path, statement: str) -> None:
    connection = connect_file(bad)
    connection.execute(statement)
    connection.close()


def test_a_whole_file_comes_back_whole(bad: Path, tmp_path: Path) -> None:
    """Every row, in a chain of the new file, with its old place noted."""
    path = tmp_path / "log.db"
    before = kept(bad)
    (told,) = salvage(bad, path, NOW_AT)
    assert (told.event, told.board_id, told.details["rows"], told.details["lost"]) == (LOG_SALVAGED, "board", 100, 0)
    assert kept(path) == before
    with Store(path) as store:
        assert store.first_broken_showing("board") is None
        assert store.events() == (told,)


@pytest.mark.parametrize(
    ("statement", "lost"),
    [
        ("UPDATE showings SET until_at = '2026-12-31T00:00:00.000000Z' WHERE seq = 40", {40}),
        ("UPDATE showings SET evidence = 'read_back' WHERE seq = 40", {40}),
        ("UPDATE showings SET digest = '' WHERE seq = 40", {40}),
        ("DELETE FROM showings WHERE seq BETWEEN 40 AND 44", set(range(40, 46))),
        ("DELETE FROM showings WHERE seq < 3", {1, 2, 3}),
    ],
)
def test_what_is_not_proved_is_a_gap(bad: Path, tmp_path: Path, statement: str, lost: set[int]) -> None:
    """A row that was changed stays away, and so does the one after a hole; the gap is told with its instants."""
    path = tmp_path / "log.db"
    before = {row.since_at: row.seq for row in kept(bad)}
    _spoil(bad, statement)
    gap, told = salvage(bad, path, NOW_AT)
    found = {before[row.since_at] for row in kept(path)}
    assert set(range(1, 101)) - found == lost
    assert (told.details["rows"], told.details["lost"]) == (100 - len(lost), len(lost))
    assert (gap.event, gap.details["rows"], gap.details["why"]) == (LOG_GAP, len(lost), "unreadable")


def test_rows_that_were_written_meanwhile_stay(bad: Path, tmp_path: Path) -> None:
    """The new file has rows of its own; numbers go on without gaps, and answers stand in the order of time."""
    path = tmp_path / "log.db"
    today = replace(SHOWING, since_at=NOW_AT, until_at=NOW_AT)
    with Store(path) as store:
        store.add_showing(today)
    salvage(bad, path, NOW_AT)
    rows = kept(path)
    assert len(rows) == 101
    assert rows[-1] == replace(today, seq=1)
    assert sorted(row.seq for row in rows) == list(range(1, 102))


def test_a_salvage_that_is_begun_again_adds_no_row_twice(bad: Path, tmp_path: Path) -> None:
    """It was broken off before it was told, so it is done once more."""
    path = tmp_path / "log.db"
    salvage(bad, path, NOW_AT)
    salvage(bad, path, NOW_AT)
    assert len(kept(path)) == 100


def test_the_row_that_was_open_is_cut(bad: Path, tmp_path: Path) -> None:
    """It ends where it was written down last, and comes back once."""
    path = tmp_path / "log.db"
    last = replace(SHOWING, since_at=NOW_AT, until_at=NOW_AT + timedelta(seconds=5))
    with Store(bad) as store:
        store.keep([], {"board": last}, run="r")
    salvage(bad, path, NOW_AT)
    salvage(bad, path, NOW_AT)
    rows = kept(path)
    assert len(rows) == 101
    assert rows[-1] == replace(last, seq=101, is_cut=True)


def test_a_file_that_gives_nothing_back_is_told_too(tmp_path: Path) -> None:
    """So that nobody tries it again at every start."""
    bad, path = tmp_path / "log.db.bad-1", tmp_path / "log.db"
    bad.write_bytes(b"\x07" * 9000)
    with Store(path) as store:
        assert unsalvaged(path, store.events()) == (bad,)
    (told,) = salvage(bad, path, NOW_AT)
    assert (told.event, told.details["rows"]) == (LOG_SALVAGED, 0)
    with Store(path) as store:
        assert unsalvaged(path, store.events()) == ()


def test_the_child_does_it(bad: Path, tmp_path: Path) -> None:
    """A process of its own; a second one over a folder that cannot be written says so."""
    path = tmp_path / "log.db"
    assert start_salvage(bad, path).wait(30) == 0
    assert len(kept(path)) == 100
    (tmp_path / "file").write_bytes(b"")
    assert main(str(bad), str(tmp_path / "file" / "log.db")) == 1


class Holed:
    """A connection on which some rows cannot be read."""

    def __init__(self, real: Connection, holes: set[int]) -> None:
        self._real = real
        self._holes = holes

    def execute(self, sql: str, parameters: tuple[int, int], /) -> Rows:
        """Fail where the range holds a bad row."""
        first, last = parameters
        if self._holes & set(range(first, last + 1)):
            raise ValueError("unreadable")
        return self._real.execute(sql, parameters)

    def close(self) -> None:
        """Let the file go."""
        self._real.close()


def test_halving_finds_every_row_outside_the_holes(bad: Path) -> None:
    """In order, and none twice."""
    real, holes = connect_file(bad), {1, 37, 38, 99}
    statement = "SELECT rowid FROM showings WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
    holed: Connection = Holed(real, holes)  # type: ignore[assignment] # it is asked for ranges only
    found = [row[0] for row in readable_rows(holed, statement, 5000)]
    real.close()
    assert found == [number for number in range(1, 101) if number not in holes]


def test_a_row_that_the_run_wrote_once_more_comes_back_once(bad: Path, tmp_path: Path) -> None:
    """The file was damaged under a running board, whose last rows and open row went into the new one."""
    path = tmp_path / "log.db"
    last = replace(SHOWING, since_at=NOW_AT, until_at=NOW_AT + timedelta(seconds=5))
    with Store(bad) as store:
        store.keep([], {"board": last}, run="r")
    with Store(path) as store:
        store.keep([kept(bad)[99]], {"board": replace(last, until_at=NOW_AT + timedelta(seconds=9))}, run="r")
    salvage(bad, path, NOW_AT)
    rows = kept(path)
    assert len(rows) == 101
    assert len({row.since_at for row in rows}) == 101


@pytest.mark.parametrize("seed", range(8))
def test_flipped_bits_cost_what_they_hit_and_no_more(bad: Path, tmp_path: Path, seed: int) -> None:
    """Numbers of rows, lengths and kinds of values may be wrong; what comes back is what was written."""
    path, before = tmp_path / "log.db", kept(bad)
    flip_bits(bad, seeded(seed), 12)
    told = salvage(bad, path, NOW_AT)
    back = {row.since_at: row for row in kept(path)}

    assert [replace(back[row.since_at], seq=row.seq) for row in before if row.since_at in back] == [
        row for row in before if row.since_at in back
    ]
    assert told[-1].details["rows"] == len(back)
    assert told[-1].details["lost"] == 100 - len(back)


def test_a_wrong_number_costs_its_row_and_the_next(bad: Path, tmp_path: Path) -> None:
    """The chain tells which row follows which; nobody counts up to a number that damage made."""
    path = tmp_path / "log.db"
    _spoil(bad, "UPDATE showings SET seq = 4000000000 WHERE seq = 40")
    gap, told = salvage(bad, path, NOW_AT)

    assert (gap.details["rows"], told.details["rows"], told.details["lost"]) == (1, 99, 1)


def test_gaps_beyond_fifty_are_told_as_one(tmp_path: Path) -> None:
    """None is left untold."""
    bad, path = tmp_path / "log.db.bad-20261124T000000Z", tmp_path / "log.db"
    fill_store(bad, 200)
    _spoil(bad, "UPDATE showings SET text = 'x' WHERE seq % 3 = 0")
    *gaps, told = salvage(bad, path, NOW_AT)

    assert len(gaps) == 50
    assert sum(int(gap.details["rows"] or 0) for gap in gaps) == told.details["lost"] == 66
