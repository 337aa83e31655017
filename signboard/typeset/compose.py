"""Compose: the one door from a text to a Message that a given board can show over its wire."""

from dataclasses import dataclass

from signboard.effects.effect import Words
from signboard.errors import N_, InputError
from signboard.font.face import Face
from signboard.frame.message import Message, Pages
from signboard.typeset.budget import UNLIMITED, WireBudget
from signboard.typeset.canvas import Canvas
from signboard.typeset.dress import PLAIN, Dress
from signboard.typeset.ladder import Faces, faces_for, set_best_pages, worded_for
from signboard.typeset.motion import choose
from signboard.typeset.strip import set_strip

__all__ = ["Composed", "compose", "compose_in_face", "prepare"]


@dataclass(frozen=True, slots=True)
class Composed:
    """A message, and the face that it is set in."""

    message: Message
    face: Face


def compose(
    text: str,
    faces: Faces,
    canvas: Canvas,
    *,
    motion: str = "auto",
    budget: WireBudget = UNLIMITED,
    dress: Dress = PLAIN,
) -> Message:
    """What one pass of the text puts on the board.

    Args:
        text: clean (NFC, single blanks).
        faces: the font, or the ladder of fonts to choose from (see `signboard.typeset.ladder`).
        canvas: the board and the ink.
        motion: `auto` or the name of an effect (`static pages wipe fade scroll card`).
        budget: what the wire carries; without one, whatever is asked for is given.
        dress: what stands beside and within the words.

    Raises:
        InputError: `empty_text`, `missing_glyph`, `face_too_high`, `board_too_narrow`, `too_long`, `must_stand_still`.
        UsageError: `wire_too_slow`, `unknown_member`.
        RefusedError: `card_unproved`.
    """
    return compose_in_face(text, faces, canvas, motion=motion, budget=budget, dress=dress).message


def compose_in_face(
    text: str,
    faces: Faces,
    canvas: Canvas,
    *,
    motion: str = "auto",
    budget: WireBudget = UNLIMITED,
    dress: Dress = PLAIN,
) -> Composed:
    """As `compose`, with the face that was taken."""
    words, page_face, strip_face = _set(text, faces, canvas, dress)
    message = choose(motion, words, budget).make(words, budget.updates_s)
    return Composed(message, page_face if isinstance(message, Pages) else strip_face)


def prepare(text: str, faces: Faces, canvas: Canvas, dress: Dress = PLAIN) -> Words:
    """The text set as pages and as a strip.

    Raises:
        InputError: as `compose`, `too_long` excepted.
    """
    return _set(text, faces, canvas, dress)[0]


def _set(text: str, faces: Faces, canvas: Canvas, dress: Dress) -> tuple[Words, Face, Face]:
    """The words, and the faces of their pages and of their strip."""
    if not text.strip():
        raise InputError(N_("There is no text to show; write a slogan."), code="empty_text")
    text = worded_for(text, faces).text
    room = dress.room(canvas)
    fitting = faces_for(text, faces, room)
    paged = set_best_pages(text, fitting, room, dress)
    pages = dress.pages(paged.pages, canvas)
    strip = dress.strip(set_strip(text, fitting[0], canvas, dress), canvas)
    return Words(pages, strip, canvas.width_px, is_bound=dress.code is not None), paged.face, fitting[0]
