"""Tests of the Alpha protocol's options, kinds and checks."""

import pytest

from signboard.errors import SignboardError
from signboard.frame.frame import Colour
from signboard.protocols.alpha_wire import checksum, kind_of, read
from signboard.protocols.spec import BoardSpec


def kind(width_px: int, height_px: int, colour: Colour = Colour.MONO, **options: str) -> str:
    """How such a board's pictures travel."""
    board = BoardSpec(width_px, height_px, colour, options)
    return kind_of(board, read(board))


def test_the_shortest_kind_is_taken() -> None:
    """Small up to 31 rows of 255, else large; three colours only as RGB."""
    assert [kind(255, 31), kind(256, 31), kind(255, 32), kind(24, 8, Colour.DUAL)] == [
        "small",
        "large",
        "large",
        "small",
    ]
    assert kind(24, 8, Colour.RGB) == "rgb"
    assert kind(24, 8, dots="large") == "large"


def test_the_check_is_a_sum_in_four_digits() -> None:
    """Sums are cut to 16 bits and written in upper case."""
    assert checksum(b"\x02AA\x1b b\x14P\x03") == b"0188"
    assert checksum(b"\xff" * 258) == b"00FE"


@pytest.mark.parametrize(
    "wrong",
    [
        BoardSpec(256, 16, options={"dots": "small"}),
        BoardSpec(24, 8, Colour.RGB, {"dots": "large"}),
        BoardSpec(24, 8, options={"address": "1"}),
        BoardSpec(24, 8, options={"picture": "0"}),
        BoardSpec(24, 8, options={"text": "AB"}),
        BoardSpec(24, 8, options={"ink": "0"}),
        BoardSpec(2000, 8),
    ],
)
def test_impossible_boards_are_refused(wrong: BoardSpec) -> None:
    """Sizes, colours, labels and digits that there are not."""
    with pytest.raises(SignboardError):
        read(wrong)
