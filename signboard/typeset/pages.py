"""Pages: a wrapped text as full-board pictures, each standing long enough to be read.

Reading time: a phase of a message sign stands the longer of 2 s per unit of information and 1 s per word of 4 to 8
characters (NCHRP Report 600, changeable message signs, p. 45). A Vietnamese syllable is about half such a word, and
the eye needs a moment to find the new page: the longer of 2 s and 0.5 s per syllable + 1 s.
"""

import itertools
import re

from signboard.font.face import Face, raised
from signboard.font.line import set_line
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
    """The text on as few pages as its lines need, lines and block centred.

    Raises:
        InputError: `face_too_high`, `board_too_narrow`, `missing_glyph`.
    """
    lines = wrap(text, face, canvas.width_px)
    return tuple(
        Page(_picture(page, face, canvas), reading_ms(" ".join(page))) for page in _pages(lines, canvas.lines(face))
    )


def _pages(lines: tuple[str, ...], per_page: int) -> list[tuple[str, ...]]:
    """Lines in groups of at most `per_page`, the groups as equal as they can be, fuller ones first."""
    pages = -(-len(lines) // per_page)
    sizes = [len(lines) // pages + (page < len(lines) % pages) for page in range(pages)] if pages else []
    rest = iter(lines)
    return [tuple(itertools.islice(rest, size)) for size in sizes]


def _picture(lines: tuple[str, ...], face: Face, canvas: Canvas) -> Frame:
    """The lines over one another: each is set board-high at its own row, so laying them together is one OR."""
    stride = column_stride(canvas.height_px)
    merged = 0
    for line, top_px in zip(lines, canvas.tops_px(face, len(lines)), strict=True):
        frame = set_line(raised(face, canvas.height_px, top_px), line)
        left_px = (canvas.width_px - frame.width_px) // 2
        merged |= int.from_bytes(frame.planes[0], "little") << 8 * stride * left_px
    return canvas.frame(merged.to_bytes(stride * canvas.width_px, "little"))
