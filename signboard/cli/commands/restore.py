"""`restore`: a backup takes the place of what is there, which is kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from signboard.app import store_path
from signboard.campaign.code import content_code
from signboard.campaign.days import write_day
from signboard.cli import words
from signboard.cli.call import this_call
from signboard.cli.envelope import report
from signboard.cli.people import actor_named
from signboard.clock import SystemClock
from signboard.errors import N_, ConfigurationError
from signboard.files import home_dir
from signboard.locale import fill, instant_text
from signboard.store.audit import Event
from signboard.store.database import Store

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["command"]

_UNKNOWN = N_(
    "What was withdrawn, corrected or ordered after {made} is not known here: go through the list (signboard slogans), "
    "and withdraw again what was taken off since (signboard withdraw)."
)


@words.command(
    "restore",
    summary=N_("Bring back a backup, checked to the last byte; what is there now is kept in a folder of its own."),
    examples=("signboard restore bang-dien-tu.zip",),
)
@words.argument("file", type=click.Path(path_type=Path), metavar=N_("FILE"))
def command(file: Path) -> None:
    """Bring it back."""
    from signboard.service.lock import BoardLock  # noqa: PLC0415 - the service, which help does without
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without
    from signboard.store.restore import restore  # noqa: PLC0415 - reading zips, which help does without

    config, home, now_at = this_call().config, home_dir(), SystemClock().now()
    running = home / "run"
    names = tuple(sorted(path.stem for path in running.glob("*.lock")))
    with BoardLock(running, names):
        done = restore(file, home, settings=_settings_place(config), now_at=now_at)
    settings = load_settings(config)
    _note(home, settings, file.name, now_at)
    zone = settings.zone
    made = instant_text(done.manifest.made_at, zone)
    texts = [
        fill(N_("Restored: {count} files of the backup of {made}."), count=len(done.manifest.members), made=made),
        fill(N_("What was here before is in {folder}."), folder=str(done.kept)) if done.kept else "",
        _approved(settings),
        fill(_UNKNOWN, made=made) if done.is_first else "",
        fill(N_("See what is approved by signboard slogans, then start the board by signboard run.")),
    ]
    data = {
        "home": str(home),
        "kept": str(done.kept) if done.kept else None,
        "files": sorted(done.manifest.members),
        "made_at": done.manifest.made_at,
        "schema_version": done.manifest.schema_version,
    }
    report(data, "\n".join(filter(None, texts)))


def _approved(settings: Settings) -> str:
    """Which list is in force by the record that came back, and by whose signature."""
    from signboard.store.chosen import list_chosen  # noqa: PLC0415 - the record, which help does without

    digest = list_chosen(store_path())
    approval = None
    if digest:
        with Store(store_path()) as store:
            approval = store.approval_of(digest)
    if approval is None:
        return fill(N_("By its record no list is approved."))
    return fill(
        N_(
            "By its record the list {code} is approved: {number} of {date}, signed by {signer}, entered by {actor} on "
            "{at}."
        ),
        code=content_code(approval.bundle),
        number=approval.number,
        date=write_day(approval.date_day),
        signer=approval.signer,
        actor=approval.actor,
        at=instant_text(approval.approved_at, settings.zone),
    )


def _note(home: Path, settings: Settings, name: str, now_at: datetime) -> None:
    """The record that came back tells that it did."""
    from signboard.store.backup import RESTORED  # noqa: PLC0415 - writing zips, which help does without

    if store_path(home).is_file():
        with Store(store_path(home)) as store:
            event = Event(settings.site.id, settings.board.id, now_at, actor_named(None), RESTORED, {"file": name})
            store.add_event(event)


def _settings_place(config: Path | None) -> Path:
    """The file that counts; where there is none, the place for it."""
    from signboard.settings import find_settings  # noqa: PLC0415 - pydantic, which help does without
    from signboard.settings_file import place_for  # noqa: PLC0415 - pydantic, which help does without

    try:
        return find_settings(config) or place_for(config)
    except ConfigurationError:  # it was named, and is not there yet
        return place_for(config)
