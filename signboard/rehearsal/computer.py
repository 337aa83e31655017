"""The computer of a rehearsal: the production's streamer over the production's link, until somebody cuts its power."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from signboard.link import Link, Patience
from signboard.player.ledger import Sink, Station
from signboard.player.recovery import rests_s
from signboard.player.streamer import BoardLine, Streamer
from signboard.player.time_sources import NOBODY, Confirmation
from signboard.player.timekeeper import BUILT_AT, Timekeeper
from signboard.rehearsal.clock import RehearsalClock
from signboard.rehearsal.script import Foresight, Script
from signboard.rehearsal.wire import RehearsalWire

__all__ = ["Computer", "PowerCutError"]

_RIGHT = Confirmation(is_right=True)
_LONGEST_WAIT_S = 1.0
"""The loop of production asks at least this often."""


class PowerCutError(Exception):
    """The process is gone, wherever it was.

    Attributes:
        until_us: true time at which another one is started.
    """

    def __init__(self, until_us: int) -> None:
        super().__init__()
        self.until_us = until_us


class Computer:
    """One process, from its start to its end.

    Args:
        script: what it plays.
        wire: its way to the board.
        clock: rehearsal time.
        sink: takes rows of the log.
        screenplay: what is due.
        floor_at: the newest instant that the log knows to have passed.

    Attributes:
        link, streamer, keeper: as production makes them; a time source keeps the clock wherever it is right.
    """

    def __init__(
        self,
        script: Script,
        wire: RehearsalWire,
        clock: RehearsalClock,
        sink: Sink,
        screenplay: Foresight,
        floor_at: datetime = BUILT_AT,
    ) -> None:
        driver = script.driver()
        able = replace(script.spec.capabilities, refresh_s=script.refresh_s)
        self.link = Link(wire, clock, greet=driver.identify, patience=Patience(backoff_s=rests_s(able.refresh_s)))
        line = BoardLine(driver, self.link, able, script.lead_s)
        station = Station(script.site_id, script.board_id, script.bundle, is_virtual=script.is_virtual)
        self.streamer = Streamer(screenplay, line, clock, station, sink)
        self.streamer.waits_for_board = True  # production is watched
        self.streamer.stall_s = 2 * script.leap_s
        self.keeper = Timekeeper(clock, lambda: NOBODY if clock.offset_us else _RIGHT, floor_at)
        self.streamer.trust = self.keeper.look
        self.streamer.upkeep.judge = self.keeper
        self._clock = clock
        self._wire = wire

    def play(self, until_us: int, leap: Callable[[Streamer, float], int]) -> None:
        """Tick as the loop of production does, but leap where nothing can happen.

        Args:
            until_us: true time at which it is over.
            leap: given the streamer and the wire seconds it wants to wait, the true time of its next tick.

        Raises:
            PowerCutError: somebody cut it short.
            BoardError: what trying again cannot cure.
        """
        clock, wire, streamer = self._clock, self._wire, self.streamer
        while clock.now_us < until_us:
            wait_s = min(streamer.tick(), _LONGEST_WAIT_S)
            wire.settle()
            clock.advance(min(until_us, leap(streamer, wait_s)))

    def stop(self) -> None:
        """The orderly end."""
        self.streamer.stop()
        self._wire.settle()
