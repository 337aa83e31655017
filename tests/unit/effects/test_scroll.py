"""scroll: the smallest step the wire carries, never too slow to read as motion, never too fast to read."""

import math
from dataclasses import replace

import pytest

from signboard.effects.effect import Words
from signboard.effects.scroll import EFFECT
from signboard.errors import InputError
from signboard.frame.frame import Frame
from signboard.frame.message import Page, Strip

WORDS = Words((Page(Frame.blank(64, 16), 2500),), Frame.blank(300, 16), 64)


@pytest.mark.parametrize(
    ("updates_s", "step_px", "step_ms"),
    [(math.inf, 1, 17), (60, 1, 17), (50, 1, 20), (40, 1, 25), (39, 2, 34), (30, 2, 34), (25, 2, 40), (20, 2, 50)],
)
def test_steps_as_the_wire_allows(updates_s: float, step_px: int, step_ms: int) -> None:
    """Single pixels down to 40 updates a second, then two pixels at a time."""
    message = EFFECT.make(WORDS, updates_s)

    assert isinstance(message, Strip)
    assert (message.step_px, message.step_ms, message.on_card) == (step_px, step_ms, False)


@pytest.mark.parametrize("updates_s", [20, 21.3, 27, 33.3, 39.9, 40, 47, 59, 61, 1000, math.inf])
def test_keeps_a_readable_pace(updates_s: float) -> None:
    """40 to 60 px/s, and never more updates than the wire carries."""
    message = EFFECT.make(WORDS, updates_s)

    assert isinstance(message, Strip)
    assert 40 <= message.step_px * 1000 / message.step_ms <= 60
    assert 1000 / message.step_ms <= updates_s


def test_needs_twenty_pictures() -> None:
    """Two pixels at 40 px/s are 20 pictures a second."""
    assert EFFECT.need(WORDS).updates_s == 20


@pytest.mark.parametrize(("board_px", "least_ms"), [(64, 1000), (48, 1000), (40, 1000), (24, 600)])
def test_a_letter_stays_a_second_on_a_narrow_board(board_px: int, least_ms: int) -> None:
    """As far as the slowest readable motion allows."""
    narrow = Words((Page(Frame.blank(board_px, 16), 2500),), Frame.blank(300, 16), board_px)
    message = EFFECT.make(narrow, math.inf)

    assert isinstance(message, Strip)
    assert board_px / message.step_px * message.step_ms >= least_ms


def test_a_code_does_not_move() -> None:
    """What must stand still to be read refuses to scroll."""
    with pytest.raises(InputError) as caught:
        EFFECT.need(replace(WORDS, is_bound=True))

    assert caught.value.code == "must_stand_still"
