"""What a rehearsal came to: the parts' findings added up, and yes or no."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from signboard.rehearsal.clock import US
from signboard.rehearsal.course import Course
from signboard.rehearsal.judge import Gap, Tally
from signboard.rehearsal.performance import Played
from signboard.rehearsal.script import Script
from signboard.rehearsal.wire import WireTotals

__all__ = ["Outcome", "outcome_of"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The whole of it.

    Attributes:
        course: what was played.
        bound_us: the board's recovery bound.
        gaps: where the board did not show what was due, in order.
        tallies: by slogan id.
        lit_us: by stretches of `judge.SLOT_US` since the start, how long something was due.
        wire: what really passed.
        lies, lost_proofs, misdated: rows; see `judge` and `performance`.
        unseen_us: blinks between two acknowledgements, which no host can know of.
        transit_us, early_us: wrong pictures that are no fault: under way, or dark before an end.
    """

    course: Course
    bound_us: int
    gaps: tuple[Gap, ...]
    tallies: dict[str, Tally]
    lit_us: dict[int, int]
    wire: WireTotals
    lies: int
    lost_proofs: int
    misdated: int
    rows: int
    lost_rows: int
    counted: int
    exchanges: int
    starts: int
    unseen_us: int
    transit_us: int
    early_us: int

    @property
    def unexplained(self) -> tuple[Gap, ...]:
        """Gaps that no fault explains."""
        return tuple(gap for gap in self.gaps if gap.cause is None)

    @property
    def late(self) -> tuple[Gap, ...]:
        """Gaps whose recovery took longer than it may."""
        return tuple(gap for gap in self.gaps if gap.is_late)

    @property
    def longest_recovery_s(self) -> float:
        """The longest of all recoveries."""
        return max((gap.recovery_us for gap in self.gaps), default=0) / US

    @property
    def lost_s(self) -> float:
        """Seconds in which board, cable and clock were in order and the board did not show what was due."""
        return sum(gap.lost_us for gap in self.gaps) / US

    @property
    def is_good(self) -> bool:
        """Yes or no."""
        return not (self.unexplained or self.late or self.lies or self.lost_proofs)


def outcome_of(script: Script, course: Course, played: Sequence[Played]) -> Outcome:
    """Add up what came of the parts."""
    tallies: dict[str, Tally] = {}
    lit_us: dict[int, int] = {}
    wire = WireTotals()
    for one in played:
        for slogan, tally in one.verdict.tallies.items():
            _add(tallies.setdefault(slogan, Tally()), tally)
        for slot, length_us in one.verdict.lit_us.items():
            lit_us[slot] = lit_us.get(slot, 0) + length_us
        _add(wire, one.wire)
    return Outcome(
        course=course,
        bound_us=script.allowance.bound_us,
        gaps=tuple(gap for one in played for gap in one.verdict.gaps),
        tallies=tallies,
        lit_us=lit_us,
        wire=wire,
        lies=sum(len(one.verdict.lies) for one in played),
        lost_proofs=sum(one.missing for one in played),
        misdated=sum(one.misdated for one in played),
        rows=sum(one.rows for one in played),
        lost_rows=sum(one.lost_rows for one in played),
        counted=sum(one.counted for one in played),
        exchanges=sum(one.exchanges for one in played),
        starts=sum(one.starts for one in played),
        unseen_us=sum(one.verdict.unseen_us for one in played),
        transit_us=sum(one.verdict.transit_us for one in played),
        early_us=sum(one.verdict.early_us for one in played),
    )


def _add(whole: Tally | WireTotals, part: Tally | WireTotals) -> None:
    for one in fields(part):
        setattr(whole, one.name, getattr(whole, one.name) + getattr(part, one.name))
