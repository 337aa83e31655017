"""Load a face from a TrueType or OpenType file: outlines at the largest size that fits so many rows, or fixed strikes.

"Size = rows" is wrong for every font: the size of an outline font is that of its em, and Ẫ stands above it. So the
letters are drawn and measured, and the largest size is taken at which the tallest stack, the deepest dot and the
keyboard's signs are all inside; the baseline follows from the same measure.
"""

import io

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # fontTools carries annotations but no marker

from signboard.font.face import Face
from signboard.font.freetype import COMMON, SIGNS, draw, face_of, letters_extent_px, open_font
from signboard.font.letters import ALPHABET

__all__ = ["is_outline", "load_outline", "load_strikes", "strike_face"]

_ROUNDING_PX = 2
"""Hinting rounds rows up or down, so sizes a little above the one that is reckoned are tried too."""


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
    reckoned_px = rows_px * rows_px // max(1, ascent_px + descent_px)
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
    known = _open(raw).getBestCmap() or {}
    chars = sorted(COMMON & set(map(chr, known)))
    if not chars:
        raise ValueError("no characters")
    return chars


def _open(raw: bytes) -> TTFont:
    return TTFont(io.BytesIO(raw), lazy=True)
