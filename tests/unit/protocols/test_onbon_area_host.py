"""Tests of what a host says to cards with dynamic areas, on a BX-5E."""

from collections.abc import Callable

import pytest

from signboard.errors import InputError, UsageError
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Strip
from signboard.protocols.bx5 import Bx5Driver
from signboard.protocols.bx5_panel import Bx5Panel
from signboard.protocols.loopback import carry, carry_out
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange

CORNERS = Frame.blank(32, 16).flipped([(0, 0), (1, 0), (31, 15), (5, 9)])


BOARD = BoardSpec(32, 16)


def driver(**options: str) -> Bx5Driver:
    """A driver for 32x16 pixels, mono."""
    return Bx5Driver(BoardSpec(32, 16, options=options))


def panel(**options: str) -> Bx5Panel:
    """A card with 32x16 pixels, mono."""
    return Bx5Panel(BoardSpec(32, 16, options=options))


def test_clear_is_a_dark_picture_and_no_deletion() -> None:
    """After clear the board is dark although a stored program waits behind the area."""
    card = panel(stored="border")
    carry(driver().show(CORNERS), card)
    carry(driver().clear(), card)

    assert card.picture(0) == Frame.blank(32, 16)


def test_deleting_lets_the_stored_picture_return() -> None:
    """With the last area gone, one by one or all at once, the stored picture shows again."""
    for deletion in (driver().delete([0]), driver().delete()):
        card = panel(stored="border")
        stored = card.picture(0)
        carry(driver().show(CORNERS), card)
        carry(deletion, card)

        assert card.picture(0) == stored


@pytest.mark.parametrize(
    "call",
    [
        lambda host: host.show(Frame.blank(33, 16)),
        lambda host: host.show(Frame.blank(32, 17)),
        lambda host: host.show(Frame.blank(32, 16, Colour.DUAL)),
    ],
)
def test_impossible_wishes_are_refused_before_sending(call: Callable[[Bx5Driver], Exchange]) -> None:
    """What the board cannot do is told at the call, with nothing on the wire."""
    with pytest.raises(InputError):
        call(driver())


def test_a_picture_goes_to_its_place() -> None:
    """The options x and y place a smaller picture; what does not fit there is refused."""
    host, card, small = driver(x="3", y="5"), panel(), Frame.blank(20, 8).flipped([(0, 0), (19, 7)])
    carry(host.show(small), card)

    assert card.picture(0) == Frame.blank(32, 16).paste(small, 3, 5)
    with pytest.raises(InputError):
        host.show(CORNERS)


def test_the_flip_switch_changes_exactly_one_pixel() -> None:
    """The test switch makes the board differ from what was meant, in one pixel, so that comparisons can be tested."""
    card = panel()
    carry(driver(test_flip_pixel="7,3").show(CORNERS), card)

    assert card.picture(0) == CORNERS.flipped([(7, 3)])


def test_a_strip_is_handed_over_whole() -> None:
    """The card gets every column of the strip and moves it from the right edge to the left."""
    strip = Strip(Frame.blank(75, 16).flipped([(0, 0), (74, 15), (40, 7)]), board_px=32, step_px=1, step_ms=30)
    card = panel()
    _, events = carry_out(driver().scroll(strip), card)

    assert [(event.name, event.frame) for event in events] == [("strip", strip.strip)]
    for now_ms in range(0, 2 * strip.duration_ms, 30):
        assert card.picture(now_ms) == strip.at(now_ms % strip.duration_ms).frame


def test_a_short_strip_moves_too() -> None:
    """A strip narrower than the board passes through it."""
    strip = Strip(Frame.blank(5, 16).flipped([(0, 0), (4, 15)]), board_px=32, step_px=1, step_ms=20)
    card = panel()
    carry(driver().scroll(strip), card)

    assert [card.picture(at) for at in (0, 20, 360)] == [strip.at(at).frame for at in (0, 20, 360)]


def test_a_strip_too_long_for_one_packet_is_refused() -> None:
    """The figures are in the refusal."""
    strip = Strip(Frame.blank(40_000, 16), board_px=32, step_px=1, step_ms=30)
    with pytest.raises(UsageError) as caught:
        driver().scroll(strip)

    assert caught.value.fields["most"] == 64_000
