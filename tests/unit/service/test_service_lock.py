"""One process a board."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from signboard.errors import BoardError
from signboard.service import lock
from signboard.service.lock import BoardLock, lock_names, player_of

HOLD = """
import sys
from pathlib import Path
from signboard.service.lock import BoardLock
with BoardLock(Path(sys.argv[1]), ("port-x",)):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_holder_is_refused_and_told_the_first(tmp_path: Path) -> None:
    """The file names the process; after the first one's end the lock is free."""
    with BoardLock(tmp_path, ("port-x",)), pytest.raises(BoardError) as caught, BoardLock(tmp_path, ("port-x",)):
        pass

    assert (caught.value.code, caught.value.exit_code) == ("already_running", 5)
    assert caught.value.fields["pid"] == str(os.getpid())
    with BoardLock(tmp_path, ("port-x",)):
        pass


def test_what_was_taken_before_the_refusal_is_let_go(tmp_path: Path) -> None:
    """Of two locks the second is held by another: the first is free again."""
    with BoardLock(tmp_path, ("b",)):
        with pytest.raises(BoardError), BoardLock(tmp_path, ("a", "b")):
            pass
        with BoardLock(tmp_path, ("a",)):
            pass


def test_death_frees_it(tmp_path: Path) -> None:
    """A killed holder leaves the file, not the lock."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout
        assert child.stdout.readline() == b"held\n" or os.name == "nt"
        with pytest.raises(BoardError), BoardLock(tmp_path, ("port-x",)):
            pass
        child.kill()
        child.wait()
    with BoardLock(tmp_path, ("port-x",)):
        pass


def test_a_folder_that_cannot_be_used_holds_up_no_picture(tmp_path: Path) -> None:
    """A full or read-only disk has no lock; the port's own is left."""
    (tmp_path / "file").write_bytes(b"")
    with BoardLock(tmp_path / "file" / "run", ("a",)):
        pass


def test_a_disk_without_locks_holds_up_no_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network's disk that knows none is no other player; the port's own lock is left."""

    def refuse(_opened: int) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(lock, "lock_opened", refuse)
    with BoardLock(tmp_path, ("a",)):
        assert (tmp_path / "a.lock").read_text(encoding="ascii") == ""


def test_two_names_of_one_device_are_one_lock(tmp_path: Path) -> None:
    """A link to the device, and the same COM port in other letters."""
    (tmp_path / "ttyX").touch()
    (tmp_path / "by-id").symlink_to(tmp_path / "ttyX")

    assert lock_names(str(tmp_path / "by-id"), ("a",), is_virtual=False) == lock_names(
        str(tmp_path / "ttyX"), ("a",), is_virtual=False
    )
    assert lock_names("com3", ("a",), is_virtual=False) == ("port-COM3", "board-a")


def test_virtual_boards_are_locked_by_their_port_alone() -> None:
    """While the real board plays a virtual one of the same settings may play, too."""
    assert lock_names("sim://thu", ("a",), is_virtual=True) == ("port-sim---thu",)


def test_who_plays_on_a_port_is_known_to_others(tmp_path: Path) -> None:
    """While it is held, by whatever spelling; asking takes nothing, and afterwards nobody does."""
    url = "socket://127.0.0.1:7101"
    assert player_of(tmp_path, url) == ""
    with BoardLock(tmp_path, lock_names(url, ("board",), is_virtual=False)):
        assert player_of(tmp_path, url) == str(os.getpid())
        assert player_of(tmp_path, "socket://127.0.0.1:7102") == ""
    assert player_of(tmp_path, url) == ""
    with BoardLock(tmp_path, lock_names(url, ("board",), is_virtual=False)):
        pass
