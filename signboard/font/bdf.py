"""Load a face from a BDF font (Glyph Bitmap Distribution Format 2.1, Adobe technical note 5005).

Read by the bdffont library. Measured on the shipped 336 glyphs: bdffont 7 ms after an import of 2 ms; Pillow 6 ms after
an import of 29 ms, but FreeType must be told the exact pixel size, refuses files whose SIZE and PIXEL_SIZE disagree,
and cannot list which characters the file holds, so a missing glyph would come back as a box.

The cell is made of FONT_ASCENT and FONT_DESCENT, and grows where a glyph's ink goes beyond them; a glyph's cell is its
advance, and grows where its ink overhangs. So nothing is ever cut here: whether a face fits a board is asked later.
"""

import re

from bdffont import BdfFont, BdfGlyph  # type: ignore[import-untyped]  # bdffont carries annotations but no marker
from bdffont.error import BdfError  # type: ignore[import-untyped]  # as above

from signboard.errors import N_, InputError
from signboard.font.face import Face, Glyph
from signboard.frame.frame import column_stride

__all__ = ["load_bdf"]

_LAST_CODE = 0x10FFFF
_LIMIT_PX = 512
"""No board is higher; keeps a damaged file from asking for gigabytes."""
_BOX = re.compile(r"^[ \t]*(?:BBX|DWIDTH)((?:[ \t]+[-+.\w]+)+)", re.MULTILINE)


def load_bdf(raw: bytes, name: str) -> Face:
    """The face in these bytes of a BDF file.

    Args:
        raw: the file's bytes; the characters are Unicode code points (CHARSET_REGISTRY ISO10646).
        name: how people call it, for messages.

    Raises:
        InputError: `bad_font`, saying what the reader stumbled over.
    """
    try:
        text = raw.decode("utf-8")
        _refuse_huge_boxes(text)
        return _face(BdfFont.parse(text), name)
    except (BdfError, ValueError, IndexError, TypeError, OverflowError) as error:
        template = N_("The font {font} cannot be read as BDF: {found}. Take the file again from its source.")
        raise InputError(template, code="bad_font", font=name, found=str(error) or type(error).__name__) from error


def _refuse_huge_boxes(text: str) -> None:
    """Before the reader makes rows of a box, see that it is one that a board could have.

    Raises:
        ValueError: a size or a place beyond any board, or no number.
    """
    for box in _BOX.finditer(text):
        if any(abs(int(number)) > _LIMIT_PX for number in box[1].split()):
            raise ValueError(f"{box[0].strip()[:60]!r} is larger than any board ({_LIMIT_PX} rows)")


def _face(font: BdfFont, name: str) -> Face:
    """The library's font as packed cells."""
    glyphs = [glyph for glyph in font.glyphs if 0 < glyph.encoding <= _LAST_CODE]
    if not glyphs:
        raise ValueError("no characters")
    stated_px = (font.properties.font_ascent or 0) + (font.properties.font_descent or 0)
    ascent_px = max([font.properties.font_ascent or 0, *(glyph.offset_y + glyph.height for glyph in glyphs)])
    descent_px = max([font.properties.font_descent or 0, *(-glyph.offset_y for glyph in glyphs)])
    cells = (_cell(glyph, ascent_px, ascent_px + descent_px) for glyph in glyphs)
    return Face(name, ascent_px + descent_px, ascent_px, {cell.char: cell for cell in cells}, stated_px)


def _cell(glyph: BdfGlyph, ascent_px: int, height_px: int) -> Glyph:
    """One glyph's box placed in the face's cell, as packed columns."""
    left_px = min(0, glyph.offset_x)
    width_px = max(glyph.device_width_x, glyph.offset_x + glyph.width) - left_px
    if not 0 <= width_px <= _LIMIT_PX or height_px > _LIMIT_PX or len(glyph.bitmap) != glyph.height:
        raise ValueError(f"U+{glyph.encoding:04X} has a box that its rows do not fill")
    columns = [0] * width_px
    for y, row in enumerate(glyph.bitmap, start=ascent_px - glyph.offset_y - glyph.height):
        for x, lit in enumerate(row, start=glyph.offset_x - left_px):
            columns[x] |= lit << y
    stride = column_stride(height_px)
    return Glyph(chr(glyph.encoding), width_px, b"".join(column.to_bytes(stride, "little") for column in columns))
