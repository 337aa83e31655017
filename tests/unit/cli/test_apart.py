"""A virtual board in a process of its own."""

import pytest

from signboard.cli.apart import BoardApart
from signboard.cli.playing import line_to
from signboard.errors import NotRunningError
from signboard.frame.frame import Colour, Frame
from signboard.protocols import PROTOCOLS
from signboard.settings import Settings

SIZE = ("--size", "32x16", "--baud", "115200", "--listen", "tcp")


def test_it_decodes_what_it_is_sent_and_ends_with_us() -> None:
    """What the child says it decoded is what was sent to its port; afterwards nothing of it is left."""
    settings = Settings.model_validate({"board": {"width": 32, "height": 16, "baud": 115200}})
    frame = Frame.blank(32, 16).flipped([(1, 2), (31, 15)])
    with BoardApart(SIZE, Colour.MONO) as board:
        line = line_to(settings, PROTOCOLS.load("bx5"), "sim://demo", board.home)
        line.link.carry(line.board.driver.show(frame))
        decoded = board.next_frame()
        line.link.close()
        home = board.home

    assert decoded == frame
    assert board.decoded == 1
    assert not home.exists()


def test_where_nothing_comes_nothing_is_invented() -> None:
    """Without a picture there is no picture."""
    with BoardApart(SIZE, Colour.MONO) as board:
        assert board.next_frame() is None
        assert board.url.startswith("socket://127.0.0.1:")


def test_a_board_that_cannot_start_is_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    """Its own sentence stands on stderr, and the parent says that it did not start."""
    with pytest.raises(NotRunningError), BoardApart(("--size", "nonsense"), Colour.MONO):
        pass

    assert "nonsense" in capfd.readouterr().err
