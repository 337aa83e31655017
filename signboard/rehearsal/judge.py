"""The judge: what the board's own record shows, beside what was due. Pure; sees neither streamer nor log in the making.

A change of picture takes the wire's time, so a wrong stretch at a change that is no longer than `Allowance.lag_us` is
*transit*, and before darkness the curtain falls early by `Allowance.early_us`. Everything longer is a gap. Of a gap

* the part in which the board had power, the cable was in and the clock was right is **lost**, also in noise, also in a
  crash;
* what lies behind the end of the fault is its **recovery**, to be no longer than the board's recovery bound;
* where no fault explains it, it is **unexplained**.

A row of the play log **lies** where it is acknowledged and the board did not show its picture during the whole of it. A
blink between two acknowledgements, shorter than the time between them, no host can know of: it is counted as *unseen*.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from signboard.frame.frame import Frame
from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.rehearsal.clock import US
from signboard.rehearsal.faults import Fault, Kind

__all__ = ["SLOT_US", "Allowance", "Due", "Gap", "Judge", "Seen", "Tally", "Verdict"]

SLOT_US = 600 * US
"""Ten minutes."""
_KEPT_US = 7200 * US  # longer than any row: ten minutes and a leap
_STATED = (Kind.NOISE, Kind.CRASH)
"""In these the board has power, the cable is in and the clock is right, so every wrong second counts as lost."""


class Seen(NamedTuple):
    """What the board shows from this true time on.

    Attributes:
        frame: None: it has no power.
        asked_us: when the bytes that made it began to leave.
        told_us: when the last byte of the board's answer had come.
    """

    at_us: int
    frame: Frame | None
    asked_us: int
    told_us: int


class Due(NamedTuple):
    """What is due during [since_us, until_us) of true time.

    Attributes:
        slogan: None: dark.
        pass_us: when the pass began; passes of one slogan differ in it.
        ends: darkness, or another campaign beyond its hours, follows: the curtain falls early.
    """

    frame: Frame
    since_us: int
    until_us: int
    slogan: str | None
    pass_us: int
    pass_until_us: int
    ends: bool


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is no fault.

    Attributes:
        lag_us: a change of picture under way.
        early_us: how early the board may be dark before an end.
        bound_us: the recovery bound.
        blink_us: the time between two repetitions of a picture.
        sure: rows of this evidence, or of a better one, are to be true.
    """

    lag_us: int
    early_us: int
    bound_us: int
    blink_us: int = 0
    sure: Evidence = Evidence.ACKED


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch in which the board did not show what was due.

    Attributes:
        cause: the fault; None: nothing explains it.
        lost_us, recovery_us: see the module's text.
        slogan: what was due when it began; None: darkness.
        is_late: the recovery took longer than it may.
    """

    since_us: int
    until_us: int
    cause: Fault | None
    lost_us: int
    recovery_us: int
    slogan: str | None
    is_late: bool = False


@dataclass(slots=True)
class Tally:
    """What one slogan came to, by the board's own record.

    Attributes:
        passes, whole: how many passes were due, and how many stood from their first to their last picture.
        due_us, shown_us: how long it was due, and how long its picture stood then.
        told_us: how long its picture stood undisturbed: from the end of the board's answer to the first byte of the
            bytes that replaced it. No honest log can claim more.
    """

    passes: int = 0
    whole: int = 0
    due_us: int = 0
    shown_us: int = 0
    told_us: int = 0


@dataclass(slots=True)
class Verdict:
    """The judge's findings.

    Attributes:
        gaps, lies, unseen_us: see the module's text.
        transit_us, early_us: wrong pictures that are no fault.
        tallies: by slogan.
        lit_us: by stretches of `SLOT_US` since the start, how long something was due.
    """

    gaps: list[Gap] = field(default_factory=list)
    lies: list[Showing] = field(default_factory=list)
    unseen_us: int = 0
    transit_us: int = 0
    early_us: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    lit_us: dict[int, int] = field(default_factory=dict)


class Judge:
    """Takes the board's record and the log's rows in their order.

    Args:
        due: what is due at a true time.
        faults: of the rehearsal, in order, not overlapping.
        allowance: what is no fault.
        since_us: the record begins here, with a board that is dark.
    """

    def __init__(
        self, due: Callable[[int], Due], faults: Sequence[Fault], allowance: Allowance, dark: Frame, since_us: int
    ) -> None:
        self.verdict = Verdict()
        self._due = due
        self._faults = faults
        self._allowance = allowance
        self._seen = Seen(since_us, dark, since_us, since_us)
        self._seen_due: Due | None = None  # what was due when that picture came; None: the record begins
        self._at_us = since_us
        self._piece: Due | None = None
        self._wrong: tuple[int, int, Due] | None = None  # since, until, what was due at its end
        self._wrong_slogan: str | None = None
        self._missed_us = 0
        self._record: deque[tuple[int, Frame | None]] = deque([(since_us, dark)])

    def note(self, seen: Seen) -> None:
        """The board's picture from this time on."""
        self._settle(seen.at_us)
        before = self._seen
        due = self._due_at(seen.at_us)
        is_same = seen.frame == before.frame and (seen.frame is None) == (before.frame is None)
        if is_same and (_owner(seen, due) is None or _owner(before, self._seen_due)):
            return  # what came before its time, by a wrong clock, is its slogan's from its repetition on
        self._tell(before, seen.asked_us)
        self._seen, self._seen_due = seen, due
        if is_same:
            return
        self._record.append((seen.at_us, seen.frame))
        while len(self._record) > 1 and self._record[1][0] < seen.at_us - _KEPT_US:
            self._record.popleft()

    def finish(self, at_us: int) -> Verdict:
        """The record ends here."""
        self._settle(at_us)
        self._tell(self._seen, at_us)
        self._close_wrong()
        return self.verdict

    def read(self, row: Showing, since_us: Sequence[int], is_of: Callable[[Frame], bool]) -> None:
        """A row of the log.

        Args:
            row: as it was written.
            since_us: the true times that its beginning may stand for; more than one where the clock was set.
            is_of: is this one of the row's pictures?
        """
        if row.evidence < self._allowance.sure:
            return
        length_us = round((row.until_at - row.since_at).total_seconds() * US)
        wrong_us = min(self._contradicted_us(at_us, at_us + length_us, is_of) for at_us in since_us)
        if wrong_us > self._allowance.blink_us:
            self.verdict.lies.append(row)
        else:
            self.verdict.unseen_us += wrong_us

    def _contradicted_us(self, since_us: int, until_us: int, is_of: Callable[[Frame], bool]) -> int:
        """How much of this the board did not show such a picture."""
        wrong_us, end_us = 0, until_us
        for at_us, frame in reversed(self._record):
            if at_us >= end_us:
                continue
            if frame is None or not is_of(frame):
                wrong_us += end_us - max(at_us, since_us)
            end_us = max(at_us, since_us)
            if end_us <= since_us:
                return wrong_us
        return wrong_us + end_us - since_us

    def _settle(self, until_us: int) -> None:
        """Compare up to here."""
        frame, at_us = self._seen.frame, self._at_us
        while at_us < until_us:
            piece = self._piece
            if piece is None or not piece.since_us <= at_us < piece.until_us:
                piece = self._turn_to(self._due(at_us))
            end_us = min(until_us, piece.until_us)
            is_right = frame == piece.frame if frame is not None else piece.slogan is None
            self._count(piece, at_us, end_us, is_right=is_right)
            at_us = end_us
        self._at_us = max(at_us, until_us)

    def _turn_to(self, piece: Due) -> Due:
        before, self._piece = self._piece, piece
        if before is None or (before.slogan, before.pass_us) != (piece.slogan, piece.pass_us):
            self._end_pass(before)
            if piece.slogan is not None:
                self._tally(piece.slogan).passes += 1
            self._missed_us = 0
        return piece

    def _end_pass(self, piece: Due | None) -> None:
        if piece is None or piece.slogan is None:
            return
        if self._missed_us <= self._allowance.early_us:
            self._tally(piece.slogan).whole += 1

    def _count(self, piece: Due, since_us: int, until_us: int, *, is_right: bool) -> None:
        length_us = until_us - since_us
        if piece.slogan is not None:
            tally = self._tally(piece.slogan)
            tally.due_us += length_us
            tally.shown_us += length_us if is_right else 0
            slot = since_us // SLOT_US
            self.verdict.lit_us[slot] = self.verdict.lit_us.get(slot, 0) + length_us
        if is_right:
            return
        if self._wrong and self._wrong[1] == since_us and not self._fell_early(since_us):
            self._wrong = (self._wrong[0], until_us, piece)
        else:
            self._close_wrong()
            self._wrong, self._wrong_slogan = (since_us, until_us, piece), piece.slogan
        if until_us - self._wrong[0] > self._allowance.lag_us:
            self._missed_us += length_us

    def _fell_early(self, at_us: int) -> bool:
        """Did just now a pass end that the curtain falls early for, and was it dark since then at most?

        What is wrong from here on is the next picture under way.
        """
        if self._wrong is None:
            return False
        since_us, _until_us, before = self._wrong
        return before.ends and before.pass_until_us == at_us and at_us - since_us <= self._allowance.early_us

    def _close_wrong(self) -> None:
        if self._wrong is None:
            return
        since_us, until_us, piece = self._wrong
        self._wrong = None
        verdict, length_us = self.verdict, until_us - since_us
        if length_us <= self._allowance.lag_us:
            verdict.transit_us += length_us
        elif piece.ends and piece.pass_until_us - since_us <= self._allowance.early_us:
            verdict.early_us += length_us
        else:
            verdict.gaps.append(self._gap(since_us, until_us))

    def _gap(self, since_us: int, until_us: int) -> Gap:
        cause, lost_s, recovery_us, is_late = None, (until_us - since_us) / US, 0, False
        since_s, until_s = since_us / US, until_us / US
        for fault in self._faults:
            if fault.at_s > until_s:
                break
            bound_us = self._allowance.bound_us
            if fault.until_s + bound_us / US < since_s:
                continue
            cause = fault
            recovery_us = max(0, until_us - max(since_us, round(fault.until_s * US)))
            is_late = recovery_us > bound_us
            if fault.kind not in _STATED:
                lost_s -= max(0.0, min(until_s, fault.until_s) - max(since_s, fault.at_s))
        return Gap(since_us, until_us, cause, round(lost_s * US), recovery_us, self._wrong_slogan, is_late)

    def _tell(self, seen: Seen, until_us: int) -> None:
        """A picture is replaced by bytes that began to leave at this time."""
        slogan = _owner(seen, self._seen_due)
        if slogan is not None and seen.told_us < until_us:
            self._tally(slogan).told_us += until_us - seen.told_us

    def _due_at(self, at_us: int) -> Due:
        """What is due then; mostly it is at hand."""
        piece = self._piece
        return piece if piece is not None and piece.since_us <= at_us < piece.until_us else self._due(at_us)

    def _tally(self, slogan: str) -> Tally:
        tally = self.verdict.tallies.get(slogan)
        if tally is None:
            tally = self.verdict.tallies[slogan] = Tally()
        return tally


def _owner(seen: Seen, due: Due | None) -> str | None:
    """Whose picture it is: the slogan that was due when it came, where it was its picture."""
    return due.slogan if due and due.frame == seen.frame else None
