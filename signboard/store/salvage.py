"""Salvage: the rows that a damaged file still gives, brought over into the new one by a process of its own.

A statement over a range of rows fails where it meets the damage, so ranges are halved until what can be read is apart
from what cannot. A row comes back only where its digest follows from the row before it: a row that was lost is a gap,
which the audit chain is told of, and never a guess. So the row after a gap is lost, too: nothing proves it. The rows
get new numbers at the end of the new chain, and keep the old one beside it; a salvage that was broken off is begun
again and adds no row twice.
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import reduce
from itertools import islice
from pathlib import Path

import signboard
from signboard.clock import SystemClock
from signboard.errors import SignboardError
from signboard.playlog.showing import Showing
from signboard.store import audit, showings
from signboard.store import statements as sql
from signboard.store.audit import Event
from signboard.store.audit_copy import AuditCopy
from signboard.store.chain import NO_DIGEST, linked
from signboard.store.connection import Connection, Value, open_up_to_date, transaction
from signboard.store.gaps import LOG_SALVAGED, UNREADABLE, Gap, gap_event
from signboard.store.rows import instant_text, readable_showing
from signboard.store.splint import splinted

__all__ = ["last_number", "main", "readable_rows", "salvage", "start_salvage", "unsalvaged"]

_BAD = ".bad-"
_BESIDE = ("-wal", "-shm", "-journal", "-audit", ".reading")
_RANGE = 2000
_TOGETHER = 200
_MOST_GAPS = 50
"""Each gap is an entry of a chain that is never cut, so those beyond are told as one."""
_LEAST_ROW_BYTES = 60
_BEHIND = 3
"""Columns behind those of a showing: where it was salvaged from, version, digest."""
_UNREADABLE = (sqlite3.Error, ValueError, KeyError, TypeError, OverflowError)
_START = (
    "import sys; sys.path[:] = sys.argv[3:]; from signboard.store.salvage import main; "
    "sys.exit(main(sys.argv[1], sys.argv[2]))"
)


@dataclass(slots=True)
class _Board:
    """What came back of one board.

    Attributes:
        site_id, board_id: its names.
        seq: of the last row that came back.
        digest: of the last row that was read, proved or not.
        rows: that came back.
        lost: that are known to be missing.
        gaps: where.
        unproved: how many were read since `until_at`, the end of the last row that came back.
    """

    site_id: str
    board_id: str
    seq: int = 0
    digest: str = NO_DIGEST
    rows: int = 0
    lost: int = 0
    gaps: list[Gap] = field(default_factory=list)
    unproved: int = 0
    until_at: datetime | None = None

    def take(self, row: Sequence[Value]) -> Showing | None:
        """The row as a showing, where it is proved to be what was written."""
        kept, digest = str(row[-1]), linked(self.digest, row[:-1])
        is_old = kept == "" and row[-2] == 1
        self.digest = kept or digest
        showing = readable_showing(row[:-_BEHIND]) if kept == digest or is_old else None
        if showing is None:
            self.unproved += 1
        else:
            self._close_gap(showing)
        return showing

    def _close_gap(self, showing: Showing) -> None:
        missing = max(self.unproved, showing.seq - self.seq - 1)
        if missing:
            self.lost += missing
            self.gaps.append(Gap(missing, self.until_at or showing.since_at, showing.since_at))
        self.rows, self.seq, self.unproved, self.until_at = self.rows + 1, showing.seq, 0, showing.until_at

    def events(self, file: str, now_at: datetime) -> list[Event]:
        """What the audit chain is told."""
        gaps = self.gaps[: _MOST_GAPS - 1]
        rest = self.gaps[_MOST_GAPS - 1 :]
        if rest:
            gaps.append(reduce(Gap.and_also, rest))
        if self.unproved and self.until_at:
            gaps.append(Gap(self.unproved, self.until_at, self.until_at))
        lost: dict[str, str | int | None] = {"file": file, "rows": self.rows, "lost": self.lost + self.unproved}
        return [
            *(gap_event(gap, UNREADABLE, site_id=self.site_id, board_id=self.board_id) for gap in gaps),
            Event(self.site_id, self.board_id, now_at, "signboard", LOG_SALVAGED, lost),
        ]


def readable_rows(
    connection: Connection, statement: str, last: int, patience: int = 500_000
) -> Iterator[tuple[Value, ...]]:
    """Every row that can be read, in the order of their row numbers.

    Args:
        connection: to the damaged file.
        statement: gives the rows of a range of row numbers, both ends included.
        last: no row has a higher number.
        patience: after so many failures on end nothing is there any more.
    """
    failures = 0
    ranges = [(first, min(first + _RANGE - 1, last)) for first in range(1, last + 1, _RANGE)][::-1]
    while ranges:
        first, end = ranges.pop()
        try:
            rows = connection.execute(statement, (first, end)).fetchall()
        except _UNREADABLE:
            failures += 1
            if failures >= patience:
                return
            middle = (first + end) // 2
            if first < end:
                ranges += [(middle + 1, end), (first, middle)]
            continue
        failures = 0 if rows else failures
        yield from rows


def last_number(connection: Connection, table: str, file: Path) -> int:
    """No row of the table has a higher row number: what the table says, within what the file has room for."""
    most = file.stat().st_size // _LEAST_ROW_BYTES + _RANGE
    wal = file.with_name(f"{file.name}-wal")
    most += wal.stat().st_size // _LEAST_ROW_BYTES if wal.is_file() else 0
    try:
        row = connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()  # noqa: S608 - our own tables' names
        return min(int(row[0] or 0), most) if row else 0
    except _UNREADABLE:  # the table does not say
        return most


def salvage(bad: Path, store: Path, now_at: datetime) -> tuple[Event, ...]:
    """Bring over the showings of a damaged file, and tell the audit chain of it.

    Args:
        bad: the damaged file, put aside.
        store: the new one.
        now_at: the instant that is told.

    Returns:
        The events that were told: gaps, and one `log_salvaged` for each board, or one without a board where nothing
        could be read.

    Raises:
        SignboardError: the new store cannot be written now.
        OSError: there is no room for a copy of the damaged file.
    """
    boards: dict[str, _Board] = {}
    stamp = bad.name.rpartition(_BAD)[2]
    target = open_up_to_date(store)
    try:
        rows = _proved_rows(bad, boards)
        while chunk := list(islice(rows, _TOGETHER)):
            _add(target, chunk, stamp)
        told = [event for board in boards.values() for event in board.events(bad.name, now_at)]
        if not told:
            nothing: dict[str, str | int | None] = {"file": bad.name, "rows": 0, "lost": None}
            told = [Event("", "", now_at, "signboard", LOG_SALVAGED, nothing)]
        with transaction(target):
            for event in told:
                audit.append_event(target, event)
        AuditCopy(store).follow(target)
    finally:
        target.close()
    return tuple(told)


def _proved_rows(bad: Path, boards: dict[str, _Board]) -> Iterator[Showing]:
    """The showings of the damaged file with their old numbers; what is known of each board is noted meanwhile."""
    seen: dict[str, _Board] = {}  # a name that only damage made up is seen, and never comes back
    with splinted(bad) as source:
        for row in readable_rows(source, sql.STORED_SHOWINGS, last_number(source, "showings", bad)):
            board = seen.setdefault(str(row[2]), _Board(str(row[1]), str(row[2])))
            showing = board.take(row)
            if showing:
                boards[showing.board_id] = board
                yield showing
        yield from _left_open(source, boards)


def _left_open(source: Connection, boards: Iterable[str]) -> Iterator[Showing]:
    for board_id in sorted(boards):
        try:
            left = showings.open_showing(source, board_id)
        except _UNREADABLE:  # whether a row was open nobody can tell; it was one interval at most
            continue
        if left:
            yield replace(left[1], is_cut=True)


def _add(target: Connection, chunk: Iterable[Showing], stamp: str) -> None:
    with transaction(target):
        for showing in chunk:
            name = f"{stamp}:{showing.seq or 'open'}"
            is_there = target.execute(sql.SALVAGED_SHOWING, (showing.board_id, name)).fetchone()
            begun = (showing.board_id, instant_text(showing.since_at))
            is_anew = target.execute(sql.SAME_SHOWING, begun).fetchone()  # the run that was damaged wrote it once more
            if not (is_there or is_anew or _is_open(target, showing)):
                showings.append_showing(target, showing, name)


def _is_open(target: Connection, showing: Showing) -> bool:
    """The run that was damaged goes on with this very row."""
    still = showings.open_showing(target, showing.board_id)
    return still is not None and still[1].since_at == showing.since_at


def unsalvaged(store: Path, told: Iterable[Event]) -> tuple[Path, ...]:
    """Damaged files beside the store that no event `log_salvaged` tells of, the oldest first."""
    done = {event.details.get("file") for event in told if event.event == LOG_SALVAGED}
    files = sorted(store.parent.glob(f"{store.name}{_BAD}*"))
    return tuple(file for file in files if not file.name.endswith(_BESIDE) and file.name not in done)


def start_salvage(bad: Path, store: Path) -> "subprocess.Popen[bytes]":
    """Salvage in a process of its own, which gives way to others."""
    package = Path(signboard.__file__).parents[1]
    paths = [str(package), *(path for path in sys.path if path)]
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own code
        [sys.executable, "-c", _START, str(bad), str(store), *paths],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def main(bad: str, store: str) -> int:
    """The child's side; gives its exit code."""
    if hasattr(os, "nice"):
        os.nice(10)
    try:
        salvage(Path(bad), Path(store), SystemClock().now())
    except (SignboardError, OSError):  # nothing is told of this file then, so the next start tries again
        return 1
    return 0
