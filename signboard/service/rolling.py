"""A log file that never grows beyond its bounds: what the player says, where no journald keeps it."""

import threading
from pathlib import Path
from typing import IO

from signboard.player.beside import Beside

__all__ = ["Pump", "RollingLog"]

_MOST_BYTES = 5_000_000
_FILES = 5
_WAIT_S = 1.0


class RollingLog:
    """Takes lines; a full file becomes `name.1`, that one `name.2` …, and the oldest goes. A full disk loses lines.

    Args:
        path: the newest file.
        most_bytes: of one file.
        files: how many there are at most.
    """

    def __init__(self, path: Path, most_bytes: int = _MOST_BYTES, files: int = _FILES) -> None:
        self._path = path
        self._most_bytes = most_bytes
        self._files = files
        self._lock = threading.Lock()

    def write(self, line: bytes) -> None:
        """Append a line; it is flushed, because the next moment may be a power cut."""
        with self._lock:
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                if self._path.is_file() and self._path.stat().st_size + len(line) > self._most_bytes:
                    self._roll()
                with self._path.open("ab") as file:
                    file.write(line.rstrip(b"\r\n") + b"\n")
            except OSError:
                return  # a full disk costs lines, and stops nobody who writes them

    def _roll(self) -> None:
        for number in range(self._files - 1, 0, -1):
            older = self._named(number - 1)
            if older.is_file():
                older.replace(self._named(number))

    def _named(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}") if number else self._path


class Pump(Beside):
    """Carries what comes out of a pipe into a log, line by line, until its end; use it as a context manager."""

    def __init__(self, pipe: IO[bytes], log: RollingLog) -> None:
        super().__init__("log", _WAIT_S)
        self._pipe = pipe
        self._log = log

    def _work(self) -> None:
        for line in self._pipe:
            self._log.write(line)
