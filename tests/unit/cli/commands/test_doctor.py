"""`doctor`: green or red, exit 0 or 6."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bench_boards import FAST_BAUD, registered_board

from signboard.files import home_dir
from signboard.health import machine
from signboard.service.lock import BoardLock, lock_names

Ask = Callable[..., Any]
BOARD = ("--port", "sim://thu", "--size", "32x16", "--baud", FAST_BAUD)


def test_everything_well(ask: Ask) -> None:
    """Every check is told, the board among them."""
    home_dir().mkdir(parents=True, exist_ok=True)
    with registered_board(home_dir()):
        told = ask("doctor", *BOARD, "--json")

    states = {finding["check"]: finding["state"] for finding in told.data["findings"]}
    assert told.code == 0
    assert told.data["verdict"] == "ok"
    assert states["board"] == "good"
    assert {
        "python",
        "fonts",
        "settings",
        "home",
        "disk",
        "records",
        "console",
        "account",
        "clock",
        "wire",
        "port",
    } < set(states)


@pytest.mark.parametrize(
    ("words", "code", "name"),
    [
        (("doctor", *BOARD), 0, ""),
        (("test-pattern", "corners", *BOARD, "--seconds", "1"), 5, "port_busy"),
        (("probe", "sim://thu"), 5, "port_busy"),
    ],
)
def test_a_board_that_plays_is_left_alone(ask: Ask, words: tuple[str, ...], code: int, name: str) -> None:
    """Also where the way to it lets a second caller in; the process that plays is named."""
    played = lock_names("sim://thu", (), is_virtual=True)
    with registered_board(home_dir()) as events, BoardLock(home_dir() / "run", played):
        told = ask(*words, "--json")
        assert events == []

    assert [error["code"] for error in told.envelope["errors"]] == ([name] if name else [])
    assert told.code == code
    text = json.dumps(told.envelope, ensure_ascii=False)
    assert str(os.getpid()) in text


def test_something_wrong_exits_6_with_its_cure(ask: Ask) -> None:
    """A board of another size: figures, and what to do."""
    with registered_board(home_dir()):
        told = ask("doctor", "--port", "sim://thu", "--size", "96x32", "--baud", FAST_BAUD)

    assert told.code == 6
    assert "[ERROR]" in told.out
    assert "32x16" in told.out
    assert "→" in told.out


def test_bad_settings_are_told_line_by_line(ask: Ask, tmp_path: Path) -> None:
    """All of them, and the other checks go on."""
    (tmp_path / "s.toml").write_text("[board]\nwidth = 3\nbaud = 1\n", encoding="utf-8")
    told = ask("doctor", "--config", tmp_path / "s.toml", "--no-board")

    assert told.code == 6
    assert "board.width" in told.out
    assert "board.baud" in told.out
    assert "Python" in told.out


def test_without_a_board_none_is_asked(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it plays."""
    monkeypatch.setattr(machine, "OLDEST_PYTHON", (99, 0))
    told = ask("doctor", "--no-board", "--json")

    assert told.code == 6
    assert "board" not in [finding["check"] for finding in told.data["findings"]]
    assert told.envelope["errors"][0]["code"] == "python_old"
