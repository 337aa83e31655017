"""What the bench's commands share."""

from pathlib import Path

import pytest
from bench_boards import family_board, recorded, registered_board

from signboard import app
from signboard.cli.benches import board_of_trace, known_ports, line_at, named_trace
from signboard.cli.patterns import pattern
from signboard.errors import InputError, UsageError
from signboard.files import home_dir
from signboard.protocols import PROTOCOLS
from signboard.settings import Settings
from signboard.trace.reading import TO_BOARD, Piece, Trace


def test_virtual_boards_are_known_ports() -> None:
    """While they run."""
    with registered_board(home_dir()):
        assert "sim://thu" in known_ports()
    assert "sim://thu" not in known_ports()


def test_a_line_is_closed_until_it_is_used() -> None:
    """Making it opens nothing."""
    assert line_at("/dev/none", 9600).baud == 9600


def test_a_named_trace_tells_its_file(tmp_path: Path) -> None:
    """What is none is told with the file's name."""
    (tmp_path / "x.trace").write_bytes(b"no\n")

    with pytest.raises(InputError, match=r"x\.trace"):
        named_trace(str(tmp_path / "x.trace"))


def test_the_bytes_name_their_board() -> None:
    """Where nobody names a protocol."""
    board = family_board("cpower")
    trace = recorded(PROTOCOLS.load("cpower"), board, pattern("corners", 32, 16))
    spec, found = board_of_trace(trace, app.Wishes(size=(32, 16)), Settings())

    assert (spec.name, found.width_px, found.height_px) == ("cpower", 32, 16)


def test_what_is_asked_for_counts_more() -> None:
    """--protocol is obeyed, right or wrong."""
    settings = app.Wishes(protocol="hanover").apply(Settings())
    trace = Trace((Piece(0, TO_BOARD, b"\xa5"),))

    assert board_of_trace(trace, app.Wishes(protocol="hanover"), settings)[0].name == "hanover"


def test_nobody_s_bytes_are_a_usage_error() -> None:
    """The cure is to name the protocol."""
    with pytest.raises(UsageError) as caught:
        board_of_trace(Trace((Piece(0, TO_BOARD, b"????"),)), app.Wishes(), Settings())

    assert caught.value.code == "unknown_speech"
