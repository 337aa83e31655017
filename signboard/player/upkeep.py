"""Upkeep: what a board is told beside its picture, after every opening and when it changes: power, light, clock.

From time to time a board that answers is asked who and how it is; what somebody else changed is told and set anew.
"""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import Protocol, runtime_checkable

from signboard.clock import Clock
from signboard.errors import BoardError, NakError
from signboard.player.board_line import BoardLine
from signboard.player.inspection import Inspection
from signboard.player.tally import Totals
from signboard.playlog.trust import Trust
from signboard.protocols.steps import Exchange
from signboard.schedule.light import brightness_level
from signboard.schedule.local import local

__all__ = ["TimeJudge", "Upkeep"]

_CLOCK_S = 6 * 3600.0
"""A card that ends its content by its own clock is told the time this often."""


class TimeJudge(Protocol):
    """Judges what a board's own clock says: a `Timekeeper` is one."""

    @property
    def trust(self) -> Trust:
        """How far the computer's clock is believed."""

    def hear(self, told_at: datetime) -> bool:
        """The board's clock says this; may it be set by the computer's?"""


@runtime_checkable
class _TellingDriver(Protocol):
    """A driver whose board tells its clock."""

    def status(self) -> Exchange:
        """How are you? Field `clock`: civil time as in ISO 8601."""


class Upkeep:
    """The settings of one board.

    Args:
        line: the way to it.
        clock: board time for its clock, wire time for the inspections.
        totals: starts, refused settings and alarms are counted there.

    Attributes:
        is_ready: the board was set up since the line was opened.
        alarm: called with every difference that was found in what the board tells of itself.
        judge: hears the board's clock while the computer's is not trusted; None: nobody does.
    """

    def __init__(self, line: BoardLine, clock: Clock, totals: Totals) -> None:
        self.is_ready = False
        self.alarm: Callable[[BoardError], object] = _ignore
        self.judge: TimeJudge | None = None
        self._line = line
        self._clock = clock
        self._totals = totals
        self._inspection = Inspection(clock.monotonic_s())
        self._clock_set_s = clock.monotonic_s()
        self._lit: tuple[bool, int | None] | None = None

    def set_up(self, zone: tzinfo, percent: int | None, level: int | None) -> None:
        """Power, light and clock, once after every opening; afterwards the light where it is to be another.

        Args:
            zone: of the board's civil time.
            percent: how much light; 0 is off; None: as the board is.
            level: the board's own level, where no percentage says otherwise.

        Raises:
            BoardError: the line fails, or the board wants to be asked again.
        """
        levels = self._line.capabilities.brightness_levels
        if percent and levels:
            level = brightness_level(percent, levels)
        wanted = (percent != 0, level if levels else None)
        if self.is_ready and self._lit == wanted:
            return
        self._light(*wanted)
        if not self.is_ready:
            if self._line.capabilities.sets_clock:
                self.set_clock(zone)
            self._totals.starts += 1
        self.is_ready, self._lit = True, wanted
        self._inspection.forget(self._clock.monotonic_s())

    def forget(self) -> None:
        """The line was closed: nobody knows how the board is."""
        self.is_ready, self._lit = False, None

    def keep_clock(self, zone: tzinfo) -> None:
        """Tell the time again where it was told long ago."""
        if self._line.capabilities.sets_clock and self._clock.monotonic_s() - self._clock_set_s >= _CLOCK_S:
            self.set_clock(zone)

    def set_clock(self, zone: tzinfo) -> None:
        """Tell the board the time, unless its own is better."""
        if not self._may_set_clock(zone):
            return
        civil = local(self._clock.now(), zone)
        self._clock_set_s = self._clock.monotonic_s()
        self._set(
            self._line.driver.set_clock(civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second)
        )

    def _may_set_clock(self, zone: tzinfo) -> bool:
        judge, driver = self.judge, self._line.driver
        if judge is None or judge.trust is Trust.TRUSTED or not isinstance(driver, _TellingDriver):
            return True
        try:
            told = self._line.link.carry(driver.status()).fields.get("clock")
            told_at = datetime.fromisoformat(str(told)).replace(tzinfo=zone).astimezone(UTC)
        except NakError as error:
            if error.retryable:
                raise
            return True
        except (ValueError, OverflowError):  # a clock that was never set, or another layout than ours
            return True
        return judge.hear(told_at)

    def has_changed(self) -> bool:
        """Ask a board that answers who and how it is; True where that differs, so that it is to be set up anew."""
        now_s = self._clock.monotonic_s()
        if not (self._line.capabilities.answers and self._inspection.is_due(now_s)):
            return False
        link, driver = self._line.link, self._line.driver
        told = link.carry(driver.identify()).fields
        # the light of a board that keeps pages goes on and off with the hours
        ignored = frozenset({"power"}) if self._line.keeps_pages else frozenset()
        found = self._inspection.differences(told, ignored)
        if found:  # some boards answer unchecked: what is different is so twice
            told = link.carry(driver.identify()).fields
        found = self._inspection.compare(told, self._clock.monotonic_s(), ignored)
        self._totals.alarms += len(found)
        for alarm in found:
            self.alarm(alarm)
        if found:
            self.forget()
        return bool(found)

    def _light(self, is_on: bool, level: int | None) -> None:
        driver = self._line.driver
        was_on, was_level = self._lit or (None, None)
        can_switch = self._line.capabilities.sets_power and not self._line.keeps_pages
        if can_switch and is_on is not was_on:  # light on would show what the memory of a card happens to hold
            self._set(driver.set_power(is_on))
        if level is not None and level != was_level:
            self._set(driver.set_brightness(level))

    def _set(self, exchange: Exchange) -> None:
        """A board that cannot be dimmed or told the time can still show what is due."""
        try:
            self._line.link.carry(exchange)
        except NakError as error:
            if error.retryable:
                raise
            self._totals.refused += 1


def _ignore(_alarm: BoardError) -> None:
    """Nobody listens."""
