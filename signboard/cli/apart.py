"""A virtual board in a process of its own, started from here, and what it says it decoded.

The child runs `signboard simulate` in a home of its own and writes its record to standard output; it ends when its
standard input does, so it never outlives this process.
"""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import signboard
from signboard.clock import SystemClock
from signboard.errors import N_, NotRunningError
from signboard.frame import art
from signboard.frame.frame import Colour, Frame
from signboard.simulator import directory

__all__ = ["NAME", "BoardApart"]

NAME = "demo"
_START_S = 20.0
_ANSWER_S = 2.0
_END_S = 5.0


class BoardApart:
    """The child; use it as a context manager.

    Args:
        arguments: options for `signboard simulate`.
        colour: of the pictures to come.
        settings: the text of a settings file that says what board it is; empty: none.

    Attributes:
        home: the home folder in which `sim://demo` is registered.
        frames: what the board decoded, in order of arrival, as far as it was asked for.
        decoded: how many pictures it decoded so far.
    """

    def __init__(self, arguments: Sequence[str], colour: Colour, settings: str = "") -> None:
        self.decoded = 0
        self._colour = colour
        self._arguments = list(arguments)
        self._folder = tempfile.TemporaryDirectory(prefix="signboard-demo-")
        self.home = Path(self._folder.name)
        self._settings = self.home / "signboard.toml"
        self._settings.write_text(settings, encoding="utf-8")
        self._frames: queue.SimpleQueue[Frame] = queue.SimpleQueue()

    @property
    def url(self) -> str:
        """The real port behind `sim://demo`."""
        return directory.resolve(self.home, NAME)

    def next_frame(self) -> Frame | None:
        """The latest picture that the board decoded since the last call; waits for one, None where none comes."""
        try:
            frame = self._frames.get(timeout=_ANSWER_S)
            self.decoded += 1
            while not self._frames.empty():
                frame = self._frames.get_nowait()
                self.decoded += 1
        except queue.Empty:
            return None
        return frame

    def __enter__(self) -> Self:
        package = str(Path(signboard.__file__).parents[1])
        paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
        environ = {**os.environ, "SIGNBOARD_HOME": str(self.home), "PYTHONPATH": os.pathsep.join(paths)}
        program = [sys.executable, "-m", "signboard", "--config", str(self._settings)]
        command = [*program, "simulate", NAME, "--record", "-", "--with-parent"]
        self._child = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [*command, *self._arguments], env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **_out_of_reach()
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        try:
            self._await_start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the board end, at the latest by force."""
        if self._child.stdin:
            self._child.stdin.close()
        try:
            self._child.wait(_END_S)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        self._reader.join(_END_S)
        if self._child.stdout:
            self._child.stdout.close()
        self._folder.cleanup()

    def _await_start(self) -> None:
        clock = SystemClock()
        until_s = clock.monotonic_s() + _START_S
        while clock.monotonic_s() < until_s and self._child.poll() is None:
            if any(entry.is_alive for entry in directory.entries(self.home)):
                return
            clock.sleep(0.05)
        raise NotRunningError(
            N_("The virtual board did not start; see what stands above, and try signboard simulate {name}."),
            code="no_virtual_board",
            name=NAME,
        )

    def _read(self) -> None:
        if self._child.stdout is None:
            return
        for line in self._child.stdout:
            event = json.loads(line)
            if event["kind"] == "picture":
                self._frames.put(art.parse_rows(event["art"], self._colour))


def _out_of_reach() -> dict[str, Any]:
    """Ctrl-C in the terminal is for us; the board still answers our last picture and ends when we close its input."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    else:  # noqa: RET505 - mypy looks at one platform at a time and calls the rest unreachable
        return {"start_new_session": True}
