"""The canvas: how many lines fit, where they stand, which planes the ink lights."""

import pytest
from shipped import face_9x15

from signboard.errors import InputError
from signboard.frame.frame import Colour
from signboard.typeset.canvas import Canvas


@pytest.mark.parametrize(
    ("height_px", "lines"), [(15, 1), (16, 1), (24, 1), (29, 1), (30, 2), (32, 2), (48, 3), (64, 4)]
)
def test_counts_lines(height_px: int, lines: int) -> None:
    """As many 15-row lines as the board has room for."""
    assert Canvas(128, height_px).lines(face_9x15()) == lines


@pytest.mark.parametrize(
    ("height_px", "lines", "tops_px"),
    [(16, 1, (0,)), (32, 2, (0, 16)), (32, 1, (8,)), (48, 3, (0, 16, 32)), (48, 2, (8, 24)), (24, 1, (4,))],
)
def test_spreads_lines_evenly(height_px: int, lines: int, tops_px: tuple[int, ...]) -> None:
    """Full boards are parted evenly, fewer lines stand in the middle as a block."""
    assert Canvas(128, height_px).tops_px(face_9x15(), lines) == tops_px


def test_refuses_a_face_that_is_too_high() -> None:
    """A 15-row face on 13 rows is refused with both figures."""
    with pytest.raises(InputError, match=r"9x15 is 15 rows high and the board has 13") as caught:
        Canvas(128, 13).lines(face_9x15())

    assert caught.value.code == "face_too_high"


@pytest.mark.parametrize(
    ("colour", "ink", "lit"),
    [
        (Colour.MONO, "R", [1]),
        (Colour.DUAL, "R", [1, 0]),
        (Colour.DUAL, "G", [0, 1]),
        (Colour.DUAL, "Y", [1, 1]),
        (Colour.RGB, "R", [1, 0, 0]),
        (Colour.RGB, "B", [0, 0, 1]),
        (Colour.RGB, "M", [1, 0, 1]),
        (Colour.RGB, "W", [1, 1, 1]),
    ],
)
def test_lights_the_planes_of_its_ink(colour: Colour, ink: str, lit: list[int]) -> None:
    """The ink is a letter of text art; each colour of it gets the pixels, the others stay dark."""
    frame = Canvas(2, 8, colour, ink).frame(b"\x01\x00")

    assert [plane[0] for plane in frame.planes] == lit


def test_is_red_unless_told() -> None:
    """Text is red by default."""
    assert Canvas(1, 8, Colour.RGB).frame(b"\xff").planes == (b"\xff", b"\0", b"\0")


@pytest.mark.parametrize(("colour", "ink"), [(Colour.DUAL, "B"), (Colour.DUAL, "."), (Colour.RGB, "K")])
def test_refuses_inks_that_the_board_lacks(colour: Colour, ink: str) -> None:
    """Blue on a red and green board is a programming error."""
    with pytest.raises(ValueError, match="no ink"):
        Canvas(1, 8, colour, ink)


@pytest.mark.parametrize("size", [(0, 16), (64, 0)])
def test_refuses_impossible_sizes(size: tuple[int, int]) -> None:
    """A board has columns and rows."""
    with pytest.raises(ValueError, match="impossible"):
        Canvas(*size)
