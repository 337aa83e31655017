"""Log writer: rows of the play log go to the store in a thread of their own, so that the picture never waits for it.

Rows are committed together, at most once in a while: a memory card wears, and `FULL` flushes it at each commit. With
them goes the row that is still open, as far as it is confirmed, so that a power cut loses one interval and no more. The
end commits what waits.

A store that is locked, full or damaged, or a fault of ours, holds up nothing but this thread: it keeps the rows in
their order and tries again. What does not fit into the queue is dropped and counted, and the store is told of the gap
when it can be written again; the log may undercount, it never invents.
"""

import threading
import uuid
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Protocol

from signboard.clock import SystemClock
from signboard.errors import SignboardError
from signboard.player.beside import Beside, unforeseen
from signboard.playlog.showing import Showing
from signboard.store.audit import Event
from signboard.store.gaps import NOT_WRITABLE, Gap, gap_event

__all__ = ["COMMIT_S", "LogWriter", "Pace", "RowStore"]

COMMIT_S = 60.0
"""A fault costs the log at most this much of what was confirmed: what a report may fall short by, a fault."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How the writer takes its time.

    Attributes:
        every_s: pause between two commits; what is left of `COMMIT_S` is for a slow card.
        many_rows: so many rows are committed without a pause.
        most_rows: how many rows may wait: more than a day of them.
        look_s: how often it is seen whether the store is still there: what is deleted or emptied by others is brought
            back as long as this process has it open.
        retry_s: pause before trying again.
        stop_s: how long the end may take; a little longer than the store waits for another process.
    """

    every_s: float = COMMIT_S - 15
    many_rows: int = 500
    most_rows: int = 10_000
    look_s: float = 1.0
    retry_s: float = 1.0
    stop_s: float = 6.0


class RowStore(Protocol):
    """What the writer needs of a store."""

    def keep(
        self,
        finished: Sequence[Showing],
        still_open: Mapping[str, Showing | None],
        lost: Sequence[Event],
        /,
        *,
        run: str,
    ) -> object:
        """Keep all of it; it has reached the disk, or SignboardError is raised and nothing has changed."""

    def look(self) -> object:
        """See whether it is still there; SignboardError where it was not, so that it has to be opened anew."""

    def close(self) -> None:
        """Let the file go."""


@dataclass(frozen=True, slots=True)
class _Batch:
    """What is committed together."""

    rows: tuple[Showing, ...]
    still_open: Mapping[str, Showing | None]
    gaps: Mapping[tuple[str, str], Gap]
    missed: tuple[tuple[tuple[str, str], Gap], ...]

    def events(self) -> list[Event]:
        """What the audit chain is told of the gaps."""
        return [
            gap_event(gap, NOT_WRITABLE, site_id=site_id, board_id=board_id)
            for (site_id, board_id), gap in (*self.missed, *self.gaps.items())
        ]


class LogWriter(Beside):
    """The queue and its thread; use it as a context manager, whose end waits a bounded time for the last rows.

    It is a `Journal` of the ledger: called with a finished row, told of the open one by `beat`.

    Args:
        open_store: opens the store; called in the thread, again after every trouble. May raise SignboardError.
        pace: how often it writes and waits.
        remedy: called in the thread with every trouble; true where it helped, so that it is tried again at once.

    Attributes:
        trouble: why rows are waiting; None while all is well.
        dropped: rows that are lost: they did not fit, or could not be written before the end.
    """

    def __init__(
        self,
        open_store: Callable[[], RowStore],
        pace: Pace | None = None,
        *,
        remedy: Callable[[SignboardError], bool] = lambda _error: False,
    ) -> None:
        self._pace = pace or Pace()
        self._clock = SystemClock()
        super().__init__("play log", self._pace.stop_s)
        self.trouble: SignboardError | None = None
        self.dropped = 0
        self._open_store = open_store
        self._remedy = remedy
        self._run = uuid.uuid4().hex
        self._rows: deque[Showing] = deque()
        self._open: dict[str, Showing | None] = {}
        self._gaps: dict[tuple[str, str], Gap] = {}
        self._missed: tuple[tuple[tuple[str, str], Gap], ...] = ()
        self._is_dirty = False
        self._changed = threading.Condition()
        self._is_closing = False
        self._is_over = threading.Event()

    def __call__(self, showing: Showing, /) -> None:
        """As `put`."""
        self.put(showing)

    def put(self, showing: Showing) -> None:
        """Take a finished row; returns at once."""
        with self._changed:
            self._open[showing.board_id] = None
            if len(self._rows) >= self._pace.most_rows:
                self._drop(showing)
            else:
                self._rows.append(showing)
            self._note_change()

    def beat(self, showing: Showing, /) -> None:
        """Take the open row of a board as far as it is confirmed; returns at once."""
        with self._changed:
            self._open[showing.board_id] = showing
            self._note_change()

    @property
    def waiting(self) -> int:
        """How many finished rows wait to be written."""
        return len(self._rows)

    def missed(self, board_id: str) -> tuple[Gap, ...]:
        """What earlier runs could not write of a board, and the store has not been told of yet."""
        return tuple(gap for (_site, board), gap in self._missed if board == board_id)

    def note_missed(self, site_id: str, board_id: str, gap: Gap) -> None:
        """An earlier run could not write this; the store is told with the next commit."""
        with self._changed:
            self._missed += (((site_id, board_id), gap),)
            self._note_change()

    def _finish(self) -> None:
        """Write what waits, within a bounded time; what is left by then counts as dropped."""
        with self._changed:
            self._is_closing = True
            self._changed.notify()
        super()._finish()
        self._is_over.set()
        with self._changed:
            self.dropped += len(self._rows)
            self._rows.clear()

    def _note_change(self) -> None:
        self._is_dirty = True
        self._changed.notify()

    def _drop(self, showing: Showing) -> None:
        self.dropped += 1
        self._add_gap((showing.site_id, showing.board_id), Gap(1, showing.since_at, showing.until_at))

    def _add_gap(self, board: tuple[str, str], gap: Gap) -> None:
        before = self._gaps.get(board)
        self._gaps[board] = gap if before is None else before.and_also(gap)

    def _work(self) -> None:
        while self._has_more():
            store: RowStore | None = None
            try:
                store = self._open_store()
                self._write_all(store)
            except Exception as error:  # noqa: BLE001 - rows are kept and written later, whatever fails once
                self.trouble = unforeseen(error)
            finally:
                if store is not None:
                    store.close()
            if self.trouble and not self._is_remedied(self.trouble):
                if self._is_closing and self.trouble.code == "disk_full":
                    return  # nobody makes room within seconds, and somebody waits for the end
                self._is_over.wait(self._pace.retry_s)

    def _is_remedied(self, trouble: SignboardError) -> bool:
        try:
            return self._remedy(trouble)
        except Exception as error:  # noqa: BLE001 - as above
            self.trouble = unforeseen(error)
            return False

    def _write_all(self, store: RowStore) -> None:
        while self._has_more(store):
            batch = self._batch()
            try:
                store.keep(batch.rows, batch.still_open, batch.events(), run=self._run)
            except Exception:
                self._take_back(batch)
                raise
            self.trouble = None
            with self._changed:
                for _row in batch.rows[: len(self._rows)]:
                    self._rows.popleft()
                self._missed = self._missed[len(batch.missed) :]
            self._wait(lambda: self._is_closing or len(self._rows) >= self._pace.many_rows, store, self._pace.every_s)

    def _has_more(self, store: RowStore | None = None) -> bool:
        """Wait for something to write; false at the end."""
        self._wait(lambda: self._is_dirty or self._is_closing, store)
        with self._changed:
            return self._is_dirty and not self._is_over.is_set()

    def _wait(self, is_so: Callable[[], bool], store: RowStore | None, most_s: float = inf) -> None:
        """Until it is so, or for so long; meanwhile an open store is looked at, and opened anew where it was gone."""
        until_s = self._clock.monotonic_s() + most_s
        while True:
            left_s = until_s - self._clock.monotonic_s()
            with self._changed:
                if self._changed.wait_for(is_so, None if store is None else min(left_s, self._pace.look_s)):
                    return
            if left_s <= self._pace.look_s:
                return
            if store is not None:
                self._look(store)

    def _look(self, store: RowStore) -> None:
        try:
            store.look()
        except Exception:
            with self._changed:
                self._is_dirty = True  # so that it is opened anew at once
            raise

    def _batch(self) -> _Batch:
        with self._changed:
            batch = _Batch(tuple(self._rows), dict(self._open), self._gaps, self._missed)
            self._gaps, self._is_dirty = {}, False
            return batch

    def _take_back(self, batch: _Batch) -> None:
        """It was not written; the rows are still in the queue."""
        with self._changed:
            self._is_dirty = True
            for board, gap in batch.gaps.items():
                self._add_gap(board, gap)
