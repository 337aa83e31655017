"""Tests of pages and pixels as a host writes them."""

from signboard.frame import art
from signboard.frame.frame import Colour, Frame
from signboard.protocols.onbon_pages import PAGE5_HEAD_BYTES, HostPage, bitmap5, bitmap6, page5

MARK = art.parse("#..\n.##")


def test_lit_is_0_and_padding_is_1() -> None:
    """Three pixels of a byte, the rest filled with ones."""
    assert bitmap5(MARK, 0) == bytes((0b01111111, 0b10011111))


def test_rows_are_aligned_to_the_screen() -> None:
    """Pad bits stand in front as well, and may push a row into a second byte."""
    assert bitmap5(MARK, 6) == bytes((0b11111101, 0b11111111, 0b11111110, 0b01111111))


def test_two_colours_alternate_by_bytes_or_follow_as_planes() -> None:
    """Fifth generation: red byte, green byte; sixth: all red, then all green."""
    dual = Frame(3, 2, (MARK.planes[0], Frame.blank(3, 2).planes[0]))

    assert bitmap5(dual, 0) == bytes((0b01111111, 0xFF, 0b10011111, 0xFF))
    assert bitmap6(dual, 0) == bytes.fromhex("ffffff7f ffffff9f ffffffff ffffffff")


def test_words_are_sent_with_the_leftmost_byte_last() -> None:
    """A pixel at the left edge stands in the fourth byte; 32 columns of padding in front make a second word."""
    assert bitmap6(MARK, 0) == bytes.fromhex("ffffff7f ffffff9f")
    assert bitmap6(MARK, 31) == bytes.fromhex("feffffff ffffffff ffffffff ffffff3f")


def test_full_colour_is_three_bytes_for_each_pixel() -> None:
    """Red, green, blue; FF is lit; nothing is aligned."""
    planes = (MARK.planes[0], Frame.blank(3, 2).planes[0], MARK.planes[0])

    assert bitmap6(Frame(3, 2, planes), 5).hex(" ", 3) == "ff00ff 000000 000000 000000 ff00ff ff00ff"
    assert Frame(3, 2, planes).colour is Colour.RGB


def test_a_page_tells_its_length_and_manner() -> None:
    """The worked example's page head stands before its pixels."""
    page = HostPage(Frame.blank(24, 8), 1, 10, 750, 24)

    assert page5(page, 0)[:PAGE5_HEAD_BYTES].hex() == "250000000001000aee0201180000000000"
    assert len(page5(page, 0)) == PAGE5_HEAD_BYTES + 24
