"""Effects' common values."""

from signboard.effects.effect import Need, Words, picture_bytes
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Page


def test_counts_bare_pixels() -> None:
    """A need in bytes is pictures a second by bytes of all planes."""
    words = Words((Page(Frame.blank(64, 16, Colour.DUAL), 2000),), Frame.blank(90, 16, Colour.DUAL), 64)

    assert picture_bytes(words) == 256
    assert Need.of(words, 20) == Need(20, 5120)
