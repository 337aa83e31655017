"""Streamer: one idempotent tick that puts the due picture on the board.

`tick()` asks the screenplay what stands on the board now and, where the board does not show that yet, sends it. It
keeps no list of what is to come: whatever was missed while the line was busy or down is past, and only the newest
picture goes out. What the board shows is forgotten on every failure, so after a recovery the current picture is sent.

    closed → (the line opens and greets) → power, brightness, clock → pictures → any failure: closed, back off, again

It never gives up on a line that may come back, nor on a board in whose place another one answers for now. It lets out
what trying again cannot cure: a picture that the board refuses, another board than configured from the first.

A board that keeps pages by itself is told a round instead of each picture (see `parking`), through its keeper; where
the memory is to be spared the board is darkened, because what it holds is not what is due.
"""

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from signboard.campaign.order import Order
from signboard.clock import Clock, StepWatch
from signboard.errors import BoardError, LinkDownError, NakError, SignboardError, WrongBoardError
from signboard.frame.message import Strip
from signboard.player.board_line import BoardLine, Line
from signboard.player.curtain import Curtain
from signboard.player.handover import Handover, Heir
from signboard.player.keeper import Keeper
from signboard.player.ledger import Ledger, Sink, Station
from signboard.player.parking import Parked, ParkedPlay
from signboard.player.recovery import Rests
from signboard.player.screenplay import Screenplay, Shot
from signboard.player.tally import Tally, Totals
from signboard.player.upkeep import Upkeep
from signboard.player.vitals import Vitals
from signboard.playlog.evidence import Evidence
from signboard.playlog.trust import Trust
from signboard.protocols.steps import Exchange
from signboard.schedule.cue import Cue, Reason
from signboard.schedule.light import Light

__all__ = ["SIGN_OF_LIFE_S", "BoardLine", "Line", "Streamer", "Totals"]

LONGEST_WAIT_S = 1.0
_BRIDGE_S = 0.25  # no row spans an exchange that took longer than so much beside one repetition
_JUST_AFTER_S = 0.001  # finer than instants are told, a wait would end just before its time, again and again
_STALL_S = 5.0  # what `stall_s` is where time does not leap
SIGN_OF_LIFE_S = 60.0  # a board that keeps pages is told its light again this often; nothing is written


class Streamer:
    """One board's player.

    Args:
        screenplay: what belongs on the board.
        line: the way to it.
        clock: board time decides the picture, wire time the waits.
        station: which board it is, and how it is to be kept.
        sink: takes each finished row of the play log.

    Attributes:
        totals: counters.
        shot: what the board shows as far as anybody knows; None after a failure.
        observe: called after each picture with its shot and the instant at which it was asked for.
        alarm: called with every difference that was found in what the board tells of itself.
        trust: tells how far board time may be believed; asked at every tick.
        light: tells how bright the board is to be at an instant under these orders; None: as the station says.
        upkeep: power, light and clock of the board.
        stall_s: between two ticks no more than this passes, unless the process was stopped or the computer slept.
        waits_for_board: another board is borne from the beginning, and not only in the place of one that it has met.
        last_error: the failure that keeps the board from showing what is due; None while all is well.
    """

    def __init__(self, screenplay: Screenplay, line: BoardLine, clock: Clock, station: Station, sink: Sink) -> None:
        self._tally = Tally(clock.monotonic_s())
        self.totals = self._tally.totals
        self.shot: Shot | None = None
        self.last_error: SignboardError | None = None
        self.observe: Callable[[Shot, datetime], object] = _look_away
        self.trust: Callable[[], Trust] = _believe
        self.light: Callable[[datetime, tuple[Order, ...]], Light] | None = None
        self.stall_s = _STALL_S
        self.waits_for_board = False
        self._line = line
        self._clock = clock
        self._believed = Trust.TRUSTED
        self._play(screenplay)
        self._handover = Handover(line.keeper if line.keeps_pages else None)
        self._station = station
        self._ledger = Ledger(station, sink)
        self.upkeep = Upkeep(line, clock, self.totals)
        self._rests = Rests(line.capabilities.refresh_s, line.neighbours)
        self._is_stranger = False
        self._longest_bridge = timedelta(seconds=2 * line.lead_s + _BRIDGE_S)
        self._retry_s = clock.monotonic_s()
        self._steps = StepWatch(clock)
        self._ticked_s = clock.monotonic_s()
        self._kept = ""  # digest of what the board's memory was told to show
        self._spared: tuple[str, datetime] | None = None  # content that has to wait, and until when
        self._is_spared = False

    @property
    def bundle(self) -> str:
        """Digest of what plays."""
        return self._station.bundle

    @property
    def alarm(self) -> Callable[[BoardError], object]:
        """Called with every difference that was found in what the board tells of itself."""
        return self.upkeep.alarm

    @alarm.setter
    def alarm(self, tell: Callable[[BoardError], object]) -> None:
        self.upkeep.alarm = tell

    def succeed(self, screenplay: Screenplay, bundle: str) -> None:
        """Play this from the end of the running pass on; rows written from then on bear its digest."""
        self._handover.announce(Heir(screenplay, bundle))

    def vitals(self) -> Vitals:
        """How it is at this instant; costs nothing, asks nobody."""
        now_at = self._clock.now()
        self._tally.is_up = self.upkeep.is_ready
        return self._tally.vitals(now_at, self._due(now_at), self._station, self._believed, self.last_error)

    def tick(self) -> float:
        """Put what is due on the board where it is not there yet.

        Returns:
            Wire seconds until the next tick is worth while, at most 1.

        Raises:
            BoardError: what trying again cannot cure; the line is closed and the log finished.
        """
        self._tally.turns += 1
        self._watch_the_clock()
        self._hand_over()
        wait_s = self._turn()
        self._account()
        self._ticked_s = self._clock.monotonic_s()
        return wait_s

    def stop(self) -> None:
        """Leave the board as configured, finish the log, close the line. Never raises for a dead line."""
        if self.upkeep.is_ready and (self._station.is_left_dark or self._station.is_left_neutral):
            try:
                began_at = self._clock.now()
                self._carry(self._last_picture())
                self._ledger.confirm(began_at)
            except BoardError as error:
                self.last_error = error
        self._ledger.cut()
        self.shot = None
        self.upkeep.forget()
        self._line.link.close()

    def _last_picture(self) -> Exchange:
        """Darkness, or the neutral text; a board that keeps pages is dark, because it would have to write."""
        neutral = None
        if self._station.is_left_neutral and not self._line.keeps_pages:
            neutral = self._source.neutral(self._clock.now())
        return self._line.driver.show(neutral) if neutral else self._line.driver.clear()

    def _play(self, screenplay: Screenplay) -> None:
        self._source = screenplay
        screenplay.is_trusted = self._believed is not Trust.UNTRUSTED
        self._parking = ParkedPlay(screenplay) if self._line.keeper else None
        self._screenplay = self._parking if self._parking and self._line.keeps_pages else screenplay
        self._curtain = Curtain(self._screenplay, self._clock, self._line.lead_s)

    def _hand_over(self) -> None:
        heir = self._handover.due(self.shot, self._clock.now())
        if heir is None:
            return
        self._play(heir.screenplay)
        self._station = replace(self._station, bundle=heir.bundle)
        self._ledger.move_to(self._station)
        self.shot = None  # the same picture, too, is sent anew: it is another bundle's

    def _watch_the_clock(self) -> None:
        """No row spans the moment at which somebody set the clock, or a sleep: its length would be invented."""
        trust, step_s = self.trust(), self._steps.look()
        has_slept = self._clock.monotonic_s() - self._ticked_s > self.stall_s
        if step_s:
            self.totals.steps += 1
        if has_slept:
            self._lost()
        if step_s or has_slept or trust is not self._believed:
            self._ledger.cut()
            self.shot = None
        self._ledger.believe(trust)
        self._believed, self._source.is_trusted = trust, trust is not Trust.UNTRUSTED

    def _turn(self) -> float:
        wait_s = self._retry_s - self._clock.monotonic_s()
        if wait_s > 0:
            now_at = self._clock.now()
            self._ledger.failed(self._due(now_at), now_at)
            return min(wait_s, LONGEST_WAIT_S)
        began_s = self._clock.monotonic_s()
        try:
            self._keep_up()
            asked_at = self._clock.now()
            shot = self._early(asked_at)
            if self._is_wanted(shot):
                self._put(shot, asked_at)
        except BoardError as error:
            return self._fail(error, began_s)
        return self._wait_s()

    def _keep_up(self) -> None:
        """Everything beside the picture; a board that somebody changed is set up and painted anew."""
        self._set_up()
        if self.upkeep.has_changed():
            self._ledger.failed(self._due(self._clock.now()), self._clock.now())
            self.shot = None
            self._set_up()

    def _set_up(self) -> None:
        light = self._light(self._clock.now())
        self.upkeep.set_up(self._screenplay.zone, light.percent if light else None, self._station.brightness)

    def _light(self, at: datetime) -> Light | None:
        return self.light(at, self._source.orders) if self.light else None

    def _due(self, at: datetime) -> Shot:
        """What stands on the board, where it has light."""
        return self._lit(self._screenplay.shot(at), at)

    def _early(self, at: datetime) -> Shot:
        """What the board is to be told: the same, but the dark picture sets out before an end."""
        return self._lit(self._curtain.shot(at), at)

    def _lit(self, shot: Shot, at: datetime) -> Shot:
        light = self.light(at, self._source.orders) if self.light and not shot.is_dark else None
        if light is None or light.percent:
            return shot
        cue = Cue(None, None, None, light.until_at, Reason.RESTING, shot.cue.campaign)
        return Shot(cue, self._screenplay.dark, 0, 0, "static", None, light.until_at)

    def _is_wanted(self, shot: Shot) -> bool:
        """Does the board have to be told? When the picture, the pass or the page is another, or to refresh."""
        if self._curtain.is_near(shot):
            return False  # under way it would keep the dark picture waiting
        if self.shot is None:
            return True
        is_new_pass = shot.cue.since_at != self.shot.cue.since_at or shot.page != self.shot.page
        if self._line.keeps_pages:
            return self._is_other(shot) or self._refresh_in_s() <= 0
        is_worn = self._line.capabilities.wear_writes is not None
        if shot.frame != self.shot.frame or (is_new_pass and not is_worn):
            return True
        return self._refresh_in_s() <= 0

    def _is_other(self, shot: Shot) -> bool:
        """Does the board keep other content than this, or is it dark where it should not be, or the other way round?"""
        parked = None if shot.is_dark else self._parked()
        if self.shot is None:
            return True
        if parked is None:
            return not self.shot.is_dark
        if self._spared and self._spared[0] == parked.digest:
            return self._clock.now() >= self._spared[1]
        return self._kept != parked.digest or self.shot.is_dark

    def _parked(self) -> Parked | None:
        return self._parking.parked(self._clock.now()) if self._parking else None

    def _refresh_in_s(self) -> float:
        refresh_s = SIGN_OF_LIFE_S if self._line.keeps_pages else self._line.capabilities.refresh_s
        if refresh_s is None or self.shot is None or self.shot.motion == "card":
            return math.inf  # sending a strip again would start the card's pass anew
        return self._tally.carried_s + refresh_s - self._clock.monotonic_s()

    def _put(self, shot: Shot, asked_at: datetime) -> None:
        keeper, parked = self._line.keeper, None if shot.is_dark else self._parked()
        if keeper and parked and self._line.keeps_pages:
            self._park(keeper, parked, shot, asked_at)
            return
        if keeper and parked:
            self._keep_one(keeper, parked.first_alone)
        driver = self._line.driver
        strip = shot.message if isinstance(shot.message, Strip) and shot.message.on_card else None
        self._shown(shot, self._carry(driver.scroll(strip) if strip else driver.show(shot.frame)), asked_at)

    def _park(self, keeper: Keeper, parked: Parked, shot: Shot, asked_at: datetime) -> None:
        """The whole round into the board's memory; dark meanwhile, and dark where the memory is to be spared."""
        refusal = keeper.refusal(parked)
        if keeper.needs_write(parked):
            self._kept = ""
            self._line.link.carry(self._line.driver.clear())
        if refusal:
            self._spared, self._is_spared = (parked.digest, keeper.next_at()), True
            self._ledger.failed(shot, self._clock.now())
            dark = shot._replace(frame=self._screenplay.dark, message=None, text="", motion="static")
            self.shot, self.last_error = dark, refusal
            self._tally.carried_s = self._clock.monotonic_s()
            return
        is_new = self._is_other(shot)
        keep = self._carry if is_new else self._refresh  # the light alone is no picture
        evidence = keep(keeper.keep(parked))
        self._kept, self._spared = parked.digest, None
        self.upkeep.keep_clock(self._screenplay.zone)
        self._shown(shot, evidence, asked_at, is_new=is_new)

    def _refresh(self, exchange: Exchange) -> Evidence:
        return self._line.link.carry(exchange).evidence

    def _keep_one(self, keeper: Keeper, parked: Parked) -> None:
        """A board that keeps one picture gets the first of today's round, for the day on which nobody speaks to it."""
        if parked.digest != self._kept and not keeper.refusal(parked):
            self._line.link.carry(keeper.keep(parked))
            self._kept = parked.digest

    def _shown(self, shot: Shot, evidence: Evidence, asked_at: datetime, *, is_new: bool = True) -> None:
        now_s, now_at = self._clock.monotonic_s(), self._clock.now()
        if now_at - asked_at > self._longest_bridge:
            self._ledger.missed(shot, asked_at, now_at)
        if not self._steps.peek():  # else its end would be of another time than its beginning
            self._ledger.shown(shot, evidence, asked_at, now_at)
        self.shot, self.last_error, self._is_spared, self._is_stranger = shot, None, False, False
        self._rests.forget()
        self._tally.carried(evidence, now_s, now_at)
        self._tally.lost.shown(now_s, now_at, is_due=not shot.is_dark)
        if is_new:
            self.observe(shot, asked_at)

    def _carry(self, picture: Exchange) -> Evidence:
        try:
            evidence = self._line.link.carry(picture).evidence
        except BoardError as error:
            self.totals.sent += not isinstance(error, LinkDownError)  # nobody knows what arrived
            raise
        self.totals.sent += 1
        self.totals.acked += evidence >= Evidence.ACKED
        return evidence

    def _fail(self, error: BoardError, began_s: float) -> float:
        self.totals.failed += 1
        if error.code != "link_down" or self.last_error is None:
            self.last_error = error  # that the line waits to be opened again is no news: why it is closed is
        self.shot = None
        now_at = self._clock.now()
        self._lost(None if self._line.capabilities.refresh_s else began_s)
        self._ledger.failed(self._due(now_at), now_at)
        is_curable = error.retryable or self._bears(error)
        if not is_curable:
            self._ledger.cut()
        wait_s = self._rests.after(error, self._clock.monotonic_s() - began_s, is_in_use=self.upkeep.is_ready)
        if not error.retryable or not isinstance(error, NakError):
            self.upkeep.forget()
            self._line.link.close()
        if not is_curable:
            raise error
        self._retry_s = self._clock.monotonic_s() + wait_s
        return min(wait_s, LONGEST_WAIT_S)

    def _bears(self, error: BoardError) -> bool:
        """Another board in the place of ours: an alarm, and we wait until ours is back."""
        if not isinstance(error, WrongBoardError) or not (self.waits_for_board or self.totals.starts):
            return False
        self.totals.alarms += not self._is_stranger
        self._is_stranger = True
        return True

    def _lost(self, sure_s: float | None = None) -> None:
        """The board does not show what is due, or nobody knows, since the last exchange that went well (`sure_s`)."""
        now_at = self._clock.now()
        is_due = not self._due(now_at).is_dark
        self._tally.lost.failed(self._clock.monotonic_s(), now_at, is_due=is_due, sure_s=sure_s)

    def _account(self) -> None:
        """Time goes on while the board does not show what is due."""
        if self.shot is None or self._is_spared:
            self._lost(self._ticked_s)

    def _wait_s(self) -> float:
        """Until the board has to be told again."""
        wait_s = min(LONGEST_WAIT_S, self._refresh_in_s())
        shot = self._early(self._clock.now())
        if self._is_wanted(shot):
            return 0.0  # it became due while the line was busy
        if self._curtain.is_near(shot):
            return min(LONGEST_WAIT_S, self._curtain.falls_in_s(shot) + _JUST_AFTER_S)
        wait_s = min(wait_s, self._curtain.falls_in_s(shot) + _JUST_AFTER_S)
        if shot.until_at is not None:
            wait_s = min(wait_s, self._clock.seconds_until(shot.until_at))
        light = self._light(self._clock.now()) if self.light else None
        if light and light.until_at is not None:
            wait_s = min(wait_s, self._clock.seconds_until(light.until_at))
        return wait_s


def _believe() -> Trust:
    """A clock that nobody doubts."""
    return Trust.TRUSTED


def _look_away(_shot: Shot, _at: datetime) -> None:
    """Nobody watches."""
