"""Load a face from the bytes of a font file, whatever its kind: BDF, PCF (also .gz), OTB, TTF, OTF.

The kind is seen in the bytes, never in a name. Bitmap fonts have the rows that they have; outlines are fitted.
"""

import struct
import zlib

from fontTools.ttLib import TTLibError  # type: ignore[import-untyped]  # fontTools carries annotations but no marker

from signboard.errors import N_, InputError
from signboard.font import outline, pcf
from signboard.font.bdf import load_bdf
from signboard.font.face import Face

__all__ = ["SUFFIXES", "load_face", "load_sizes", "rows_for_board"]

SUFFIXES = (".bdf", ".pcf", ".pcf.gz", ".otb", ".ttf", ".otf")
"""How files of these kinds are named."""
_SFNT = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_GZIP = b"\x1f\x8b"
_LIMIT_BYTES = 64 * 1024 * 1024
_LINES = (1, 2, 3, 4)
_LEAST_TOGETHER_PX = 13
"""Below so many rows the marks of an outline font run together; lower lines are not tried where higher ones fit."""
_DAMAGES = (
    TTLibError,
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    struct.error,
    zlib.error,
)


def load_face(raw: bytes, name: str, rows_px: int = 16) -> Face:
    """The face for a line of so many rows.

    Args:
        raw: the file's bytes.
        name: how people call it, for messages.
        rows_px: rows that outlines are fitted to; of a bitmap font in several sizes the largest that fits is taken,
            else the smallest; a bitmap font of one size comes as it is.

    Raises:
        InputError: `bad_font`, saying what the reader stumbled over.
    """
    sizes = load_sizes(raw, name, (rows_px,))
    return next((face for face in sizes if face.height_px <= rows_px), sizes[-1])


def load_sizes(raw: bytes, name: str, rows_px: tuple[int, ...]) -> tuple[Face, ...]:
    """The faces of a file, highest first: outlines at each of these heights, bitmaps as they are.

    Raises:
        InputError: `bad_font`.
    """
    if raw.startswith(_GZIP):
        raw = _unpacked(raw, name)
    if raw.lstrip().startswith(b"STARTFONT"):
        return (load_bdf(raw, name),)
    try:
        if raw.startswith(pcf.MAGIC):
            return (pcf.load_pcf(raw, name),)
        if raw.startswith(_SFNT):
            if outline.is_outline(raw):
                return tuple(outline.load_outline(raw, name, rows) for rows in sorted(set(rows_px), reverse=True))
            return outline.load_strikes(raw, name)
    except _DAMAGES as error:
        raise _bad_font(name, str(error) or type(error).__name__) from error
    raise _bad_font(name, "no BDF, PCF, OTB, TTF or OTF")


def rows_for_board(height_px: int) -> tuple[int, ...]:
    """Rows of a line where one, two, three or four stand on a board, with a dark row between them."""
    rows = ((height_px + 1) // lines - 1 for lines in _LINES)
    return tuple(row for line, row in zip(_LINES, rows, strict=True) if line == 1 or row >= _LEAST_TOGETHER_PX)


def _unpacked(raw: bytes, name: str) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(raw, _LIMIT_BYTES)
    except zlib.error as error:
        raise _bad_font(name, str(error)) from error


def _bad_font(name: str, found: str) -> InputError:
    template = N_("The font {font} cannot be read: {found}. Take the file again from its source.")
    return InputError(template, code="bad_font", font=name, found=found)
