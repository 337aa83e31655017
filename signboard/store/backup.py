"""Backup: the archive of this computer's lists, approvals, log and settings, made while a board plays."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from signboard.errors import N_, RefusedError
from signboard.store.archive import Manifest, write_archive
from signboard.store.connection import is_begun, open_up_to_date, vacuum_into

__all__ = ["BACKED_UP", "RESTORED", "archive_name", "back_up"]

BACKED_UP, RESTORED = "backed_up", "restored"
"""Events of the audit chain: a backup was made; one was brought back."""


def archive_name(site_id: str, board_id: str, made_at: datetime) -> str:
    """A name that sorts by time and says whose it is.

    Args:
        site_id: as in the settings.
        board_id: as in the settings.
        made_at: the instant in the zone of the office.
    """
    return f"signboard-{site_id}-{board_id}-{made_at:%Y%m%d-%H%M%S}.zip"


def back_up(target: Path, home: Path, store: Path, *, settings: Path | None, made_at: datetime) -> Manifest:
    """Write an archive of everything.

    Args:
        target: the zip.
        home: see `signboard.files.home_dir`.
        store: the store's file.
        settings: the file of settings that counts; None: there is none.
        made_at: an aware instant.

    Raises:
        InputError: `file_exists`.
        RefusedError: `nothing_to_keep`.
        ConfigurationError: `disk_full`, `home_unusable`, `store_unreadable`.
        SignboardError: `store_failed`, `store_damaged`.
    """
    if not is_begun(store) and not (home / "bundles").is_dir():
        raise RefusedError(
            N_("There is nothing to keep yet in {folder}; load slogans first (signboard load FILE)."),
            code="nothing_to_keep",
            folder=str(home),
        )
    if not is_begun(store):
        return write_archive(target, home, made_at=made_at, copy_store=None, settings=settings)
    with closing(open_up_to_date(store)) as connection:
        return write_archive(
            target, home, made_at=made_at, copy_store=lambda copy: vacuum_into(connection, copy), settings=settings
        )
