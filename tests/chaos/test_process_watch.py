"""Watched processes: a loop that hangs is ended and started again, one that slept is not, a second one is refused."""

import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from chaos.theatre import Cast, approve, due, figure, now, until
from e2e.process import signboard_command

from signboard.service.pulse import STALLED

TEXTS = ("Một hai", "Ba bốn")
LIMIT_S = 3.0


class Ear:
    """Systemd's end of the notices, on a socket of the test's own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.heard: list[str] = []
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(path))
        self._socket.setblocking(False)

    def hears(self, word: str) -> bool:
        """Has anything with this word in it come so far?"""
        try:
            while True:
                self.heard.append(self._socket.recv(4096).decode())
        except BlockingIOError:
            return any(word in said for said in self.heard)

    def close(self) -> None:
        """Listen no more."""
        self._socket.close()


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[Ear]:
    """Where the players tell how they are."""
    made = Ear(tmp_path / "ear")
    yield made
    made.close()


@pytest.mark.needs("pty")
def test_a_loop_that_hangs_feeds_no_more_and_is_ended(ear: Ear, tmp_path: Path) -> None:
    """Progress is told while the loop turns; then the status says that it is stalled, and the process ends itself."""
    approve(tmp_path, *TEXTS)
    hang = tmp_path / "hang"
    variables = {"CHAOS_HANG": str(hang), "CHAOS_LIMIT": str(LIMIT_S), "NOTIFY_SOCKET": str(ear.path)}
    with Cast(tmp_path, variables, supervised=False) as cast:
        until(lambda: ear.hears("READY=1") and ear.hears("STATUS=On the board"))
        hang.touch()
        player = cast.children["player"]
        until(lambda: player.poll() is not None)
        ear.hears("")
        last_fed = max(at for at, said in enumerate(ear.heard) if "WATCHDOG=1" in said)

        assert player.returncode == STALLED
        assert [said.partition(":")[0] for said in ear.heard[last_fed + 1 :]] == ["STATUS=Stalled"]
        assert "in spoilt" in cast.talk  # the stack says where
        hang.unlink()
        screenplay, cut_at = due(), now()
        figure(
            f"seconds to the right picture after a hang was ended = {until(lambda: cast.shows(screenplay, cut_at)):.1f}"
        )


def test_a_stopped_process_is_killed_by_the_supervisor(tmp_path: Path) -> None:
    """A process that stands still as a whole cannot end itself: the supervisor does, and starts another."""
    approve(tmp_path, *TEXTS)
    with Cast(tmp_path, {"CHAOS_LIMIT": str(LIMIT_S)}) as cast:
        screenplay = due()
        until(lambda: cast.shows(screenplay, now().replace(year=2000)))
        pid = cast.player_pid()
        os.kill(pid, signal.SIGSTOP)
        until(lambda: cast.player_pid() != pid)
        cut_at = now()
        until(lambda: cast.shows(screenplay, cut_at))

        assert "No sign of progress" in cast.talk


def test_a_process_that_slept_goes_on(tmp_path: Path) -> None:
    """Stopped for longer than the limit and continued, like a computer that sleeps: right at once, not started anew."""
    approve(tmp_path, *TEXTS)
    with Cast(tmp_path, {"CHAOS_LIMIT": str(LIMIT_S)}, supervised=False) as cast:
        screenplay = due()
        until(lambda: cast.shows(screenplay, now().replace(year=2000)))
        player = cast.children["player"]
        os.kill(player.pid, signal.SIGSTOP)
        time.sleep(LIMIT_S + 1)
        os.kill(player.pid, signal.SIGCONT)
        woke_at = now()
        took_s = until(lambda: cast.shows(screenplay, woke_at))
        time.sleep(LIMIT_S)

        assert player.poll() is None
        figure(f"seconds to the right picture after SIGCONT = {took_s:.1f}")


def test_a_second_player_is_refused(tmp_path: Path) -> None:
    """One sentence that names the first one's process, and exit code 5; when that one dies, another may play."""
    approve(tmp_path, *TEXTS)
    with Cast(tmp_path, supervised=False) as cast:
        until(lambda: cast.shows(due(), now().replace(year=2000)))
        first = cast.player_pid()
        second = signboard_command("run", "--port", "sim://thu", "--seconds", "1")
        os.kill(first, signal.SIGKILL)
        until(lambda: cast.children["player"].poll() is not None)
        third = signboard_command("run", "--port", "sim://thu", "--seconds", "1")

    assert second.code == 5
    assert f"(process {first})" in second.err
    assert third.code == 0


def test_a_stop_is_passed_on(tmp_path: Path) -> None:
    """The supervisor asked to stop lets the player end in order: dark, as the settings say."""
    approve(tmp_path, *TEXTS)
    with Cast(tmp_path) as cast:
        until(lambda: cast.shows(due(), now().replace(year=2000)))
        supervisor, player = cast.children["player"], cast.player_pid()
        supervisor.terminate()
        supervisor.wait(60)

        assert supervisor.returncode == 0
        assert "pictures sent" in cast.talk  # the player's own last words
        with pytest.raises(ProcessLookupError):
            os.kill(player, 0)
