"""card: the board itself scrolls a strip that it is given once per pass.

The strip's position here is nominal: how a given card paces its own motion is a guess until a person has seen a whole
strip pass on that very board. Nothing chooses this effect before that is recorded.
"""

import math

from signboard.effects.effect import Effect, Need, Words
from signboard.frame.message import Message, Strip

__all__ = ["EFFECT", "SPEED_PX_S"]

SPEED_PX_S = 60
"""Nominal speed, as for the host's own scroll."""


def _make(words: Words, _updates_s: float) -> Message:
    return Strip(words.strip, words.board_px, step_px=1, step_ms=math.ceil(1000 / SPEED_PX_S), on_card=True)


def _need(words: Words) -> Need:
    """One upload of the strip, counted in board widths, within one pass.

    Raises:
        InputError: `must_stand_still`.
    """
    words.require_free()
    pictures = words.strip.width_px / words.board_px
    return Need.of(words, pictures * 1000 / _make(words, math.inf).duration_ms)


EFFECT = Effect("card", _need, _make)
