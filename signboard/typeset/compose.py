"""Compose: the one door from a text to a Message that a given board can show over its wire."""

from signboard.effects.effect import Words
from signboard.errors import N_, InputError
from signboard.font.face import Face
from signboard.font.line import require_glyphs
from signboard.frame.message import Message
from signboard.typeset.budget import UNLIMITED, WireBudget
from signboard.typeset.canvas import Canvas
from signboard.typeset.motion import choose
from signboard.typeset.pages import set_pages
from signboard.typeset.strip import set_strip

__all__ = ["compose", "prepare"]


def compose(text: str, face: Face, canvas: Canvas, *, motion: str = "auto", budget: WireBudget = UNLIMITED) -> Message:
    """What one pass of the text puts on the board.

    Args:
        text: clean (NFC, single blanks).
        face: the font.
        canvas: the board and the ink.
        motion: `auto` or the name of an effect (`static pages scroll card`).
        budget: what the wire carries; without one, whatever is asked for is given.

    Raises:
        InputError: `empty_text`, `missing_glyph`, `face_too_high`, `board_too_narrow`, `too_long`.
        UsageError: `wire_too_slow`, `unknown_member`.
        RefusedError: `card_unproved`.
    """
    words = prepare(text, face, canvas)
    return choose(motion, words, budget).make(words, budget.updates_s)


def prepare(text: str, face: Face, canvas: Canvas) -> Words:
    """The text set as pages and as a strip.

    Raises:
        InputError: as `compose`, `too_long` excepted.
    """
    if not text.strip():
        raise InputError(N_("There is no text to show; write a slogan."), code="empty_text")
    require_glyphs(face, text)
    return Words(set_pages(text, face, canvas), set_strip(text, face, canvas), canvas.width_px)
