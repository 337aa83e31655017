"""scroll: the host moves the line through the board, one picture per step.

Smooth means pixel by pixel as far as the wire allows. Moving by single pixels is preferred over larger steps and read
as well as words flashed in place, from 100 to 300 words a minute (Kang & Muter 1989). The speed:

    60 px/s   aimed at: 1.5 syllables a second with letters of 9 columns, for people who walk past
    40 px/s   slowest that still reads as one motion: a syllable a second
    120 px/s  never exceeded: on 16-row signs reading falls off markedly at 8 characters, 128 px, a second
              (Japanese Journal of Ergonomics 52(6), 237-248, 2016)

On a narrow board the aim is lower, so that a letter stays on it for `STAY_MS`: the second that an eye takes to find a
new text and its first syllable. Steps of 1 px need 40 updates a second, steps of 2 px need 20; with fewer the picture
jumps and pages read better.
"""

import math

from signboard.effects.effect import Effect, Need, Words
from signboard.frame.message import Message, Strip

__all__ = ["AIM_PX_S", "EFFECT", "SLOWEST_PX_S", "STAY_MS", "STEPS_PX"]

AIM_PX_S = 60
SLOWEST_PX_S = 40
STAY_MS = 1000
STEPS_PX = (1, 2)
"""Step sizes in order of preference."""


def _need(words: Words) -> Need:
    """The largest step at the slowest speed.

    Raises:
        InputError: `must_stand_still`.
    """
    words.require_free()
    return Need.of(words, SLOWEST_PX_S / STEPS_PX[-1])


def _make(words: Words, updates_s: float) -> Message:
    """The smallest step that reaches the slowest speed, as near to the aim as the wire allows."""
    aim_px_s = max(SLOWEST_PX_S, min(AIM_PX_S, words.board_px * 1000 / STAY_MS))
    for step_px in STEPS_PX:
        step_ms = math.ceil(1000 * max(step_px / aim_px_s, 1 / updates_s))
        if step_px * 1000 >= SLOWEST_PX_S * step_ms:
            break
    return Strip(words.strip, words.board_px, step_px, step_ms)


EFFECT = Effect("scroll", _need, _make)
