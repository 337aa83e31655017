"""An eye for tests: reads words back from the pixels of a board, knowing the face and nothing of how they were set.

Only for faces whose cells are all equally wide. Characters with one and the same picture (hyphen and en dash) are read
as one of them, a Vietnamese letter first; `as_seen` makes an expected text comparable.
"""

import functools

from signboard.font.face import Face, raised
from signboard.font.letters import ALPHABET
from signboard.frame.frame import Frame, column_stride
from signboard.typeset.canvas import Canvas

__all__ = ["as_seen", "read_page", "read_strip"]


@functools.cache
def _pictures(face: Face) -> dict[bytes, str]:
    pictures: dict[bytes, str] = {}
    for char in (*ALPHABET, *sorted(face.glyphs)):
        pictures.setdefault(face.glyphs[char].columns, char)
    return pictures


def as_seen(text: str, face: Face) -> str:
    """The text with each character replaced by the one that its picture is read as."""
    return "".join(_pictures(face)[face.glyphs[char].columns] for char in text)


def _read(plane: bytes, face: Face, start_px: int) -> tuple[str, int] | None:
    """The text from a column on, cell by cell, and where it ends; a dark column may part two cells (`apart`)."""
    stride = column_stride(face.height_px)
    size, end = face.width_px(" ") * stride, len(plane)
    at, text = start_px * stride, ""
    while any(plane[at:]):
        if text and plane[at : at + size] not in _pictures(face) and not any(plane[at : at + stride]):
            at += stride
        char = _pictures(face).get(plane[at : at + size])
        if char is None or at + size > end:
            return None
        text, at = text + char, at + size
    return text, at // stride


def read_strip(strip: Frame, face: Face, top_px: int) -> str | None:
    """The text of a strip whose cells start at row `top_px`; None where a cell is no character."""
    read = _read(strip.planes[0], raised(face, strip.height_px, top_px), 0)
    return None if read is None else read[0]


def _read_line(frame: Frame, face: Face, top_px: int) -> str | None:
    """One centred line; other rows of the page are masked out. None where the pixels are no line of text."""
    stride = column_stride(frame.height_px)
    mask = (((1 << face.height_px) - 1) << top_px).to_bytes(stride, "little") * frame.width_px
    plane = bytes(pixel & keep for pixel, keep in zip(frame.planes[0], mask, strict=True))
    if not any(plane):
        return None
    board_face = raised(face, frame.height_px, top_px)
    first_px = next(at for at, pixel in enumerate(plane) if pixel) // stride
    for left_px in range(first_px, max(-1, first_px - face.width_px(" ")), -1):
        read = _read(plane, board_face, left_px)
        if read and left_px == (frame.width_px - (read[1] - left_px)) // 2:
            return read[0]
    return None


def read_page(frame: Frame, face: Face, canvas: Canvas) -> list[str]:
    """The lines of a page, as many as stand on it: the count is tried from the most that fit downwards."""
    for count in range(canvas.lines(face), 0, -1):
        lines = [_read_line(frame, face, top_px) for top_px in canvas.tops_px(face, count)]
        read = [line for line in lines if line]
        if len(read) == count:
            return read
    raise AssertionError(f"no lines of text on\n{frame!r}")
