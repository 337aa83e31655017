"""Checks of the computer: Python, shipped files, fonts, settings, home, disk, records, clock, console, account."""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path

import signboard
from signboard.errors import N_, SignboardError
from signboard.files import fonts_dir, home_dir, schedules_dir
from signboard.font.letters import ALPHABET
from signboard.font.load import load_face
from signboard.health.finding import BAD, GOOD, NOTE, Finding, failed
from signboard.locale import fill, instant_text
from signboard.player.timekeeper import Timekeeper
from signboard.playlog.trust import Trust
from signboard.settings import Settings, find_settings, load_settings
from signboard.store.connection import is_begun
from signboard.store.database import Store

__all__ = ["MACHINE_CHECKS", "account", "clock", "console", "disk", "fonts", "home", "python", "records", "settings_of"]

OLDEST_PYTHON = (3, 11)
FONT = "signboard-16"
LITTLE_BYTES, ENOUGH_BYTES = 20 << 20, 500 << 20
"""Below the first nothing can be recorded for long; below the second somebody should look."""
_LETTERS = "Ẫ Ỡ Ợ Ẩ đ ư"


def python() -> Finding:
    """Is this Python new enough?"""
    version = ".".join(map(str, sys.version_info[:3]))
    bits = 64 if sys.maxsize > 1 << 32 else 32
    if sys.version_info[:2] < OLDEST_PYTHON:
        text = fill(N_("Python {version} is too old."), version=version)
        return Finding("python", BAD, text, fill(N_("Install Python 3.11 or newer.")), "python_old")
    text = fill(
        N_("Python {version}, {bits} bits; signboard {ours}."), version=version, bits=bits, ours=signboard.__version__
    )
    return Finding("python", GOOD, text)


def fonts() -> Finding:
    """Are the shipped fonts and campaigns there, and has our own font every Vietnamese letter?"""
    again = fill(N_("Install signboard again."))
    try:
        files = {file.stem: file for file in fonts_dir().glob("*/*.bdf")}
        campaigns = len(list(schedules_dir().glob("*.toml")))
        missing = load_face(files[FONT].read_bytes(), FONT).missing(ALPHABET)
    except SignboardError as error:
        return failed("fonts", error, again)
    except (OSError, KeyError):
        return Finding(
            "fonts",
            BAD,
            fill(N_("The font {font} that ships with signboard cannot be read."), font=FONT),
            again,
            "font_unreadable",
        )
    if missing or not campaigns:
        text = fill(N_("The font {font} lacks {count} letters."), font=FONT, count=len(missing))
        return Finding("fonts", BAD, text, again, "letters_missing")
    text = fill(
        N_("Font {font}: all {count} letters are there; {fonts} fonts in all."),
        font=FONT,
        count=len(ALPHABET),
        fonts=len(files),
    )
    return Finding("fonts", GOOD, text)


def settings_of(config: Path | None) -> tuple[Finding, Settings]:
    """Are the settings valid? The defaults where they are not, so that the other checks can go on."""
    try:
        path, settings = find_settings(config), load_settings(config)
    except SignboardError as error:
        return failed("settings", error, fill(N_("Correct the file, or write a new one: signboard setup."))), Settings()
    if path is None:
        text = fill(N_("There are no settings yet; a BX-5E board of 96x32 is assumed."))
        return Finding("settings", NOTE, text, fill(N_("Write them: signboard setup.")), "no_settings"), settings
    return Finding("settings", GOOD, fill(N_("The settings {path} are valid."), path=str(path))), settings


def home(place: Path | None = None) -> Finding:
    """Can records be kept? Tried with a small file, where the folder exists already."""
    folder = place or home_dir()
    cure = fill(N_("Give the folder to the account that runs signboard, or name another one in SIGNBOARD_HOME."))
    nearest = next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
    try:
        if nearest == folder:
            trial = folder / f".doctor-{os.getpid()}"
            trial.write_bytes(b"")
            trial.unlink()
        elif not os.access(nearest, os.W_OK):
            raise PermissionError(nearest)
    except OSError:
        text = fill(N_("The folder {folder} cannot be written."), folder=str(folder))
        return Finding("home", BAD, text, cure, "home_unusable")
    return Finding("home", GOOD, fill(N_("Records are kept in {folder}."), folder=str(folder)))


def disk(place: Path | None = None, free_of: Callable[[Path], int] | None = None) -> Finding:
    """Is there room on the disk of the home folder?"""
    folder = place or home_dir()
    nearest = next(one for one in (folder, *folder.parents) if one.exists())
    free = (free_of or (lambda path: shutil.disk_usage(path).free))(nearest)
    text = fill(N_("{free} MB are free on the disk of {folder}."), free=free >> 20, folder=str(folder))
    cure = fill(N_("Delete what is not needed there, or name a folder on another disk in SIGNBOARD_HOME."))
    if free < LITTLE_BYTES:
        return Finding("disk", BAD, text, cure, "disk_full")
    return Finding("disk", NOTE, text, cure, "disk_small") if free < ENOUGH_BYTES else Finding("disk", GOOD, text)


def records(place: Path | None = None) -> Finding:
    """Can the file of records be opened, and does its chain hold?"""
    path = (place or home_dir()) / "signboard.sqlite3"
    if not is_begun(path):
        return Finding("records", GOOD, fill(N_("Nothing has been recorded yet.")))
    try:
        with Store(path) as store:
            broken, count = store.first_broken_event(), len(store.events())
    except SignboardError as error:
        return failed("records", error)
    if broken is not None:
        text = fill(N_("The records were changed outside signboard: entry {number} does not follow."), number=broken)
        return Finding(
            "records", BAD, text, fill(N_("Restore the last backup, and ask who had access.")), "chain_broken"
        )
    return Finding("records", GOOD, fill(N_("The records can be read; {count} entries, unchanged."), count=count))


def clock(keeper: Timekeeper, now_at: datetime, zone: tzinfo) -> Finding:
    """How far is the computer's clock believed, by the player's own rules?

    Args:
        keeper: as the player asks it.
        now_at: what the clock says.
        zone: of the sentences.
    """
    cure = fill(N_("Set the clock, and let the computer set it by itself from the network."))
    shown = instant_text(now_at, zone)
    if keeper.trust is Trust.UNTRUSTED:
        text = fill(
            N_("The clock says {now}, which is before {least}, when it was right."),
            now=shown,
            least=instant_text(keeper.floor_at, zone),
        )
        return Finding("clock", BAD, text, cure, "clock_behind")
    if keeper.trust is Trust.PLAUSIBLE:
        text = fill(N_("It is {now}; the computer does not set its clock from the network."), now=shown)
        return Finding("clock", NOTE, text, cure, "clock_alone")
    return Finding("clock", GOOD, fill(N_("It is {now}."), now=shown))


def console() -> Finding:
    """Can this console show Vietnamese letters?"""
    encoding = getattr(sys.stdout, "encoding", None) or "?"
    try:
        _LETTERS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        text = fill(N_("This console ({encoding}) cannot show Vietnamese letters."), encoding=encoding)
        return Finding(
            "console", NOTE, text, fill(N_("Use a console in UTF-8 (on Windows: Windows Terminal).")), "console_letters"
        )
    return Finding("console", GOOD, fill(N_("This console shows Vietnamese: {letters}"), letters=_LETTERS))


def account() -> Finding:
    """Who runs this? A service should not be the system's master."""
    if sys.platform == "win32":
        return Finding("account", GOOD, fill(N_("Runs as {name}."), name=os.environ.get("USERNAME", "?")))
    else:  # noqa: RET505 - mypy looks at one platform at a time and calls the rest unreachable
        import pwd  # noqa: PLC0415 - only POSIX has it

        number = os.geteuid()
        try:
            name = pwd.getpwuid(number).pw_name
        except KeyError:
            name = str(number)
        if number == 0:
            cure = fill(N_("Run the service under an account of its own that is in the port's group."))
            return Finding("account", NOTE, fill(N_("Runs as {name}, who may do everything."), name=name), cure, "root")
        return Finding("account", GOOD, fill(N_("Runs as {name}."), name=name))


MACHINE_CHECKS: tuple[Callable[[], Finding], ...] = (python, fonts, home, disk, records, console, account)
"""Checks that need nothing to be known, in the order in which they are told."""
