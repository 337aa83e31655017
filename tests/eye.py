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


def _cells(plane: bytes, face: Face, left_px: int, cells: int) -> str | None:
    size = next(iter(face.glyphs.values())).width_px * column_stride(face.height_px)
    start = left_px * column_stride(face.height_px)
    read = [_pictures(face).get(plane[at : at + size]) for at in range(start, start + cells * size, size)]
    return None if None in read else "".join(char for char in read if char)


def read_strip(strip: Frame, face: Face, top_px: int) -> str | None:
    """The text of a strip whose cells start at row `top_px`; None where a cell is no character."""
    board_face = raised(face, strip.height_px, top_px)
    return _cells(strip.planes[0], board_face, 0, strip.width_px // board_face.width_px(" "))


def _read_line(frame: Frame, face: Face, top_px: int) -> str | None:
    """One centred line; other rows of the page are masked out. None where the pixels are no line of text."""
    stride = column_stride(frame.height_px)
    mask = (((1 << face.height_px) - 1) << top_px).to_bytes(stride, "little") * frame.width_px
    plane = bytes(pixel & keep for pixel, keep in zip(frame.planes[0], mask, strict=True))
    board_face = raised(face, frame.height_px, top_px)
    advance_px = face.width_px(" ")
    for cells in range(1, frame.width_px // advance_px + 1):
        left_px = (frame.width_px - cells * advance_px) // 2
        outside = plane[: left_px * stride] + plane[(left_px + cells * advance_px) * stride :]
        text = None if any(outside) else _cells(plane, board_face, left_px, cells)
        if text and text.strip() == text:
            return text
    return None


def read_page(frame: Frame, face: Face, canvas: Canvas) -> list[str]:
    """The lines of a page, as many as stand on it: the count is tried from the most that fit downwards."""
    for count in range(canvas.lines(face), 0, -1):
        lines = [_read_line(frame, face, top_px) for top_px in canvas.tops_px(face, count)]
        read = [line for line in lines if line]
        if len(read) == count:
            return read
    raise AssertionError(f"no lines of text on\n{frame!r}")
