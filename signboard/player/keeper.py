"""Keeper: puts parked content into a board's memory, no more often than the memory bears.

The instants of writes live in a book that outlasts the process; each is noted before it is sent. Where the book cannot
be used the keeper counts for itself and goes on: a board must not go dark because a disk is full.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from signboard.clock import Clock
from signboard.errors import N_, RefusedError, SignboardError
from signboard.player.parking import Parked
from signboard.playlog.evidence import Evidence
from signboard.protocols.spec import StoringDriver
from signboard.protocols.steps import Exchange, Outcome
from signboard.protocols.wear import WearGuard

__all__ = ["Keeper", "WriteBook"]

T = TypeVar("T")

_DAY = timedelta(days=1)
_PAUSES_S = (0.0, 60.0, 300.0, 1800.0)


class WriteBook(Protocol):
    """Where the writes of a board are kept; every method may raise SignboardError."""

    def past_at(self, since_at: datetime) -> tuple[datetime, ...]:
        """The instants of the writes after this one."""

    def kept(self) -> str:
        """The digest of what the memory holds as far as it was acknowledged; empty where that is not known."""

    def note(self, at: datetime, digest: str) -> None:
        """A write of this content is about to be sent."""

    def confirm(self, digest: str) -> None:
        """The board has acknowledged the last write of this content."""


class Keeper:
    """Asks the guard, notes the write, sends it.

    Args:
        driver: of a board that stores.
        clock: board time.
        book: None: the writes of this process alone count.
    """

    def __init__(self, driver: StoringDriver, clock: Clock, book: WriteBook | None = None) -> None:
        self._driver = driver
        self._clock = clock
        self._book = book
        self._own_at: tuple[datetime, ...] = ()
        self._broken = 0
        self._tried_at: datetime | None = None

    @property
    def pause_s(self) -> float:
        """How long to leave the memory alone after writes that broke off: each try is a write."""
        return _PAUSES_S[min(self._broken, len(_PAUSES_S) - 1)]

    def needs_write(self, parked: Parked) -> bool:
        """Is this content not yet in the board's memory, as far as this process knows?"""
        return self._driver.would_write(parked.pages, parked.last_day)

    def refusal(self, parked: Parked) -> RefusedError | None:
        """Why this content cannot be put on the board now; None where it can be, or is there already."""
        if not self.needs_write(parked) or self._is_kept(parked):
            return None
        rests_until_at = self._rests_until_at()
        if rests_until_at:
            return RefusedError(
                N_("Writing to the board's memory broke off; it is dark, and is written again at {time}."),
                code="memory_rests",
                time=rests_until_at.isoformat(timespec="minutes"),
            )
        try:
            self._guard().check(self._clock.now())
        except RefusedError as error:
            return error
        return None

    def next_at(self) -> datetime:
        """From when on the memory may be written again."""
        next_at = self._guard().next_at(self._clock.now())
        return max(next_at, self._rests_until_at() or next_at)

    def keep(self, parked: Parked) -> Exchange:
        """Show this content out of the board's memory, writing it where it is not there yet."""
        driver, now_at = self._driver, self._clock.now()
        if not self.needs_write(parked):
            return driver.store(parked.pages, parked.last_day)
        left = self._guard().left(now_at)
        driver.allow(left)
        if not left and self._is_kept(parked):
            return self._resumed()
        return self._written(parked)

    def _written(self, parked: Parked) -> Exchange:
        """Noted before anything is sent, so that a power cut in between cannot hide a write."""
        now_at = self._clock.now()
        self._own_at = (*self._own_at, now_at)
        self._broken, self._tried_at = self._broken + 1, now_at
        self._asked(lambda book: book.note(now_at, parked.digest), None)
        outcome = yield from self._driver.store(parked.pages, parked.last_day)
        self._broken = 0
        if outcome.evidence >= Evidence.ACKED:
            self._asked(lambda book: book.confirm(parked.digest), None)
        return outcome

    def _resumed(self) -> Exchange:
        """An earlier life of ours wrote it, and no write is left to be sure: no more than sent is claimed."""
        outcome = yield from self._driver.resume()
        return Outcome(min(outcome.evidence, Evidence.SENT), outcome.fields)

    def _rests_until_at(self) -> datetime | None:
        """The end of the pause after writes that broke off; None where there is none, or the clock was set back."""
        if self._tried_at is None or not self._broken:
            return None
        now_at, end_at = self._clock.now(), self._tried_at + timedelta(seconds=self.pause_s)
        return end_at if self._tried_at <= now_at < end_at else None

    def _guard(self) -> WearGuard:
        return WearGuard(self._past_at(), self._driver.writes_per_day)

    def _past_at(self) -> tuple[datetime, ...]:
        since_at = self._clock.now() - _DAY
        self._own_at = tuple(at for at in self._own_at if at > since_at)
        nothing: tuple[datetime, ...] = ()
        noted = self._asked(lambda book: book.past_at(since_at), nothing)
        return max(noted, self._own_at, key=len)

    def _is_kept(self, parked: Parked) -> bool:
        return self._asked(lambda book: book.kept() == parked.digest, otherwise=False)

    def _asked(self, ask: Callable[[WriteBook], T], otherwise: T) -> T:
        """What the book answers; where there is none, or it cannot be used now, what this process goes by."""
        if self._book is None:
            return otherwise
        try:
            return ask(self._book)
        except SignboardError:  # one store holds both: whoever writes the play log tells of it
            return otherwise
