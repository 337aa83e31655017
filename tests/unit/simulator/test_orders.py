"""Orders to a board that runs."""

import pytest

from signboard.errors import UsageError
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.faults import parse_faults
from signboard.simulator.orders import STROKES, check_order, obey
from signboard.simulator.server import SimulatedBoard
from signboard.simulator.tcp_port import TcpPort


def test_a_running_board_takes_other_faults() -> None:
    """From now on these and no others; `faults` alone ends them."""
    with SimulatedBoard(PROTOCOLS.load("bx5"), BoardSpec(32, 16), 115_200, port=TcpPort()) as board:
        assert obey(board, "faults drop=1%,stuck_row=3") == ""
        assert board.faults == parse_faults("drop=1%,stuck_row=3")
        assert obey(board, "faults") == ""
        assert board.faults == parse_faults("")


def test_a_fault_that_this_board_cannot_have_is_refused_and_the_board_lives() -> None:
    """`nak` on a protocol that refuses nothing; afterwards it still obeys."""
    with SimulatedBoard(PROTOCOLS.load("adalight"), BoardSpec(16, 8), 115_200, port=TcpPort()) as board:
        assert "nak" in obey(board, "faults nak=3")
        assert obey(board, "faults drop=1%") == ""


@pytest.mark.parametrize("stroke", STROKES)
def test_every_stroke_strikes(stroke: str) -> None:
    """The board tells each under its name."""
    told: list[str] = []
    board = SimulatedBoard(
        PROTOCOLS.load("bx5"),
        BoardSpec(32, 16),
        115_200,
        port=TcpPort(),
        listeners=[lambda event: told.append(event.name)],
    )
    with board:
        assert obey(board, stroke) == ""
    assert stroke in told


@pytest.mark.parametrize("order", ["", "explode", "faults nonsense", "unplug now"])
def test_what_is_no_order_is_refused(order: str) -> None:
    """By the caller, and again by the board."""
    with pytest.raises(UsageError):
        check_order(order)
