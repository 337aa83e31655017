"""ZeDMD's numbers, options and pixels: what both halves share.

A burst is `FRAME`, then commands `ZeDMD` · number · size (high, low octet) · compressed · payload; it is cut into
packages and padded with zeros to a whole one. Pixels are RGB565, little-endian, in a grid of 16x8 zones: a record is
the zone's number and its pixels by rows, or the number + 80 alone for a dark zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from signboard.errors import N_, ConfigurationError
from signboard.frame.frame import Colour
from signboard.protocols.options import Option, Value, choice, number
from signboard.protocols.plain import Problems, checked, shape_problems
from signboard.protocols.rgb_strip import ink
from signboard.protocols.spec import BoardSpec

__all__ = [
    "ACK",
    "ACROSS",
    "BURST",
    "CONTROL",
    "DARK_ZONE",
    "DOWN",
    "LEVELS",
    "NAK",
    "OPTIONS",
    "PACKAGE_BYTES",
    "REPLY_BYTES",
    "ZONES_BYTES",
    "Command",
    "ZedmdOptions",
    "read",
    "zone_size",
]

BURST, CONTROL = b"FRAME", b"ZeDMD"
ACK, NAK = b"ZeDMDA", b"ZeDMDF"
ACROSS, DOWN = 16, 8
DARK_ZONE = 0x80
PACKAGE_BYTES = 64
REPLY_BYTES = 64
ZONES_BYTES = 1040
"""Most octets of zones, uncompressed, in one command: what the official client was seen to send."""
LEVELS = 16
_COLOURS = (Colour.MONO, Colour.DUAL, Colour.RGB)


class Command:
    """Numbers of the commands that are used or understood."""

    ZONES = 0x05
    RENDER = 0x06
    CLEAR = 0x0A
    KEEP_ALIVE = 0x0B
    HELLO = 0x0C
    BRIGHTNESS = 0x16
    SAVE = 0x1E
    RESET = 0x1F


def _version(text: str) -> str:
    numbers = [int(word) for word in text.split(".")]
    if len(numbers) != 3 or not numbers[0] or any(not 0 <= n <= 0xFF for n in numbers):  # noqa: PLR2004 - three parts
        raise ValueError(text)
    return text


OPTIONS: Mapping[str, Option] = {
    "ink": ink(),
    "compress": choice("shorter", ("shorter", "never"), N_("Compress zones where that is shorter, or never.")),
    "package": number(PACKAGE_BYTES, 64, 1920, N_("Octets of a package until the board tells its own.")),
    "firmware": Option("5.2.3", N_("Simulated board only: its version."), "three numbers up to 255", _version),
    "stored": choice("dark", ("dark", "border"), N_("Simulated board only: what it shows 5 s after the last word.")),
}
"""Every option of the family."""


@dataclass(frozen=True, slots=True)
class ZedmdOptions:
    """The options of a board, checked; names as in `OPTIONS`."""

    ink: str
    compress: str
    package: int
    firmware: str
    stored: str


def read(board: BoardSpec) -> ZedmdOptions:
    """The checked options.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    return checked(board, OPTIONS, ZedmdOptions, _problems)


def _problems(board: BoardSpec, _: Mapping[str, Value]) -> Problems:
    problems = shape_problems(board, "ZeDMD", _COLOURS, (256, 64))
    if board.width_px % ACROSS or board.height_px % DOWN:
        problems.append(
            ConfigurationError(
                N_(
                    "A ZeDMD board is divided in 16x8 zones, which {width_px}x{height_px} pixels cannot be; usual "
                    "sizes are 128x32, 192x64 and 256x64."
                ),
                code="bad_size",
                width_px=board.width_px,
                height_px=board.height_px,
            )
        )
    return problems


def zone_size(board: BoardSpec) -> tuple[int, int]:
    """Width and height of a zone in pixels."""
    return board.width_px // ACROSS, board.height_px // DOWN
