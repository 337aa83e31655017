"""A board's profile: its part of the settings and what it said of itself, in a file that can be mailed; no secrets.

Office, ids and the port stay behind: they belong to one place. The file is a signboard.toml that says only what another
computer with the same board needs, under a head of comments.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from signboard import __version__
from signboard.app import read_file
from signboard.errors import N_, InputError, ProblemsError, SignboardError
from signboard.health.finding import Finding
from signboard.locale import fill
from signboard.settings import Settings, read_settings
from signboard.settings_file import document_of, settings_text

__all__ = ["profile_text", "read_profile"]

_LOCAL = {"board": ("id", "port", "same_line"), "show": ("font", "neutral")}
"""Settings that belong to one place: names, ports, files, texts."""


def profile_text(settings: Settings, findings: Sequence[Finding]) -> str:
    """The file.

    Args:
        settings: the board's.
        findings: what the doctor found, and with it what the board said of itself.
    """
    board = settings.board
    head = [
        fill(
            N_("A board's profile, made by signboard {version}. Read it by: signboard setup --profile FILE"),
            version=__version__,
        ),
        *(f"{finding.state}: {finding.text}".replace("\n", " ") for finding in findings),
    ]
    whole = {
        **document_of(settings).get("board", {}),
        "protocol": board.protocol,
        "width": board.width,
        "height": board.height,
        "colour": board.colour,
        "baud": board.baud,
    }
    document = {"board": whole, "show": document_of(settings).get("show", {})}
    return settings_text({table: _shared(table, found) for table, found in document.items()}, head="\n".join(head))


def read_profile(path: Path) -> tuple[dict[str, object], dict[str, object]]:
    """What a profile says about the board and about showing.

    Raises:
        InputError: there is no such file.
        ProblemsError: it is no valid one; a file that somebody mailed is input, and no fault of this one's settings.
    """
    raw = read_file(path)
    try:
        document = document_of(read_settings(raw, path.name))
    except SignboardError as error:
        wrong = error.problems if isinstance(error, ProblemsError) else (error,)
        told = [InputError(one.template, code=one.code, **one.fields) for one in wrong]
        raise ProblemsError(told) from error
    return _shared("board", document.get("board", {})), _shared("show", document.get("show", {}))


def _shared(table: str, found: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in found.items() if name not in _LOCAL[table]}
