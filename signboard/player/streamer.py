"""Streamer: one idempotent tick that puts the due picture on the board.

`tick()` asks the screenplay what stands on the board now and, where the board does not show that yet, sends it. It
keeps no list of what is to come: whatever was missed while the line was busy or down is past, and only the newest
picture goes out. What the board shows is forgotten on every failure, so after a recovery the current picture is sent.

    closed → (the line opens and greets) → power, brightness, clock → pictures → any failure: closed, back off, again

It never gives up on a line that may come back; it stops on what trying again cannot cure (another board than
configured, a picture that the board refuses) by letting that error out.

A board that keeps pages by itself is told a round instead of each picture (see `parking`), through its keeper; where
the memory is to be spared the board is darkened, because what it holds is not what is due.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from signboard.clock import Clock
from signboard.errors import BoardError, LinkDownError, NakError, SignboardError
from signboard.frame.message import Strip
from signboard.link import BACKOFF_S
from signboard.player.curtain import Curtain
from signboard.player.handover import Handover, Heir
from signboard.player.inspection import Inspection
from signboard.player.keeper import Keeper
from signboard.player.ledger import Ledger, Sink, Station
from signboard.player.parking import Parked, ParkedPlay
from signboard.player.screenplay import Screenplay, Shot
from signboard.playlog.evidence import Evidence
from signboard.protocols.spec import Capabilities, Driver
from signboard.protocols.steps import Exchange, Outcome
from signboard.schedule.local import local

__all__ = ["BoardLine", "Line", "Streamer", "Totals"]

LONGEST_WAIT_S = 1.0
_JUST_AFTER_S = 0.001  # finer than instants are told, a wait would end just before its time, again and again
STEP_S = 2.0
"""Board time that differs from wire time by more than this between two ticks was set by somebody."""
_SHARE = 4
"""On a shared line, who does not answer waits so many times longer than it was waited for, for each neighbour."""
_CLOCK_S = 6 * 3600.0
"""A card that ends its content by its own clock is told the time this often."""


class Line(Protocol):
    """What the streamer needs of a link; it opens and greets by itself when it is first asked."""

    def carry(self, ask: Exchange, /) -> Outcome:
        """Carry out one exchange."""

    def close(self) -> None:
        """Close; the next exchange opens again."""


@dataclass(frozen=True, slots=True)
class BoardLine:
    """The way to one board: who speaks, over what, and what the family can do.

    Attributes:
        lead_s: wire seconds that a picture may be under way, answer included. Nothing of a campaign may be lit at its
            end, so the dark picture sets out so much earlier.
        keeper: puts content into the board's memory, where the board keeps any and is to.
        neighbours: how many other boards share the line.
    """

    driver: Driver
    link: Line
    capabilities: Capabilities
    lead_s: float = 0.0
    keeper: Keeper | None = None
    neighbours: int = 0


@dataclass(slots=True)
class Totals:
    """What the streamer has done.

    Attributes:
        sent: pictures whose bytes went out whole.
        acked: pictures that the board confirmed.
        failed: pictures that could not be carried.
        starts: how often the board was set up (power, brightness, clock) after an opening.
        refused: settings that the board refused.
        steps: how often somebody set the clock.
        alarms: differences found in what the board tells of itself.
    """

    sent: int = 0
    acked: int = 0
    failed: int = 0
    starts: int = 0
    refused: int = 0
    steps: int = 0
    alarms: int = 0


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
        last_error: the failure that keeps the board from showing what is due; None while all is well.
    """

    def __init__(self, screenplay: Screenplay, line: BoardLine, clock: Clock, station: Station, sink: Sink) -> None:
        self.totals = Totals()
        self.shot: Shot | None = None
        self.last_error: SignboardError | None = None
        self.observe: Callable[[Shot, datetime], object] = _look_away
        self.alarm: Callable[[BoardError], object] = _ignore
        self._keeps_pages = line.keeper is not None and line.capabilities.keeps == "pages"
        self._line = line
        self._clock = clock
        self._play(screenplay)
        self._handover = Handover(line.keeper if self._keeps_pages else None)
        self._station = station
        self._ledger = Ledger(station, sink)
        self._is_ready = False
        self._failures = 0
        self._retry_s = clock.monotonic_s()
        self._carried_s = clock.monotonic_s()
        self._ticked = (clock.now(), clock.monotonic_s())
        self._kept = ""  # digest of what the board's memory was told to show
        self._spared: tuple[str, datetime] | None = None  # content that has to wait, and until when
        self._inspection = Inspection(clock.monotonic_s())
        self._clock_set_s = clock.monotonic_s()

    @property
    def bundle(self) -> str:
        """Digest of what plays."""
        return self._station.bundle

    def succeed(self, screenplay: Screenplay, bundle: str) -> None:
        """Play this from the end of the running pass on; rows written from then on bear its digest."""
        self._handover.announce(Heir(screenplay, bundle))

    def tick(self) -> float:
        """Put what is due on the board where it is not there yet.

        Returns:
            Wire seconds until the next tick is worth while, at most 1.

        Raises:
            BoardError: what trying again cannot cure; the line is closed and the log finished.
        """
        self._watch_the_clock()
        self._hand_over()
        wait_s = self._retry_s - self._clock.monotonic_s()
        if wait_s > 0:
            self._ledger.failed(self._screenplay.shot(self._clock.now()), self._clock.now())
            return min(wait_s, LONGEST_WAIT_S)
        began_s = self._clock.monotonic_s()
        try:
            self._set_up()
            self._inspect()
            asked_at = self._clock.now()
            shot = self._curtain.shot(asked_at)
            if self._is_wanted(shot):
                self._put(shot, asked_at)
        except BoardError as error:
            return self._fail(error, self._clock.monotonic_s() - began_s)
        return self._wait_s()

    def stop(self) -> None:
        """Leave the board as configured, finish the log, close the line. Never raises for a dead line."""
        if self._is_ready and self._station.is_left_dark:
            try:
                began_at = self._clock.now()
                self._carry(self._line.driver.clear())
                self._ledger.confirm(began_at)
            except BoardError as error:
                self.last_error = error
        self._ledger.cut()
        self.shot, self._is_ready = None, False
        self._line.link.close()

    def _play(self, screenplay: Screenplay) -> None:
        self._parking = ParkedPlay(screenplay) if self._line.keeper else None
        self._screenplay = self._parking if self._parking and self._keeps_pages else screenplay
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
        """A row must not span the moment at which somebody set the clock: its length would be invented."""
        (last_at, last_s), (now_at, now_s) = self._ticked, (self._clock.now(), self._clock.monotonic_s())
        self._ticked = (now_at, now_s)
        moved_s = self._clock.seconds_until(now_at + abs(now_at - last_at))  # wire seconds: board time may run faster
        if abs((moved_s if now_at >= last_at else -moved_s) - (now_s - last_s)) > STEP_S:
            self.totals.steps += 1
            self._ledger.cut()
            self.shot = None

    def _set_up(self) -> None:
        if self._is_ready:
            return
        driver, capabilities = self._line.driver, self._line.capabilities
        if capabilities.sets_power and not self._keeps_pages:  # light on would show what the memory happens to hold
            self._set(driver.set_power(True))
        if capabilities.brightness_levels and self._station.brightness is not None:
            self._set(driver.set_brightness(self._station.brightness))
        if capabilities.sets_clock:
            self._set_clock()
        self.totals.starts += 1
        self._is_ready = True
        self._inspection.forget(self._clock.monotonic_s())

    def _set_clock(self) -> None:
        civil = local(self._clock.now(), self._screenplay.zone)
        self._clock_set_s = self._clock.monotonic_s()
        self._set(
            self._line.driver.set_clock(civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second)
        )

    def _inspect(self) -> None:
        """Ask a board that answers who and how it is; where that differs, tell it and set the board up anew."""
        now_s = self._clock.monotonic_s()
        if not (self._line.capabilities.answers and self._inspection.is_due(now_s)):
            return
        told = self._line.link.carry(self._line.driver.identify()).fields
        ignored = frozenset({"power"}) if self._keeps_pages else frozenset()  # its light goes on and off with the hours
        found = self._inspection.differences(told, ignored)
        if found:  # some boards answer unchecked: what is different is so twice
            told = self._line.link.carry(self._line.driver.identify()).fields
        found = self._inspection.compare(told, self._clock.monotonic_s(), ignored)
        self.totals.alarms += len(found)
        for alarm in found:
            self.alarm(alarm)
        if found:
            self._is_ready, self.shot = False, None
            self._set_up()

    def _set(self, exchange: Exchange) -> None:
        """A board that cannot be dimmed or told the time can still show what is due."""
        try:
            self._line.link.carry(exchange)
        except NakError as error:
            if error.retryable:
                raise
            self.totals.refused += 1

    def _is_wanted(self, shot: Shot) -> bool:
        """Does the board have to be told? When the picture, the pass or the page is another, or to refresh."""
        if self._curtain.is_near(shot):
            return False  # under way it would keep the dark picture waiting
        if self.shot is None:
            return True
        is_new_pass = shot.cue.since_at != self.shot.cue.since_at or shot.page != self.shot.page
        if self._keeps_pages:
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
        refresh_s = self._line.capabilities.refresh_s
        if refresh_s is None or self.shot is None or self.shot.motion == "card":
            return math.inf  # sending a strip again would start the card's pass anew
        return self._carried_s + refresh_s - self._clock.monotonic_s()

    def _put(self, shot: Shot, asked_at: datetime) -> None:
        keeper, parked = self._line.keeper, None if shot.is_dark else self._parked()
        if keeper and parked and self._keeps_pages:
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
            self._spared = (parked.digest, keeper.next_at())
            self._ledger.failed(shot, self._clock.now())
            dark = replace(shot, frame=self._screenplay.dark, message=None, text="", motion="static")
            self.shot, self.last_error = dark, refusal
            self._carried_s = self._clock.monotonic_s()
            return
        is_new = self._is_other(shot)
        keep = self._carry if is_new else self._refresh  # the light alone is no picture
        evidence = keep(keeper.keep(parked))
        self._kept, self._spared = parked.digest, None
        if self._line.capabilities.sets_clock and self._clock.monotonic_s() - self._clock_set_s >= _CLOCK_S:
            self._set_clock()
        self._shown(shot, evidence, asked_at, is_new=is_new)

    def _refresh(self, exchange: Exchange) -> Evidence:
        return self._line.link.carry(exchange).evidence

    def _keep_one(self, keeper: Keeper, parked: Parked) -> None:
        """A board that keeps one picture gets the first of today's round, for the day on which nobody speaks to it."""
        if parked.digest != self._kept and not keeper.refusal(parked):
            self._line.link.carry(keeper.keep(parked))
            self._kept = parked.digest

    def _shown(self, shot: Shot, evidence: Evidence, asked_at: datetime, *, is_new: bool = True) -> None:
        self._ledger.shown(shot, evidence, asked_at, self._clock.now())
        self.shot, self.last_error, self._failures = shot, None, 0
        self._carried_s = self._clock.monotonic_s()
        if is_new:
            self.observe(shot, asked_at)

    def _carry(self, picture: Exchange) -> Evidence:
        try:
            evidence = self._line.link.carry(picture).evidence
        except LinkDownError:
            raise  # nobody knows what arrived
        except BoardError:
            self.totals.sent += 1
            raise
        self.totals.sent += 1
        self.totals.acked += evidence >= Evidence.ACKED
        return evidence

    def _fail(self, error: BoardError, took_s: float) -> float:
        self.totals.failed += 1
        if error.code != "link_down" or self.last_error is None:
            self.last_error = error  # that the line waits to be opened again is no news: why it is closed is
        self.shot = None
        now_at = self._clock.now()
        self._ledger.failed(self._screenplay.shot(now_at), now_at)
        if not error.retryable:
            self._ledger.cut()
        if not error.retryable or not isinstance(error, NakError):
            self._is_ready = False
            self._line.link.close()
        if not error.retryable:
            raise error
        wait_s = BACKOFF_S[min(self._failures, len(BACKOFF_S) - 1)]
        wait_s = max(wait_s, took_s * _SHARE * self._line.neighbours)
        self._failures += 1
        self._retry_s = self._clock.monotonic_s() + wait_s
        return min(wait_s, LONGEST_WAIT_S)

    def _wait_s(self) -> float:
        """Until the board has to be told again."""
        wait_s = min(LONGEST_WAIT_S, self._refresh_in_s())
        shot = self._curtain.shot(self._clock.now())
        if self._is_wanted(shot):
            return 0.0  # it became due while the line was busy
        if self._curtain.is_near(shot):
            return min(LONGEST_WAIT_S, self._curtain.falls_in_s(shot) + _JUST_AFTER_S)
        wait_s = min(wait_s, self._curtain.falls_in_s(shot) + _JUST_AFTER_S)
        if shot.until_at is not None:
            wait_s = min(wait_s, self._clock.seconds_until(shot.until_at))
        return wait_s


def _ignore(_alarm: BoardError) -> None:
    """Nobody listens."""


def _look_away(_shot: Shot, _at: datetime) -> None:
    """Nobody watches."""
