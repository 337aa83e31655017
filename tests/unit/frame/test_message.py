"""Messages: which picture stands at each instant of a pass."""

import pytest

from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.frame.message import Page, Pages, Strip

ONE, TWO = art.parse("#."), art.parse(".#")
LINE = art.parse("#.#")


class TestPages:
    """Pages in order."""

    def test_one_page_is_static(self) -> None:
        """A single page is the static case, several are pages."""
        assert Pages((Page(ONE, 10),)).motion == "static"
        assert Pages((Page(ONE, 10), Page(TWO, 20))).motion == "pages"

    @pytest.mark.parametrize(
        ("offset_ms", "page", "since_ms", "until_ms"),
        [(-5, 0, 0, 10), (0, 0, 0, 10), (9, 0, 0, 10), (10, 1, 10, 30), (29, 1, 10, 30), (30, 1, 10, 30)],
    )
    def test_shows_each_page_in_its_time(self, offset_ms: int, page: int, since_ms: int, until_ms: int) -> None:
        """Intervals are half-open; offsets outside the pass are clamped to it."""
        picture = Pages((Page(ONE, 10), Page(TWO, 20))).at(offset_ms)

        assert (picture.page, picture.since_ms, picture.until_ms) == (page, since_ms, until_ms)
        assert picture.frame == (ONE, TWO)[page]
        assert picture.phase_px == 0

    def test_lasts_as_long_as_its_pages(self) -> None:
        """A pass is the sum of its pages."""
        assert Pages((Page(ONE, 10), Page(TWO, 20))).duration_ms == 30

    def test_refuses_nothing_to_show(self) -> None:
        """No pages, and a page without time, are programming errors."""
        with pytest.raises(ValueError, match="needs a page"):
            Pages(())
        with pytest.raises(ValueError, match="some time"):
            Page(ONE, 0)


class TestStrip:
    """A strip that passes through the board."""

    STRIP = Strip(LINE, board_px=2, step_px=1, step_ms=10)

    @pytest.mark.parametrize(
        ("offset_ms", "picture"),
        [(0, ".."), (9, ".."), (10, ".#"), (20, "#."), (30, ".#"), (40, "#."), (49, "#."), (99, "#."), (-1, "..")],
    )
    def test_passes_through(self, offset_ms: int, picture: str) -> None:
        """It enters at the right edge and leaves at the left; offsets outside the pass are clamped to it."""
        assert self.STRIP.at(offset_ms).frame == art.parse(picture)

    def test_tells_phase_and_interval(self) -> None:
        """A picture knows how far the strip has moved and how long it stands."""
        picture = self.STRIP.at(25)

        assert (picture.page, picture.phase_px, picture.since_ms, picture.until_ms) == (0, 2, 20, 30)

    def test_lasts_until_the_last_column_has_left(self) -> None:
        """The pass is board and strip in steps; a started step counts whole."""
        assert (self.STRIP.travel_px, self.STRIP.duration_ms) == (5, 50)
        assert Strip(LINE, 2, step_px=2, step_ms=10).duration_ms == 30

    def test_names_who_moves_it(self) -> None:
        """The host scrolls, or the card."""
        assert self.STRIP.motion == "scroll"
        assert Strip(LINE, 2, 1, 10, on_card=True).motion == "card"

    @pytest.mark.parametrize(
        ("strip", "board_px", "step_px", "step_ms"),
        [(Frame.blank(0, 8), 2, 1, 10), (LINE, 0, 1, 10), (LINE, 2, 0, 10), (LINE, 2, 1, 0)],
    )
    def test_refuses_what_cannot_move(self, strip: Frame, board_px: int, step_px: int, step_ms: int) -> None:
        """Widths and steps are greater than 0."""
        with pytest.raises(ValueError, match="greater than 0"):
            Strip(strip, board_px, step_px, step_ms)


def test_steps_between_pages_are_no_pages() -> None:
    """They stand in the pass, count as the page that they leave, and are not read."""
    one, two, between = art.parse("#."), art.parse(".#"), art.parse("##")
    message = Pages((Page(one, 100), Page(between, 10, is_step=True), Page(two, 100)), "wipe")

    assert (message.motion, message.duration_ms, message.stills) == ("wipe", 210, (Page(one, 100), Page(two, 100)))
    assert [message.at(at_ms).page for at_ms in (0, 105, 110)] == [0, 0, 1]
    assert message.at(105).frame == between


def test_a_message_of_steps_alone_is_none() -> None:
    """Somebody has to be able to read something."""
    with pytest.raises(ValueError, match="page"):
        Pages((Page(art.parse("#"), 100, is_step=True),))
