"""The tables of signboard.toml that say what hangs on the wall, and where."""

import pytest

from signboard.errors import ProblemsError
from signboard.frame.arrange import Arrangement
from signboard.settings import Settings, read_settings

LINE = b"""
[board]
id = "cong"
protocol = "hanover"
width = 64
height = 32
tiles = "1x2"
serpentine = "turned"
port = "COM3"
options = { address = 1 }

[[board.same_line]]
id = "san"
width = 96
options = { address = 2 }
"""


def test_boards_on_one_line_say_what_differs() -> None:
    """Everything else is as in [board]; a board alone is a line of one."""
    first, second = read_settings(LINE, "x").board.line
    assert (first.id, first.spec.width_px, first.spec.height_px) == ("cong", 128, 16)
    assert (second.id, second.port, second.serpentine, second.width, second.height) == ("san", "COM3", "turned", 96, 32)
    assert (first.options["address"], second.options["address"]) == ("1", "2")
    assert [board.id for board in Settings().board.line] == ["board"]


def test_modules_that_hang_otherwise_make_another_controller() -> None:
    """Width and height are what people see; the protocol hears of its controller's size."""
    board = read_settings(b"[board]\nwidth = 32\nheight = 128\nrotate = 90\nflip = 'vertical'", "x").board
    assert (board.spec.width_px, board.spec.height_px) == (128, 32)
    assert board.arrangement == Arrangement(rotate=90, flip="vertical")


@pytest.mark.parametrize(
    ("board", "code"),
    [
        ("tiles = '5x5'", "bad_tiles"),
        ("tiles = 'two'", "config_value"),
        ("rotate = 45", "config_value"),
        ("protocol = 'cpower'\nhost_loss = 'blank'", "bad_host_loss"),
        ("[[board.same_line]]\nid = 'board'\noptions = { screen = 2 }", "same_board"),
        ("[[board.same_line]]\nid = 'b'", "same_address"),
        ("protocol = 'adalight'\ncolour = 'rgb'\n[[board.same_line]]\nid = 'b'", "no_address"),
        ("[[board.same_line]]\nid = 'b'\nport = 'COM4'", "config_unknown"),
    ],
)
def test_a_line_or_an_arrangement_that_cannot_be(board: str, code: str) -> None:
    """Refused before anything starts, in a sentence."""
    with pytest.raises(ProblemsError) as caught:
        read_settings(f"[board]\n{board}".encode(), "x")
    assert code in [problem.code for problem in caught.value.problems]


def test_what_a_board_does_for_a_silent_computer_reaches_its_family() -> None:
    """A BX card is told with every picture."""
    board = read_settings(b"[board]\nhost_loss = 'logo'", "x").board
    assert board.spec.host_loss == "logo"
