"""A stranger writes into the card."""

import pytest

from signboard.frame.frame import Colour
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.stranger import checkerboard, write_past_the_line

SIZES = {"mobitec": (112, 16), "hanover": (96, 16), "framework": (9, 34), "alfazeta": (28, 14)}


@pytest.mark.parametrize("name", sorted(PROTOCOLS.names()))
def test_his_picture_stands_on_every_kind_of_card(name: str) -> None:
    """Unless the protocol is loopback, which is no board: squares, by the protocol's own bytes."""
    spec = PROTOCOLS.load(name)
    width, height = SIZES.get(name, (64, 32))
    board = BoardSpec(width, height, spec.capabilities.colours[0])
    spec.check(board)
    panel = spec.panel(board)

    write_past_the_line(spec, board, panel, checkerboard(board), 1000)

    assert panel.picture(1000) == checkerboard(board)


def test_the_squares_are_half_of_the_board() -> None:
    """In the first colour only."""
    board = checkerboard(BoardSpec(16, 16, Colour.RGB))
    assert board.lit == 16 * 16 // 2
    assert board.pixel(0, 4)
    assert not board.pixel(0, 0)
    assert not any(board.planes[1])
