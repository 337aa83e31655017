"""One part of a rehearsal, from a dark board to its end: mishaps, leaps, judge and log round the production's streamer.

**Leaps.** Where the board shows what is due, nothing is out of order and no mishap is near, the next tick is at the
next change of picture (or when the curtain falls): refreshes between are identical, so they are counted and not sent.
Near a mishap, and for a while after it, the streamer ticks as in production; in a long outage it ticks so at the two
ends, and at every change of what is due between. Where the date cannot be believed it ticks, because trust may turn.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random

from signboard.errors import BoardError
from signboard.frame.frame import Frame
from signboard.player.curtain import Curtain
from signboard.player.streamer import Streamer
from signboard.playlog.showing import Showing
from signboard.playlog.trust import Trust
from signboard.rehearsal.clock import US, RehearsalClock
from signboard.rehearsal.computer import Computer, PowerCutError
from signboard.rehearsal.faults import Fault
from signboard.rehearsal.judge import Judge, Verdict
from signboard.rehearsal.mishaps import Mishaps
from signboard.rehearsal.script import Script, Truth
from signboard.rehearsal.spool import RowBook, Spool
from signboard.rehearsal.wire import RehearsalBoard, RehearsalWire, WireTotals

__all__ = ["Part", "Performance", "Played"]

_NEAR_US = 5 * US
_AFTER_US = 8 * US
_NEVER_US = 1 << 62
_RESTART_S = 0.25
"""A supervisor waits so long before it starts a program again that ended by itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the rehearsal that begins and ends with a process.

    Attributes:
        start_at: aware instant of true time 0, the same for all parts.
        since_us, until_us: of this part.
        faults: all within it.
        seed: of the noise.
    """

    start_at: datetime
    since_us: int
    until_us: int
    faults: tuple[Fault, ...]
    seed: int


@dataclass(slots=True)
class Played:
    """What came of a part.

    Attributes:
        rows, lost_rows: acknowledged rows, and rows that a cut took before they were.
        missing: how many acknowledged rows the log does not hold.
        misdated: rows that say they are sure of a time at which the clock was wrong.
        counted: refreshes that were identical, so that they were not sent.
        exchanges, starts: of the links, and of processes.
    """

    verdict: Verdict
    wire: WireTotals
    rows: int = 0
    lost_rows: int = 0
    missing: int = 0
    misdated: int = 0
    counted: int = 0
    exchanges: int = 0
    starts: int = 0


class Performance:
    """Plays one part.

    Args:
        script: what is rehearsed.
        part: when, and what goes wrong.
        book: the log.
        watch: told the true time at every leap.
    """

    def __init__(
        self, script: Script, part: Part, book: RowBook, watch: Callable[[int], object] = lambda _us: None
    ) -> None:
        self._script, self._part, self._watch = script, part, watch
        self.clock = RehearsalClock(part.start_at, part.since_us)
        self._screenplay = script.screenplay()
        truth = Truth(script.screenplay(), self.clock)
        dark = self._screenplay.dark
        self.judge = Judge(truth.at, part.faults, script.allowance, dark, part.since_us)
        chance = Random(f"{part.seed}/{part.since_us}")  # noqa: S311 - a rehearsal is to be repeatable
        self.board = RehearsalBoard(script.panel(), self.judge.note)
        self.wire = RehearsalWire(self.board, self.clock, script.baud, chance)
        stranger = RehearsalBoard(script.stranger(), lambda _seen: None)
        self.mishaps = Mishaps(self.wire, self.clock, stranger, part.since_us - _AFTER_US, [(part.since_us, 0)])
        self.spool = Spool(book, self.clock, self._read)
        self._curtain = Curtain(self._screenplay, self.clock, script.lead_s)
        self._rows_us = part.since_us
        self._leap_s = script.leap_s
        self._refresh_s = script.refresh_s
        self._digests: dict[Frame, str] = {}
        self._played = Played(self.judge.verdict, self.wire.totals)

    def play(self) -> Played:
        """Play it to its end.

        Raises:
            BoardError: what trying again cannot cure.
        """
        for fault in self._part.faults:
            self.mishaps.arrange(fault)
        while self.clock.now_us < self._part.until_us:
            self._run()
        self.judge.finish(self.clock.now_us)
        self.spool.end()
        played, spool = self._played, self.spool
        played.rows, played.lost_rows, played.missing = spool.acknowledged, spool.lost, spool.missing()
        return played

    def _run(self) -> None:
        """One process."""
        floor_at = self.spool.floor_at
        computer = Computer(self._script, self.wire, self.clock, self.spool, self._screenplay, floor_at)
        self._played.starts += 1
        try:
            computer.play(self._part.until_us, self._leap)
            computer.stop()
        except PowerCutError as cut:
            self.spool.cut()
            self.clock.advance(cut.until_us)
        except BoardError:
            if self.wire.stranger is None:
                raise
            self.spool.commit()  # the program ended by itself, in order
            self._rest()
        self._played.exchanges += computer.link.totals.exchanges

    def _rest(self) -> None:
        """Until the supervisor starts the program again."""
        try:
            self.clock.sleep(_RESTART_S)
        except PowerCutError as cut:
            self.clock.advance(cut.until_us)

    def _leap(self, streamer: Streamer, wait_s: float) -> int:
        """When to tick next."""
        now_us, coming_us = self.clock.now_us, self.clock.next_us
        self._watch(now_us)
        next_us = now_us + math.ceil(wait_s * US)
        near_us = _NEVER_US if coming_us is None else coming_us - _NEAR_US
        is_calm = self._screenplay.is_trusted and now_us >= self.mishaps.last_us + _AFTER_US
        if wait_s <= 0 or not is_calm or next_us >= near_us:
            return next_us
        shot = streamer.shot
        change_us = self._change_us((shot or self._screenplay.shot(self.clock.now())).until_at)
        far_s = min(self._leap_s, self._curtain.falls_in_s(shot)) if shot else self._leap_s
        leap_us = max(next_us, min(change_us, near_us, now_us + math.ceil(far_s * US)))
        if shot and self._refresh_s:
            self._played.counted += int((leap_us - now_us - 1) / (self._refresh_s * US))
        return leap_us

    def _change_us(self, at: datetime | None) -> int:
        """When the computer's clock says this."""
        return _NEVER_US if at is None else self.clock.true_us(at) - self.clock.offset_us

    def _read(self, row: Showing) -> None:
        """Put a row before the judge: its times may be those of any clock since the row before."""
        since_us, known = self.clock.true_us(row.since_at), self._rows_us - _AFTER_US
        told = self.mishaps.offsets
        if told[-1][0] < known:
            offsets = {told[-1][1]}
        else:
            before = [offset for at_us, offset in told if at_us < known][-1:]
            offsets = {*before, *(offset for at_us, offset in told if at_us >= known)}
        self._rows_us = self.clock.now_us
        self._played.misdated += bool(row.slogan) and row.trust is Trust.TRUSTED and 0 not in offsets
        self.judge.read(row, [since_us - one for one in offsets], lambda frame: self._digest(frame) == row.frame_digest)

    def _digest(self, frame: Frame) -> str:
        digest = self._digests.get(frame)
        if digest is None:
            digest = self._digests[frame] = frame.digest
        return digest
