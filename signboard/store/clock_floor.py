"""What the store knows of the clock: the newest instant that was recorded while it was trusted, and people's word.

A confirmed time before that instant lowers it: rows written until then are left out from then on, board by board, by
their numbers, which the audit chain keeps.
"""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from signboard.store.audit import Event, append_event
from signboard.store.connection import (
    Connect,
    Connection,
    Value,
    connect_file,
    is_begun,
    open_up_to_date,
    plainly,
    transaction,
)
from signboard.store.rows import instant_in

__all__ = ["CLOCK_LOWERED", "CLOCK_SET", "CLOCK_TRUST", "CLOCK_WORD", "ClockBook"]

CLOCK_SET, CLOCK_TRUST, CLOCK_LOWERED, CLOCK_WORD = "clock_set", "clock_trust", "clock_lowered", "clock_word"
"""Events of the audit chain: somebody set it; it is believed more or less; its floor was too high; a person's word."""

_NEWEST = "SELECT max(until_at) FROM showings WHERE board_id = ? AND seq > ? AND trust = 'trusted'"
_LAST_SEQS = "SELECT board_id, max(seq) FROM showings GROUP BY board_id ORDER BY board_id"
_LAST_EVENT = """
    SELECT json_extract(details, '$.' || ?) FROM audit WHERE event = ? ORDER BY seq DESC LIMIT 1
"""
_LAST_WORD = """
    SELECT happened_at, actor, json_extract(details, '$.boot'), json_extract(details, '$.steady_ms')
    FROM audit WHERE event = ? ORDER BY seq DESC LIMIT 1
"""


class ClockBook:
    """The clock's part of the store; opened for each question, so that it may be asked from any thread.

    Args:
        path: the store's file; made when missing.
        connect: how to connect to it.
    """

    def __init__(self, path: Path, connect: Connect = connect_file) -> None:
        self._path = path
        self._connect = connect

    def newest_trusted_at(self) -> datetime | None:
        """The end of the newest row that was written while the clock was trusted; None: there is none.

        Raises:
            SignboardError: the store cannot be used now.
        """
        if not is_begun(self._path):  # a store is not made for the question
            return None
        with closing(open_up_to_date(self._path, self._connect)) as connection, plainly(connection):
            left_out = _left_out(connection)
            boards = connection.execute(_LAST_SEQS).fetchall()
            found = [
                row[0]
                for board, _last in boards
                if (row := connection.execute(_NEWEST, (board, left_out.get(str(board), 0))).fetchone())
            ]
        return max(filter(None, map(_instant, found)), default=None)

    def lower(self, event: Event) -> None:
        """Write `event` (`clock_lowered`) down, and leave all rows out that were written until now.

        Raises:
            SignboardError: the store cannot be used now.
        """
        with closing(open_up_to_date(self._path, self._connect)) as connection, transaction(connection):
            last = connection.execute(_LAST_SEQS).fetchall()
            after = "\n".join(f"{board!s}={seq!s}" for board, seq in last)
            append_event(connection, replace(event, event=CLOCK_LOWERED, details={**event.details, "after": after}))

    def add(self, event: Event) -> None:
        """Write an event of the clock down.

        Raises:
            SignboardError: the store cannot be used now.
        """
        with closing(open_up_to_date(self._path, self._connect)) as connection, transaction(connection):
            append_event(connection, event)

    def last_word(self) -> tuple[datetime, str, str, int] | None:
        """When a person last said that the clock is right, who, on which run of the computer, at which steady ms.

        Raises:
            SignboardError: the store cannot be used now.
        """
        if not is_begun(self._path):
            return None
        with closing(open_up_to_date(self._path, self._connect)) as connection, plainly(connection):
            row = connection.execute(_LAST_WORD, (CLOCK_WORD,)).fetchone()
        at = _instant(row[0]) if row else None
        return (at, str(row[1]), str(row[2]), int(row[3] or 0)) if row and at else None


def _left_out(connection: Connection) -> dict[str, int]:
    """The number of the last row of each board that no longer counts."""
    row = connection.execute(_LAST_EVENT, ("after", CLOCK_LOWERED)).fetchone()
    pairs = (pair.rpartition("=") for pair in str(row[0] or "").split("\n") if pair) if row else ()
    return {board: int(seq) for board, _, seq in pairs if seq.isdecimal()}


def _instant(found: Value) -> datetime | None:
    """None where there is none, and where damage made something else of it: a floor that nobody can read is none."""
    try:
        return instant_in(found).astimezone(UTC) if found else None
    except ValueError:
        return None
