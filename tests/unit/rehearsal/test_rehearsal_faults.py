"""Faults by seed."""

import itertools
from collections import Counter

from signboard.rehearsal.faults import USUAL, Kind, plan

MONTH_S = 31 * 86_400.0


def test_the_same_seed_gives_the_same_faults() -> None:
    """A rehearsal can be repeated, and another seed is another month."""
    assert plan(7, 0, MONTH_S) == plan(7, 0, MONTH_S)
    assert plan(7, 0, MONTH_S) != plan(8, 0, MONTH_S)


def test_a_usual_month_has_45_faults_of_every_kind() -> None:
    """As many of each kind as is usual."""
    found = plan(1, 0, MONTH_S)
    assert len(found) == 45
    assert Counter(fault.kind for fault in found) == USUAL


def test_faults_keep_their_distance() -> None:
    """Each recovery is over before the next fault, and all lie inside the span."""
    for seed in range(20):
        found = plan(seed, 1000, MONTH_S)
        assert all(one.until_s + 60 < other.at_s for one, other in itertools.pairwise(found))
        assert found[0].at_s > 1000
        assert found[-1].until_s < MONTH_S


def test_some_faults_strike_at_an_edge() -> None:
    """About one in five, and half of those right on it."""
    edges_s = [day * 86_400.0 + 21_600 for day in range(1, 30)]
    found = [fault for seed in range(20) for fault in plan(seed, 0, MONTH_S, edges_s=edges_s)]
    near = [fault for fault in found if min(abs(fault.at_s - edge) for edge in edges_s) < 0.6]
    assert 0.05 < len(near) / len(found) < 0.3


def test_a_wrong_boot_is_wrong_for_a_while_longer() -> None:
    """Its clock is set right only after the computer is back."""
    found = [fault for fault in plan(3, 0, MONTH_S) if fault.kind is Kind.WRONG_BOOT]
    assert found
    assert all(fault.until_s > fault.at_s + fault.lasts_s for fault in found)
    assert all(abs(fault.step_s) >= 3 * 3600 for fault in found)


def test_where_there_is_no_room_there_are_fewer() -> None:
    """An hour does not hold 45 faults, and the plan ends all the same."""
    assert len(plan(1, 0, 3600)) < 30


def test_nothing_asked_nothing_wrong() -> None:
    """No counts, no faults."""
    assert plan(1, 0, MONTH_S, counts={}) == ()
