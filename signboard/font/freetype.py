"""Characters as cells, drawn by FreeType through Pillow: monochrome hinting, no anti-aliasing, no shaping.

What FreeType draws of outlines differs between its versions, so nothing that ships with signboard is drawn this way;
other people's fonts are. Only characters that the file says it has are drawn: FreeType answers others with a box.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from signboard.font.face import Face, Glyph
from signboard.font.letters import ALPHABET
from signboard.frame.pack import columns_from_rows

__all__ = ["COMMON", "SIGNS", "Inked", "draw", "face_of", "letters_extent_px", "open_font"]

SIGNS = "".join(map(chr, range(0x20, 0x7F)))
"""The keyboard."""
_BLOCKS = ((0x20, 0x250), (0x370, 0x530), (0x1E00, 0x1F00), (0x2000, 0x2400), (0x2500, 0x2800), (0x2B00, 0x2C00))
_NOTHING_TO_SEE = {0xAD, *range(0x7F, 0xA0), *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070)}
COMMON = frozenset(chr(code) for first, end in _BLOCKS for code in range(first, end) if code not in _NOTHING_TO_SEE)
"""What is taken of a font that may hold the whole of Unicode: Latin, Greek, Cyrillic, punctuation, arrows, signs."""
_LIMIT_PX = 2048
"""A character that is larger stands in no font for a board; keeps a damaged file from asking for gigabytes."""


@dataclass(frozen=True, slots=True)
class Inked:
    """A character as drawn.

    Attributes:
        char: the character.
        advance_px: columns to the origin of the next one.
        left_px: first column of ink, counted from the origin.
        top_px: first row of ink, counted from the baseline; negative above it.
        ink: the tightly boxed picture.
    """

    char: str
    advance_px: int
    left_px: int
    top_px: int
    ink: Image.Image

    @property
    def end_px(self) -> int:
        """The row below the last row of ink, counted from the baseline."""
        return self.top_px + self.ink.height


def open_font(raw: bytes, size_px: int) -> ImageFont.FreeTypeFont:
    """The font at a size.

    Raises:
        OSError: no font, or none at this size (bitmap fonts have one size only).
    """
    return ImageFont.truetype(io.BytesIO(raw), size_px, layout_engine=ImageFont.Layout.BASIC)


def draw(font: ImageFont.FreeTypeFont, chars: Iterable[str]) -> list[Inked]:
    """Draw the characters, one at a time.

    Raises:
        ValueError: one is larger than any board.
    """
    return [_inked(font, char) for char in chars]


def _inked(font: ImageFont.FreeTypeFont, char: str) -> Inked:
    left_px, top_px, right_px, end_px = map(int, font.getbbox(char, mode="1", anchor="ls"))
    if (
        max(right_px - left_px, end_px - top_px, *map(abs, (left_px, top_px, font.getlength(char, mode="1"))))
        > _LIMIT_PX
    ):
        raise ValueError(f"U+{ord(char):04X} is larger than any board ({_LIMIT_PX} rows)")
    sheet = Image.new("1", (right_px - left_px + 2, end_px - top_px + 2))
    ImageDraw.Draw(sheet).text((1 - left_px, 1 - top_px), char, font=font, fill=1, anchor="ls")
    box = sheet.getbbox() or (0, 0, 0, 0)
    advance_px = round(font.getlength(char, mode="1"))
    return Inked(char, advance_px, box[0] - 1 + left_px, box[1] - 1 + top_px, sheet.crop(box))


def face_of(name: str, drawn: Iterable[Inked], ascent_px: int, descent_px: int, stated_px: int = 0) -> Face:
    """The characters in cells of so many rows above and below the baseline; one whose ink leaves them is left out.

    A character that is left out is missing, which is an error when it is asked for; it is never cut.

    Raises:
        ValueError: the cells are higher than any board.
    """
    height_px = ascent_px + descent_px
    if height_px > _LIMIT_PX:
        raise ValueError(f"its cells have {height_px} rows, more than any board ({_LIMIT_PX})")
    whole = [one for one in drawn if not one.ink.height or (-ascent_px <= one.top_px and one.end_px <= descent_px)]
    return Face(name, height_px, ascent_px, {one.char: _glyph(one, ascent_px, height_px) for one in whole}, stated_px)


def _glyph(one: Inked, ascent_px: int, height_px: int) -> Glyph:
    left_px = min(0, one.left_px) if one.ink.width else 0
    width_px = max(one.advance_px, one.left_px + one.ink.width) - left_px
    cell = Image.new("1", (width_px, height_px))
    cell.paste(one.ink, (one.left_px - left_px, one.top_px + ascent_px))
    return Glyph(one.char, width_px, columns_from_rows(cell.tobytes(), width_px, height_px))


def letters_extent_px(drawn: Iterable[Inked]) -> tuple[int, int]:
    """Rows of ink above and below the baseline, over the letters and the keyboard's signs."""
    whole = [one for one in drawn if one.ink.height and (one.char in ALPHABET or one.char in SIGNS)]
    return max((-one.top_px for one in whole), default=0), max((one.end_px for one in whole), default=0)
