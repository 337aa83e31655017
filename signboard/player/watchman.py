"""Watchman: asks one question every few seconds in a thread of its own, and keeps the answer until the tick takes it.

What people withdraw has to leave a running board within a minute; a log that is locked or a disk that hangs holds up
this thread and never the picture.
"""

import threading
from collections.abc import Callable
from types import TracebackType
from typing import Generic, Self, TypeVar

from signboard.errors import SignboardError

__all__ = ["Watchman"]

T = TypeVar("T")

_EVERY_S = 5.0
_STOP_S = 0.5


class Watchman(Generic[T]):
    """The thread; use it as a context manager.

    Args:
        ask: the question; called in the thread. May raise SignboardError: then the last answer stays.
        known: the answer so far; only another one is news.
        every_s: pause between two questions.

    Attributes:
        trouble: why the last question had no answer; None while all is well.
    """

    def __init__(self, ask: Callable[[], T], known: T, every_s: float = _EVERY_S) -> None:
        self.trouble: SignboardError | None = None
        self._ask = ask
        self._known = known
        self._news: list[T] = []
        self._every_s = every_s
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchman", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ask no more; a question that hangs is left alone."""
        self._stop.set()
        self._thread.join(_STOP_S)

    def news(self) -> T | None:
        """The newest answer, once; None while it is the one known already. Costs nothing, waits for nothing."""
        newest = None
        while self._news:
            newest = self._news.pop(0)
        return newest

    def _watch(self) -> None:
        while not self._stop.wait(self._every_s):
            try:
                answer = self._ask()
            except SignboardError as error:
                self.trouble = error
                continue
            self.trouble = None
            if answer != self._known:
                self._known = answer
                self._news.append(answer)
