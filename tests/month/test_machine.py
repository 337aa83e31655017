"""A machine of everything that can happen, in any order: after it is over, the board shows what is due.

Between the rules nothing is checked but that rows are true; `settle` puts everything in order, lets the recovery bound
pass, and then the board must be right at every look, through changes of picture, too.
"""

import math
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from rehearsed import HANOI, Book, small_script

from signboard.campaign.order import BLANK, Order
from signboard.player.streamer import Streamer
from signboard.rehearsal.clock import US
from signboard.rehearsal.computer import Computer, PowerCutError
from signboard.rehearsal.faults import Fault, Kind
from signboard.rehearsal.performance import Part, Performance
from signboard.transports.noise import Noise

START_AT = datetime(2026, 11, 14, 23, 50, tzinfo=HANOI)
SEVEN_US = (7 * 3600 + 600) * US
NEVER_US = 1 << 60
CI = (15, 20)
LONG = (500, 30)


class Month(RuleBasedStateMachine):
    """One board on a morning of the month; pages stand for ten seconds."""

    faster = 30

    def __init__(self) -> None:
        super().__init__()
        self.script = small_script(faster=self.faster)
        self.stage = Performance(self.script, Part(START_AT, SEVEN_US, NEVER_US, (), 1), Book())
        self.clock, self.wire = self.stage.clock, self.stage.wire
        self.truth = self.script.screenplay()
        self.play = self.script.screenplay()
        self.orders: tuple[Order, ...] = ()
        self.withdrawn = False
        self.computer = self._started()

    def _started(self) -> Computer:
        stage = self.stage
        return Computer(self.script, self.wire, self.clock, stage.spool, self.play, stage.spool.floor_at)

    def _tick(self, seconds: float) -> None:
        """Production's pace, without leaps."""
        until_us = self.clock.now_us + round(seconds * US)
        try:
            self.computer.play(until_us, self._pace)
        except PowerCutError as cut:
            self.stage.spool.cut()
            self.clock.advance(cut.until_us)
            self.computer = self._started()

    def _pace(self, _streamer: Streamer, wait_s: float) -> int:
        return self.clock.now_us + math.ceil(wait_s * US)

    @initialize()
    def begin(self) -> None:
        """The board is lit."""
        self._tick(2)

    @rule(seconds=st.floats(0.1, 25))
    def run(self, seconds: float) -> None:
        """Time passes."""
        self._tick(seconds)

    @rule(step_s=st.sampled_from((-7200.0, -3600.0, -31.0, -3.0, 3.0, 31.0, 3600.0, 7200.0, 3e7, -5e8)))
    def clock_step(self, step_s: float) -> None:
        """Somebody sets the clock."""
        self.stage.mishaps.set_clock(step_s)

    @rule()
    def ntp_fixes(self) -> None:
        """A time source sets it right."""
        self.stage.mishaps.set_clock(0.0)

    @rule(lasts_s=st.floats(0.2, 60), wire_us=st.integers(0, 400_000))
    def power_cut(self, lasts_s: float, wire_us: int) -> None:
        """Board and computer, or one of them, in the middle of whatever is going on."""
        kind = (Kind.MAINS, Kind.COMPUTER, Kind.CRASH, Kind.BOARD_POWER)[wire_us % 4]
        at_us = self.clock.now_us + wire_us
        self.stage.mishaps.arrange(Fault(kind, at_us / US, lasts_s))
        self._tick(wire_us / US + lasts_s + 0.1)

    @rule()
    def unplug(self) -> None:
        """The adapter comes out."""
        self.wire.pull()

    @rule()
    def replug(self) -> None:
        """It is put back, and the cable with it."""
        self.wire.is_plugged = self.wire.is_fast = True

    @rule()
    def loosen(self) -> None:
        """The cable falls off the board."""
        self.wire.settle()
        self.wire.is_fast = False

    @rule(share=st.sampled_from((0.0, 0.01, 0.1)))
    def noise(self, share: float) -> None:
        """The line gets noisy, or quiet."""
        self.wire.settle()
        self.wire.noise = Noise(share / 3, share / 3, share / 3)

    @rule(is_off=st.booleans())
    def withdraw(self, is_off: bool) -> None:
        """A slogan is taken off, or approved again."""
        self.withdrawn = is_off
        self._change()

    @rule(is_on=st.booleans())
    def order(self, is_on: bool) -> None:
        """Somebody blanks the board for an hour, or the order ends."""
        at = self.clock.true_at(self.clock.now_us)
        self.orders = (_blank(at),) if is_on else ()
        self._change()

    def _change(self) -> None:
        campaigns = tuple(
            replace(campaign, slogans=campaign.slogans[1:] if self.withdrawn else campaign.slogans)
            for campaign in self.script.campaigns
        )
        for one in (self.truth, self.play):
            one.change(campaigns, self.orders)

    @rule()
    def settle(self) -> None:
        """Everything is in order again: within the bound the board is right, and stays right."""
        self.ntp_fixes()
        self.replug()
        self.noise(0.0)
        self._tick(self.script.allowance.bound_us / US)
        for _ in range(12):
            self._tick(0.9)
            assert self.is_right()

    def is_right(self) -> bool:
        """Does the board show what is due, or what was due a moment ago?"""
        now_us = self.clock.now_us
        shown = self.wire.board.panel.picture(now_us // 1000)
        lag_us = self.script.allowance.early_us
        return shown in [self.truth.shot(self.clock.true_at(at_us)).frame for at_us in (now_us - lag_us, now_us)]

    @invariant()
    def rows_are_true(self) -> None:
        """No row says what the board did not show."""
        assert self.stage.judge.verdict.lies == []


def _blank(at: datetime) -> Order:
    return Order(id="blank", kind=BLANK, since_at=at, until_at=at + timedelta(hours=1))


def _run(machine: type[Month], examples: int, steps: int) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_whatever_happens_in_whatever_order() -> None:
    """The count of everyday."""
    _run(Month, *CI)


@pytest.mark.long
def test_whatever_happens_500_times() -> None:
    """The full count."""
    _run(Month, *LONG)
    print(f"figure: machine runs = {LONG[0]} of {LONG[1]} steps")  # noqa: T201 - figures of the long run


class Slow(Month):
    """Pages stand for minutes, so that no change of picture mends anything."""

    faster = 1


class Forgetful(Slow):
    """Control: a player that believes that the board still shows what it was told."""

    def _started(self) -> Computer:
        found = super()._started()
        found.streamer._refresh_in_s = lambda: math.inf  # type: ignore[method-assign] # the safeguard is switched off
        return found


def _dark_for_a_moment(machine: type[Month]) -> None:
    one = machine()
    one.begin()
    one.power_cut(lasts_s=0.5, wire_us=103)  # of the board
    one.settle()


def test_without_repetitions_the_machine_finds_the_fault() -> None:
    """Control: the same steps with the safeguard, and without it."""
    _dark_for_a_moment(Slow)
    with pytest.raises(AssertionError):
        _dark_for_a_moment(Forgetful)
