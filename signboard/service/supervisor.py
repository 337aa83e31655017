"""Supervisor: a small parent that starts the player as its child, again and again, where no systemd does.

The child tells by a loopback datagram that its loop turns (see `notice`); one that is silent for too long is killed,
and one that dies, however it dies, is started again at once. It never gives up. The child holds the end of a pipe as
its standard input: closing it asks the child to stop in order, and a parent that dies takes the child with it.
"""

import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from signboard.clock import Clock
from signboard.errors import N_
from signboard.locale import fill
from signboard.service.notice import WATCHER
from signboard.service.rolling import Pump, RollingLog

__all__ = ["Patience", "Supervisor"]

_LOOK_S = 0.25
_PAUSES_S = (0.0, 0.25, 0.5, 1.0, 2.0)
_DATAGRAM_BYTES = 4096
# Ctrl-C in the window is ours; the child is told by its pipe.
if sys.platform == "win32":
    _OWN_GROUP: dict[str, Any] = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
else:
    _OWN_GROUP: dict[str, Any] = {"start_new_session": True}


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the supervisor waits.

    Attributes:
        start_s: for the first sign of a child.
        beat_s: between two signs.
        stop_s: for an orderly end.
        lived_s: a child that lived so long is started again without a pause.
    """

    start_s: float = 60.0
    beat_s: float = 30.0
    stop_s: float = 10.0
    lived_s: float = 60.0


class Supervisor:
    """Keeps one child alive.

    Args:
        command: the child.
        clock: its monotonic seconds count.
        say: takes each sentence on what happened.
        patience: how long to wait.
        log: takes what the child prints; None: it prints where we do.

    Attributes:
        starts: how often the child was started.
        killed: how often it was killed because it was silent.
    """

    def __init__(
        self,
        command: Sequence[str],
        clock: Clock,
        say: Callable[[str], object],
        patience: Patience | None = None,
        log: RollingLog | None = None,
    ) -> None:
        self.starts = 0
        self.killed = 0
        self._command = list(command)
        self._clock = clock
        self._say = say
        self._patience = patience or Patience()
        self._log = log
        self._token = ""

    def keep(self, stop: threading.Event) -> None:
        """Until somebody sets `stop`; then the child has ended, in order where it could."""
        short_lives = 0
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
            ear.bind(("127.0.0.1", 0))
            ear.settimeout(_LOOK_S)
            while not stop.is_set():
                began_s = self._clock.monotonic_s()
                with self._start(ear.getsockname()[1]) as child, self._printing(child):
                    self._attend(child, ear, stop)
                    if stop.is_set():
                        self._stop(child)
                        return
                has_lived = self._clock.monotonic_s() - began_s >= self._patience.lived_s
                short_lives = 0 if has_lived else short_lives + 1
                self._say_ended(child.returncode)
                stop.wait(_PAUSES_S[min(max(0, short_lives - 1), len(_PAUSES_S) - 1)])

    def _start(self, port: int) -> "subprocess.Popen[bytes]":
        self._token = secrets.token_hex(16)
        environ = {name: value for name, value in os.environ.items() if name != "NOTIFY_SOCKET"}
        environ[WATCHER] = f"{port} {self._token}"
        self.starts += 1
        prints: dict[str, Any] = {} if self._log is None else {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        return subprocess.Popen(  # noqa: S603 - our own program
            self._command, env=environ, stdin=subprocess.PIPE, **_OWN_GROUP, **prints
        )

    def _printing(self, child: "subprocess.Popen[bytes]") -> AbstractContextManager[object]:
        return Pump(child.stdout, self._log) if child.stdout and self._log else nullcontext()

    def _attend(self, child: "subprocess.Popen[bytes]", ear: socket.socket, stop: threading.Event) -> None:
        """Until it ends, is killed for its silence, or somebody stops us."""
        limit_s, silent_s = self._patience.start_s, 0.0
        looked_s = self._clock.monotonic_s()
        while child.poll() is None and not stop.is_set():
            has_heard = self._hears(ear)
            now_s = self._clock.monotonic_s()
            # What passes between two looks counts little: a computer that slept has not been deaf to its child.
            silent_s += min(now_s - looked_s, 2 * _LOOK_S)
            looked_s = now_s
            if has_heard:
                limit_s, silent_s = self._patience.beat_s, 0.0
            if silent_s > limit_s:
                self.killed += 1
                self._say(fill(N_("No sign of progress for {seconds} seconds."), seconds=round(silent_s)))
                _kill(child)
                child.wait()

    def _hears(self, ear: socket.socket) -> bool:
        """Has this child said anything since the last time?"""
        try:
            heard = ear.recv(_DATAGRAM_BYTES)
        except OSError:  # nothing came, or on Windows an answer of a child that is gone
            return False
        return secrets.compare_digest(heard.partition(b"\n")[0], self._token.encode())

    def _stop(self, child: "subprocess.Popen[bytes]") -> None:
        if child.stdin:
            child.stdin.close()
        try:
            child.wait(self._patience.stop_s)
        except subprocess.TimeoutExpired:
            _kill(child)
            child.wait()

    def _say_ended(self, code: int | None) -> None:
        self._say(fill(N_("The player ended with code {code}; it is started again."), code=code))


def _kill(child: "subprocess.Popen[bytes]") -> None:
    """With everything that it started."""
    if sys.platform == "win32":
        child.kill()
        return
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        child.kill()
