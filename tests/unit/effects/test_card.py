"""card: the strip is sent once, the board moves it."""

from dataclasses import replace

import pytest

from signboard.effects.card import EFFECT
from signboard.effects.effect import Words
from signboard.errors import InputError
from signboard.frame.frame import Frame
from signboard.frame.message import Page, Strip

WORDS = Words((Page(Frame.blank(64, 16), 2500),), Frame.blank(320, 16), 64)


def test_leaves_the_motion_to_the_card() -> None:
    """The message says that the board itself scrolls."""
    message = EFFECT.make(WORDS, 1)

    assert isinstance(message, Strip)
    assert (message.on_card, message.motion, message.strip) == (True, "card", WORDS.strip)


def test_needs_the_strip_once_a_pass() -> None:
    """Five board widths within a pass of 384 steps."""
    assert EFFECT.need(WORDS).updates_s == pytest.approx(5 / (384 * 0.017))


def test_a_code_does_not_move_on_the_card_either() -> None:
    """What must stand still to be read refuses."""
    with pytest.raises(InputError) as caught:
        EFFECT.need(replace(WORDS, is_bound=True))

    assert caught.value.code == "must_stand_still"
