"""Parking: what a board keeps in its own memory and shows by itself, with or without a computer. Pure.

A board that keeps pages is not told each picture. Its memory gets one round of what is lit now, every slogan's pages
for their times, and a last day: the last one until which each of these slogans is due every day. So a card whose
computer has died ends by itself, and on no day shows a slogan that is not due then. Outside the hours the host
switches the light off; a card alone does not know hours (see docs/adr/0016-parked-campaigns.md).
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from signboard.frame.message import Page, Pages
from signboard.player.screenplay import Screenplay, Shot
from signboard.schedule.cue import Cue, Reason
from signboard.schedule.local import instant, local, utc
from signboard.schedule.segments import Segment

__all__ = ["STORED", "Parked", "ParkedPlay"]

STORED = "stored"
"""The motion of what a card shows by itself. Rows of it say that the card held this round; no pass is claimed."""


@dataclass(frozen=True, slots=True)
class Parked:
    """What a board's memory is to hold.

    Attributes:
        pages: one round of every slogan.
        last_day: the last civil day on which the board may show it.
    """

    pages: tuple[Page, ...]
    last_day: date | None

    @property
    def digest(self) -> str:
        """Names the content: equal contents need no second write."""
        parts = [f"{page.frame.digest}:{page.on_ms}" for page in self.pages]
        return hashlib.sha256(f"{self.last_day}|{'|'.join(parts)}".encode()).hexdigest()

    @property
    def first_alone(self) -> "Parked":
        """For a board that keeps one picture, and ends it by no day."""
        return Parked(self.pages[:1], None)


class ParkedPlay(Screenplay):
    """A screenplay whose shot stands for a whole stretch of equal content: a round that the card shows by itself.

    Args:
        play: what is to be shown; its changes are followed.
    """

    def __init__(self, play: Screenplay) -> None:
        super().__init__(play.campaigns, play.messages, play.dark, play.zone, play.orders)
        self._play = play
        self._stretch: tuple[Shot, Parked | None] | None = None

    def shot(self, now_at: datetime) -> Shot:
        """The round that is lit at this instant, dark outside the hours; it holds until the next boundary."""
        return self._at(utc(now_at))[0]

    def parked(self, now_at: datetime) -> Parked | None:
        """What the memory is to hold at this instant; None: nothing is lit, so nothing is asked of it."""
        return self._at(utc(now_at))[1]

    def _at(self, now_at: datetime) -> tuple[Shot, Parked | None]:
        if self.timetable is not self._play.timetable:  # something was withdrawn or ordered, or came back
            self.change(self._play.campaigns, self._play.orders, self._play.messages)
            self.timetable = self._play.timetable
            self._stretch = None
        if self.is_trusted is not self._play.is_trusted:
            self.is_trusted = self._play.is_trusted
            self._stretch = None
        if self._stretch is None or not _holds(self._stretch[0], now_at):
            self._stretch = self._found(now_at)
        return self._stretch

    def _found(self, now_at: datetime) -> tuple[Shot, Parked | None]:
        cue = self.cue(now_at)
        is_lit = cue.slogan is not None or cue.reason is Reason.NO_ROOM
        segment = self.timetable.segment(now_at, is_trusted=self.is_trusted) if is_lit else None
        names = tuple(dict.fromkeys(_names(segment))) if segment else ()
        slogans = [self._slogans[name] for name in names]
        pages = [page for slogan in slogans for page in _pages(self.messages[slogan.key])]
        if segment is None:
            return super().shot(now_at), None
        if not pages:  # lit by what cannot be kept
            nothing = Cue(
                None, None, segment.start_at, segment.end_at, Reason.NO_CONTENT, segment.winners[0].campaign.id
            )
            return Shot(nothing, self.dark, 0, 0, "static", segment.start_at, segment.end_at), None
        day = local(now_at, self.zone).date()
        last_day = self._last_day(set(names), day) if self.is_trusted else None  # standby texts are bound to no day
        parked = Parked(tuple(pages), last_day)
        cue = Cue(
            names[0][0],
            _round_name([slogan.id for slogan in slogans]),
            segment.start_at,
            segment.end_at,
            Reason.PLAYING if self.is_trusted else Reason.CLOCK,
        )
        text = " · ".join(slogan.text for slogan in slogans)
        return Shot(cue, pages[0].frame, 0, 0, STORED, cue.since_at, cue.until_at, Pages(parked.pages), text), parked

    def _last_day(self, names: set[tuple[str, str]], day: date) -> date:
        """The last of the days, without a break, on which all of these slogans are due."""
        horizon = _end_of_next_quarter(day)
        while day < horizon and names <= self._due_on(day + timedelta(days=1)):
            day += timedelta(days=1)
        return day

    def _due_on(self, day: date) -> set[tuple[str, str]]:
        start_at, end_at = instant(day, 0, self.zone), instant(day + timedelta(days=1), 0, self.zone)
        touching = (one for one in self.timetable.segments_on(day) if one.start_at < end_at and start_at < one.end_at)
        return {name for segment in touching for name in _names(segment)}


def _end_of_next_quarter(day: date) -> date:
    """How far content without an end is kept: a day that moves four times a year only, for each move is a write."""
    quarter = day.year * 4 + (day.month - 1) // 3 + 2
    return date(min(quarter // 4, 9999), quarter % 4 * 3 + 1, 1) - timedelta(days=1)


def _holds(shot: Shot, now_at: datetime) -> bool:
    since_at, until_at = shot.since_at, shot.until_at
    return shot.motion == STORED and since_at is not None and until_at is not None and since_at <= now_at < until_at


def _pages(message: object) -> Iterable[Page]:
    """What is to be read of a message. A strip cannot be kept in pages; a board that keeps pages is given none."""
    return (page for page in message.pages if not page.is_step) if isinstance(message, Pages) else ()


def _names(segment: Segment) -> list[tuple[str, str]]:
    """Campaign and slogan of every entry of a round."""
    return [(entry.campaign, entry.slogan) for entry in segment.round]


def _round_name(ids: Sequence[str]) -> str:
    """A slogan alone keeps its name; a round is named after all of its slogans."""
    return ids[0] if len(ids) == 1 else f"round-{hashlib.sha256('|'.join(ids).encode()).hexdigest()[:12]}"
