"""The lock that ends with its process."""

import subprocess
import sys
from pathlib import Path

import pytest

from signboard.simulator.lock import Lock, is_held

HOLD = "import sys; from pathlib import Path; from signboard.simulator.lock import Lock; "
HOLD += "lock = Lock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"


def test_a_held_lock_is_seen_and_refused(tmp_path: Path) -> None:
    """Also inside one process."""
    path = tmp_path / "deep" / "a.lock"
    lock = Lock(path)

    assert is_held(path)
    with pytest.raises(BlockingIOError):
        Lock(path)
    lock.release()


def test_a_released_lock_can_be_taken_again(tmp_path: Path) -> None:
    """And releasing twice is harmless."""
    path = tmp_path / "a.lock"
    lock = Lock(path)
    lock.release()
    lock.release()

    assert not is_held(path)
    Lock(path).release()


def test_nobody_holds_what_does_not_exist(tmp_path: Path) -> None:
    """Asking makes no file."""
    assert not is_held(tmp_path / "a.lock")
    assert not (tmp_path / "a.lock").exists()


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    """However it ends."""
    path = tmp_path / "a.lock"
    with subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as it:
        assert it.stdout is not None
        it.stdout.readline()
        assert is_held(path)
        it.kill()
        it.wait()

    assert not is_held(path)
