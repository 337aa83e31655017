"""The play log at rest: finished showings in a chain per board, and the open one as it was last written down.

A finished row is never changed. The row that is still open is kept beside the chain and written down anew at each
commit; when the program that wrote it is gone, it becomes a finished row that ends there (`is_cut`). So totals never
exceed what was shown.

Rows of version 1 have no digest of their own; the first row after them covers them all.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from signboard.playlog.showing import Showing
from signboard.store import statements as sql
from signboard.store.chain import NO_DIGEST, linked
from signboard.store.connection import Connection, Value
from signboard.store.rows import instant_in, instant_text, readable_showing, showing_row
from signboard.store.schema import SCHEMA_VERSION

__all__ = [
    "append_showing",
    "append_showings",
    "close_left_open",
    "first_broken_showing",
    "last_showing_digest",
    "open_showing",
    "set_open",
    "showings_between",
]

_PAGE_ROWS = 1000


def append_showing(connection: Connection, showing: Showing, salvaged: str = "") -> int:
    """Add a row at the end of its board's chain and return the last number. Call it inside a transaction.

    Where another run took this very row for one that was left open, only what came after that is added.

    Args:
        connection: of the store.
        showing: the row; its `seq` is not used.
        salvaged: which row of which damaged file it was; empty: it is new.
    """
    seq, previous = _last(connection, showing.board_id)
    rest = showing if salvaged else _less_cut(connection, showing)
    if rest is None:
        return seq
    showing = rest
    _add(connection, showing, seq + 1, previous, salvaged)
    return seq + 1


def append_showings(connection: Connection, showings: Sequence[Showing]) -> None:
    """Add rows in their order, as `append_showing` would one after the other. Call it inside a transaction.

    Where no row that was cut is as young as these, the end of each board's chain is looked up once.
    """
    oldest: dict[str, datetime] = {}
    for showing in showings:
        oldest[showing.board_id] = min(showing.since_at, oldest.get(showing.board_id, showing.since_at))
    if any(showing.is_cut for showing in showings) or any(
        connection.execute(sql.LATER_CUT, (board_id, instant_text(at))).fetchone() for board_id, at in oldest.items()
    ):
        for showing in showings:
            append_showing(connection, showing)
        return
    ends = {board_id: _last(connection, board_id) for board_id in oldest}
    for showing in showings:
        seq, previous = ends[showing.board_id]
        ends[showing.board_id] = (seq + 1, _add(connection, showing, seq + 1, previous))


def _add(connection: Connection, showing: Showing, seq: int, previous: str, salvaged: str = "") -> str:
    """Add the row with this number behind the one with this digest, and return its own digest."""
    row = (*showing_row(showing, seq), salvaged, SCHEMA_VERSION)
    digest = linked(previous, row)
    connection.execute(sql.ADD_SHOWING, (*row, digest))
    return digest


def showings_between(
    connection: Connection, board_id: str, since_at: datetime, until_at: datetime
) -> tuple[Showing, ...]:
    """The showings that touch [since_at, until_at) in the order of time; an open one as far as it was written down.

    Rows that damage made unreadable are left out; `first_broken_showing` tells of them.
    """
    between = (board_id, instant_text(until_at), instant_text(since_at))
    rows = map(readable_showing, connection.execute(sql.SHOWINGS_BETWEEN, between).fetchall())
    found = [showing for showing in rows if showing is not None]
    last = open_showing(connection, board_id)
    if last and last[1].since_at < until_at and last[1].until_at > since_at:
        seq, _digest = _last(connection, board_id)
        found.append(replace(last[1], seq=seq + 1))
    return tuple(found)


def open_showing(connection: Connection, board_id: str) -> tuple[str, Showing] | None:
    """The row of a board that was open when it was last written down, and the run that did it; None: none is known."""
    row = connection.execute(sql.OPEN_SHOWING, (board_id,)).fetchone()
    if row is None:
        return None
    try:
        showing = readable_showing(json.loads(str(row[1])))
    except ValueError:  # damaged: it was one interval, and is in no chain
        return None
    return (str(row[0]), showing) if showing else None


def set_open(connection: Connection, board_id: str, run: str, showing: Showing | None) -> None:
    """Write down the open row of a board, or that there is none. Call it inside a transaction."""
    showing = showing and _less_cut(connection, showing)
    if showing is None:
        connection.execute(sql.CLOSE_OPEN_SHOWING, (board_id,))
        return
    content = json.dumps(showing_row(showing, 0), ensure_ascii=False, separators=(",", ":"))
    connection.execute(sql.SET_OPEN_SHOWING, (board_id, SCHEMA_VERSION, showing.site_id, run, content))


def _less_cut(connection: Connection, showing: Showing) -> Showing | None:
    """The part of a row that no cut row tells of: two runs may play the same board, where one of them is virtual."""
    rest = showing
    while True:
        row = connection.execute(sql.CUT_SHOWING, (showing.board_id, instant_text(rest.since_at))).fetchone()
        if not row or row[0] is None:
            return rest
        cut_at = instant_in(row[0])
        if rest.until_at <= cut_at:
            return None
        if cut_at <= rest.since_at:
            return rest
        rest = replace(rest, since_at=cut_at)


def close_left_open(connection: Connection, board_id: str, run: str) -> None:
    """Finish the row that another run, which is over, left open. Call it inside a transaction."""
    left = open_showing(connection, board_id)
    if left and left[0] != run:
        append_showing(connection, replace(left[1], is_cut=True))
        connection.execute(sql.CLOSE_OPEN_SHOWING, (board_id,))


def first_broken_showing(connection: Connection, board_id: str) -> int | None:
    """The number of the board's first row that does not follow from the one before; None where the chain holds."""
    previous, is_chained = NO_DIGEST, False
    for number, row in enumerate(_chained(connection, board_id), 1):
        digest, kept = linked(previous, row[:-1]), str(row[-1])
        is_chained = is_chained or bool(kept)
        if row[0] != number or (is_chained and kept != digest):
            return number
        previous = digest
    return None


def last_showing_digest(connection: Connection, board_id: str) -> str:
    """The digest of the board's last row, to be printed in reports; 64 zeros while there is none."""
    return _last(connection, board_id)[1]


def _last(connection: Connection, board_id: str) -> tuple[int, str]:
    """Number and digest of the last row; 0 and zeros where there is none."""
    row = connection.execute(sql.LAST_SHOWING, (board_id,)).fetchone()
    if row is None:
        return 0, NO_DIGEST
    return int(row[0] or 0), str(row[1]) or _digest_of_old(connection, board_id)


def _digest_of_old(connection: Connection, board_id: str) -> str:
    """Of rows that version 1 wrote without digests: what they would have had."""
    digest = NO_DIGEST
    for row in _chained(connection, board_id):
        digest = linked(digest, row[:-1])
    return digest


def _chained(connection: Connection, board_id: str) -> Iterator[Sequence[Value]]:
    last_seq: Value = 0
    while True:
        rows = connection.execute(sql.CHAINED_SHOWINGS, (board_id, last_seq, _PAGE_ROWS)).fetchall()
        yield from rows
        if len(rows) < _PAGE_ROWS:
            return
        last_seq = rows[-1][0]
