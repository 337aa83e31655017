"""Simulated months by seed: no recovery beyond its bound, no lie, no lost proof; and players that must fail.

Every month is 31 days with about 45 faults, on a campaign whose pages stand for minutes.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from rehearsed import BOARD, MONTH, Book, small_script

from signboard.campaign.level import Level
from signboard.campaign.period import HourWindow
from signboard.errors import BoardError
from signboard.link import Link
from signboard.player.ledger import Sink, Station
from signboard.player.screenplay import Shot
from signboard.player.streamer import Streamer
from signboard.playlog.evidence import Evidence
from signboard.rehearsal import computer, performance
from signboard.rehearsal.clock import US, RehearsalClock
from signboard.rehearsal.course import Amount, course_of
from signboard.rehearsal.faults import Fault, Kind
from signboard.rehearsal.outcome import Outcome, outcome_of
from signboard.rehearsal.performance import Part, Performance
from signboard.rehearsal.script import Foresight, Script
from signboard.rehearsal.wire import RehearsalWire

CI_SEEDS, LONG_SEEDS = 25, 100


def month(seed: int, amount: Amount = Amount.USUAL, script: Script | None = None) -> Outcome:
    """A whole month."""
    script = script or small_script()
    course = course_of(script, MONTH, seed, amount, parts=1)
    return outcome_of(script, course, [Performance(script, part, Book()).play() for part in course.parts])


def faulty_hours(*faults: Fault, script: Script | None = None) -> Outcome:
    """The first hours of the first day with just these faults."""
    script = script or small_script()
    course = course_of(script, MONTH, 1, Amount.NONE, days=1, parts=1)
    part = replace(course.parts[0], faults=faults, until_us=10 * 3600 * US)
    return outcome_of(script, replace(course, parts=(part,)), [Performance(script, part, Book()).play()])


def told(found: Outcome) -> str:
    """What is wrong with it."""
    late = [(gap.cause.kind.value if gap.cause else "?", gap.recovery_us / US) for gap in found.late]
    return f"late {late}, unexplained {found.unexplained}, lies {found.lies}, lost {found.lost_proofs}"


@pytest.mark.parametrize("seed", range(CI_SEEDS))
def test_a_month_with_faults(seed: int) -> None:
    """Right again in time after each fault; what the log says is true; nothing acknowledged is lost."""
    found = month(seed)
    assert found.is_good, told(found)
    assert len(found.course.faults) >= 40
    assert found.wire.questions > 5000


@pytest.mark.long
def test_a_hundred_months() -> None:
    """The full count, with its figures."""
    outcomes = [month(seed) for seed in range(1000, 1000 + LONG_SEEDS)]
    faults = sum(len(one.course.faults) for one in outcomes)
    print(f"figure: months = {len(outcomes)}")  # noqa: T201 - figures of the long run
    print(f"figure: month faults = {faults}")  # noqa: T201 - figures of the long run
    print(f"figure: longest recovery s = {max(one.longest_recovery_s for one in outcomes):.3f}")  # noqa: T201 - figures of the long run
    print(f"figure: lost s a month = {sum(one.lost_s for one in outcomes) / len(outcomes):.1f}")  # noqa: T201 - figures of the long run
    bad = {number: told(one) for number, one in enumerate(outcomes, 1000) if not one.is_good}
    assert bad == {}


def test_a_month_without_faults_is_perfect() -> None:
    """No gap at all, every pass whole."""
    found = month(1, Amount.NONE)
    assert found.is_good
    assert found.gaps == ()
    assert all(tally.passes == tally.whole for tally in found.tallies.values())


@dataclass
class _NoStreamer:
    """What the leaps ask of a streamer, of a player that has none."""

    shot: Shot | None = None


class JobPlayer:
    """Control: a player of event jobs, with the scheduler's usual rules.

    One job for each change of picture. The wait for the next one is reckoned once, by the wall clock, and waited for on
    the steady clock; a job that comes more than a second late is dropped. Between two jobs nothing happens.
    """

    def __init__(
        self,
        script: Script,
        wire: RehearsalWire,
        clock: RehearsalClock,
        sink: Sink,
        screenplay: Foresight,
        floor_at: datetime,
    ) -> None:
        del sink, floor_at
        self.driver = script.driver()
        self.link = Link(wire, clock, greet=self.driver.identify)
        self._clock, self._screenplay = clock, screenplay

    def play(self, until_us: int, leap: Callable[[_NoStreamer, float], int]) -> None:
        """Run the jobs."""
        del leap
        clock = self._clock
        while clock.now_us < until_us:
            run_at = self._next_run_at(clock.now())
            wait_us = min(until_us - clock.now_us, math.ceil(clock.seconds_until(run_at) * US) + 1)
            clock.advance(clock.now_us + wait_us)
            if timedelta() <= clock.now() - run_at <= timedelta(seconds=1):
                self._switch(self._screenplay.shot(run_at))

    def stop(self) -> None:
        """Nothing to put in order."""

    def _next_run_at(self, now_at: datetime) -> datetime:
        until_at = self._screenplay.shot(now_at).until_at
        return until_at or now_at + timedelta(days=1)

    def _switch(self, shot: Shot) -> None:
        try:
            self.link.carry(self.driver.show(shot.frame))
        except BoardError:
            return


def test_a_player_of_jobs_is_good_while_nothing_goes_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """So the next test fails for the right reason."""
    monkeypatch.setattr(performance, "Computer", JobPlayer)
    assert month(1, Amount.NONE).is_good


def test_a_player_of_jobs_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: after a fault the board stays wrong until the next job, or for as long as the clock was set back."""
    monkeypatch.setattr(performance, "Computer", JobPlayer)
    found = month(1)
    assert not found.is_good
    assert found.lost_s > 600
    assert len(found.late) + len(found.unexplained) > 5


@pytest.mark.parametrize("kind", [Kind.BOARD_POWER, Kind.NOISE])
def test_a_recovery_beyond_its_bound_is_a_no(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: the same fault under the board's bound, and under one that nobody can keep."""
    fault = Fault(kind, 8 * 3600 + 598, 5, share=1.0)  # over a change of page
    assert faulty_hours(fault).is_good
    monkeypatch.setattr("signboard.rehearsal.script.recovery_bound_s", lambda *_: 0.001)
    assert [gap.is_late for gap in faulty_hours(fault).gaps] == [True]


def test_without_repetitions_a_board_that_lost_its_power_stays_dark(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: the same fault, with and without the safeguard."""
    cut = Fault(Kind.BOARD_POWER, 8 * 3600 + 690, 5)
    assert faulty_hours(cut).is_good
    monkeypatch.setattr(Streamer, "_refresh_in_s", lambda _self: math.inf)
    found = faulty_hours(cut)
    assert [gap.is_late for gap in found.gaps] == [True]
    assert found.longest_recovery_s > 20


def test_without_asking_who_is_there_a_stranger_gets_the_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: the log then says what our board did not show."""
    swap = Fault(Kind.STRANGER, 8 * 3600 + 660, 400)
    assert faulty_hours(swap).is_good
    monkeypatch.setattr(computer, "Link", _trusting_link)
    monkeypatch.setattr("signboard.player.upkeep.Upkeep.has_changed", lambda _self: False)
    assert faulty_hours(swap).lies > 0


def _trusting_link(wire: RehearsalWire, clock: RehearsalClock, *, greet: object, patience: object) -> Link:
    """A link that greets nobody."""
    del greet, patience
    return Link(wire, clock)


def test_evidence_that_is_raised_is_a_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: a board that answers nothing, whose cable is off, and a log that says it was acknowledged."""
    script = small_script()
    mute = replace(script, board=replace(BOARD, options={"reply": "no"}))
    loose = Fault(Kind.LOOSE, 8 * 3600 + 598, 900)
    assert faulty_hours(loose, script=mute).lies == 0
    monkeypatch.setattr(Station, "claim", lambda _self, evidence: max(evidence, Evidence.ACKED))
    assert faulty_hours(loose, script=mute).lies > 0


def test_a_log_that_forgets_is_found_out() -> None:
    """Control: a book that loses every hundredth row that it acknowledged."""

    class Forgetful(Book):
        def _add(self, row: object) -> None:
            if len(self.rows) % 100 != 99:
                super()._add(row)  # type: ignore[arg-type] # rows, as the book is given them
            else:
                self.rows[-1] = self.rows[-1]

    script = small_script()
    course = course_of(script, MONTH, 1, days=4, parts=1)
    part: Part = course.parts[0]
    assert outcome_of(script, course, [Performance(script, part, Forgetful()).play()]).lost_proofs > 0


def test_campaigns_that_share_and_cut_in_lose_nothing() -> None:
    """Two of one rank take turns, a higher one cuts in for two hours: every pass whole, nothing unexplained."""
    script = small_script(faster=30)
    (first,) = script.campaigns
    second = replace(first, id="second", slogans=first.slogans[:1])
    urgent = replace(
        first, id="urgent", slogans=first.slogans[2:], windows=(HourWindow(480, 600),), level=Level.EMERGENCY
    )
    script = replace(script, campaigns=(first, second, urgent))
    course = course_of(script, MONTH, 1, Amount.NONE, days=1, parts=1)
    found = outcome_of(script, course, [Performance(script, part, Book()).play() for part in course.parts])

    assert found.is_good, told(found)
    assert found.gaps == ()
    assert all(tally.whole == tally.passes for tally in found.tallies.values())
