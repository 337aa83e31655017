"""Log writer: rows of the play log go to the store in a thread of their own, so that the picture never waits for it.

A store that is locked, full or damaged holds up nothing but this thread: it keeps the rows in their order and tries
again. What does not fit into the queue is dropped and counted; the log may undercount, it never invents.
"""

import threading
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import Protocol, Self

from signboard.errors import SignboardError
from signboard.playlog.showing import Showing

__all__ = ["LogWriter", "RowStore"]

_MOST_ROWS = 10_000
_RETRY_S = 1.0
_STOP_S = 6.0  # a little longer than the store waits for another process


class RowStore(Protocol):
    """What the writer needs of a store."""

    def add_showing(self, showing: Showing, /) -> object:
        """Keep a row; it has reached the disk, or SignboardError is raised and nothing has changed."""

    def close(self) -> None:
        """Let the file go."""


class LogWriter:
    """The queue and its thread; use it as a context manager, whose end waits a bounded time for the last rows.

    Args:
        open_store: opens the store; called in the thread, again after every trouble. May raise SignboardError.
        most_rows: how many rows may wait.
        retry_s: pause before trying again.
        stop_s: how long the end may take.

    Attributes:
        trouble: why rows are waiting; None while all is well.
        dropped: rows that are lost: they did not fit, or could not be written before the end.
    """

    def __init__(
        self,
        open_store: Callable[[], RowStore],
        *,
        most_rows: int = _MOST_ROWS,
        retry_s: float = _RETRY_S,
        stop_s: float = _STOP_S,
    ) -> None:
        self.trouble: SignboardError | None = None
        self.dropped = 0
        self._open_store = open_store
        self._most_rows = most_rows
        self._retry_s = retry_s
        self._stop_s = stop_s
        self._rows: deque[Showing] = deque()
        self._changed = threading.Condition()
        self._is_closing = False
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._work, name="play log", daemon=True)

    def put(self, showing: Showing) -> None:
        """Take a row; returns at once."""
        with self._changed:
            if len(self._rows) >= self._most_rows:
                self.dropped += 1
            else:
                self._rows.append(showing)
                self._changed.notify()

    def close(self) -> None:
        """Write what waits, within a bounded time; what is left by then counts as dropped."""
        with self._changed:
            self._is_closing = True
            self._changed.notify()
        self._thread.join(self._stop_s)
        self._is_over.set()
        with self._changed:
            self.dropped += len(self._rows)
            self._rows.clear()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _work(self) -> None:
        while self._next() is not None:
            store: RowStore | None = None
            try:
                store = self._open_store()
                self._write_all(store)
            except SignboardError as error:
                self.trouble = error
                self._is_over.wait(self._retry_s)
            finally:
                if store is not None:
                    store.close()

    def _write_all(self, store: RowStore) -> None:
        while (row := self._next()) is not None:
            store.add_showing(row)
            self.trouble = None
            with self._changed:
                if self._rows:
                    self._rows.popleft()

    def _next(self) -> Showing | None:
        """The oldest row, waited for; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._rows or self._is_closing)
            return self._rows[0] if self._rows else None
