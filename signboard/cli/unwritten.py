"""What an earlier run could not write into the log, and took with it: its status document tells from when until when.

The document is written into room that it has, also on a full disk. So a time in which the board played and the log
could not be written is never told as one in which nothing ran.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from signboard.errors import SignboardError
from signboard.health.status_file import read_status, status_path
from signboard.store.database import Store
from signboard.store.gaps import Gap, read_gaps

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.health.status import Status
    from signboard.player.log_writer import LogWriter
    from signboard.settings import Settings

__all__ = ["gaps_left", "note_unwritten"]

_LEAST = timedelta(seconds=5)
"""The document may be so old that the end of the last row was written after it."""
_BEFORE = timedelta(minutes=10)


def note_unwritten(log: LogWriter, settings: Settings, folder: Path, store: Path, *, is_virtual: bool) -> None:
    """Have the record told what the last run of each board could not write; before a new document takes its place.

    Args:
        log: tells it with its first commit.
        settings: of the line.
        folder: where status documents lie.
        store: the record.
        is_virtual: whose documents.
    """
    for board in settings.board.line:
        before = read_status(status_path(folder, board.id, is_virtual=is_virtual))
        for gap in gaps_left(before, _newest(store, before)) if before else ():
            log.note_missed(settings.site.id, board.id, gap)


def gaps_left(before: Status, written_until_at: datetime | None) -> tuple[Gap, ...]:
    """What the document says that the record lacks.

    Args:
        before: the document.
        written_until_at: end of the newest row of the run that left it; None: nobody can tell.
    """
    earlier = read_gaps(before.around.log_missed)
    if not before.around.log_trouble or before.log_since_at is None:
        return earlier
    since_at = before.log_since_at if written_until_at is None else written_until_at
    until_at = before.stopped_at or before.told_at
    if until_at - since_at < _LEAST:
        return earlier
    return (*earlier, Gap(max(1, before.around.log_waiting), since_at, until_at))


def _newest(store: Path, before: Status | None) -> datetime | None:
    if before is None or before.log_since_at is None or not store.is_file():
        return None
    until_at = before.stopped_at or before.told_at
    with suppress(SignboardError), Store(store) as opened:
        rows = opened.showings(before.player.board_id, before.log_since_at - _BEFORE, until_at)
        return max((min(row.until_at, until_at) for row in rows), default=None)
    return None
