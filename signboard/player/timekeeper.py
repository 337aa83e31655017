"""Timekeeper: how far this computer's date may be believed, and when somebody set it.

    untrusted   before an instant that has certainly passed (the floor), and nobody confirms it
    plausible   after the floor, and nobody confirms it
    trusted     a time source of the system keeps it, or a person said that it is right

The floor is the newest of: the day from which this program is, the newest row that was written while trusted, and what
the board's own clock says where it can be read. Whoever confirms the time overrides the floor and sets it anew, down
too. No rule looks at the days of campaigns. Setting the clock (more than two seconds at once) takes every confirmation
back that was given before it: a source has to confirm again, a person has to say it again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from signboard.clock import STEP_S, Clock, StepWatch
from signboard.player.time_sources import NOBODY, Confirmation
from signboard.playlog.trust import Trust

__all__ = ["BUILT_AT", "Change", "Timekeeper", "Word"]

BUILT_AT = datetime(2026, 11, 1, tzinfo=UTC)
"""No copy of this program is older; raised with a release, never beyond its day."""
_GRACE = timedelta(minutes=2)
"""A clock that was corrected back by so little is no sign of a wrong date."""
_ASK_S = 0.5
_DRIFT = timedelta(days=1)
_BATTERY = timedelta(days=15 * 365)


@dataclass(frozen=True, slots=True)
class Word:
    """A person said that the clock is right.

    Attributes:
        said_at: what the clock said then.
        said_s: the computer's steady time then.
        boot: what named that run of the computer; the word ends with it.
        actor: who said it.
    """

    said_at: datetime
    said_s: float
    boot: str
    actor: str = ""

    def holds(self, now_at: datetime, now_s: float, boot: str) -> bool:
        """Has the computer run on since then, and has nobody set its clock?"""
        moved_s = (now_at - self.said_at).total_seconds() - (now_s - self.said_s)
        return self.boot == boot and now_s >= self.said_s and abs(moved_s) <= STEP_S


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened to the clock, for the audit chain.

    Attributes:
        event: `clock_set`, `clock_trust` (it is another one) or `clock_lowered` (a confirmed time before the floor).
        before_at, after_at: what the clock would say and says; of `clock_lowered` the floor and the time.
        trust: from now on.
    """

    event: str
    before_at: datetime
    after_at: datetime
    trust: Trust


class Timekeeper:
    """One for all boards of a process; asked at every tick.

    Args:
        clock: board time and wire time.
        source: says whether somebody keeps the clock right.
        floor_at: the newest instant that has certainly passed, as known at the start.
        boot: names this run of the computer.
        tell: called with everything that happens to the clock; must not wait.

    Attributes:
        trust: as of the last look.
        steps: how often the clock was set.
        word: what a person said last; None: nobody did.
    """

    def __init__(
        self,
        clock: Clock,
        source: Callable[[], Confirmation] = lambda: NOBODY,
        floor_at: datetime = BUILT_AT,
        boot: str = "",
        tell: Callable[[Change], object] = lambda _change: None,
    ) -> None:
        self.steps = 0
        self.word: Word | None = None
        self._tell = tell
        self._clock = clock
        self._source = source
        self._boot = boot
        self._floor_at = max(floor_at, BUILT_AT)
        self._watch = StepWatch(clock)
        self._said = source()
        self._asked_s = clock.monotonic_s()
        self._void: str | None = None  # the mark of a confirmation that was given before the clock was set
        self.trust = self._judged(clock.now())
        self._settle(clock.now())

    @property
    def floor_at(self) -> datetime:
        """An instant that has certainly passed."""
        return self._floor_at

    def hear(self, told_at: datetime) -> bool:
        """The board's own clock says this. True: it may be set by this computer's.

        It counts where nobody confirms the time here, less a day, which such clocks may be wrong by; what it cannot
        know (it was never set, or its battery is empty) counts nothing. Where the two differ by more than that day it
        is left alone: set by a wrong time it would vouch for that.
        """
        now_at = self._clock.now()
        if self.trust is Trust.TRUSTED or not BUILT_AT <= told_at <= BUILT_AT + _BATTERY:
            return True
        self._floor_at = max(self._floor_at, told_at - _DRIFT)
        return abs(now_at - told_at) <= _DRIFT

    def look(self) -> Trust:
        """How far the clock may be believed now."""
        step_s, now_at, now_s = self._watch.look(), self._clock.now(), self._clock.monotonic_s()
        if step_s:
            self._void = self._said.mark
            self.steps += 1
        if step_s or now_s - self._asked_s >= _ASK_S:
            self._said, self._asked_s = self._source(), now_s
        before, self.trust = self.trust, self._judged(now_at)
        if step_s:
            self._tell(Change("clock_set", now_at - timedelta(seconds=step_s), now_at, self.trust))
        elif self.trust is not before:
            self._tell(Change("clock_trust", now_at, now_at, self.trust))
        self._settle(now_at)
        return self.trust

    def _judged(self, now_at: datetime) -> Trust:
        said, word = self._said, self.word
        is_void = bool(said.mark) and said.mark == self._void
        if said.is_right and not is_void:
            return Trust.TRUSTED
        if word and word.holds(now_at, self._clock.monotonic_s(), self._boot):
            return Trust.TRUSTED
        return Trust.UNTRUSTED if now_at < self._floor_at - _GRACE else Trust.PLAUSIBLE

    def _settle(self, now_at: datetime) -> None:
        """While the time is confirmed it is the floor; a floor above it was wrong, and that is to be remembered."""
        if self.trust is not Trust.TRUSTED:
            return
        floor_at, self._floor_at = self._floor_at, now_at
        if now_at < floor_at - _GRACE:
            self._tell(Change("clock_lowered", floor_at, now_at, self.trust))
