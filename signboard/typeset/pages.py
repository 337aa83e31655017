"""Pages: a wrapped text as full-board pictures, each standing long enough to be read.

Reading time: a phase of a message sign stands the longer of 2 s per unit of information and 1 s per word of 4 to 8
characters (NCHRP Report 600, changeable message signs, p. 45). A Vietnamese syllable is about half such a word, and
the eye needs a moment to find the new page: the longer of 2 s and 0.5 s per syllable + 1 s.
"""

import functools
import itertools
import operator
import re

from signboard.font.face import Face
from signboard.font.spacing import set_spaced
from signboard.frame.frame import Frame, column_stride
from signboard.frame.message import Page
from signboard.typeset.canvas import Canvas
from signboard.typeset.wrap import wrap

__all__ = ["reading_ms", "set_pages", "syllables"]

_LEAST_MS = 2000
_SYLLABLE_MS = 500
_FIND_MS = 1000
_READ = re.compile(r"\d+|[^\W\d_]+")


def syllables(text: str) -> int:
    """How many runs of letters or digits a reader speaks: `Ngày 25/11` has three."""
    return len(_READ.findall(text))


def reading_ms(text: str) -> int:
    """How long a page with this text stands."""
    return max(_LEAST_MS, _SYLLABLE_MS * syllables(text) + _FIND_MS)


def set_pages(text: str, face: Face, canvas: Canvas) -> tuple[Page, ...]:
    """The text on as few pages as its lines need, lines and block centred; lines never touch one another.

    Raises:
        InputError: `face_too_high`, `board_too_narrow`, `missing_glyph`.
    """
    lines = wrap(text, face, canvas.width_px)
    for per_page in range(canvas.lines(face), 0, -1):
        pages = _pages(lines, per_page)
        settings = [_set(page, face, canvas) for page in pages]
        if not any(_touch(canvas, setting) for setting in settings):
            break
    return tuple(
        Page(_picture(setting, canvas), reading_ms(" ".join(page)))
        for page, setting in zip(pages, settings, strict=True)
    )


def _pages(lines: tuple[str, ...], per_page: int) -> list[tuple[str, ...]]:
    """Lines in groups of at most `per_page`, the groups as equal as they can be, fuller ones first."""
    pages = -(-len(lines) // per_page)
    sizes = [len(lines) // pages + (page < len(lines) % pages) for page in range(pages)] if pages else []
    rest = iter(lines)
    return [tuple(itertools.islice(rest, size)) for size in sizes]


def _set(lines: tuple[str, ...], face: Face, canvas: Canvas) -> list[int]:
    """Each line at its rows and columns of the board, as one integer: bit 0 is the topmost pixel of column 0."""
    stride = column_stride(canvas.height_px)
    inks = []
    for line, top_px in zip(lines, canvas.tops_px(face, len(lines)), strict=True):
        frame = set_spaced(face, line, canvas.height_px, top_px)
        left_px = (canvas.width_px - frame.width_px) // 2
        inks.append(int.from_bytes(frame.planes[0], "little") << 8 * stride * left_px)
    return inks


def _touch(canvas: Canvas, inks: list[int]) -> bool:
    """Does ink of a line stand right above, or at a corner of, ink of the next?"""
    column_bits = 8 * column_stride(canvas.height_px)
    below = ((ink | ink << column_bits | ink >> column_bits) << 1 for ink in inks)
    return any(reach & ink for reach, ink in zip(below, inks[1:], strict=False))


def _picture(inks: list[int], canvas: Canvas) -> Frame:
    """The lines laid over one another."""
    merged = functools.reduce(operator.or_, inks, 0)
    return canvas.frame(merged.to_bytes(column_stride(canvas.height_px) * canvas.width_px, "little"))
