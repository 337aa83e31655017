"""The play log's own thread, over real stores."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from showings import AT, SHOWING
from stage import BOARD, STATION, Stage

from signboard.clock import SystemClock
from signboard.errors import SignboardError
from signboard.player.log_writer import COMMIT_S, LogWriter, Pace
from signboard.player.streamer import BoardLine, Streamer
from signboard.playlog.showing import Showing
from signboard.store.audit import Event
from signboard.store.connection import Connection, Rows, connect_file
from signboard.store.database import Store
from signboard.store.gaps import LOG_GAP, NOT_WRITABLE, Gap, gap_in
from signboard.testing import PAPER, PaperBoard, PaperDriver

PATIENT = Pace(stop_s=25)
"""The end waits as long as it takes, also on a slow computer."""


class Hasty:
    """A connection that hardly waits for others, whatever it is told."""

    def __init__(self, path: Path) -> None:
        self._connection = connect_file(path)

    def execute(self, sql: str, parameters: Sequence[str | int | float | bytes | None] = (), /) -> Rows:
        """Run one statement."""
        return self._connection.execute(sql.replace("busy_timeout = 5000", "busy_timeout = 50"), parameters)

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()


def row(number: int) -> Showing:
    """A row unlike the others."""
    return replace(SHOWING, since_at=AT + timedelta(seconds=number), until_at=AT + timedelta(seconds=number))


def kept(path: Path) -> list[datetime]:
    """When the rows in the store begin, in the order of their numbers."""
    with Store(path) as store:
        found = store.showings("board", AT - timedelta(days=1), AT + timedelta(days=400))
    assert [showing.seq for showing in found] == list(range(1, len(found) + 1))
    return [showing.since_at for showing in found]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store that exists."""
    path = tmp_path / "log.db"
    Store(path).close()
    return path


@pytest.fixture
def locked(path: Path) -> Iterator[Callable[[], object]]:
    """Another process holds the store until this is called."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield lambda: other.execute("COMMIT")


def test_rows_reach_the_store_in_their_order(path: Path) -> None:
    """All of them, by the end of the block."""
    with LogWriter(lambda: Store(path)) as log:
        for number in range(5):
            log.put(row(number))

    assert kept(path) == [row(number).since_at for number in range(5)]
    assert (log.trouble, log.dropped) == (None, 0)


@pytest.mark.timeout(30)
def test_pictures_go_on_while_the_log_is_locked(path: Path, locked: Callable[[], object]) -> None:
    """Another process's lock ends only after ten pictures, and the rows are there afterwards."""
    clock = SystemClock()
    board = PaperBoard(BOARD, clock, wire_s=0)
    line = BoardLine(PaperDriver(BOARD), board, replace(PAPER, refresh_s=0.05))
    with LogWriter(lambda: Store(path), PATIENT) as log:
        streamer = Streamer(Stage().screenplay, line, clock, STATION, log.put)
        log.put(row(0))
        while board.words.count("show") <= 10:
            streamer.tick()
            clock.sleep(0.02)
        locked()
        streamer.stop()

    assert kept(path)[0] == row(0).since_at
    assert log.dropped == 0


@pytest.mark.timeout(30)
def test_a_store_that_waits_less_is_tried_again(path: Path, locked: Callable[[], object]) -> None:
    """The lock outlasts the store's patience: the trouble is told, and over when the rows are written."""
    with LogWriter(lambda: Store(path, Hasty), replace(PATIENT, retry_s=0.1)) as log:
        log.put(row(1))
        clock = SystemClock()
        while log.trouble is None:
            clock.sleep(0.02)
        assert log.trouble.code in ("store_failed", "store_unreadable")
        locked()

    assert kept(path) == [row(1).since_at]
    assert log.dropped == 0


@pytest.mark.timeout(30)
@pytest.mark.parametrize("helps", [False, True])
def test_what_nobody_foresaw_ends_no_log(path: Path, *, helps: bool) -> None:
    """Neither in the store nor in what is done about it: it is told, and the row is written as soon as that works."""
    broken = [True]

    class Faulty(Counting):
        def keep(
            self,
            rows: Sequence[Showing],
            still_open: Mapping[str, Showing | None],
            lost: Sequence[Event],
            /,
            *,
            run: str,
        ) -> None:
            if broken:
                raise KeyError("lost")
            super().keep(rows, still_open, lost, run=run)

    def remedy(_error: SignboardError) -> bool:
        if helps:
            return False
        raise ValueError("no help")

    with LogWriter(lambda: Faulty(path, []), replace(PATIENT, retry_s=0.05), remedy=remedy) as log:
        log.put(row(1))
        clock = SystemClock()
        while log.trouble is None:
            clock.sleep(0.02)
        told = str(log.trouble)
        broken.clear()

    assert told.startswith("This should not have happened (")
    assert kept(path) == [row(1).since_at]
    assert log.dropped == 0


def tight(path: Path) -> Connection:
    """A connection to a store that may not grow any more: what a full disk is."""
    connection = connect_file(path)
    connection.execute("PRAGMA max_page_count = 1")
    return connection


@pytest.mark.timeout(30)
def test_a_full_disk_loses_rows_and_says_so(path: Path) -> None:
    """Rows that never fit are counted at the end; what was there before is there still, and nothing is invented."""
    with LogWriter(lambda: Store(path)) as log:
        log.put(row(0))
    with LogWriter(lambda: Store(path, tight), Pace(retry_s=0.05, stop_s=0.5)) as log:
        for number in range(1, 400):
            log.put(row(number))

    starts = kept(path)
    assert log.trouble
    assert log.dropped
    assert len(starts) + log.dropped >= 400
    assert starts == [row(number).since_at for number in range(len(starts))]


def test_what_does_not_fit_is_dropped_and_counted(path: Path) -> None:
    """The queue is bounded, and the oldest rows stay."""
    log = LogWriter(lambda: Store(path), Pace(most_rows=3))
    for number in range(5):
        log.put(row(number))
    with log:
        pass

    assert log.dropped == 2
    assert kept(path) == [row(number).since_at for number in range(3)]


def test_a_gap_is_recorded_when_the_store_is_written_again(path: Path) -> None:
    """How many rows, from when until when, in the audit chain."""
    log = LogWriter(lambda: Store(path), Pace(most_rows=3))
    for number in range(5):
        log.put(row(number))
    with log:
        pass

    with Store(path) as store:
        (event,) = store.events()
    assert (event.event, event.board_id, event.details["rows"]) == (LOG_GAP, "board", 2)
    assert [event.details["since_at"], event.details["until_at"]] == [row(n).since_at.isoformat() for n in (3, 4)]


@pytest.mark.timeout(30)
def test_what_an_earlier_run_could_not_write_is_told_once(path: Path) -> None:
    """With the first commit that succeeds; until then it is known what waits."""
    gap = Gap(7, AT, AT + timedelta(minutes=2))
    tightness = [tight, connect_file]

    def remedy(_error: SignboardError) -> bool:
        tightness[:] = tightness[-1:]
        return True

    log = LogWriter(lambda: Store(path, tightness[0]), remedy=remedy)
    log.note_missed("s", "board", gap)
    before = log.missed("board"), log.missed("other"), log.waiting
    with log:
        for number in range(400):  # more than the tight disk takes
            log.put(row(number))
    with Store(path) as store:
        told = [gap_in(event, "board") for event in store.events()]
    assert before == ((gap,), (), 0)
    assert log.missed("board") == ()
    assert told == [(gap, NOT_WRITABLE)]


class Counting:
    """A store that counts its transactions."""

    def __init__(self, path: Path, batches: list[int]) -> None:
        self._store = Store(path)
        self._batches = batches

    def keep(
        self, rows: Sequence[Showing], still_open: Mapping[str, Showing | None], lost: Sequence[Event], /, *, run: str
    ) -> None:
        """Keep, and count the rows."""
        self._store.keep(rows, still_open, lost, run=run)
        self._batches.append(len(rows))

    def look(self) -> None:
        """As the store."""
        self._store.look()

    def close(self) -> None:
        """Let the file go."""
        self._store.close()


@pytest.mark.timeout(30)
def test_rows_are_committed_together(path: Path) -> None:
    """The first at once, those of the next interval at its end, here that of the run."""
    batches: list[int] = []
    clock = SystemClock()
    with LogWriter(lambda: Counting(path, batches)) as log:
        log.put(row(0))
        while not batches:
            clock.sleep(0.01)
        for number in range(1, 300):
            log.put(row(number))

    assert batches == [1, 299]
    assert len(kept(path)) == 300


@pytest.mark.timeout(30)
@pytest.mark.parametrize("is_quiet", [True, False])
def test_a_deleted_store_is_back_without_a_commit(path: Path, is_quiet: bool) -> None:
    """It is looked at in the pause between two commits, and while nothing is to be written."""
    clock, batches, troubles = SystemClock(), list[int](), list[str]()

    def remedy(error: SignboardError) -> bool:
        troubles.append(error.code)
        return True

    pace = Pace(every_s=0 if is_quiet else 45, look_s=0.05)
    with LogWriter(lambda: Counting(path, batches), pace, remedy=remedy) as log:
        log.put(row(0))
        while not batches:
            clock.sleep(0.01)
        path.unlink()
        while not path.exists() or len(kept(path)) == 0:
            clock.sleep(0.01)
        log.put(row(1))
    assert kept(path) == [row(0).since_at, row(1).since_at]
    assert troubles == ["store_gone"]


@pytest.mark.timeout(30)
def test_many_rows_wait_for_no_interval(path: Path) -> None:
    """A board that changes fast does not fill the queue."""
    batches: list[int] = []
    clock = SystemClock()
    with LogWriter(lambda: Counting(path, batches), Pace(many_rows=10)) as log:
        for number in range(40):
            log.put(row(number))
        while sum(batches) < 31:
            clock.sleep(0.01)
    assert len(kept(path)) == 40


@pytest.mark.timeout(30)
def test_an_open_row_outlives_the_program(path: Path) -> None:
    """What was confirmed at the last commit is a row at the next start, marked as cut, in unbroken numbers."""
    with LogWriter(lambda: Store(path)) as log:  # ends like one that was killed: nobody finished the row
        log.put(row(0))
        log.beat(replace(row(1), until_at=AT + timedelta(seconds=31)))
    with LogWriter(lambda: Store(path)) as log:
        log.beat(row(100))
        log.put(row(100))

    with Store(path) as store:
        rows = store.showings("board", AT - timedelta(days=1), AT + timedelta(days=1))
        assert store.first_broken_showing("board") is None
    assert [(found.seq, found.is_cut) for found in rows] == [(1, False), (2, True), (3, False)]
    assert rows[1].until_at == AT + timedelta(seconds=31)


def test_what_a_slow_card_needs_is_within_the_interval() -> None:
    """The promise that a report cites leaves ten seconds for the commit itself."""
    assert Pace().every_s + 10 <= COMMIT_S


@pytest.mark.timeout(30)
def test_room_that_was_kept_for_a_full_disk_is_used(path: Path) -> None:
    """The writer asks for a remedy, and writes at once."""
    tightness = [tight, connect_file]

    def remedy(error: SignboardError) -> bool:
        if error.code != "disk_full" or len(tightness) == 1:
            return False
        tightness.pop(0)
        return True

    with LogWriter(lambda: Store(path, tightness[0]), Pace(retry_s=60), remedy=remedy) as log:
        for number in range(400):
            log.put(row(number))
    assert len(kept(path)) == 400
    assert log.trouble is None


@pytest.mark.timeout(30)
def test_a_remedy_that_fails_is_the_trouble(path: Path) -> None:
    """The thread goes on, and tells the newer reason."""

    def remedy(error: SignboardError) -> bool:
        raise SignboardError("{error}", code="no_remedy", error=str(error))

    with LogWriter(lambda: Store(path, tight), Pace(retry_s=0.05, stop_s=0.3), remedy=remedy) as log:
        for number in range(400):
            log.put(row(number))
    assert log.trouble
    assert log.trouble.code == "no_remedy"
