"""Dressing: the look that people stated → the dress that a given board can show, and what it cannot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from signboard.campaign.look import Look, places_of
from signboard.errors import N_, InputError
from signboard.frame.frame import Colour, Frame
from signboard.typeset.canvas import Canvas
from signboard.typeset.dress import Dress
from signboard.typeset.inks import contrasting, ink_for
from signboard.typeset.qr import Code, set_qr
from signboard.typeset.remark import Remark
from signboard.typeset.ties import Terms

__all__ = ["Dressed", "dressed"]

_LEAST_WORDS = 3
"""Words have at least one part in so many of the board's width."""


@dataclass(frozen=True, slots=True)
class Dressed:
    """What `compose` needs to show a look on a board.

    Attributes:
        canvas: the board, with the ink of the text.
        dress: the rest.
        remarks: where the board shows something else than was asked for.
        code: the QR code's figures, where there is one.
    """

    canvas: Canvas
    dress: Dress
    remarks: tuple[Remark, ...] = ()
    code: Code | None = None


def dressed(text: str, look: Look, canvas: Canvas, terms: Terms) -> Dressed:
    """The look on this board.

    Args:
        text: the slogan's.
        look: as stated.
        canvas: the board, with its own ink.
        terms: what lines should not part.

    Raises:
        InputError: `bad_icon`, `empty_icon`, `icon_too_large`, `qr_no_room`, `qr_too_long`, `no_room_for_words`.
    """
    remarks: list[Remark] = []
    if look.colour:
        ink, told = ink_for(look.colour, canvas.colour)
        canvas = canvas if canvas.colour is Colour.MONO else replace(canvas, ink=ink)
        remarks += told
    marked_ink = contrasting(canvas.ink, canvas.colour)
    if look.emphasis_colour:
        marked_ink, told = ink_for(look.emphasis_colour, canvas.colour)
        remarks += told
    places = tuple(sorted({place for phrase in look.emphasis for place in places_of(phrase, text)}))
    icon, told = _icon(look.icon, canvas) if look.icon else (None, ())
    remarks += told
    code = set_qr(look.qr, canvas) if look.qr else None
    dress = Dress(_joined(places), marked_ink, icon, code.frame if code else None, terms)
    if dress.room(canvas).width_px * _LEAST_WORDS < canvas.width_px:
        raise InputError(
            N_("Picture and QR code leave {found} of {due} columns for the words; leave one of them away."),
            code="no_room_for_words",
            found=dress.room(canvas).width_px,
            due=canvas.width_px,
        )
    return Dressed(canvas, dress, tuple(dict.fromkeys(remarks)), code)


def _icon(raw: bytes, canvas: Canvas) -> tuple[Frame, tuple[Remark, ...]]:
    from signboard.typeset.icon import is_moving, set_icon  # noqa: PLC0415 - Pillow, which help does without

    template = N_("The picture beside the text moves; the board shows the first of its pictures only.")
    return set_icon(raw, canvas), (Remark("moving_icon", template),) if is_moving(raw) else ()


def _joined(places: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Places that overlap as one."""
    joined: list[tuple[int, int]] = []
    for first, end in places:
        if joined and first < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((first, end))
    return tuple(joined)
