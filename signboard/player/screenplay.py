"""Screenplay: campaigns and their typeset messages, asked which picture stands on the board at an instant.

The same question serves preview, live board, rehearsal and report. Nothing here remembers what was shown before: page
and scroll position are functions of the instant, so a restart resumes in step and two boards agree.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple, Protocol

from signboard.campaign.campaign import Campaign
from signboard.campaign.order import BLANK, Order
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Message, Pages, Strip
from signboard.schedule.cue import Cue, Reason
from signboard.schedule.local import local, utc
from signboard.schedule.segments import milliseconds
from signboard.schedule.timetable import Timetable

__all__ = ["Screenplay", "Shot", "Surface"]


class Surface(Protocol):
    """What a screenplay needs to know of a board: a `Canvas` and a `BoardSpec` are both one."""

    @property
    def width_px(self) -> int:
        """Columns."""

    @property
    def height_px(self) -> int:
        """Rows."""

    @property
    def colour(self) -> Colour:
        """What it can light."""


class Shot(NamedTuple):
    """The picture that stands on the board during [since_at, until_at).

    Attributes:
        cue: what `due` answered.
        frame: the pixels, as large as the board; for motion `card` the whole strip, which the card moves by itself.
        page, phase_px, motion: place in the pass; 0, 0 and `static` where the board is dark.
        since_at, until_at: aware UTC instants of this picture (None: since ever, for ever).
        message: what passes, None where the board is dark.
        text: the slogan's words, empty where the board is dark.
    """

    cue: Cue
    frame: Frame
    page: int
    phase_px: int
    motion: str
    since_at: datetime | None
    until_at: datetime | None
    message: Message | None = None
    text: str = ""

    @property
    def is_dark(self) -> bool:
        """Is the board dark because nothing is due?"""
        return self.message is None


class Screenplay:
    """What one board plays.

    Args:
        campaigns: in any order.
        messages: by slogan key; a slogan without one never plays.
        surface: the board's size and colour.
        zone: the board's civil time.
        orders: what people put above the calendar.

    Attributes:
        is_trusted: may the clock be believed? Set between two ticks; while it may not, standby texts alone play.
        timetable: what answers; another one after each change.
    """

    def __init__(
        self,
        campaigns: Iterable[Campaign],
        messages: Mapping[str, Message],
        surface: Surface,
        zone: tzinfo,
        orders: Iterable[Order] = (),
    ) -> None:
        self.is_trusted = True
        self.messages = dict(messages)
        self.zone = zone
        self.dark = Frame.blank(surface.width_px, surface.height_px, surface.colour)
        self.change(campaigns, orders)

    def change(
        self,
        campaigns: Iterable[Campaign],
        orders: Iterable[Order] | None = None,
        messages: Mapping[str, Message] | None = None,
    ) -> None:
        """Play these from now on: what is asked next is answered by them alone. Between two ticks, in their thread.

        Args:
            campaigns: instead of those before.
            orders: instead of those before; None: those stay.
            messages: of slogans that are new, such as an order's own text; those known before stay known.
        """
        self.campaigns: tuple[Campaign, ...] = tuple(campaigns)
        if orders is not None:
            self.orders: tuple[Order, ...] = tuple(orders)
        self.messages.update(messages or {})
        every = [*self.campaigns, *(campaign for order in self.orders for campaign in order.campaigns)]
        self._slogans = {(campaign.id, one.id): one for campaign in every for one in campaign.slogans}
        self._passes = {name: (one.text, self.messages.get(one.key)) for name, one in self._slogans.items()}
        durations_ms = {name: message.duration_ms for name, message in self.messages.items()}
        self.timetable = Timetable(self.campaigns, durations_ms, self.zone, self.orders)
        self._last: tuple[Cue, datetime | None, bool] | None = None

    def cue(self, now_at: datetime) -> Cue:
        """What belongs on the board at this instant; see `due`."""
        now_at = utc(now_at)
        last, minute, trusted = self._last or (None, None, None)
        is_kept = last and trusted is self.is_trusted and _holds(last, now_at)
        if last and is_kept and (last.slogan or minute == self._minute(now_at)):
            return last
        cue = self.timetable.cue(now_at, is_trusted=self.is_trusted)
        if not self.is_trusted:
            cue = self._blanked(cue, now_at)
        self._last = (cue, None if cue.slogan else self._minute(now_at), self.is_trusted)
        return cue

    def _blanked(self, cue: Cue, now_at: datetime) -> Cue:
        """Who darkens the board by hand is obeyed by whatever clock there is: dark is never the wrong text."""
        blanks = [order for order in self.orders if order.kind == BLANK and order.until_at > now_at]
        now = [order for order in blanks if order.since_at <= now_at]
        if now:
            since_at, until_at = max(order.since_at for order in now), min(order.until_at for order in now)
            return Cue(None, None, since_at, until_at, Reason.BLANKED)
        coming = [order.since_at for order in blanks]
        ends = [at for at in (cue.until_at, *coming) if at is not None]
        return cue._replace(until_at=min(ends, default=None))

    def neutral(self, now_at: datetime) -> Frame | None:
        """The first page of the standby text that is bound to no day, or its middle; None where there is none."""
        cue = self.timetable.cue(utc(now_at), is_trusted=False)
        _text, message = self._passing(cue)
        if isinstance(message, Pages):
            return next((page.frame for page in message.pages if not page.is_step), None)
        return message.at(message.duration_ms // 2).frame if message and not message.on_card else None

    def _minute(self, now_at: datetime) -> datetime:
        """While the board is dark the deciding rule can change, but only from one civil minute to the next."""
        return local(now_at, self.zone).replace(second=0, microsecond=0)

    def shot(self, now_at: datetime) -> Shot:
        """The picture at this instant and how long it stands."""
        cue = self.cue(now_at)
        text, message = self._passing(cue)
        if message is None or cue.since_at is None:
            return Shot(cue, self.dark, 0, 0, "static", cue.since_at, cue.until_at)
        if isinstance(message, Strip) and message.on_card:
            return Shot(cue, message.strip, 0, 0, "card", cue.since_at, cue.until_at, message, text)
        picture = message.at(milliseconds(cue.since_at, utc(now_at)))
        since_at = cue.since_at + timedelta(milliseconds=picture.since_ms)
        until_at = cue.since_at + timedelta(milliseconds=picture.until_ms)
        return Shot(
            cue, picture.frame, picture.page, picture.phase_px, message.motion, since_at, until_at, message, text
        )

    def _passing(self, cue: Cue) -> tuple[str, Message | None]:
        """The words that the cue names and their message; nothing where the board is dark."""
        return self._passes[cue.campaign, cue.slogan] if cue.campaign and cue.slogan else ("", None)


def _holds(cue: Cue, now_at: datetime) -> bool:
    return (cue.since_at is None or cue.since_at <= now_at) and (cue.until_at is None or now_at < cue.until_at)
