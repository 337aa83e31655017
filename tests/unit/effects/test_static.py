"""static: one page that stands."""

import pytest

from signboard.effects.effect import Words
from signboard.effects.static import EFFECT
from signboard.errors import InputError
from signboard.frame.frame import Frame
from signboard.frame.message import Page, Pages

PAGE = Page(Frame.blank(64, 16), 2500)
STRIP = Frame.blank(300, 16)


def test_needs_one_picture_per_reading_time() -> None:
    """A page of 2.5 s is 0.4 pictures a second."""
    assert EFFECT.need(Words((PAGE,), STRIP, 64)).updates_s == pytest.approx(0.4)


def test_makes_the_page() -> None:
    """The message is that page."""
    message = EFFECT.make(Words((PAGE,), STRIP, 64), 1)

    assert (message, message.motion) == (Pages((PAGE,)), "static")


def test_refuses_several_pages() -> None:
    """More than one page cannot stand."""
    with pytest.raises(InputError, match="3 pages"):
        EFFECT.need(Words((PAGE,) * 3, STRIP, 64))
