"""When a board's memory was written, and with what: so that a guard knows it after every restart.

A table of its own beside those of `schema`, made when first needed. A write is noted before it is sent, and confirmed
when the board has acknowledged it.
"""

from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from signboard.store.connection import Connection, Value, is_begun, open_up_to_date, plainly, transaction
from signboard.store.rows import instant_in, instant_text

__all__ = ["NAME", "STORED", "WearLog", "confirm_write", "kept_digest", "note_write", "restore_writes", "writes_since"]

NAME = "memory_writes"
"""The table's name."""
STORED = "SELECT board_id, written_at, digest, is_acked FROM memory_writes WHERE rowid BETWEEN ? AND ?"
"""All columns of a range of row numbers."""

_KEPT = timedelta(days=400)
_TABLE = """
    CREATE TABLE IF NOT EXISTS memory_writes (
        board_id TEXT NOT NULL,
        written_at TEXT NOT NULL,
        digest TEXT NOT NULL,
        is_acked INTEGER NOT NULL
    ) STRICT
"""
_NOTE = "INSERT INTO memory_writes (board_id, written_at, digest, is_acked) VALUES (?, ?, ?, 0)"
_RESTORE = "INSERT INTO memory_writes (board_id, written_at, digest, is_acked) VALUES (?, ?, ?, ?)"
_FORGET = "DELETE FROM memory_writes WHERE written_at < ?"
_CONFIRM = """
    UPDATE memory_writes SET is_acked = 1
    WHERE rowid = (SELECT max(rowid) FROM memory_writes WHERE board_id = ? AND digest = ?)
"""
_SINCE = "SELECT written_at FROM memory_writes WHERE board_id = ? AND written_at > ? ORDER BY rowid"
_LAST = "SELECT digest, is_acked FROM memory_writes WHERE board_id = ? ORDER BY rowid DESC LIMIT 1"


def note_write(connection: Connection, board_id: str, at: datetime, digest: str) -> None:
    """Note a write that is about to be sent; what is older than a year is forgotten."""
    with transaction(connection):
        connection.execute(_TABLE)
        connection.execute(_FORGET, (instant_text(at - _KEPT),))
        connection.execute(_NOTE, (board_id, instant_text(at), digest))


def confirm_write(connection: Connection, board_id: str, digest: str) -> None:
    """The board has acknowledged the last write of this content."""
    with transaction(connection):
        connection.execute(_TABLE)
        connection.execute(_CONFIRM, (board_id, digest))


def writes_since(connection: Connection, board_id: str, since_at: datetime) -> tuple[datetime, ...]:
    """The instants of the board's writes after this one, those in the future too, in their order."""
    with plainly(connection):
        connection.execute(_TABLE)
        rows = connection.execute(_SINCE, (board_id, instant_text(since_at))).fetchall()
    return tuple(instant_in(written_at).astimezone(UTC) for (written_at,) in rows)


def kept_digest(connection: Connection, board_id: str) -> str:
    """What the board's memory holds as far as it acknowledged; empty where the last write is unknown or unconfirmed."""
    with plainly(connection):
        connection.execute(_TABLE)
        row = connection.execute(_LAST, (board_id,)).fetchone()
    return str(row[0]) if row and row[1] else ""


def restore_writes(connection: Connection, rows: Iterable[Sequence[Value]]) -> None:
    """Bring over writes that another file knew of, so that the guard goes on counting. Call it inside a transaction.

    Rows that damage made something else of are left out.
    """
    connection.execute(_TABLE)
    for row in rows:
        if _is_whole(row):
            connection.execute(_RESTORE, row)


def _is_whole(row: Sequence[Value]) -> bool:
    board_id, written_at, digest, is_acked = row
    try:
        instant_in(written_at)
    except ValueError:
        return False
    return isinstance(board_id, str) and isinstance(digest, str) and is_acked in (0, 1)


class WearLog:
    """The writes of one board in the store's file, which is opened for a moment only: writes are rare.

    Args:
        path: the store's file; made when missing.
        board_id: which board.

    Every method raises SignboardError where the file cannot be used.
    """

    def __init__(self, path: Path, board_id: str) -> None:
        self._path = path
        self._board_id = board_id

    def past_at(self, since_at: datetime) -> tuple[datetime, ...]:
        """The instants of the writes after this one."""
        if not is_begun(self._path):  # a store is not made for the question
            return ()
        with self._opened() as connection:
            return writes_since(connection, self._board_id, since_at)

    def kept(self) -> str:
        """The digest of what the board's memory holds; empty where that is not known."""
        if not is_begun(self._path):
            return ""
        with self._opened() as connection:
            return kept_digest(connection, self._board_id)

    def note(self, at: datetime, digest: str) -> None:
        """A write of this content is about to be sent."""
        with self._opened() as connection:
            note_write(connection, self._board_id, at, digest)

    def confirm(self, digest: str) -> None:
        """The board has acknowledged the last write of this content."""
        with self._opened() as connection:
            confirm_write(connection, self._board_id, digest)

    def _opened(self) -> closing[Connection]:
        return closing(open_up_to_date(self._path))
