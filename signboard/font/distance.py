"""How far apart two glyphs are: in pixels, and to an eye that blurs.

`pixels`  Hamming distance: LEDs that differ, best of a shift by -1, 0 or +1 column.
`blurred` Euclidean distance after a Gaussian blur with a deviation of 0.7 LED pitch (about what an eye resolves at the
          far end of the legible range), best of the same shifts. One LED that stands alone is 0.41.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from signboard.font.face import Face
from signboard.frame.frame import column_stride

__all__ = ["Outline", "lit_points", "outline"]

_SIGMA_PITCH = 0.7
_REACH = 3
"""Pixels around the cell that the blur is followed; beyond 4 deviations nothing is left of it."""

_WEIGHTS = [math.exp(-(x * x) / (2 * _SIGMA_PITCH**2)) for x in range(-_REACH, _REACH + 1)]
_KERNEL = [weight / sum(_WEIGHTS) for weight in _WEIGHTS]
_SHIFTS_PX = (-1, 0, 1)


@dataclass(frozen=True, slots=True)
class Outline:
    """A glyph made ready for comparing: its pixels as one integer, and blurred at each shift."""

    bits: int
    column_bits: int
    blurs: tuple[tuple[float, ...], ...]

    def pixels(self, other: "Outline") -> int:
        """LEDs that differ, after the best shift."""
        mine = self.bits << self.column_bits
        return min((mine ^ (other.bits << self.column_bits * (1 + shift))).bit_count() for shift in _SHIFTS_PX)

    def blurred(self, other: "Outline") -> float:
        """Euclidean distance of the blurred glyphs, after the best shift."""
        middle = self.blurs[len(_SHIFTS_PX) // 2]
        return min(math.dist(middle, blur) for blur in other.blurs)


def outline(face: Face, char: str, width_px: int) -> Outline:
    """One glyph of the face ready for comparing with others of the same face in cells of `width_px` columns.

    Args:
        face: a face that has the character.
        char: one character.
        width_px: the widest cell among those to be compared.
    """
    glyph = face.glyphs[char]
    points = set(lit_points(face, char))
    blurs = tuple(_blur(points, shift, width_px, face.height_px) for shift in _SHIFTS_PX)
    return Outline(int.from_bytes(glyph.columns, "little"), 8 * column_stride(face.height_px), blurs)


def lit_points(face: Face, char: str) -> Iterator[tuple[int, int]]:
    """The lit pixels of a glyph as (x, y) in its cell."""
    stride = column_stride(face.height_px)
    columns = face.glyphs[char].columns
    for x in range(face.glyphs[char].width_px):
        column = int.from_bytes(columns[x * stride : (x + 1) * stride], "little")
        yield from ((x, y) for y in range(face.height_px) if column >> y & 1)


def _blur(points: set[tuple[int, int]], shift_px: int, width_px: int, height_px: int) -> tuple[float, ...]:
    """The points, moved sideways and blurred, over the cell and a margin that holds the blur; row by row."""
    margin = _REACH + 1
    columns, rows = width_px + 2 * margin, height_px + 2 * margin
    field = [0.0] * (columns * rows)
    for x, y in points:
        for dy, weight_y in enumerate(_KERNEL, start=-_REACH):
            at = (y + margin + dy) * columns + x + shift_px + margin - _REACH
            for dx, weight_x in enumerate(_KERNEL):
                field[at + dx] += weight_y * weight_x
    return tuple(field)
