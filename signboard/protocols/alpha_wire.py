"""The Alpha sign protocol's numbers, options, checks and colours: what both halves share.

    00×5  01  type  address   02 content 03 ssss   [02 content 03 ssss …]   04

ssss: four hex digits, the sum of everything from 02 to 03. Everything is ASCII, seven bits with even parity.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from signboard.errors import N_
from signboard.frame.frame import Colour
from signboard.protocols.options import Option, Value, choice, flag, number
from signboard.protocols.plain import Problems, checked, shape_problems
from signboard.protocols.spec import BoardSpec

__all__ = [
    "COLOURS",
    "END",
    "EVERYONE",
    "OPTIONS",
    "RUN",
    "SMALL_PX",
    "START",
    "SYNC",
    "AlphaOptions",
    "Mark",
    "checksum",
    "kind_of",
    "read",
]

SYNC = bytes(5)
START, END = b"\x01", b"\x04"
EVERYONE = b"00"
RUN = 0x11
SMALL_PX = (255, 31)
COLOURS = (Colour.MONO, Colour.DUAL, Colour.RGB)
_LARGE_PX = (1024, 256)


class Mark:
    """What stands around and in front of a content."""

    CONTENT, CHECK = b"\x02", b"\x03"
    TEXT = b"A"
    SPECIAL = b"E"
    DOTS: Mapping[str, bytes] = {"small": b"I", "large": b"M", "rgb": b"K"}


def _label(default: str, meaning: str) -> Option:
    def read_label(text: str) -> str:
        if not re.fullmatch(r"[ -~]", text) or text in "0?":
            raise ValueError(text)
        return text

    return Option(default, meaning, "one character, neither 0 nor ?", read_label)


def _address() -> Option:
    def read_address(text: str) -> str:
        if not re.fullmatch("[0-9a-fA-F]{2}", text):
            raise ValueError(text)
        return text.upper()

    return Option("00", N_("Address of the sign; 00 means every sign."), "two hex digits", read_address)


OPTIONS: Mapping[str, Option] = {
    "address": _address(),
    "picture": _label("P", N_("The sign's file that holds the picture.")),
    "text": _label("A", N_("The sign's text file that shows it.")),
    "dots": choice("auto", ("auto", "small", "large", "rgb"), N_("How pictures travel; auto takes the shortest.")),
    "ink": number(1, 1, 8, N_("Colour of lit pixels on a mono board: 1 red, 2 green, 3 amber … 8 yellow.")),
    "compress": flag("no", N_("Shorten runs of equal pixels; not tried on a sign.")),
    "checksum": flag("yes", N_("Send the check digits; a sign then refuses damaged messages.")),
    "memory": choice("ready", ("ready", "empty"), N_("Simulated sign only: are its files laid out when it starts?")),
}
"""Every option of the family."""


@dataclass(frozen=True, slots=True)
class AlphaOptions:
    """The options of a board, checked; names as in `OPTIONS`."""

    address: str
    picture: str
    text: str
    dots: str
    ink: int
    compress: bool
    checksum: bool
    memory: str


def read(board: BoardSpec) -> AlphaOptions:
    """The checked options.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    return checked(board, OPTIONS, AlphaOptions, _problems)


def _problems(board: BoardSpec, values: Mapping[str, Value]) -> Problems:
    dots = values["dots"]
    colours = COLOURS if dots in ("auto", "rgb") else COLOURS[:2]
    return shape_problems(board, "Alpha", colours, SMALL_PX if dots == "small" else _LARGE_PX)


def kind_of(board: BoardSpec, options: AlphaOptions) -> str:
    """`small`, `large` or `rgb`: how this board's pictures travel."""
    if options.dots != "auto":
        return options.dots
    if board.colour is Colour.RGB:
        return "rgb"
    is_small = board.width_px <= SMALL_PX[0] and board.height_px <= SMALL_PX[1]
    return "small" if is_small else "large"


def checksum(content: bytes) -> bytes:
    """Four digits for everything from 02 to 03."""
    return b"%04X" % (sum(content) & 0xFFFF)
