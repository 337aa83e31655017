"""pages: one after the other."""

import pytest

from signboard.effects.effect import Words
from signboard.effects.pages import EFFECT
from signboard.frame.frame import Frame
from signboard.frame.message import Page, Pages

PAGES = (Page(Frame.blank(64, 16), 4000), Page(Frame.blank(64, 16), 2000))
WORDS = Words(PAGES, Frame.blank(300, 16), 64)


def test_needs_a_picture_within_the_shortest_page() -> None:
    """Two seconds are the shortest page: half a picture a second."""
    assert EFFECT.need(WORDS).updates_s == pytest.approx(0.5)


def test_shows_all_pages_in_order() -> None:
    """The message is the pages."""
    assert EFFECT.make(WORDS, 1) == Pages(PAGES)
