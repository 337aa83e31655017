"""Time beside the playing: the boards' streamers ask a timekeeper, and what happens to the clock is written down.

The store is asked and written in a thread of its own: the floor once at the start, people's word every few seconds,
each event as it comes. What cannot be written waits, and the picture waits for none of it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self

import click

from signboard.app import store_path
from signboard.cli.seats import Seat
from signboard.clock import Clock
from signboard.errors import N_, SignboardError
from signboard.locale import fill, instant_text
from signboard.player.dimmer import Dimmer
from signboard.player.time_sources import SystemSource, boot_id
from signboard.player.timekeeper import BUILT_AT, Change, Timekeeper, Word
from signboard.player.watchman import Watchman, WithWatchman
from signboard.playlog.trust import Trust
from signboard.store.audit import Event
from signboard.store.clock_floor import CLOCK_LOWERED, CLOCK_SET, ClockBook

__all__ = ["UNTRUSTED", "TimeDesk", "timekeeper_for", "timekeeper_here", "word_in"]

UNTRUSTED = N_(
    "The date of this computer cannot be right, so only the standby text plays; set the clock. "
    "If it is right, say so: signboard clock --trust."
)
"""What people are told wherever a clock is not believed."""
_ACTOR = "signboard"
_MOST = 1000
_EVERY_S = 2.0


def word_in(book: ClockBook) -> Word | None:
    """What a person said last of the clock, as the store knows it.

    Raises:
        SignboardError: the store cannot be used now.
    """
    found = book.last_word()
    if found is None:
        return None
    said_at, actor, boot, steady_ms = found
    return Word(said_at, steady_ms / 1000, boot, actor)


def timekeeper_for(
    clock: Clock, book: ClockBook, tell: Callable[[Change], object] = lambda _change: None
) -> Timekeeper:
    """A timekeeper of this computer, with the floor and the word that the store knows; without, where it is locked."""
    try:
        floor_at, word = book.newest_trusted_at() or BUILT_AT, word_in(book)
    except SignboardError:
        floor_at, word = BUILT_AT, None  # told by whoever writes the log
    return _keeper(clock, floor_at, word, tell)


def timekeeper_here(clock: Clock) -> Timekeeper:
    """A timekeeper for questions: it makes no store where there is none, and writes nothing."""
    path = store_path()
    keeper = timekeeper_for(clock, ClockBook(path)) if path.exists() else _keeper(clock, BUILT_AT, None)
    keeper.look()  # what a person said counts, too
    return keeper


def _keeper(
    clock: Clock, floor_at: datetime, word: Word | None, tell: Callable[[Change], object] = lambda _change: None
) -> Timekeeper:
    source = SystemSource(lambda: clock.now().timestamp())
    keeper = Timekeeper(clock, source, floor_at, boot_id(), tell)
    keeper.word = word
    return keeper


@dataclass(frozen=True, slots=True)
class _Place:
    site_id: str
    board_id: str


class TimeDesk(WithWatchman[Word | None]):
    """A companion of the playing.

    Args:
        clock: the computer's.
        seats: whose streamers ask; their lights follow the settings' plan.
        book: the clock's part of the store; None: the usual one.
    """

    def __init__(self, clock: Clock, seats: Sequence[Seat], book: ClockBook | None = None) -> None:
        self._book = book or ClockBook(store_path())
        settings = seats[0].stage.settings
        self._place = _Place(settings.site.id, settings.board.id)
        self._zone = settings.zone
        self._changes: deque[Change] = deque(maxlen=_MOST)
        self._news: deque[Change] = deque(maxlen=_MOST)
        self.keeper = timekeeper_for(clock, self._book, self._note)
        self._told = self.keeper.trust
        for seat in seats:
            seat.streamer.trust = self.keeper.look
            seat.streamer.upkeep.judge = self.keeper
            seat.streamer.light = Dimmer(settings.light.plan, settings.zone)
        super().__init__(Watchman(self._round, self.keeper.word, _EVERY_S))

    def __enter__(self) -> Self:
        if self._told is Trust.UNTRUSTED:
            self._say_trust()
        return super().__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, trace)
        try:
            self._write()
        except SignboardError as trouble:
            click.echo(str(trouble), err=True)

    def watch(self) -> None:
        """Take up a person's word; say what happened to the clock."""
        word = self._watchman.news()
        if word is not None:
            self.keeper.word = word
        while self._news:
            self._say(self._news.popleft())

    def _note(self, change: Change) -> None:
        self._changes.append(change)
        self._news.append(change)

    def _round(self) -> Word | None:
        self._write()
        return word_in(self._book)

    def _write(self) -> None:
        """Every event that waits, in its order; what cannot be written stays."""
        while self._changes:
            change = self._changes[0]
            event = self._event(change)
            if change.event == CLOCK_LOWERED:
                self._book.lower(event)
            else:
                self._book.add(event)
            self._changes.popleft()

    def _event(self, change: Change) -> Event:
        details: dict[str, str | int | None] = {
            "before_at": change.before_at.isoformat(timespec="seconds"),
            "after_at": change.after_at.isoformat(timespec="seconds"),
            "trust": change.trust.name.lower(),
        }
        return Event(self._place.site_id, self._place.board_id, change.after_at, _ACTOR, change.event, details)

    def _say(self, change: Change) -> None:
        if change.event == CLOCK_SET:
            before, after = (self._shown(at) for at in (change.before_at, change.after_at))
            click.echo(
                fill(N_("The computer's clock was set from {before} to {after}."), before=before, after=after), err=True
            )
        if change.trust is not self._told:
            self._told = change.trust
            self._say_trust()

    def _say_trust(self) -> None:
        if self._told is Trust.UNTRUSTED:
            sentence = UNTRUSTED
        elif self._told is Trust.PLAUSIBLE:
            sentence = N_("No time source confirms the computer's clock; it is believed, and the record says so.")
        else:
            sentence = N_("The computer's clock is confirmed.")
        click.echo(fill(sentence), err=True)

    def _shown(self, at: datetime) -> str:
        return instant_text(at + timedelta(milliseconds=500), self._zone)
