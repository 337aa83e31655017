"""Each kind of fault does what it says, and ends."""

from datetime import UTC, datetime
from random import Random

import pytest

from signboard.protocols.bx5 import SPEC
from signboard.protocols.spec import BoardSpec
from signboard.rehearsal.clock import US, RehearsalClock
from signboard.rehearsal.computer import PowerCutError
from signboard.rehearsal.faults import Fault, Kind
from signboard.rehearsal.mishaps import Mishaps
from signboard.rehearsal.wire import RehearsalBoard, RehearsalWire


def bench(fault: Fault) -> tuple[RehearsalWire, RehearsalClock, Mishaps]:
    """A wire and a board to which this will happen."""
    clock = RehearsalClock(datetime(2026, 11, 15, tzinfo=UTC))
    board = RehearsalBoard(SPEC.panel(BoardSpec(16, 8)), lambda _seen: None)
    wire = RehearsalWire(board, clock, 57600, Random(1))  # noqa: S311 - no secret
    mishaps = Mishaps(wire, clock, RehearsalBoard(SPEC.panel(BoardSpec(32, 8)), lambda _seen: None), 0)
    mishaps.arrange(fault)
    return wire, clock, mishaps


def test_an_adapter_is_pulled_and_put_back() -> None:
    """Out for ten seconds."""
    wire, clock, mishaps = bench(Fault(Kind.UNPLUG, 5, 10))
    clock.sleep(6)
    was_out = not wire.is_plugged
    clock.sleep(10)
    assert was_out
    assert wire.is_plugged
    assert mishaps.last_us == 15 * US


def test_a_cable_comes_off_and_is_put_back() -> None:
    """Off for ten seconds."""
    wire, clock, _mishaps = bench(Fault(Kind.LOOSE, 5, 10))
    clock.sleep(6)
    assert not wire.is_fast
    clock.sleep(10)
    assert wire.is_fast


def test_a_board_loses_its_power() -> None:
    """For ten seconds."""
    wire, clock, _mishaps = bench(Fault(Kind.BOARD_POWER, 5, 10))
    clock.sleep(6)
    assert not wire.board.is_powered
    clock.sleep(10)
    assert wire.board.is_powered


def test_noise_comes_and_goes() -> None:
    """Bytes suffer in three ways while it lasts."""
    wire, clock, _mishaps = bench(Fault(Kind.NOISE, 5, 10, share=0.03))
    clock.sleep(6)
    assert wire.noise.flip == wire.noise.drop == wire.noise.double == pytest.approx(0.01)
    clock.sleep(10)
    assert wire.noise.is_quiet


def test_a_clock_is_set_and_set_right() -> None:
    """An hour ahead for ten seconds; both moments are noted."""
    _wire, clock, mishaps = bench(Fault(Kind.CLOCK, 5, 10, step_s=3600))
    clock.sleep(6)
    assert clock.offset_us == 3600 * US
    clock.sleep(10)
    assert clock.offset_us == 0
    assert mishaps.offsets == [(5 * US, 3600 * US), (15 * US, 0)]


@pytest.mark.parametrize("kind", [Kind.CRASH, Kind.COMPUTER, Kind.MAINS, Kind.WRONG_BOOT])
def test_a_computer_goes_off_in_the_middle_of_what_it_does(kind: Kind) -> None:
    """And is to be started again when the fault is over."""
    _wire, clock, _mishaps = bench(Fault(kind, 5, 10))
    with pytest.raises(PowerCutError) as cut:
        clock.sleep(60)
    assert (clock.now_us, cut.value.until_us) == (5 * US, 15 * US)


def test_in_a_power_cut_the_board_is_lit_before_the_computer_is() -> None:
    """It waits for the computer to start."""
    wire, clock, _mishaps = bench(Fault(Kind.MAINS, 5, 100))
    with pytest.raises(PowerCutError):
        clock.sleep(10)
    assert not wire.board.is_powered
    clock.advance(80 * US)
    assert wire.board.is_powered


def test_a_wrong_boot_has_a_wrong_clock_until_it_is_right() -> None:
    """From the start of the computer until a source tells the time."""
    _wire, clock, _mishaps = bench(Fault(Kind.WRONG_BOOT, 5, 100, step_s=-86_400, right_s=50))
    with pytest.raises(PowerCutError):
        clock.sleep(10)
    clock.advance(110 * US)
    assert clock.offset_us == -86_400 * US
    clock.advance(160 * US)
    assert clock.offset_us == 0


def test_another_board_comes_under_the_old_name() -> None:
    """For ten seconds; every change of boards breaks the line."""
    wire, clock, mishaps = bench(Fault(Kind.STRANGER, 5, 10))
    wire.open()
    clock.sleep(6)
    assert wire.stranger is mishaps.stranger
    clock.sleep(10)
    assert wire.stranger is None
