"""Emphasis: where in set lines the words stand that are set off, as columns, and the two inks of a line.

On a board of several colours the words have an ink of their own. A board of one light shows them dark in a lit box as
high as the line, a column wider on either side where a blank leaves room: a bold cut exists for one height only, and a
line below the words would run through the dots of ạ and ọ.
"""

from collections.abc import Sequence
from typing import NamedTuple

from signboard.font.face import Face
from signboard.font.spacing import set_spaced, spaced_width_px
from signboard.frame.frame import Colour, column_stride
from signboard.typeset.canvas import Canvas

__all__ = ["Inked", "Places", "line_places", "set_inked"]

Places = Sequence[tuple[int, int]]


class Inked(NamedTuple):
    """A set line as packed columns in one integer each (bit 0: topmost pixel of column 0).

    Attributes:
        ink: everything that is lit.
        marked: the part of it that has the second ink.
        width_px: columns.
    """

    ink: int
    marked: int
    width_px: int


def line_places(text: str, lines: Sequence[str], places: Places) -> list[list[tuple[int, int]]]:
    """For each line, which of its characters lie in the places of the text.

    Args:
        text: what was broken into the lines; nothing but blanks was lost.
        lines: in order.
        places: half-open, of the text.
    """
    found: list[list[tuple[int, int]]] = []
    at = 0
    for line in lines:
        indexes = []
        for char in line:
            at = text.index(char, at)
            indexes.append(at)
            at += 1
        found.append([span for place in places if (span := _span(line, indexes, place))])
    return found


def _span(line: str, indexes: Sequence[int], place: tuple[int, int]) -> tuple[int, int] | None:
    inside = [i for i, index in enumerate(indexes) if place[0] <= index < place[1] and line[i] != " "]
    return (inside[0], inside[-1] + 1) if inside else None


def set_inked(face: Face, line: str, canvas: Canvas, top_px: int, places: Places = ()) -> Inked:
    """One line, as high as the canvas.

    Args:
        face: the face.
        line: its text.
        canvas: height and colour.
        top_px: the row at which the face's cell begins.
        places: characters of the line that are set off.

    Raises:
        InputError: `missing_glyph`.
    """
    frame = set_spaced(face, line, canvas.height_px, top_px)
    ink = int.from_bytes(frame.planes[0], "little")
    column_bits = 8 * column_stride(canvas.height_px)
    marked = 0
    for first, end in places:
        left_px = spaced_width_px(face, line[: first + 1]) - face.glyphs[line[first]].width_px
        right_px = spaced_width_px(face, line[:end])
        if canvas.colour is Colour.MONO:
            left_px -= bool(first and line[first - 1] == " ")
            right_px += bool(end < len(line) and line[end] == " ")
            ink ^= _columns((1 << face.height_px) - 1 << top_px, left_px, right_px, column_bits)
        else:
            marked |= ink & _columns((1 << column_bits) - 1, left_px, right_px, column_bits)
    return Inked(ink, marked, frame.width_px)


def _columns(column: int, left_px: int, right_px: int, column_bits: int) -> int:
    """The same column at every place from left to right."""
    return sum(column << x * column_bits for x in range(left_px, right_px))
