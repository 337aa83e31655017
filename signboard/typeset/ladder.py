"""The ladder: which of several faces a text is set in. One rule for preview, board and file, stated here.

A face comes into question when it has every character of the text (a text is never set in two faces), is no higher
than the board, and has no character wider than it. Of these, a text in pages takes the one in which

    1  no syllable has to be cut,
    2  lines on one page have a dark row between them,
    3  the pages are fewest,
    4  and which stands first on the ladder: higher letters before lower ones, then narrow cuts, then strangers' faces.

So a short text stands in one line of the highest face that holds it; a longer one in two lines of a lower face where
that saves pages; a narrow cut is taken where it saves a page or a cut syllable. A strip needs no pages: it takes the
first.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from signboard.errors import InputError
from signboard.font.face import Face
from signboard.font.folds import Folded, fold_in_place
from signboard.font.line import require_glyphs
from signboard.frame.message import Page
from signboard.typeset.canvas import Canvas
from signboard.typeset.dress import PLAIN, Dress
from signboard.typeset.pages import set_pages
from signboard.typeset.wrap import fewest_lines, wide_syllables, wrap

__all__ = ["Faces", "Paged", "faces_for", "set_best_pages", "settings", "worded_for"]

Faces = Face | Sequence[Face]
"""A face that must be used, or a ladder, the preferred face first."""


@dataclass(frozen=True, slots=True)
class Paged:
    """Pages, and the face that they are set in.

    Attributes:
        lines: how many the text was broken into.
        is_cut: a syllable had to be cut.
        is_tight: two lines stand on one page without a dark row between their cells.
    """

    face: Face
    pages: tuple[Page, ...]
    lines: int
    is_cut: bool
    is_tight: bool

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """Steps 1 to 3 of the rule, lowest first; the order of the faces is step 4."""
        return self.is_cut, self.is_tight, len(self.pages)


def worded_for(text: str, faces: Faces) -> Folded:
    """The text with plain stand-ins where they save it from another face: a minus sign becomes a hyphen.

    The text as it is, where the preferred face has all of it, or lacks what has no stand-in of one character.
    """
    preferred = faces if isinstance(faces, Face) else faces[0]
    folded = fold_in_place(text, preferred)
    return Folded(text, ()) if preferred.missing(folded.text) else folded


def faces_for(text: str, faces: Faces, canvas: Canvas) -> tuple[Face, ...]:
    """The faces that have every character and fit the board's rows, in the ladder's order; at least one.

    Raises:
        InputError: `missing_glyph`, naming what the face with the most of the characters lacks; `face_too_high`.
    """
    ladder = (faces,) if isinstance(faces, Face) else tuple(faces)
    able = [face for face in ladder if not face.missing(text)]
    if not able:
        require_glyphs(min(ladder, key=lambda face: len(face.missing(text))), text)
    fitting = [face for face in able if face.height_px <= canvas.height_px]
    if not fitting:
        canvas.lines(min(able, key=lambda face: face.height_px))
    return tuple(fitting)


def set_best_pages(text: str, faces: Sequence[Face], canvas: Canvas, dress: Dress = PLAIN) -> Paged:
    """The text in pages, in the face that the rule takes.

    Args:
        text: clean.
        faces: as `faces_for` gives them.
        canvas: the board, or what its dress leaves for the words.
        dress: what is set off, and the terms.

    Raises:
        InputError: `board_too_narrow`, for the lowest face, where a character is wider than the board in all of them.
    """
    able: list[tuple[tuple[bool, bool, int], int]] = []
    refused: list[InputError] = []
    for place, face in enumerate(faces):
        try:
            able.append((_lowest_rank(text, face, canvas), place))
        except InputError as error:
            refused.append(error)
    best: tuple[tuple[bool, bool, int], int, Paged] | None = None
    for lowest, place in sorted(able):
        if best is not None and best[:2] <= (lowest, place):
            break  # no face that is left can be better, so its pages need not be drawn
        paged = _paged(text, faces[place], canvas, dress)
        if best is None or (paged.rank, place) < best[:2]:
            best = (paged.rank, place, paged)
    if best is None:
        raise refused[-1]
    return best[2]


def _lowest_rank(text: str, face: Face, canvas: Canvas) -> tuple[bool, bool, int]:
    """What no setting in this face can rank below: every line and every page as full as may be."""
    lines = fewest_lines(text, face, canvas.width_px)
    per_page = canvas.lines(face) if _has_dark_rows(face, canvas) else 1
    return bool(wide_syllables(text, face, canvas.width_px)), False, -(-lines // per_page)


def _has_dark_rows(face: Face, canvas: Canvas) -> bool:
    """Is there room for a dark row between lines that fill the board?"""
    return canvas.lines(face) * (face.height_px + 1) - 1 <= canvas.height_px


def settings(text: str, faces: Sequence[Face], canvas: Canvas, dress: Dress = PLAIN) -> tuple[Paged | InputError, ...]:
    """The text in each of the faces, or why it cannot be; `set_best_pages` takes the first of the lowest rank."""

    def one(face: Face) -> Paged | InputError:
        try:
            return _paged(text, face, canvas, dress)
        except InputError as error:
            return error

    return tuple(map(one, faces))


def _paged(text: str, face: Face, canvas: Canvas, dress: Dress) -> Paged:
    pages = set_pages(text, face, canvas, dress)
    lines = len(wrap(text, face, canvas.width_px, dress.terms))
    is_cut = bool(wide_syllables(text, face, canvas.width_px))
    return Paged(face, pages, lines, is_cut, lines > len(pages) and not _has_dark_rows(face, canvas))
