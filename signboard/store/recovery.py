"""Recovery: a damaged store is put aside whole, and a new one begun at once that knows the approvals.

The audit chain is what matters before the board can show anything: approvals count only as far as it proves them. It
is taken from the damaged file and from the copy beside it (see `audit_copy`), from each as far as its chain holds from
the beginning; the copy counts where it continues what the file still gives. So damage takes approvals away or leaves
them, and never makes any. Rows of the play log follow in the background (see `salvage`).
"""

import sqlite3
from collections.abc import Sequence
from contextlib import AbstractContextManager, closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from signboard.errors import SignboardError
from signboard.files import home_in_use
from signboard.store import audit, wear
from signboard.store import statements as sql
from signboard.store.approvals import approval_in
from signboard.store.audit import Event
from signboard.store.audit_copy import AuditCopy, Row, whole_part
from signboard.store.connection import (
    Connection,
    connect_file,
    has_traces,
    is_damage,
    open_up_to_date,
    transaction,
)
from signboard.store.gaps import LOG_DAMAGED
from signboard.store.rows import approval_row, instant_stamp
from signboard.store.salvage import last_number, readable_rows
from signboard.store.schema import SCHEMA_VERSION
from signboard.store.splint import splinted

__all__ = ["DELETED", "EMPTY", "Damage", "chain_of", "damage_of", "mend"]

_BESIDE = ("-wal", "-shm", "-journal", "")
"""What belongs to a file of SQLite; the log of writes goes first, so that it can never be taken for the new file's."""

DELETED, EMPTY = "deleted", "empty"
"""What is wrong with a file that is not there, or holds nothing, while what lies beside it tells that it did."""

_PATIENCE = 4000
"""The board waits: tables of which nothing can be read are given up after some tenths of a second."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What was found and done.

    Attributes:
        bad: where the damaged file is now.
        detail: what is wrong with it, in the words of the database.
        events: entries of the audit chain that are back.
    """

    bad: Path
    detail: str
    events: int


def damage_of(path: Path) -> str:
    """What is wrong with the file; empty where nothing is, and where a lock or the disk keeps anybody from knowing."""
    if not path.is_file():
        return DELETED if has_traces(path) else ""
    if path.stat().st_size == 0:
        return EMPTY if has_traces(path) else ""
    connection: Connection | None = None
    try:
        connection = connect_file(path)
        return _check(connection)
    except sqlite3.Error as error:
        return str(error) if is_damage(error) else ""
    finally:
        if connection is not None:
            connection.close()


def _check(connection: Connection) -> str:
    connection.execute("PRAGMA busy_timeout = 5000").fetchall()
    found = connection.execute("PRAGMA quick_check(1)").fetchone()
    told = str(found[0]) if found else "no answer"
    if told != "ok":
        return told
    row = connection.execute("PRAGMA user_version").fetchone()
    if row and 0 < int(row[0] or 0) <= SCHEMA_VERSION:
        for table in ("approvals", "showings", "audit"):
            connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchall()  # noqa: S608 - our own tables' names
    return ""


def mend(path: Path, now_at: datetime) -> Damage | None:
    """Put the store aside where it is damaged, deleted or emptied, and begin a new one.

    Of a file that was deleted what lay beside it is put aside, so that rows in the log of writes are not lost.

    Args:
        path: the store's file.
        now_at: names the file that is put aside.

    Returns:
        What was done; None where nothing was to be done.

    Raises:
        SignboardError: the folder cannot be written, or another program holds the damaged file.
    """
    fresh = path.with_name(f"{path.name}.new")
    with home_in_use(path.parent):
        if not path.exists() and fresh.exists():
            fresh.replace(path)  # it was cut off between the last two steps below
        detail = damage_of(path)
        if not detail:
            return None
        rows = chain_of(path)
        _begin(fresh, path, rows)
        bad = _set_aside(path, now_at)
        fresh.replace(path)
    _tell(path, Damage(bad, detail, len(rows)), now_at)
    return Damage(bad, detail, len(rows))


def chain_of(path: Path) -> tuple[Row, ...]:
    """The longest audit chain that holds: the file's, or the copy's where that continues it."""
    of_file, of_copy = _readable(path, "audit", sql.STORED_EVENTS), AuditCopy(path).rows()
    of_file = whole_part(of_file)
    return of_copy if of_copy[: len(of_file)] == of_file else of_file


def _readable(path: Path, table: str, statement: str) -> tuple[Row, ...]:
    try:
        with _opened(path) as connection:
            return tuple(readable_rows(connection, statement, last_number(connection, table, path), _PATIENCE))
    except (sqlite3.Error, OSError):  # not even opened: the copy beside it is asked alone
        return ()


def _opened(path: Path) -> AbstractContextManager[Connection]:
    """A connection; to a copy where the file has no bytes: beside an empty file SQLite deletes the log of writes."""
    if path.is_file() and path.stat().st_size:
        return closing(connect_file(path))
    return splinted(path)


def _begin(fresh: Path, path: Path, rows: Sequence[Row]) -> None:
    """A new store with the approvals and the record of the boards' memories; whole when it gets its name."""
    building = path.with_name(f"{path.name}.building")
    for file in (fresh, *(building.with_name(building.name + end) for end in _BESIDE)):
        file.unlink(missing_ok=True)
    with closing(open_up_to_date(building)) as connection, transaction(connection):
        for row in rows:
            connection.execute(sql.ADD_EVENT, row)
            _add_approval(connection, audit.event_from_row(row))
        wear.restore_writes(connection, _readable(path, wear.NAME, wear.STORED))
    building.replace(fresh)


def _add_approval(connection: Connection, event: Event) -> None:
    approval = approval_in(event)
    if approval:
        row = (SCHEMA_VERSION, event.site_id, event.board_id, *approval_row(approval))
        connection.execute(sql.ADD_APPROVAL, row)


def _set_aside(path: Path, now_at: datetime) -> Path:
    stamp = instant_stamp(now_at)
    bad = path.with_name(f"{path.name}.bad-{stamp}")
    number = 1
    while bad.exists():
        number += 1
        bad = path.with_name(f"{path.name}.bad-{stamp}.{number}")
    for end in _BESIDE:
        beside = path.with_name(path.name + end)
        if beside.exists():
            beside.replace(bad.with_name(bad.name + end))
    bad.touch()  # of a file that was deleted, too, the record tells what came back
    return bad


def _tell(path: Path, damage: Damage, now_at: datetime) -> None:
    details: dict[str, str | int | None] = {
        "file": damage.bad.name,
        "detail": damage.detail[:200],
        "events": damage.events,
    }
    # where it cannot be told now, the salvage tells it
    with suppress(SignboardError), closing(open_up_to_date(path)) as connection:
        with transaction(connection):
            audit.append_event(connection, Event("", "", now_at, "signboard", LOG_DAMAGED, details))
        AuditCopy(path).follow(connection)
