"""The rehearsal's log: rows in memory until they are committed to a real store, as the log writer of production does.

A power cut loses what was not committed; what was committed was acknowledged, and has to be there at the end, row for
row. The open row goes along with every commit, and ends there when its process is gone.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Protocol

from signboard.player.log_writer import COMMIT_S
from signboard.player.timekeeper import BUILT_AT
from signboard.playlog.showing import Showing
from signboard.playlog.trust import Trust
from signboard.rehearsal.clock import US, RehearsalClock
from signboard.schedule.local import LAST_AT

__all__ = ["RowBook", "Spool"]

_RECENT = 20
_TOGETHER = 500
"""So many committed rows go to the book at once: what a cut takes is decided here, minute by minute, not there."""
_MOMENT = timedelta(microseconds=1)
_PAUSE = timedelta(minutes=10)
"""Rows that began no farther apart are looked up together: a store looks at all its older rows to find one."""


class RowBook(Protocol):
    """What a spool needs of a store."""

    def keep(
        self, finished: Sequence[Showing], still_open: Mapping[str, Showing | None], /, *, run: str = ""
    ) -> object:
        """Keep all of it; it has reached the disk when this returns."""

    def showings(self, board_id: str, since_at: datetime, until_at: datetime, /) -> Sequence[Showing]:
        """What it holds."""


@dataclass(slots=True)
class Spool:
    """A `Journal` that commits once in a while, and can lose what it did not commit.

    Attributes:
        book: where rows go.
        clock: rehearsal time.
        told: called with every row that is to be found in the end, when it comes.
        acknowledged: how many of them were committed.
        lost: finished rows that a power cut took before they were committed.
        run: names the process; another one after each cut.
        before: how many rows the book held at first.
        floor_at: the newest end of the rows that were committed and whose clock was trusted.
    """

    book: RowBook
    clock: RehearsalClock
    told: Callable[[Showing], None]
    acknowledged: int = 0
    lost: int = 0
    run: int = 0
    before: int = 0
    floor_at: datetime = BUILT_AT
    _waiting: list[Showing] = field(default_factory=list)
    _open: Showing | None = None
    _written: Showing | None = None
    _unkept: list[Showing] = field(default_factory=list)
    _is_kept: bool = True
    _committed_us: int = 0
    _board_id: str = ""
    _recent: deque[Showing] = field(default_factory=lambda: deque(maxlen=_RECENT))
    _endings: list[Showing] = field(default_factory=list)

    def __call__(self, row: Showing, /) -> None:
        """Take a finished row."""
        self.told(row)
        self._waiting.append(row)
        self._open = None
        self._commit_in_time()

    def beat(self, row: Showing, /) -> None:
        """Take the open row as far as it is confirmed by now."""
        self._open = row
        self._commit_in_time()

    def commit(self) -> None:
        """What waits is acknowledged from now on, and lasts."""
        self._committed_us = self.clock.now_us
        rows, self._waiting = self._waiting, []
        if not rows and self._open == self._written:
            return
        self._acknowledge(rows)
        self._unkept += rows
        self._board_id = (self._open or self._written or rows[0]).board_id
        self._written, self._is_kept = self._open, False
        if len(self._unkept) >= _TOGETHER:
            self._keep()

    def cut(self) -> None:
        """The process is gone; the row that was open ends where it was last committed."""
        self.lost += len(self._waiting)
        self._keep()
        if self._written:
            ended = replace(self._written, is_cut=True)
            self.told(ended)
            self._acknowledge([ended])
        self._waiting, self._open, self._written = [], None, None
        self._endings += self._recent
        self.run += 1

    def end(self) -> None:
        """The rehearsal is over."""
        self.commit()
        self._keep()
        if self._written:
            self._acknowledge([self._written])

    def missing(self) -> int:
        """How many acknowledged rows the book does not hold.

        The book numbers rows without gaps, so its last number tells how many it holds; those about each cut, and the
        last ones, are compared one by one.
        """
        last = self.book.showings(self._board_id, self._recent[-1].since_at, LAST_AT) if self._recent else ()
        count = max((row.seq for row in last), default=0)
        short = max(0, self.acknowledged + self.before - count)
        return max(short, sum(map(self._absent, _neighbours([*self._endings, *self._recent]))))

    def _absent(self, rows: Sequence[Showing]) -> int:
        """How many of these rows, which began soon after each other, the book does not hold."""
        found = self.book.showings(self._board_id, rows[0].since_at, rows[-1].since_at + _MOMENT)
        held = {replace(one, seq=0) for one in found}
        return sum(row not in held for row in rows)

    def _keep(self) -> None:
        """Bring what was committed to the book."""
        if self._is_kept:
            return
        rows, self._unkept, self._is_kept = self._unkept, [], True
        self.book.keep(rows, {self._board_id: self._written}, run=str(self.run))

    def _acknowledge(self, rows: Sequence[Showing]) -> None:
        self.acknowledged += len(rows)
        self._recent.extend(rows)
        sure = [row.until_at for row in rows if row.trust is Trust.TRUSTED]
        self.floor_at = max([self.floor_at, *sure])

    def _commit_in_time(self) -> None:
        if self.clock.now_us - self._committed_us >= COMMIT_S * US:
            self.commit()


def _neighbours(rows: Iterable[Showing]) -> list[list[Showing]]:
    """The rows in the order of time, in groups without a pause."""
    groups: list[list[Showing]] = []
    for row in sorted(rows, key=lambda row: row.since_at):
        if groups and row.since_at - groups[-1][-1].since_at <= _PAUSE:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups
