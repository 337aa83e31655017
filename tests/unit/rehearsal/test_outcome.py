"""The parts' findings added up."""

from dataclasses import replace

from rehearsed import MONTH, Book, small_script

from signboard.rehearsal.clock import US
from signboard.rehearsal.course import Amount, course_of
from signboard.rehearsal.faults import Fault, Kind
from signboard.rehearsal.judge import Gap
from signboard.rehearsal.outcome import Outcome, outcome_of
from signboard.rehearsal.performance import Performance


def outcome() -> Outcome:
    """Of four faultless days in two parts."""
    script = small_script()
    course = course_of(script, MONTH, 1, Amount.NONE, days=4)
    return outcome_of(script, course, [Performance(script, part, Book()).play() for part in course.parts])


def test_a_faultless_rehearsal_is_a_yes() -> None:
    """Four days of seven hours; both parts are in it."""
    found = outcome()
    assert found.is_good
    assert sum(tally.due_us for tally in found.tallies.values()) == 4 * 7 * 3600 * US
    assert (found.starts, found.lost_s, found.longest_recovery_s) == (2, 0, 0)
    assert found.wire.pictures > 300


def test_each_fault_of_the_board_is_a_no() -> None:
    """An unexplained gap, a late recovery, a lie, a lost row."""
    found = outcome()
    fault = Fault(Kind.UNPLUG, 1, 2)
    odd = Gap(0, US, None, US, 0, None)
    late = Gap(0, 9 * US, fault, 6 * US, 6 * US, None, is_late=True)
    fine = Gap(0, 4 * US, fault, US, US, None)
    assert replace(found, gaps=(fine,)).is_good
    assert replace(found, gaps=(fine,)).lost_s == 1
    assert not replace(found, gaps=(odd,)).is_good
    assert not replace(found, gaps=(late,)).is_good
    assert replace(found, gaps=(late,)).longest_recovery_s == 6
    assert not replace(found, lies=1).is_good
    assert not replace(found, lost_proofs=1).is_good
