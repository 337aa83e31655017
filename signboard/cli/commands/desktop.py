"""`desktop`: two files to drop slogans on and to double-click, and what they do."""

import os
import sys
import webbrowser
from collections.abc import Sequence
from pathlib import Path

import click
import platformdirs

from signboard.cli import words
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.main import run
from signboard.errors import N_, UsageError
from signboard.files import home_dir, home_in_use
from signboard.locale import fill
from signboard.service.desktop import DROPPED, dropped_files, lay_out, named_places

__all__ = ["command"]

_ACTIONS = ("install", "load", "view")
_PREVIEW = "xem-thu.html"


@words.command(
    "desktop",
    summary=N_(
        "Lay two files on the desktop (Windows): drop slogan files on one to load and see them, double-click the other "
        "to see the board."
    ),
    examples=("signboard desktop install", "signboard desktop load phu-luc.docx", "signboard desktop view"),
)
@words.argument("action", type=click.Choice(_ACTIONS), help=N_("Lay them out, or do what they do."))
@words.argument("files", nargs=-1, metavar=N_("[FILE]..."), type=click.Path(path_type=Path), help=N_("To be loaded."))
@words.option("--folder", type=click.Path(path_type=Path), metavar=N_("FOLDER"), help=N_("Instead of the desktop."))
@words.option("--no-browser", is_flag=True, help=N_("Write the preview, but open no browser."))
def command(action: str, files: Sequence[Path], folder: Path | None, no_browser: bool) -> int:
    """Do it."""
    if action == "install":
        return _install(folder)
    preview = home_dir() / _PREVIEW
    if action == "load":
        return _load(files, preview, opens=not no_browser)
    return _view(preview, opens=not no_browser)


def _install(folder: Path | None) -> int:
    place = folder or Path(platformdirs.user_desktop_dir())
    made = lay_out(place, sys.executable, named_places(this_call().config))
    report(
        {"files": [str(path) for path in made]},
        "\n".join(fill(N_("Written: {path}"), path=str(path)) for path in made),
    )
    return 0


def _load(files: Sequence[Path], preview: Path, *, opens: bool) -> int:
    named = [str(file) for file in files] or dropped_files(os.environ.get(DROPPED, ""))
    if not named:
        raise UsageError(
            N_("No file was dropped; draw a Word, Excel or text file with slogans onto this file."), code="no_file"
        )
    code = _signboard("load", *named)
    return code or _shown(preview, opens=opens)


def _view(preview: Path, *, opens: bool) -> int:
    _signboard("now")
    return _shown(preview, opens=opens)


def _shown(preview: Path, *, opens: bool) -> int:
    with home_in_use(preview.parent):
        preview.parent.mkdir(parents=True, exist_ok=True)
    code = _signboard("preview", "--out", str(preview))
    if code == 0 and opens:
        talk(N_("Opening {file} in the browser …"), file=str(preview))
        webbrowser.open(preview.as_uri())
    return code


def _signboard(*arguments: str) -> int:
    """Another command of this program, in this process, with its sentences as they are and the settings of this one."""
    config = this_call().config
    return run(arguments if config is None else ["--config", str(config), *arguments])
