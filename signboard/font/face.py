"""Face: a bitmap font ready for use, each glyph kept as packed columns so that a line of text is a join of bytes.

    Face.height_px   rows of a cell: everything that any glyph lights is inside, nothing is cut
    Face.baseline_px rows from the cell's top down to the baseline (letters stand on it, descenders hang below)
    Glyph.columns    `width_px` columns in `Frame`'s layout: bit y % 8 of byte x * stride + y // 8, bit 0 topmost

A character that the face lacks has no replacement picture: `missing` names it and the caller refuses.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from signboard.frame.frame import column_stride

__all__ = ["Face", "Glyph", "raised"]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character's picture.

    Attributes:
        char: the character, one code point in NFC.
        width_px: columns that it takes in a line, the gap to its neighbour included.
        columns: packed columns, as high as the face.
    """

    char: str
    width_px: int
    columns: bytes


@dataclass(frozen=True, eq=False)
class Face:
    """A bitmap font. Compared and hashed by identity: a face is loaded once and handed around.

    Attributes:
        name: as people choose it (`9x15`).
        height_px: rows of a cell.
        baseline_px: rows above the baseline.
        glyphs: by character.
        stated_px: rows that the font's file states; fewer than `height_px` where ink goes beyond them, 0 where unknown.
    """

    name: str
    height_px: int
    baseline_px: int
    glyphs: Mapping[str, Glyph]
    stated_px: int = 0

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of the text that this face cannot draw, each once, in reading order."""
        return _missing(self, text)

    def width_px(self, text: str) -> int:
        """Columns that the text takes in one line; every character must have a glyph (KeyError)."""
        return sum(self.glyphs[char].width_px for char in text)


@functools.lru_cache(maxsize=4096)
def _missing(face: Face, text: str) -> tuple[str, ...]:
    """Asked of each text for every face of the ladder, when it is set and when it is remarked on."""
    return tuple(dict.fromkeys(char for char in text if char not in face.glyphs))


@functools.lru_cache(maxsize=64)
def raised(face: Face, height_px: int, top_px: int) -> Face:
    """The same face in cells as high as a board, its own cell starting at row `top_px`.

    A line set with it needs no copying onto the board: it is board-high already. Made once per board and line position
    (about 0.3 ms for 340 glyphs), kept for the next slogan.

    Raises:
        ValueError: the cell would stand partly outside (a programming error).
    """
    if not 0 <= top_px <= height_px - face.height_px:
        raise ValueError(f"{face.height_px} rows at row {top_px} do not fit {height_px} rows")
    old, new = column_stride(face.height_px), column_stride(height_px)

    def lift(glyph: Glyph) -> Glyph:
        columns = (glyph.columns[at : at + old] for at in range(0, len(glyph.columns), old))
        lifted = b"".join((int.from_bytes(column, "little") << top_px).to_bytes(new, "little") for column in columns)
        return Glyph(glyph.char, glyph.width_px, lifted)

    glyphs = {char: lift(glyph) for char, glyph in face.glyphs.items()}
    return Face(face.name, height_px, face.baseline_px + top_px, glyphs)
