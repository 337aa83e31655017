"""The supervisor with small children of its own."""

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from signboard.clock import SystemClock
from signboard.service.notice import WATCHER
from signboard.service.rolling import RollingLog
from signboard.service.supervisor import Patience, Supervisor

SIGN = """
import os, socket, sys, time
port, token = os.environ["SIGNBOARD_WATCHER"].split()
def tell(word, key=token):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        way.sendto(f"{key}\\n{word}".encode(), ("127.0.0.1", int(port)))
"""


class Kept:
    """A supervisor in a thread, until enough has been said."""

    def __init__(self, program: str, patience: Patience | None = None, log: RollingLog | None = None) -> None:
        self.said: list[str] = []
        self._stop = threading.Event()
        self._changed = threading.Condition()
        command = [sys.executable, "-c", SIGN + program]
        self.supervisor = Supervisor(command, SystemClock(), self._hear, patience, log)
        self._thread = threading.Thread(target=self.supervisor.keep, args=(self._stop,))

    def _hear(self, sentence: str) -> None:
        with self._changed:
            self.said.append(sentence)
            self._changed.notify_all()

    def until(self, holds: Callable[[], bool]) -> None:
        """Keep the child until then, at most half a minute."""
        self._thread.start()
        with self._changed:
            met = False
            for _ in range(300):
                met = met or bool(self._changed.wait_for(holds, 0.1))
                if met:
                    break
        self._stop.set()
        self._thread.join(30)
        assert met, self.said


def test_a_child_that_dies_is_started_again_and_again() -> None:
    """It never gives up, and says with which code each one ended."""
    kept = Kept("sys.exit(3)")
    kept.until(lambda: len(kept.said) >= 4)

    assert kept.supervisor.starts >= 4
    assert all("code 3" in sentence for sentence in kept.said)


def test_a_silent_child_is_killed() -> None:
    """One that gave no sign at all, and one that gave one and then no more."""
    for program in ("time.sleep(60)", "tell('WATCHDOG=1'); time.sleep(60)"):
        kept = Kept(program, Patience(start_s=0.6, beat_s=0.6, stop_s=0.2))
        kept.until(lambda kept=kept: len(kept.said) >= 2)  # type: ignore[misc] # this round's own

        assert kept.supervisor.killed == 1
        assert "No sign of progress" in kept.said[0]


def test_strangers_feed_nobody() -> None:
    """Signs without this child's token do not count."""
    kept = Kept("\nwhile True:\n    tell('WATCHDOG=1', 'guess'); time.sleep(0.1)", Patience(start_s=0.6, beat_s=0.6))
    kept.until(lambda: len(kept.said) >= 1)

    assert kept.supervisor.killed == 1


def test_a_child_that_gives_signs_lives_and_is_stopped_in_order(tmp_path: Path) -> None:
    """Its standard input ends, it says its last word, and nobody starts it again."""
    last = tmp_path / "last"
    program = (
        "import threading\n"
        "def end():\n    sys.stdin.read(); open(LAST, 'w').close(); os._exit(0)\n"
        f"LAST = {str(last)!r}\n"
        "threading.Thread(target=end).start()\n"
        "while True:\n    tell('WATCHDOG=1'); time.sleep(0.05)\n"
    )
    began_s = SystemClock().monotonic_s()
    kept = Kept(program, Patience(start_s=30, beat_s=1.5))
    kept.until(lambda: SystemClock().monotonic_s() - began_s > 2.5)

    assert last.exists()
    assert (kept.supervisor.starts, kept.supervisor.killed) == (1, 0)


def test_a_child_that_will_not_stop_is_killed(tmp_path: Path) -> None:
    """After the time for an orderly end."""
    there = tmp_path / "there"
    kept = Kept(f"open({str(there)!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)", Patience(stop_s=0.3))
    kept.until(lambda: there.exists() and bool(there.read_text(encoding="ascii")))

    assert not _lives(int(there.read_text(encoding="ascii")))


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def test_what_the_child_prints_goes_into_the_log(tmp_path: Path) -> None:
    """Where one is kept."""
    kept = Kept("print('một', flush=True); sys.exit(1)", log=RollingLog(tmp_path / "a.log"))
    kept.until(lambda: len(kept.said) >= 1)

    assert b"m" in (tmp_path / "a.log").read_bytes()


def test_systemds_own_socket_is_not_handed_down() -> None:
    """Its main process is the supervisor, not the child."""
    os.environ["NOTIFY_SOCKET"] = "/nowhere"
    try:
        kept = Kept("sys.exit(5 if 'NOTIFY_SOCKET' in os.environ else 6)")
        kept.until(lambda: len(kept.said) >= 1)
    finally:
        del os.environ["NOTIFY_SOCKET"]

    assert "code 6" in kept.said[0]
    assert WATCHER not in os.environ
