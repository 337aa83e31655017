"""card: the strip is sent once, the board moves it."""

import pytest

from signboard.effects.card import EFFECT
from signboard.effects.effect import Words
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
