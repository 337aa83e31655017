"""`--colour --emphasis --emphasis-colour --icon --qr`: the look of a text as typed."""

from collections.abc import Mapping
from pathlib import Path

from signboard import app
from signboard.campaign.look import Look
from signboard.campaign.parse_look import parse_look
from signboard.campaign.reading import Reading
from signboard.cli.choices import Function, gather
from signboard.cli.words import option
from signboard.errors import N_
from signboard.icons import icon_reader

__all__ = ["look_of", "wished_look"]

_OPTIONS = (
    option("--colour", metavar=N_("COLOUR"), help=N_("Colour of the text, such as red, yellow or green.")),
    option(
        "--emphasis",
        multiple=True,
        metavar=N_("WORDS"),
        help=N_("Words of the text that are set off; may be repeated."),
    ),
    option("--emphasis-colour", metavar=N_("COLOUR"), help=N_("Colour of these words; else one that differs.")),
    option(
        "--icon",
        metavar=N_("PICTURE"),
        help=N_("A small picture beside the text: a PNG file, or the name of one that comes with signboard."),
    ),
    option("--qr", metavar=N_("ADDRESS"), help=N_("A QR code beside the text that says this.")),
)
_KEYS = ("colour", "emphasis", "emphasis_colour", "icon", "qr")


def _wished(**given: object) -> dict[str, object]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in given.items() if value}


def wished_look(function: Function) -> Function:
    """The options → `asked`: what was given, as a campaign file would state it."""
    return gather("asked", _wished, _KEYS, _OPTIONS)(function)


def look_of(asked: Mapping[str, object], text: str) -> Look:
    """What was asked for, read.

    Args:
        asked: from `wished_look`.
        text: of the slogan, tidied.

    Raises:
        ProblemsError: everything that is wrong with it.
    """
    reading = Reading("render")
    file = Path(str(asked.get("icon", "")))
    named = {**asked, "icon": file.name} if file.name else asked
    look = parse_look(named, text, reading, place="", icons=icon_reader(file.parent, app.read_file))
    reading.finish()
    return look
