"""`capture`: listening, standing between, the file."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bench_boards import FAST_BAUD, family_board, registered_board

from signboard.cli.commands import capture
from signboard.cli.patterns import pattern
from signboard.clock import SystemClock
from signboard.files import home_dir
from signboard.link import Link
from signboard.protocols import PROTOCOLS
from signboard.trace.reading import read_trace, turns
from signboard.transports.opening import open_transport

Ask = Callable[..., Any]
EndsWhen = Callable[[str, Callable[[], bool]], None]


def test_a_quiet_line_gives_a_file_with_a_heading(ask: Ask, tmp_path: Path) -> None:
    """Port and speed stand in it, so that whoever gets the file knows."""
    out = tmp_path / "a.trace"
    with registered_board(home_dir()):
        told = ask("capture", "sim://thu", "--out", out, "--seconds", "0.2", "--baud", "9600", "--json")

    assert told.code == 0
    assert (told.data["to_board_bytes"], told.data["to_host_bytes"]) == (0, 0)
    assert '"port": "sim://thu"' in out.read_text(encoding="utf-8")
    assert '"baud": 9600' in out.read_text(encoding="utf-8")


def test_what_passes_between_a_program_and_the_board_is_recorded(
    ask: Ask, ends_when: EndsWhen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both directions, through a port that is offered here."""
    out = tmp_path / "a.trace"
    spec, board = PROTOCOLS.load("bx5"), family_board("bx5")
    frame = pattern("corners", 32, 16)
    painted = threading.Event()

    def speak(template: str, /, **fields: object) -> None:
        """As soon as the port is offered, a program opens it."""
        if "handed on" in template:
            threading.Thread(target=paint, args=(str(fields["url"]),)).start()

    def paint(url: str) -> None:
        driver = spec.driver(replace(board, options={**board.options, "answer_s": "20"}))  # asks once
        link = Link(open_transport(url, FAST_BAUD), SystemClock(), greet=driver.identify)
        link.carry(lambda: driver.show(frame))
        link.close()
        painted.set()

    monkeypatch.setattr(capture, "talk", speak)
    ends_when("signboard.cli.commands.capture", painted.is_set)
    with registered_board(home_dir()) as events:
        told = ask("capture", "sim://thu", "--between", "tcp", "--out", out, "--seconds", "60", "--baud", FAST_BAUD)

    assert told.code == 0
    assert frame in [event.frame for event in events]
    assert [bool(turn.answered) for turn in turns(read_trace(out.read_bytes(), "a"))] == [True, True]


def test_a_port_that_is_not_there_and_a_file_that_cannot_be(ask: Ask, tmp_path: Path) -> None:
    """Exit codes 5 and 3."""
    assert ask("capture", "/dev/none-of-these", "--out", tmp_path / "a", "--seconds", "1").code == 5
    assert ask("capture", "sim://thu", "--out", tmp_path / "no" / "a", "--seconds", "1").code == 3
