"""Watchman: asks one question every few seconds in a thread of its own, and keeps the answer until the tick takes it.

What people withdraw has to leave a running board within a minute; a log that is locked or a disk that hangs holds up
this thread and never the picture.
"""

from collections.abc import Callable
from types import TracebackType
from typing import Generic, Self, TypeVar

from signboard.errors import SignboardError
from signboard.player.beside import UNFORESEEN, Beside, unforeseen

__all__ = ["Watchman", "WithWatchman"]

T = TypeVar("T")

_EVERY_S = 5.0
_STOP_S = 0.5


class Watchman(Beside, Generic[T]):
    """The thread; use it as a context manager, whose end asks no more. A question that hangs is left alone.

    Args:
        ask: the question; called in the thread. May raise SignboardError: then the last answer stays, as after any
            other error.
        known: the answer so far; only another one is news.
        every_s: pause between two questions.

    Attributes:
        trouble: why the last question had no answer; None while all is well.
    """

    def __init__(self, ask: Callable[[], T], known: T, every_s: float = _EVERY_S) -> None:
        super().__init__("watchman", _STOP_S)
        self.trouble: SignboardError | None = None
        self._ask = ask
        self._known = known
        self._news: list[T] = []
        self._every_s = every_s

    def news(self) -> T | None:
        """The newest answer, once; None while it is the one known already. Costs nothing, waits for nothing."""
        newest = None
        while self._news:
            newest = self._news.pop(0)
        return newest

    def _work(self) -> None:
        while not self._stop.wait(self._every_s):
            try:
                answer = self._ask()
            except Exception as error:  # noqa: BLE001 - the next withdrawal is obeyed, whatever fails once
                self.trouble = unforeseen(error)
                continue
            self.trouble = None
            if answer != self._known:
                self._known = answer
                self._news.append(answer)


class WithWatchman(Generic[T]):
    """Whoever has a watchman and takes up his news; the rounds begin and end with the `with` block.

    Args:
        watchman: has not begun.
    """

    def __init__(self, watchman: Watchman[T]) -> None:
        self._watchman = watchman

    @property
    def fault(self) -> SignboardError | None:
        """What nobody foresaw and the last question failed by; a record that is locked or damaged is told elsewhere."""
        trouble = self._watchman.trouble
        return trouble if trouble is not None and trouble.code == UNFORESEEN else None

    def __enter__(self) -> Self:
        self._watchman.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._watchman.__exit__(kind, error, trace)
