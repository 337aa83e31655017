"""Tests of pictures at a place on the board."""

import pytest

from signboard.errors import InputError
from signboard.frame.frame import Colour, Frame
from signboard.protocols.placing import check_fit, inverted, outside, overlay
from signboard.protocols.spec import BoardSpec

SCREEN = Frame.blank(24, 8)
A = SCREEN.flipped([(1, 1)])
BOARD = BoardSpec(24, 8)


def test_an_area_covers_what_lies_under_it() -> None:
    """Dark pixels of an area are dark on the board, and nothing around it changes."""
    full = SCREEN.flipped((x, y) for x in range(24) for y in range(8))
    covered = overlay(full, Frame.blank(5, 3), 2, 4)

    assert covered.lit == full.lit - 15
    assert not any(covered.pixel(x, y) for x in range(2, 7) for y in range(4, 7))
    assert overlay(full, A, 0, 0) == A


def test_pixels_outside_the_board_are_named() -> None:
    """One problem for each point that does not exist; none for those that do or are not set."""
    problems = outside(BOARD, {"good": (23, 7), "wide": (24, 0), "high": (0, 8), "unset": None})

    assert [problem.fields["option"] for problem in problems] == ["wide", "high"]


@pytest.mark.parametrize(
    ("frame", "place", "code"),
    [
        (A, (1, 0), "picture_outside"),
        (A, (0, 1), "picture_outside"),
        (Frame.blank(0, 8), (0, 0), "picture_outside"),
        (Frame.blank(24, 8, Colour.RGB), (0, 0), "wrong_colour"),
    ],
)
def test_pictures_that_do_not_fit_are_refused(frame: Frame, place: tuple[int, int], code: str) -> None:
    """Size, place and colours are judged."""
    check_fit(BOARD, A, (0, 0))
    with pytest.raises(InputError) as caught:
        check_fit(BOARD, frame, place)

    assert caught.value.code == code


def test_the_test_switch_inverts_what_it_hits() -> None:
    """A point outside a small picture, or none, changes nothing."""
    assert inverted(A, (1, 1)) == SCREEN
    assert inverted(A, None) == inverted(A, (24, 0)) == A
