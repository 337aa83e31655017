"""`backup`: lists, approvals, log and settings in one file, while a board plays."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from signboard.app import store_path
from signboard.cli import words
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.people import actor_named
from signboard.cli.writing import must_be_place_for
from signboard.clock import SystemClock
from signboard.errors import N_, InputError, SignboardError, UsageError
from signboard.files import home_dir
from signboard.locale import fill, number_text
from signboard.store.archive import BACKUPS
from signboard.store.audit import Event
from signboard.store.backup import BACKED_UP, archive_name, back_up
from signboard.store.database import Store

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["command"]


@words.command(
    "backup",
    summary=N_("Keep slogans, approvals, the log and the settings in one file; a board that is running plays on."),
    examples=("signboard backup --to E:\\", "signboard backup bang-dien-tu.zip"),
)
@words.argument("file", required=False, type=click.Path(path_type=Path), metavar=N_("[FILE]"))
@words.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    metavar=N_("FOLDER"),
    help=N_("Folder, such as a USB stick's; the file is named after the board and the time."),
)
def command(file: Path | None, folder: Path | None) -> None:
    """Write it."""
    from signboard.settings import find_settings, load_settings  # noqa: PLC0415 - pydantic, which help does without

    if file and folder:
        raise UsageError(N_("Name either a file or, by --to, a folder, not both."), code="file_or_folder")
    config = this_call().config
    settings = load_settings(config)
    home, now_at = home_dir(), SystemClock().now()
    name = archive_name(settings.site.id, settings.board.id, now_at.astimezone(settings.zone))
    target = (file or (folder or home / BACKUPS) / name).absolute()
    if folder and not folder.is_dir():
        raise InputError(
            N_("There is no folder {folder}; plug its disk or USB stick in, or correct the name."),
            code="folder_missing",
            folder=str(folder),
        )
    if file:
        must_be_place_for(target)
    manifest = back_up(target, home, store_path(home), settings=find_settings(config), made_at=now_at)
    try:
        _note(home, settings, target.name, now_at)
    except SignboardError as error:  # such as a full disk, which is when a backup to another one is wanted
        talk(N_("The backup is whole, but the record could not be told of it: {reason}"), reason=str(error))
    size_bytes = target.stat().st_size
    text = fill(
        N_("Kept in {file}: {count} files, {size} MB. Copy it to another disk; bring it back by signboard restore."),
        file=str(target),
        count=len(manifest.members),
        size=number_text(size_bytes / 1e6, 1),
    )
    data = {
        "file": str(target),
        "files": sorted(manifest.members),
        "bytes": size_bytes,
        "schema_version": manifest.schema_version,
        "made_at": manifest.made_at,
    }
    report(data, text)


def _note(home: Path, settings: Settings, name: str, now_at: datetime) -> None:
    """The record says that a backup was made, wherever it was taken; `check` asks for it."""
    if store_path(home).is_file():
        with Store(store_path(home)) as store:
            event = Event(settings.site.id, settings.board.id, now_at, actor_named(None), BACKED_UP, {"file": name})
            store.add_event(event)
