"""Pages: a wrapped text as full-board pictures, each standing long enough to be read.

Reading time: a phase of a message sign stands the longer of 2 s per unit of information and 1 s per word of 4 to 8
characters (NCHRP Report 600, changeable message signs, p. 45). A Vietnamese syllable is about half such a word, and
the eye needs a moment to find the new page: the longer of 2 s and 0.5 s per syllable + 1 s.
"""

import functools
import itertools
import operator
import re
from collections.abc import Sequence
from dataclasses import replace

from signboard.font.face import Face
from signboard.frame.frame import Frame, column_stride
from signboard.frame.message import Page
from signboard.typeset.canvas import Canvas
from signboard.typeset.dress import PLAIN, Dress
from signboard.typeset.emphasis import Inked, Places, line_places, set_inked
from signboard.typeset.paint import paint
from signboard.typeset.share import share
from signboard.typeset.ties import Terms
from signboard.typeset.wrap import wrap

__all__ = ["reading_ms", "set_pages", "syllables"]

_LEAST_MS = 2000
_SYLLABLE_MS = 500
_FIND_MS = 1000
_NO_TERMS = Terms()
_READ = re.compile(r"\d+|[^\W\d_]+")


def syllables(text: str) -> int:
    """How many runs of letters or digits a reader speaks: `Ngày 25/11` has three."""
    return len(_READ.findall(text))


def reading_ms(text: str) -> int:
    """How long a page with this text stands."""
    return max(_LEAST_MS, _SYLLABLE_MS * syllables(text) + _FIND_MS)


def set_pages(text: str, face: Face, canvas: Canvas, dress: Dress = PLAIN) -> tuple[Page, ...]:
    """The text on as few pages as its lines need, lines and block centred; lines never touch one another.

    Terms are kept whole only where that takes no more pages than without them.

    Raises:
        InputError: `face_too_high`, `board_too_narrow`, `missing_glyph`.
    """
    pages = _set_pages(text, face, canvas, dress)
    if len(pages) > 1 and dress.terms != _NO_TERMS:
        parts = [syllable for syllable in text.split(" ") if syllable]
        if dress.terms.prices(parts) == _NO_TERMS.prices(parts):
            return pages
        bare = replace(dress, terms=_NO_TERMS)
        if _lines_and_ties(text, face, canvas, bare) == _lines_and_ties(text, face, canvas, dress):
            return pages  # no term stands in the way, so the same pages would be set again
        without = _set_pages(text, face, canvas, bare)
        return without if len(without) < len(pages) else pages
    return pages


def _lines_and_ties(text: str, face: Face, canvas: Canvas, dress: Dress) -> tuple[Sequence[str], list[float]]:
    lines = wrap(text, face, canvas.width_px, dress.terms)
    return lines, _ties_after(text, lines, dress)


def _set_pages(text: str, face: Face, canvas: Canvas, dress: Dress) -> tuple[Page, ...]:
    lines = wrap(text, face, canvas.width_px, dress.terms)
    places = line_places(text, lines, dress.emphasis)
    ties = _ties_after(text, lines, dress)
    for per_page in range(canvas.lines(face), 0, -1):
        sizes = share(ties, per_page)
        ends = list(itertools.accumulate(sizes))
        groups = [range(end - size, end) for size, end in zip(sizes, ends, strict=True)]
        settings = [_set([(lines[i], places[i]) for i in group], face, canvas) for group in groups]
        if not any(_touch(canvas, setting) for setting in settings):
            break
    return tuple(
        Page(_picture(setting, canvas, dress), reading_ms(" ".join(lines[i] for i in group)))
        for group, setting in zip(groups, settings, strict=True)
    )


def _ties_after(text: str, lines: Sequence[str], dress: Dress) -> list[float]:
    """For each line, what a break after it parts; a cut syllable holds together more than anything."""
    syllables = [syllable for syllable in text.split(" ") if syllable]
    prices = dict(zip(itertools.accumulate(map(len, syllables)), dress.terms.prices(syllables), strict=True))
    ends = itertools.accumulate(len(line) - line.count(" ") for line in lines)
    return [prices.get(end, 1.0) for end in ends]


def _set(lines: Sequence[tuple[str, Places]], face: Face, canvas: Canvas) -> list[Inked]:
    """Each line at its rows and columns of the board."""
    column_bits = 8 * column_stride(canvas.height_px)
    inked = []
    for (line, places), top_px in zip(lines, canvas.tops_px(face, len(lines)), strict=True):
        one = set_inked(face, line, canvas, top_px, places, is_alone=len(lines) == 1)
        left_bits = column_bits * ((canvas.width_px - one.width_px) // 2)
        inked.append(Inked(one.ink << left_bits, one.marked << left_bits, canvas.width_px))
    return inked


def _touch(canvas: Canvas, lines: Sequence[Inked]) -> bool:
    """Does ink of a line stand right above, or at a corner of, ink of the next?"""
    column_bits = 8 * column_stride(canvas.height_px)
    inks = [line.ink for line in lines]
    below = ((ink | ink << column_bits | ink >> column_bits) << 1 for ink in inks)
    return any(reach & ink for reach, ink in zip(below, inks[1:], strict=False))


def _picture(lines: Sequence[Inked], canvas: Canvas, dress: Dress) -> Frame:
    """The lines laid over one another."""
    ink = functools.reduce(operator.or_, (line.ink for line in lines), 0)
    marked = functools.reduce(operator.or_, (line.marked for line in lines), 0)
    return paint(Inked(ink, marked, canvas.width_px), canvas, dress)
