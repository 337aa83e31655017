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
    if not places:
        return [[] for _ in lines]
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


def set_inked(
    face: Face, line: str, canvas: Canvas, top_px: int, places: Places = (), *, is_alone: bool = False
) -> Inked:
    """One line, as high as the canvas; a column wider on either side where a box needs it and there is room.

    Args:
        face: the face.
        line: its text.
        canvas: height and colour.
        top_px: the row at which the face's cell begins.
        places: characters of the line that are set off.
        is_alone: no other line stands on the board, so a box may be a row higher and lower.

    Raises:
        InputError: `missing_glyph`.
    """
    frame = set_spaced(face, line, canvas.height_px, top_px)
    ink = int.from_bytes(frame.planes[0], "little")
    spans = [
        (
            spaced_width_px(face, line[: first + 1]) - face.glyphs[line[first]].width_px,
            spaced_width_px(face, line[:end]),
        )
        for first, end in places
    ]
    if canvas.colour is Colour.MONO and places:
        return _boxed(
            Inked(ink, 0, frame.width_px), line, canvas, places, _Box(spans, *_rows(face, canvas, top_px, is_alone))
        )
    column_bits = 8 * column_stride(canvas.height_px)
    marked = sum(ink & _columns((1 << column_bits) - 1, *span, column_bits) for span in spans)
    return Inked(ink, marked, frame.width_px)


class _Box(NamedTuple):
    """Columns of each box, and the rows of all."""

    spans: list[tuple[int, int]]
    top_px: int
    bottom_px: int


def _rows(face: Face, canvas: Canvas, top_px: int, is_alone: bool) -> tuple[int, int]:
    grown_px = int(is_alone)
    return max(0, top_px - grown_px), min(canvas.height_px, top_px + face.height_px + grown_px)


def _boxed(plain: Inked, line: str, canvas: Canvas, places: Places, box: _Box) -> Inked:
    """The line with the words dark in lit boxes."""
    column_bits = 8 * column_stride(canvas.height_px)
    has_room = plain.width_px + 2 <= canvas.width_px or plain.width_px > canvas.width_px  # on a page, or in a strip
    rim_px = int(has_room and (places[0][0] == 0 or places[-1][1] == len(line)))
    ink = plain.ink << rim_px * column_bits
    column = (1 << box.bottom_px) - (1 << box.top_px)
    for (first, end), (left_px, right_px) in zip(places, box.spans, strict=True):
        before_px = rim_px if first == 0 else int(line[first - 1] == " ")
        after_px = rim_px if end == len(line) else int(line[end] == " ")
        ink ^= _columns(column, left_px + rim_px - before_px, right_px + rim_px + after_px, column_bits)
    return Inked(ink, 0, plain.width_px + 2 * rim_px)


def _columns(column: int, left_px: int, right_px: int, column_bits: int) -> int:
    """The same column at every place from left to right."""
    return sum(column << x * column_bits for x in range(left_px, right_px))
