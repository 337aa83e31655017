"""What is rehearsed: the board, its content and its civil time; and what is due by true time, for player and judge."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from random import Random

from signboard.campaign.campaign import Campaign
from signboard.campaign.order import Order
from signboard.frame.arrange import Arrangement
from signboard.frame.message import Message, Page, Pages, Strip
from signboard.player.recovery import answer_s, frame_s, recovery_bound_s, refresh_s
from signboard.player.screenplay import Screenplay, Shot
from signboard.playlog.evidence import Evidence
from signboard.protocols.arranged import arranged
from signboard.protocols.spec import BoardSpec, Driver, Panel, ProtocolSpec
from signboard.rehearsal.clock import US, RehearsalClock
from signboard.rehearsal.judge import Allowance, Due
from signboard.schedule.cue import Cue

__all__ = ["Foresight", "Script", "Truth", "thinned"]

_LAST_US = 1 << 62
_MEMORY = 4
_STIR_S = 0.15
"""A question about the board's health, and the board's own thinking, beside two pictures on the wire."""
_LEAP_S = 3600.0
_KEPT_S = 5.0
"""The bound of boards that keep their picture, which nothing refreshes."""


@dataclass(frozen=True, slots=True)
class Script:
    """What is rehearsed.

    Attributes:
        spec, board, baud: the board and its wire.
        campaigns, messages, zone: what plays, typeset; strips `thinned`.
        site_id, board_id, bundle: names for the log.
        arrangement: how the board is put together, where that is not plain.
        orders: what is above the calendar.
        is_virtual: rows claim `simulated` at most; else what the panel acknowledged.
    """

    spec: ProtocolSpec
    board: BoardSpec
    baud: int
    campaigns: tuple[Campaign, ...]
    messages: Mapping[str, Message]
    zone: tzinfo
    site_id: str = "rehearsal"
    board_id: str = "rehearsal"
    bundle: str = "sample"
    arrangement: Arrangement | None = None
    is_virtual: bool = False
    orders: tuple[Order, ...] = ()

    @property
    def wire_s(self) -> float:
        """Seconds that a picture needs on the wire, answer included."""
        return frame_s(self.spec, self.board, self.baud)

    @property
    def lead_s(self) -> float:
        """Seconds that a picture may be under way: what the player is told."""
        return self.wire_s + answer_s(self.spec, self.board)

    @property
    def refresh_s(self) -> float | None:
        """How often the same picture is sent again."""
        return refresh_s(self.spec, self.board, self.baud)

    @property
    def leap_s(self) -> float:
        """The longest leap: within the silence that the card bears before it blanks by itself."""
        told = self.board.options.get("timeout_s", "")
        return min(_LEAP_S, int(told) / 2) if told.isdecimal() and int(told) else _LEAP_S

    @property
    def allowance(self) -> Allowance:
        """What is no fault on this board."""
        lag_us = round((2 * self.wire_s + _STIR_S) * US)
        bound_s = recovery_bound_s(self.spec, self.board, self.baud) or _KEPT_S
        sure = Evidence.SIMULATED if self.is_virtual and self.spec.capabilities.answers else Evidence.ACKED
        blink_us = round(((self.refresh_s or 0.0) + self.lead_s) * US) + lag_us
        return Allowance(
            lag_us=lag_us,
            early_us=round(2 * self.lead_s * US) + lag_us,
            bound_us=round(bound_s * US),
            blink_us=blink_us,
            sure=sure,
        )

    def driver(self) -> Driver:
        """The host's half, as the board is put together."""
        inner = self.spec.driver(self.board)
        return arranged(inner, self.arrangement) if self.arrangement else inner

    def panel(self) -> Panel:
        """The board's half."""
        return self.spec.panel(self.board)

    def stranger(self) -> Panel:
        """Another board of the same family, twice as wide."""
        return self.spec.panel(replace(self.board, width_px=2 * self.board.width_px))

    def screenplay(self) -> "Foresight":
        """What is due, picture by picture."""
        return Foresight(self.campaigns, self.messages, self.board, self.zone, self.orders)


class Foresight(Screenplay):
    """A screenplay that remembers its last few answers: what it answers holds from its beginning to its end."""

    def change(
        self,
        campaigns: Iterable[Campaign],
        orders: Iterable[Order] | None = None,
        messages: Mapping[str, Message] | None = None,
    ) -> None:
        """Play these from now on."""
        super().change(campaigns, orders, messages)
        self._cues: deque[tuple[datetime, datetime, bool, Cue]] = deque(maxlen=_MEMORY)
        self._shots: deque[tuple[datetime, datetime, bool, Shot]] = deque(maxlen=_MEMORY)

    def cue(self, now_at: datetime) -> Cue:
        """What belongs on the board at this instant."""
        for since_at, until_at, trusted, cue in self._cues:
            if since_at <= now_at < until_at and trusted is self.is_trusted:
                return cue
        cue = super().cue(now_at)
        if cue.slogan and cue.since_at and cue.until_at:
            self._cues.appendleft((cue.since_at, cue.until_at, self.is_trusted, cue))
        return cue

    def shot(self, now_at: datetime) -> Shot:
        """The picture at this instant and how long it stands."""
        for since_at, until_at, trusted, shot in self._shots:
            if since_at <= now_at < until_at and trusted is self.is_trusted:
                return shot
        shot = super().shot(now_at)
        if not shot.is_dark and shot.since_at and shot.until_at:
            self._shots.appendleft((shot.since_at, shot.until_at, self.is_trusted, shot))
        return shot


class Truth:
    """What is due by true time.

    Args:
        screenplay: the production's.
        clock: turns instants into true times.
    """

    def __init__(self, screenplay: Screenplay, clock: RehearsalClock) -> None:
        self._screenplay = screenplay
        self._clock = clock

    def at(self, at_us: int) -> Due:
        """What is due at this true time."""
        shot = self._screenplay.shot(self._clock.true_at(at_us))
        since_us, until_us = self._us(shot.since_at, 0), self._us(shot.until_at, _LAST_US)
        pass_us, pass_until_us = self._us(shot.cue.since_at, 0), self._us(shot.cue.until_at, _LAST_US)
        ends = shot.cue.slogan is not None and until_us == pass_until_us and self._ends(shot)
        return Due(shot.frame, since_us, until_us, shot.cue.slogan, pass_us, pass_until_us, ends)

    def _us(self, at: datetime | None, otherwise: int) -> int:
        return otherwise if at is None else self._clock.true_us(at)

    def _ends(self, shot: Shot) -> bool:
        """Do darkness, or another campaign beyond the hours of this one, follow this pass? See `Curtain`."""
        campaign, until_at = shot.cue.campaign, shot.cue.until_at
        if until_at is None or campaign is None:
            return False
        after = self._screenplay.cue(until_at)
        if after.slogan is None:
            return True
        return after.campaign != campaign and not self._screenplay.timetable.may_light(campaign, until_at)


def thinned(message: Message, chance: Random) -> Message:
    """A strip as three pictures: its first, its last, and one by chance; everything else as it is.

    Each of the three stands until the next one is due, so a pass takes the time that it takes.
    """
    if not isinstance(message, Strip):
        return message
    steps = message.duration_ms // message.step_ms
    marks = sorted({0, chance.randrange(steps), steps - 1})
    ends = [*marks[1:], steps]
    pages = (
        Page(message.at(mark * message.step_ms).frame, (end - mark) * message.step_ms)
        for mark, end in zip(marks, ends, strict=True)
    )
    return Pages(tuple(pages), "scroll")
