"""An attendant: kept alive, let go with its player, never in anybody's way."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from signboard.health import attendant as attendant_module
from signboard.health.attendant import Attendant
from signboard.health.standing import lives

WAITS = [sys.executable, "-c", "import sys; sys.stdin.buffer.read()"]


def until(holds: Callable[[], object]) -> None:
    """Wait for it."""
    for _ in range(6000):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("never")


def test_it_ends_with_the_block() -> None:
    """Its life line ends, and so does it."""
    with Attendant(WAITS) as attendant:
        until(lambda: attendant.pid)
        pid = attendant.pid
        assert pid is not None
        assert lives(pid)

    assert not lives(pid)
    assert (attendant.starts, attendant.last_code) == (1, 0)


def test_killed_it_is_started_again() -> None:
    """By a signal that nobody can refuse."""
    with Attendant(WAITS, again_s=(0.01,)) as attendant:
        until(lambda: attendant.pid)
        first = attendant.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        until(lambda: attendant.pid not in (None, first))

    assert attendant.starts == 2


def test_one_that_ends_by_itself_is_tried_ever_more_seldom() -> None:
    """It does not spin: the pauses grow."""
    with Attendant([sys.executable, "-c", "raise SystemExit(5)"], again_s=(0.01, 0.01, 60)) as attendant:
        until(lambda: attendant.starts == 3)
        until(lambda: attendant.pid is None)
        time.sleep(0.2)

        assert attendant.starts == 3
    assert attendant.last_code == 5


def test_one_that_does_not_exist_is_no_error(tmp_path: Path) -> None:
    """Nothing to start: the player does not notice."""
    with Attendant([str(tmp_path / "gone")], again_s=(0.01,)) as attendant:
        time.sleep(0.05)

    assert attendant.starts == 0


def test_one_that_does_not_listen_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ignores its life line."""
    monkeypatch.setattr(attendant_module, "_STOP_S", 0.1)
    stubborn = [sys.executable, "-c", "import time; time.sleep(600)"]
    with Attendant(stubborn) as attendant:
        until(lambda: attendant.pid)
        pid = attendant.pid
        assert pid is not None

    until(lambda: not lives(pid))
