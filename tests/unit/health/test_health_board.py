"""Checks of the board and the way to it."""

from pathlib import Path

import pytest
from bench_boards import FAST_BAUD, family_board

from signboard.clock import SystemClock
from signboard.health import board
from signboard.health.board import board_answers, port_is_ready, wire_carries
from signboard.health.finding import BAD, GOOD, NOTE, Finding
from signboard.protocols import PROTOCOLS
from signboard.settings import Settings
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard
from signboard.transports.adapters import Access, Holder
from signboard.transports.opening import open_transport


def settings(**said: object) -> Settings:
    """A board of 32x16 with these settings."""
    return Settings.model_validate({"board": {"width": 32, "height": 16, "baud": FAST_BAUD, **said}})


def greeted(protocol: str, ours: Settings) -> Finding:
    """What the doctor says of a board of this family."""
    spec = PROTOCOLS.load(protocol)
    with SimulatedBoard(spec, family_board(protocol), FAST_BAUD, port=open_port("tcp")) as sim:
        return board_answers(ours, lambda: open_transport(sim.url, FAST_BAUD), SystemClock())


def test_the_right_board_is_well() -> None:
    """What it told is shown."""
    found = greeted("bx5", settings())

    assert found.state == GOOD
    assert "width_px=32" in found.text


def test_another_size_is_bad_with_figures() -> None:
    """Both sizes stand in the sentence."""
    found = greeted("bx5", settings(width=96))

    assert (found.state, found.code) == (BAD, "wrong_board")
    assert "32x16" in found.text
    assert "96x16" in found.text


def test_another_type_is_bad() -> None:
    """A BX-6E where a BX-5E is meant."""
    assert greeted("bx6", settings()).state == BAD


def test_a_kind_that_never_answers_is_a_note() -> None:
    """Only eyes can tell."""
    assert greeted("hanover", settings(protocol="hanover")).code == "board_silent"


def test_a_missing_port_is_bad(tmp_path: Path) -> None:
    """The port's own sentence, and where to look."""
    found = board_answers(settings(), lambda: open_transport(str(tmp_path / "none"), 9600), SystemClock())

    assert (found.state, found.code) == (BAD, "port_missing")
    assert found.cure


def test_the_port_s_state_is_told_without_opening_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Not named, not permitted, in use by somebody, free."""
    assert port_is_ready("", ("COM3",)).code == "no_port"
    (tmp_path / "port").touch()
    assert port_is_ready(str(tmp_path / "port"), ()).state == GOOD
    assert port_is_ready("socket://127.0.0.1:9", ()).state == GOOD, "only opening can tell"
    missing = port_is_ready(str(tmp_path / "none"), ("COM7",))
    assert (missing.state, missing.code, "COM7" in missing.cure) == (BAD, "port_missing", True)

    ours = port_is_ready("socket://127.0.0.1:9", (), "4711")
    assert (ours.state, ours.code, "signboard (4711)" in ours.text) == (NOTE, "port_busy", True)

    monkeypatch.setattr(board, "holders_of", lambda _port: (Holder(7, "ledshow"),))
    busy = port_is_ready("/dev/ttyUSB0", ())
    assert (busy.state, busy.code, "ledshow (7)" in busy.text) == (BAD, "port_busy", True)
    monkeypatch.setattr(board, "holders_of", lambda _port: (Holder(8, "python3", is_signboard=True),))
    assert (port_is_ready("/dev/ttyUSB0", ()).state, port_is_ready("/dev/ttyUSB0", ()).code) == (NOTE, "port_busy")

    monkeypatch.setattr(board, "access_of", lambda _port: Access(may_use=False, group="dialout"))
    denied = port_is_ready("/dev/ttyUSB0", ())
    assert (denied.code, "dialout" in denied.cure) == ("port_denied", True)


def test_a_slow_line_is_a_note() -> None:
    """A large board on a slow line, with the seconds."""
    assert wire_carries(settings()).state == GOOD
    assert (
        wire_carries(settings(protocol="adalight", width=128, height=32, colour="rgb", baud=9600)).code == "wire_slow"
    )
