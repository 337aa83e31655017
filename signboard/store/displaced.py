"""A store whose file was deleted or replaced while it is open: what it holds is brought back from the open file.

Somebody's `rm`, a clean-up, a copy put in its place: the open file lives on without a name, and whatever is written
there is gone with the process. While it is open it can still be read, so a whole copy of it gets the name back. Where
another file stands there already, that one stays; the copy is put beside it as a damaged file is, so that its rows are
brought over (see `salvage`), and its record is taken over where the other one has none.
"""

import os
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from signboard.errors import N_, SignboardError
from signboard.store import audit
from signboard.store import statements as sql
from signboard.store.approvals import approval_in
from signboard.store.audit import Event
from signboard.store.audit_copy import AuditCopy, whole_part
from signboard.store.connection import Connection, open_up_to_date, transaction, vacuum_into
from signboard.store.gaps import LOG_REPLACED
from signboard.store.rows import approval_row, instant_stamp
from signboard.store.schema import SCHEMA_VERSION

__all__ = ["Place", "bring_back", "gone", "place_of"]

Place = tuple[int, int]
"""Device and number of a file."""


def place_of(path: Path) -> Place | None:
    """Which file stands there; None: none.

    Raises:
        OSError: nobody can tell now.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def gone(path: Path) -> SignboardError:
    """What is told of it."""
    return SignboardError(
        N_(
            "The file of the log, {file}, was deleted or replaced while the board plays; what it held is brought back. "
            "Find out who did it, and make a backup (signboard backup)."
        ),
        code="store_gone",
        file=str(path),
    )


def bring_back(connection: Connection, path: Path, now_at: datetime) -> None:
    """Give what the open file holds its name back, or put it beside the file that stands there now.

    Args:
        connection: to the file that has no name any more.
        path: where it was.
        now_at: names the file beside, and is told.

    Raises:
        SignboardError: `disk_full`, `store_failed`: there is no room for it.
    """
    copy = path.with_name(f"{path.name}.bad-{instant_stamp(now_at)}")
    copy.unlink(missing_ok=True)
    vacuum_into(connection, copy)
    is_back = place_of(path) is None and _takes_name(copy, path)
    with closing(open_up_to_date(path)) as target:
        with transaction(target):
            if not is_back and audit.first_broken_seq(target) is None and not audit.events(target):
                _take_over(connection, target)
            details: dict[str, str | int | None] = {"file": path.name, "copy": None if is_back else copy.name}
            audit.append_event(target, Event("", "", now_at, "signboard", LOG_REPLACED, details))
        AuditCopy(path).follow(target)


def _takes_name(copy: Path, path: Path) -> bool:
    """Did it? Not where another process was faster. What lies beside belongs to the file that is gone."""
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
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
