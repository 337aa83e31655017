"""Options that several commands share, gathered into values: which campaign, what board, where to write."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from signboard.app import Wishes
from signboard.cli.kinds import CHOICE_OF_MOTION, Number, Pair, Size, Whole
from signboard.cli.words import option
from signboard.errors import N_, UsageError

__all__ = [
    "Function",
    "Output",
    "at",
    "board",
    "drawing",
    "drawing_board",
    "gather",
    "looking",
    "out",
    "output",
    "playing",
    "scale",
    "seconds",
    "speed",
    "virtual_board",
]

Function = Callable[..., Any]
Decorator = Callable[[Function], Function]


@dataclass(frozen=True, slots=True)
class Output:
    """Form of a picture, its scale, and the file it goes to (None: standard output)."""

    form: str
    scale: int
    out: Path | None


def gather(name: str, make: Callable[..., object], keys: Sequence[str], options: Sequence[Decorator]) -> Decorator:
    """Declare the options and hand their values over as one: `name=make(key=…, …)`."""

    def decorate(function: Function) -> Function:
        @functools.wraps(function)
        def gathered(*positional: object, **given: object) -> object:
            given[name] = make(**{key: given.pop(key) for key in keys})
            return function(*positional, **given)

        decorated: Function = gathered
        for one in reversed(options):
            decorated = one(decorated)
        return decorated

    return decorate


_size = option("--size", type=Size(), metavar="WxH", help=N_("Size of the board in pixels, such as 128x32."))
_font = option(
    "--font",
    metavar=N_("FONT"),
    help=N_("A font file (BDF, PCF, OTB, TTF, OTF), or the name of one that comes with signboard."),
)
_motion = option(
    "--motion",
    type=click.Choice(CHOICE_OF_MOTION),
    help=N_("How a text passes; auto chooses by what the wire carries."),
)
_any_motion = option(
    "--motion",
    type=click.Choice((*CHOICE_OF_MOTION, "strip")),
    default="auto",
    help=N_("How the text passes; strip draws the whole line in one piece."),
)
_campaign = option(
    "--campaign", type=click.Path(path_type=Path), metavar=N_("FILE"), help=N_("Use this campaign file (.toml).")
)


def _wire(*, hidden: bool = False) -> tuple[Decorator, Decorator, Decorator]:
    """`--protocol --baud --option`: what the wire is like, and so which motion it carries."""
    return (
        option("--protocol", metavar=N_("NAME"), hidden=hidden, help=N_("Kind of board, such as bx5.")),
        option("--baud", type=Whole(300, 4_000_000), hidden=hidden, help=N_("Speed of the line.")),
        option(
            "--option",
            "options",
            type=Pair(),
            multiple=True,
            metavar="K=V",
            hidden=hidden,
            help=N_("A setting of this kind of board; may be repeated."),
        ),
    )


_protocol, _baud, _options = _wire()
out = option("--out", type=click.Path(path_type=Path), metavar=N_("FILE"), help=N_("Write to this file."))
scale = option("--scale", type=Whole(1, 40), help=N_("Pixels of a picture file for each of the board."))

at = option("--at", metavar=N_("TIME"), help=N_("Day and time, such as 15/11/2026 06:00; now where not given."))
seconds = option("--seconds", type=Number(), metavar="N", help=N_("End by itself after so many seconds."))
speed = option("--speed", type=Number(), metavar="X", help=N_("Let board time run so many times faster."))


_PLAYING = ("campaign", "protocol", "size", "baud", "options", "font", "motion")


def _wishes(**given: Any) -> Wishes:  # noqa: ANN401 - the fields of Wishes, as click read them
    if "options" in given:
        given["options"] = dict(given["options"])
    return Wishes(**given)


def looking(function: Function) -> Function:
    """`--campaign --size --font --motion` → `wishes`; what the wire is like is taken too, but left out of the help."""
    return gather("wishes", _wishes, _PLAYING, (_campaign, _size, _font, _motion, *_wire(hidden=True)))(function)


def drawing(function: Function) -> Function:
    """`--size --font --motion` (with `strip`) → `wishes`."""
    return gather("wishes", _wishes, ("size", "font", "motion"), (_size, _font, _any_motion))(function)


def drawing_board(function: Function) -> Function:
    """`--size --font --motion` → `wishes`."""
    return gather("wishes", _wishes, ("size", "font", "motion"), (_size, _font, _motion))(function)


def virtual_board(function: Function) -> Function:
    """`--protocol --size --baud --option` → `wishes`."""
    keys = ("protocol", "size", "baud", "options")
    return gather("wishes", _wishes, keys, (_protocol, _size, _baud, _options))(function)


def board(function: Function) -> Function:
    """`--protocol --size --option` → `wishes`."""
    return gather("wishes", _wishes, ("protocol", "size", "options"), (_protocol, _size, _options))(function)


def playing(function: Function) -> Function:
    """Everything that shapes a showing: `--campaign --protocol --size --baud --option --font --motion` → `wishes`."""
    return gather("wishes", _wishes, _PLAYING, (_campaign, _size, _font, _motion, *_wire()))(function)


_FORM_OF = {".png": "png", ".gif": "gif", ".json": "json", ".txt": "art", ".art": "art"}


def output(*forms: str, default_scale: int = 1) -> Decorator:
    """`--format --scale --out` → `output`; without a format the file's name decides, without a file the first form."""
    form = option(
        "--format",
        "form",
        type=click.Choice(forms),
        help=N_("Form of the result; without this the file's name decides."),
    )

    def make(form: str | None, scale: int | None, out: Path | None) -> Output:
        return Output(_form(forms, form, out), scale or default_scale, out)

    return gather("output", make, ("form", "scale", "out"), (form, scale, out))


def _form(forms: Sequence[str], asked: str | None, out: Path | None) -> str:
    named = _FORM_OF.get(out.suffix.lower()) if out else None
    if out is None or (asked and named in (None, asked)):
        return asked or forms[0]
    if asked:
        raise UsageError(
            N_("The file {name} is to hold {named}, but --format says {asked}; leave one of them away."),
            code="form_contradiction",
            name=out.name,
            named=named,
            asked=asked,
        )
    if named is None or named not in forms:
        raise UsageError(
            N_("'{name}' does not say what to write; let it end in {suffixes}, or add --format."),
            code="bad_suffix",
            name=out.name,
            suffixes=", ".join(suffix for suffix, form in _FORM_OF.items() if form in forms),
        )
    return named
