"""Restore: an archive takes the place of what is there, which is kept in a folder beside it.

The archive is unpacked and checked first; then file by file what is there is moved away and the new one into its place.
A note says that this is under way: if the power fails in between, whoever comes next ends it (`finish_restore`).
What was withdrawn, corrected or ordered dark since the archive was made stays so: an old list does not bring an old
mistake back.
"""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from signboard.errors import N_, RefusedError
from signboard.files import home_in_use, read_own, unusable, write_atomically
from signboard.store.archive import SETTINGS, STORE, Manifest
from signboard.store.audit_copy import AuditCopy
from signboard.store.connection import Connection, connect_file, open_up_to_date
from signboard.store.lineage import KEPT, check_lineage, has_acts
from signboard.store.orders import bring_orders, known_orders
from signboard.store.rows import instant_stamp
from signboard.store.unpacking import unpack
from signboard.store.withdrawals import bring_over, known_withdrawals, tell_again

__all__ = ["Restored", "finish_restore", "restore"]

_NOTE = "restoring.json"
_BUNDLES = "bundles"
_OLD_ONLY = (f"{STORE}-wal", f"{STORE}-shm", f"{STORE}-audit")
_WAIT = "PRAGMA busy_timeout = 1000"


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done.

    Attributes:
        manifest: of the archive.
        kept: folder with what was there before; None: nothing was.
        is_first: nobody had approved or taken off anything here, so no act since the archive is known.
    """

    manifest: Manifest
    kept: Path | None
    is_first: bool = False


def restore(path: Path, home: Path, *, settings: Path, now_at: datetime) -> Restored:
    """Put back what an archive holds. Nobody may use the home meanwhile.

    Args:
        path: the zip.
        home: see `signboard.files.home_dir`; made when missing.
        settings: where the file of settings belongs.
        now_at: names the folder that keeps what was there.

    Raises:
        InputError: `file_missing`, `bad_archive`; nothing was changed.
        ConfigurationError: `archive_newer`, `disk_full`, `home_unusable`.
        RefusedError: `store_in_use`; `other_record`, the archive's record is not the one kept here.
    """
    finish_restore(home)
    is_first = not has_acts(home)
    stamp = instant_stamp(now_at)
    stage, kept = home / f".restoring-{stamp}", home / f"{KEPT}{stamp}"
    for left in home.glob(".restoring-*"):
        shutil.rmtree(left, ignore_errors=True)
    try:
        manifest = unpack(path, stage)
        _check_free(home / STORE)
        check_lineage(home, stage)
        known, _troubles = known_withdrawals(home, home / STORE)
        bring_over(stage, known)
        bring_orders(stage, known_orders(home, home / STORE)[0])
        with home_in_use(home):
            note = {
                "stage": stage.name,
                "kept": kept.name,
                "settings": str(settings),
                "store": STORE in manifest.members,
            }
            write_atomically(home / _NOTE, json.dumps(note).encode())
        finish_restore(home)
    finally:
        if not (home / _NOTE).exists():
            shutil.rmtree(stage, ignore_errors=True)
    tell_again(home / STORE, known)
    _copy_chain(home / STORE)
    return Restored(manifest, kept if kept.is_dir() else None, is_first)


def finish_restore(home: Path) -> bool:
    """End a restore that is under way; was there one?

    Raises:
        ConfigurationError: `disk_full`, `home_unusable`.
    """
    note = home / _NOTE
    if not note.is_file():
        return False
    with home_in_use(home):
        try:
            told = json.loads(read_own(note, 100_000))
            stage, kept = home / Path(told["stage"]).name, home / Path(told["kept"]).name
            settings, has_store = Path(told["settings"]), bool(told["store"])
        except (ValueError, KeyError, TypeError) as error:
            raise unusable(note, f"{error!r}") from error
        for name in _OLD_ONLY if has_store else ():
            _move(home / name, kept / name)
        for name, place in ((_BUNDLES, home / _BUNDLES), (STORE, home / STORE), (SETTINGS, settings)):
            _exchange(stage / name, place, kept / name)
        note.unlink()
        shutil.rmtree(stage, ignore_errors=True)
    return True


def _exchange(new: Path, place: Path, kept: Path) -> None:
    """Each step is seen from what lies where, so it can be taken up anywhere; without a new one the old one stays."""
    if not new.exists():
        return
    _move(place, kept)
    place.parent.mkdir(parents=True, exist_ok=True)
    _carry(new, place)


def _move(place: Path, kept: Path) -> None:
    if place.exists() and not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        _carry(place, kept)


def _carry(source: Path, target: Path) -> None:
    shutil.move(source, target)


def _check_free(store: Path) -> None:
    """Nobody else has the store open: only then it may be locked alone."""
    connection: Connection | None = None
    try:
        if store.is_file() and store.stat().st_size:
            connection = connect_file(store)
            connection.execute(_WAIT).fetchall()
            connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise RefusedError(
                N_("A signboard is running on these records; stop it first (signboard service remove, or Ctrl-C)."),
                code="store_in_use",
            ) from error
        # a damaged store is a good reason to restore
    finally:
        if connection is not None:
            connection.close()


def _copy_chain(store: Path) -> None:
    """The copy beside the store follows at once, so that damage tomorrow takes no approval."""
    if not store.is_file():
        return
    with closing(open_up_to_date(store)) as connection:
        AuditCopy(store).follow(connection)
