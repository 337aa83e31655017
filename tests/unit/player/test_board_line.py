"""The way to one board."""

from dataclasses import replace

from stage import BOARD, OPEN_AT

from signboard.player.board_line import BoardLine
from signboard.player.keeper import Keeper
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec, StoringDriver
from signboard.testing import PAPER, FakeClock, PaperBoard, PaperDriver


def test_only_a_board_with_a_keeper_is_told_a_round() -> None:
    """A family that keeps pages, without a keeper, is told every picture; a family of one picture always is."""
    clock = FakeClock(OPEN_AT)
    driver = PROTOCOLS.load("bx5flash").driver(BoardSpec(64, 16))
    assert isinstance(driver, StoringDriver)
    keeper = Keeper(driver, clock)
    line = BoardLine(PaperDriver(BOARD), PaperBoard(BOARD, clock), replace(PAPER, keeps="pages"))
    assert not line.keeps_pages
    assert replace(line, keeper=keeper).keeps_pages
    assert not replace(line, keeper=keeper, capabilities=replace(PAPER, keeps="picture")).keeps_pages
