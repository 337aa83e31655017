"""A copy of the audit chain as text beside the store, one row a line, for the day on which the store is damaged.

While the store can be read, the copy counts for nothing. When it cannot, the copy gives back the approvals, as far as
its own chain holds from the beginning and continues what can still be read of the store. So it is no easier to forge
than the store itself. It is written after the store, so it may lack the last rows for a moment; they are made up for
with the next one.
"""

import json
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from signboard.files import read_own, write_atomically
from signboard.store import statements as sql
from signboard.store.chain import NO_DIGEST, linked
from signboard.store.connection import Connection, Value, open_up_to_date, plainly

__all__ = ["AuditCopy", "Row", "first_other_event", "whole_part"]

Row = tuple[Value, ...]
"""The columns of an event, its digest last."""

_MOST_BYTES = 64 << 20
_TAIL_BYTES = 1 << 16
_COLUMNS = 9


def whole_part(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows from the first on, as far as each follows from the one before."""
    previous, whole = NO_DIGEST, list[Row]()
    for number, row in enumerate(rows, 1):
        if row[0] != number or row[-1] != linked(previous, row[:-1]):
            break
        previous = str(row[-1])
        whole.append(row)
    return tuple(whole)


class AuditCopy:
    """The copy beside one store.

    Args:
        store: the store's file.
    """

    def __init__(self, store: Path) -> None:
        self.path = store.with_name(f"{store.name}-audit")

    def rows(self) -> tuple[Row, ...]:
        """What can be read and follows from its beginning; none where there is no copy."""
        try:
            lines = read_own(self.path, _MOST_BYTES).split(b"\n")
        except OSError:  # none, or the disk does not give it: it counts for nothing then
            return ()
        found: list[Row] = []
        for line in lines:
            row = _parsed(line)
            if row is None:
                break
            found.append(row)
        return whole_part(found)

    def follow(self, connection: Connection) -> None:
        """Bring the copy up to the store's chain. A disk that refuses now is no reason to fail: see the module."""
        with suppress(OSError, sqlite3.Error):  # the next event makes up for it
            seq, digest = self._last()
            rows = [tuple(row) for row in connection.execute(sql.EVENTS_FROM, (seq,)).fetchall()]
            if seq == 0 or not rows or rows[0][-1] != digest or rows[0][0] != seq:
                self._begin_anew(connection)
            elif len(rows) > 1:
                self._append(rows[1:])

    def _last(self) -> tuple[int, str]:
        """Number and digest of the last line; 0 where there is none, or it is torn."""
        if not self.path.is_file():
            return 0, NO_DIGEST
        with self.path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL_BYTES))
            tail = file.read()
        row = _parsed(tail.rstrip(b"\n").rpartition(b"\n")[2]) if tail.endswith(b"\n") else None
        return (int(row[0] or 0), str(row[-1])) if row else (0, NO_DIGEST)

    def _begin_anew(self, connection: Connection) -> None:
        """A copy of another chain is put aside, never overwritten."""
        rows = [tuple(row) for row in connection.execute(sql.ONE_EVENT_AFTER_THE_OTHER).fetchall()]
        before = self.rows()
        if before and before != tuple(rows[: len(before)]):
            self.path.replace(self.path.with_name(f"{self.path.name}.before-{str(before[-1][-1])[:12]}"))
        write_atomically(self.path, b"".join(map(_line, rows)))

    def _append(self, rows: Sequence[Row]) -> None:
        with self.path.open("ab") as file:
            file.write(b"".join(map(_line, rows)))
            file.flush()
            os.fsync(file.fileno())


def first_other_event(store: Path) -> int | None:
    """The number of the first row of the copy that the store's chain does not hold; None: it holds them all.

    Raises:
        SignboardError: the store cannot be read now.
    """
    with closing(open_up_to_date(store)) as connection, plainly(connection):
        of_store = [tuple(row) for row in connection.execute(sql.ONE_EVENT_AFTER_THE_OTHER).fetchall()]
    of_copy = AuditCopy(store).rows()
    return next((number for number, row in enumerate(of_copy, 1) if of_store[number - 1 : number] != [row]), None)


def _line(row: Row) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _parsed(line: bytes) -> Row | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):  # torn or damaged: the copy ends before it
        return None
    is_row = isinstance(row, list) and len(row) == _COLUMNS
    return tuple(row) if is_row and all(isinstance(one, str | int) for one in row) else None
