"""A store whose file was deleted, emptied or replaced while it is open: the open file gives back what it held.

Somebody's `rm`, a clean-up, a copy put in its place: the open file lives on without a name, and whatever is written
there is gone with the process. While it is open it can still be read, so a whole copy of it gets the name back, also
where the file was emptied or its log of writes taken away: SQLite's memory and the open log of writes may hold all of
it, and where they do not, the file is a damaged one. Where another store stands there already, that one stays; the copy
is put beside it as a damaged file is, so that its rows are brought over (see `salvage`), and its record is taken over
where the other one has none.
"""

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from signboard.errors import N_, SignboardError
from signboard.files import home_in_use
from signboard.store import audit, showings
from signboard.store import statements as sql
from signboard.store.approvals import approval_in
from signboard.store.audit import Event
from signboard.store.audit_copy import AuditCopy, whole_part
from signboard.store.connection import (
    Connection,
    connect_file,
    damaged,
    is_damage,
    open_up_to_date,
    plainly,
    transaction,
    vacuum_into,
)
from signboard.store.gaps import LOG_REPLACED
from signboard.store.rows import approval_row, instant_stamp
from signboard.store.schema import SCHEMA_VERSION

__all__ = ["Place", "answers", "bring_back", "gone", "place_of"]


@dataclass(frozen=True, slots=True)
class Place:
    """Which files stand in the store's place.

    Attributes:
        file: device and number of the store's file.
        writes: of the log of writes beside it; None: none is there, as before the first row.
        size_bytes: of the store's file, which only grows.
    """

    file: tuple[int, int]
    writes: tuple[int, int] | None
    size_bytes: int

    def lasts_in(self, now: "Place | None") -> bool:
        """Are they still the same, and whole?"""
        if now is None or now.file != self.file or now.size_bytes < self.size_bytes:
            return False
        return self.writes in (None, now.writes)


def place_of(path: Path) -> Place | None:
    """What stands there; None: no file.

    Raises:
        OSError: nobody can tell now.
    """
    file = _found(path)
    if file is None:
        return None
    writes = _found(path.with_name(f"{path.name}-wal"))
    return Place((file.st_dev, file.st_ino), (writes.st_dev, writes.st_ino) if writes else None, file.st_size)


def answers(path: Path) -> bool:
    """Is what stands there a store for whoever opens it now? A lock does not say no."""
    try:
        with closing(connect_file(path)) as connection:
            connection.execute("SELECT 1 FROM audit LIMIT 1").fetchall()
    except sqlite3.Error as error:
        return not is_damage(error)
    except SignboardError:  # emptied in this very moment
        return False
    return True


def _found(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def gone(path: Path) -> SignboardError:
    """What is told of it."""
    return SignboardError(
        N_(
            "The file of the log, {file}, was deleted, emptied or replaced while the board plays; what it held is "
            "brought back. Find out who did it, and make a backup (signboard backup)."
        ),
        code="store_gone",
        file=str(path),
    )


def bring_back(connection: Connection, path: Path, now_at: datetime, open_file: tuple[int, int]) -> None:
    """Give what the open file holds its name back, or put it beside the store that stands there now.

    Args:
        connection: to the file that has no name any more, or is not whole.
        path: where it was.
        now_at: names the file beside, and is told.
        open_file: device and number of the connection's file.

    Raises:
        SignboardError: `disk_full`, `store_failed`: there is no room for it; `store_damaged`: it is not all there.
    """
    copy = path.with_name(f"{path.name}.bad-{instant_stamp(now_at)}")
    with home_in_use(path.parent), plainly(connection):
        copy.unlink(missing_ok=True)
        is_back = _comes_back(connection, copy, path, open_file)
    with closing(open_up_to_date(path)) as target:
        with transaction(target):
            if not is_back and audit.first_broken_seq(target) is None and not audit.events(target):
                _take_over(connection, target)
            details: dict[str, str | int | None] = {"file": path.name, "copy": None if is_back else copy.name}
            audit.append_event(target, Event("", "", now_at, "signboard", LOG_REPLACED, details))
        AuditCopy(path).follow(target)


def _comes_back(connection: Connection, copy: Path, path: Path, open_file: tuple[int, int]) -> bool:
    """Did it get the name? Else the copy stays beside the other store."""
    try:
        vacuum_into(connection, copy)
    except BaseException:
        copy.unlink(missing_ok=True)  # a part of it
        raise
    there = place_of(path)
    if there is None:
        return _takes_name(copy, path)
    if there.file != open_file and there.size_bytes:
        return False
    _check_whole(copy)
    return _replaces(copy, path)


def _check_whole(copy: Path) -> None:
    """Pages that were missing may have been read as empty ones.

    Raises:
        SignboardError: `store_damaged`.
    """
    with closing(open_up_to_date(copy)) as connection:
        boards = [str(row[0]) for row in connection.execute(sql.BOARDS).fetchall()]
        broken = (
            audit.first_broken_seq(connection),
            *(showings.first_broken_showing(connection, board_id) for board_id in boards),
        )
    if any(broken):
        copy.unlink(missing_ok=True)
        raise damaged("not all of it could be read")


def _forget_beside(path: Path) -> None:
    """What lies beside belongs to the file that is gone."""
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _replaces(copy: Path, path: Path) -> bool:
    _forget_beside(path)
    copy.replace(path)
    return True


def _takes_name(copy: Path, path: Path) -> bool:
    """Did it? Not where another process was faster."""
    _forget_beside(path)
    try:
        os.link(copy, path)
    except FileExistsError:
        return False
    except OSError:  # a disk without links
        copy.replace(path)
    with suppress(OSError):  # left behind it costs room, and its rows are not brought over twice
        copy.unlink(missing_ok=True)
    return True


def _take_over(connection: Connection, target: Connection) -> None:
    for row in whole_part(connection.execute(sql.ONE_EVENT_AFTER_THE_OTHER).fetchall()):
        target.execute(sql.ADD_EVENT, row)
        event = audit.event_from_row(row)
        approval = approval_in(event)
        if approval:
            kept = (SCHEMA_VERSION, event.site_id, event.board_id, *approval_row(approval))
            target.execute(sql.ADD_APPROVAL, kept)
