"""`probe`: finding, not finding, listening."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bench_boards import FAST_BAUD, family_board, recorded, registered_board

from signboard.cli.commands import probe
from signboard.cli.patterns import pattern
from signboard.files import home_dir
from signboard.protocols import PROTOCOLS
from signboard.trace.reading import Trace

Ask = Callable[..., Any]


def test_a_board_is_found_and_described(ask: Ask) -> None:
    """Port, kind, size, speed, type and firmware."""
    with registered_board(home_dir()):
        told = ask("probe", "sim://thu", "--protocol", "bx5", "--baud", FAST_BAUD, "--json")
        shown = ask("probe", "sim://thu", "--protocol", "bx5", "--baud", FAST_BAUD)

    board = told.data["boards"][0]
    assert told.code == 0
    assert {key: board[key] for key in ("port", "protocol", "width", "height", "type", "baud")} == {
        "port": "sim://thu",
        "protocol": "bx5",
        "width": 32,
        "height": 16,
        "type": "5E1",
        "baud": FAST_BAUD,
    }
    assert "32x16" in shown.out
    assert "question 1 of 1" in shown.err


def test_without_a_port_all_are_tried(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is not there does not end it."""
    monkeypatch.setattr(probe, "known_ports", lambda: ["/dev/none-of-these", "sim://thu"])
    with registered_board(home_dir()):
        told = ask("probe", "--protocol", "bx5", "--baud", FAST_BAUD, "--json")

    assert told.code == 0
    assert [board["port"] for board in told.data["boards"]] == ["sim://thu"]
    assert told.envelope["errors"][0]["code"] == "port_missing"


def test_nobody_is_told_with_what_to_look_at(ask: Ask) -> None:
    """Exit code 5; families that never answer are named."""
    board = family_board("hanover")
    with registered_board(home_dir(), protocol="hanover", board=board):
        told = ask("probe", "sim://thu", "--protocol", "bx5", "--baud", FAST_BAUD)

    assert told.code == 5
    assert "No board answered" in told.err
    assert "hanover" in told.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("/dev/none-of-these",), 5),
        (("sim://nobody",), 7),
        (("sim://thu", "--addresses", "a-b"), 2),
        (("sim://thu", "--addresses", "1-9999"), 2),
        (("sim://thu", "--protocol", "bx55"), 2),
    ],
)
def test_what_cannot_be_probed_is_one_sentence(ask: Ask, arguments: tuple[str, ...], code: int) -> None:
    """Port, addresses or kind."""
    told = ask("probe", *arguments)

    assert told.code == code
    assert len([line for line in told.err.splitlines() if line.startswith("Error:")]) == 1


def test_addresses_are_asked(ask: Ask) -> None:
    """The card's own number is found among others."""
    with registered_board(home_dir(), protocol="cpower", board=family_board("cpower", options={"card_id": "3"})):
        told = ask("probe", "sim://thu", "--protocol", "cpower", "--baud", FAST_BAUD, "--addresses", "2-3", "--json")

    assert [board["address"] for board in told.data["boards"]] == ["3"]


def test_listening_names_the_protocol(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """By what was heard; nothing is sent."""
    spec, board = PROTOCOLS.load("cpower"), family_board("cpower")
    trace: Trace = recorded(spec, board, pattern("corners", 32, 16))
    monkeypatch.setattr(probe, "hear", lambda *_given: trace.to_board())
    told = ask("probe", "/dev/any", "--listen", "1", "--baud", "9600", "--json")

    assert told.code == 0
    assert told.data["heard"][0]["guesses"][0]["protocol"] == "cpower"


def test_a_silent_bus_is_told(ask: Ask) -> None:
    """Exit code 5."""
    with registered_board(home_dir()):
        told = ask("probe", "sim://thu", "--listen", "0.2", "--baud", "9600")

    assert told.code == 5
    assert "Listening" in told.err
    assert "  0  " in told.out


def test_a_port_that_is_not_there_cannot_be_listened_to(ask: Ask, tmp_path: Path) -> None:
    """The port's sentence."""
    assert ask("probe", tmp_path / "none", "--listen", "1").code == 5
