"""An attendant: a process of our own beside the player, kept alive by a thread, dead when the player is.

It holds the other end of a pipe as its life line: however the player ends, `kill -9` included, the pipe ends too. What
the attendant does, and whether it lives at all, never reaches the loop that plays.
"""

import contextlib
import subprocess
import threading
from collections.abc import Mapping, Sequence

from signboard.player.beside import Beside

__all__ = ["Attendant"]

_AGAIN_S = (1.0, 5.0, 30.0)
"""Pauses before it is started again; the last one repeats."""
_STOP_S = 2.0
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
"""On Windows: no black window, and no part in somebody's Ctrl-C."""
_GOOD_S = 60.0


class Attendant(Beside):
    """Keeps one process going; use it as a context manager.

    Args:
        command: program and arguments; it must end when its standard input does.
        environ: its environment; None: this process' own.
        again_s: pauses before it is started again.

    Attributes:
        pid: number of the living process; None between two.
        starts: how often it was started.
        last_code: with which code it ended last.
    """

    def __init__(
        self, command: Sequence[str], environ: Mapping[str, str] | None = None, again_s: Sequence[float] = _AGAIN_S
    ) -> None:
        super().__init__("attendant", _STOP_S)
        self.pid: int | None = None
        self.starts = 0
        self.last_code: int | None = None
        self._command = list(command)
        self._environ = environ
        self._again_s = tuple(again_s)
        self._child: subprocess.Popen[bytes] | None = None

    def _finish(self) -> None:
        """Let go of the life line; what does not end by itself is ended."""
        self._stop.set()
        child = self._child
        if child is not None:
            self._let_go(child)
        super()._finish()

    def _work(self) -> None:
        short_lives = 0
        while not self._stop.is_set():
            is_long = self._run()
            short_lives = 0 if is_long else short_lives + 1
            self._stop.wait(self._again_s[min(short_lives, len(self._again_s)) - 1 if short_lives else 0])

    def _run(self) -> bool:
        """Start it once and wait for its end; did it live long?"""
        grown = threading.Event()
        timer = threading.Timer(_GOOD_S, grown.set)
        timer.daemon = True
        try:
            child = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                env=self._environ,
                start_new_session=True,  # Ctrl-C is the player's; the life line tells the rest
                creationflags=_NO_WINDOW,
            )
        except OSError:  # no memory or no room for a process now: it is tried again, ever more seldom
            return False
        timer.start()
        self._child, self.pid, self.starts = child, child.pid, self.starts + 1
        try:
            if self._stop.is_set():
                self._let_go(child)
            self.last_code = child.wait()
        finally:
            timer.cancel()
            self.pid = None
            _cut(child)
        return grown.is_set()

    @staticmethod
    def _let_go(child: "subprocess.Popen[bytes]") -> None:
        _cut(child)
        try:
            child.wait(_STOP_S)
        except subprocess.TimeoutExpired:
            child.kill()


def _cut(child: "subprocess.Popen[bytes]") -> None:
    """End its life line."""
    if child.stdin:
        with contextlib.suppress(OSError):  # it died with something unread; the pipe is closed all the same
            child.stdin.close()
