"""Load a face from a TrueType or OpenType file: outlines at the largest size that fits so many rows, or fixed strikes.

"Size = rows" is wrong for every font: the size of an outline font is that of its em, and Ẫ stands above it. So the
letters are drawn and measured, and the largest size is taken at which the tallest stack, the deepest dot and the
keyboard's signs are all inside; the baseline follows from the same measure.
"""

import io
import struct

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # fontTools carries annotations but no marker

from signboard.font.face import Face
from signboard.font.freetype import COMMON, SIGNS, draw, face_of, letters_extent_px, open_font
from signboard.font.letters import ALPHABET

__all__ = ["is_outline", "load_outline", "load_strikes", "strike_face"]

_ROUNDING_PX = 2
"""Hinting rounds rows up or down, so sizes a little above the one that is reckoned are tried too."""
_GROUPED = (8, 12, 13)
_CODE_POINTS = 0x110000
"""Formats of character maps that name ranges; all of Unicode is so many."""


def is_outline(raw: bytes) -> bool:
    """Does the sfnt file hold outlines, that can be drawn at any size?"""
    tables = set(_open(raw).keys())
    return bool(tables & {"CFF ", "CFF2"}) or ("glyf" in tables and not tables & {"EBLC", "CBLC", "sbix"})


def load_outline(raw: bytes, name: str, rows_px: int) -> Face:
    """The face at the largest size whose letters fit so many rows.

    Raises:
        ValueError, OSError: no size fits, or the file is damaged.
    """
    chars = _chars(raw)
    sample = [char for char in chars if char in ALPHABET or char in SIGNS]
    ascent_px, descent_px = letters_extent_px(draw(open_font(raw, rows_px), sample))
    if ascent_px + descent_px <= 0:
        raise ValueError("its letters have no ink")
    reckoned_px = rows_px * rows_px // (ascent_px + descent_px)
    for size_px in range(reckoned_px + _ROUNDING_PX, 1, -1):
        ascent_px, descent_px = letters_extent_px(draw(open_font(raw, size_px), sample))
        if 0 < ascent_px + descent_px <= rows_px:
            return face_of(name, draw(open_font(raw, size_px), chars), ascent_px, descent_px)
    raise ValueError(f"no size fits {rows_px} rows")


def load_strikes(raw: bytes, name: str) -> tuple[Face, ...]:
    """All sizes of a bitmap-only file, the highest first.

    Raises:
        ValueError, OSError: there is none, or the file is damaged.
    """
    font = _open(raw)
    if "EBLC" not in font:
        raise ValueError("neither outlines nor bitmaps")
    chars = _chars(raw)
    sizes = sorted({strike.bitmapSizeTable.ppemY for strike in font["EBLC"].strikes}, reverse=True)
    return tuple(strike_face(raw, name, size_px, chars) for size_px in sizes)


def strike_face(raw: bytes, name: str, size_px: int, chars: list[str]) -> Face:
    """A bitmap font at the size that it has, in cells that hold all of its ink.

    Raises:
        OSError: it has no such size.
    """
    font = open_font(raw, size_px)
    drawn = draw(font, chars)
    ascent_px, descent_px = font.getmetrics()
    inked = [one for one in drawn if one.ink.height]
    return face_of(
        name,
        drawn,
        max([ascent_px, *(-one.top_px for one in inked)]),
        max([descent_px, *(one.end_px for one in inked)]),
        ascent_px + descent_px,
    )


def _chars(raw: bytes) -> list[str]:
    """The characters that the file says it has, of those that are taken."""
    font = _open(raw)
    _refuse_endless_maps(font.reader["cmap"] if "cmap" in font else b"")
    known = font.getBestCmap() or {}
    chars = sorted(COMMON & set(map(chr, known)))
    if not chars:
        raise ValueError("no characters")
    return chars


def _refuse_endless_maps(cmap: bytes) -> None:
    """A range of four milliards of characters takes twelve bytes; the reader would make each of them.

    Args:
        cmap: the file's table of characters (OpenType 1.9, chapter cmap).

    Raises:
        ValueError: one of its maps names more characters than Unicode has.
        struct.error: the table ends too early.
    """
    count = struct.unpack_from(">H", cmap, 2)[0] if cmap else 0
    for number in range(count):
        (at,) = struct.unpack_from(">L", cmap, 4 + 8 * number + 4)
        (form,) = struct.unpack_from(">H", cmap, at)
        if form not in _GROUPED:
            continue
        groups_at = at + 12 + (0x2000 if form == _GROUPED[0] else 0)
        (groups,) = struct.unpack_from(">L", cmap, groups_at)
        ranges = (struct.unpack_from(">LL", cmap, groups_at + 4 + 12 * group) for group in range(groups))
        if sum(max(0, last - first + 1) for first, last in ranges) > _CODE_POINTS:
            raise ValueError("its table of characters names more than Unicode has")


def _open(raw: bytes) -> TTFont:
    return TTFont(io.BytesIO(raw), lazy=True)
