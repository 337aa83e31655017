"""`replay`: to virtual boards only."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bench_boards import FAST_BAUD, family_board, recorded, registered_board

from signboard.cli.patterns import pattern
from signboard.files import home_dir
from signboard.protocols import PROTOCOLS
from signboard.trace.reading import heading_line, piece_line

Ask = Callable[..., Any]
FRAME = pattern("corners", 32, 16)


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    """A recording of one picture on a BX-5E."""
    at = "2026-11-15T00:00:00+00:00"
    trace = recorded(PROTOCOLS.load("bx5"), family_board("bx5"), FRAME)
    lines = [heading_line(at, baud=FAST_BAUD), *(piece_line(piece, at) for piece in trace.pieces)]
    path = tmp_path / "a.trace"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_virtual_board_shows_it_again(ask: Ask, file: Path) -> None:
    """At the recorded speed of the line; answers are compared."""
    with registered_board(home_dir()) as events:
        told = ask("replay", file, "--port", "sim://thu", "--json")

    assert told.code == 0
    assert FRAME in [event.frame for event in events]
    assert (told.data["exchanges"], told.data["equal_answers"], told.data["answered"]) == (2, 2, 2)


@pytest.mark.parametrize("port", ["/dev/ttyUSB0", "COM3", "socket://127.0.0.1:5005", "loop://"])
def test_a_real_board_is_refused(ask: Ask, file: Path, port: str) -> None:
    """Nobody approved these bytes: exit code 4, before anything is opened."""
    told = ask("replay", file, "--port", port)

    assert told.code == 4
    assert "not approved" in told.err


def test_a_board_that_does_not_run_and_a_file_that_is_none(ask: Ask, file: Path, tmp_path: Path) -> None:
    """Exit codes 7 and 3."""
    (tmp_path / "b").write_text("no", encoding="utf-8")

    assert ask("replay", file, "--port", "sim://nobody").code == 7
    assert ask("replay", tmp_path / "none", "--port", "sim://nobody").code == 3
