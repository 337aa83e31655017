"""Messages that nobody can take never stop the picture: a reader that went away, a full disk behind `2>`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

__all__ = ["Unheard", "unheard"]


class Unheard:
    """A stream that never fails: what it cannot pass on is gone, and so is everything after it.

    Args:
        stream: where the words go while anybody takes them.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_heard = True

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else a stream has
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Pass it on, if anybody is there."""
        self._try(lambda: self._stream.write(text))
        return len(text)

    def flush(self) -> None:
        """Pass on what waits."""
        self._try(self._stream.flush)

    def _try(self, act: Callable[[], object]) -> None:
        if not self._is_heard:
            return
        try:
            act()
        except (OSError, ValueError):  # ValueError: it is closed
            self._is_heard = False
            _silence(self._stream)


def _silence(stream: TextIO) -> None:
    """Whoever writes there later, down to the interpreter's own end, writes into nothing."""
    with suppress(OSError, ValueError, AttributeError):  # it has no place in the system, so nothing writes there
        place, nothing = stream.fileno(), os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nothing, place)
        finally:
            os.close(nothing)
        stream.flush()


@contextmanager
def unheard() -> Iterator[None]:
    """Within the block no word to standard output or standard error can fail."""
    out, err = sys.stdout, sys.stderr
    if out is not None:
        sys.stdout = Unheard(out)
    if err is not None:
        with suppress(OSError, ValueError):  # what waits from before the block may be lost, too
            err.flush()
        sys.stderr = Unheard(err)
    try:
        yield
    finally:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, Unheard):
                stream.flush()
        sys.stdout, sys.stderr = out, err
