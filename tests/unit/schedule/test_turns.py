"""Who plays after whom."""

import pytest

from signboard.schedule.playlist import Entry
from signboard.schedule.turns import Cycle, Share, Turns, passes_before, smooth

A, B, C = Entry("x", "a", 1000), Entry("x", "b", 2000), Entry("y", "c", 3000)


def names(turns: Turns, count: int) -> str:
    """The first passes, by slogan."""
    return "".join(turns.entry(index).slogan for index in range(count))


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ((1, 1, 1), (0, 1, 2)),
        ((2, 1), (0, 1, 0)),
        ((1, 3), (1, 0, 1, 1)),
        ((3, 1, 1), (0, 0, 1, 2, 0)),
        ((0, -1), (0, 1)),
    ],
)
def test_turns_are_spread_by_weight(weights: tuple[int, ...], expected: tuple[int, ...]) -> None:
    """Each as often as it weighs; of equals the one written first; what weighs nothing still has its turn."""
    assert smooth(weights) == expected


def test_a_cycle_repeats_its_list() -> None:
    """In the order in which people wrote it."""
    assert names(Cycle([A, B]), 5) == "ababa"


def test_a_cycle_knows_how_long_any_number_of_passes_takes() -> None:
    """Also of a thousand million passes."""
    cycle = Cycle([A, B])
    assert [cycle.span_ms(passes) for passes in (0, 1, 2, 3)] == [0, 1000, 3000, 4000]
    assert cycle.span_ms(2_000_000_000) == 3_000_000_000_000


def test_a_slogan_of_weight_two_passes_twice_a_round() -> None:
    """And the other once."""
    assert names(Cycle([Entry("x", "a", 1, weight=2), Entry("x", "b", 1)]), 6) == "abaaba"


def test_equal_campaigns_alternate() -> None:
    """One pass each in turn, however long their lists are."""
    assert names(Share([(1, Cycle([A, B])), (1, Cycle([C]))]), 8) == "acbcacbc"


def test_campaigns_share_by_weight() -> None:
    """Three of four passes belong to the one of weight 3, which goes on with its own list each time."""
    played = names(Share([(3, Cycle([A, B])), (1, Cycle([C]))]), 8)
    assert (played.count("c"), played.replace("c", "")) == (2, "ababab")


def test_a_share_spans_what_its_passes_last() -> None:
    """The sum of the passes one by one."""
    share = Share([(2, Cycle([A, B])), (1, Cycle([C])), (3, Share([(1, Cycle([B])), (1, Cycle([C]))]))])
    spans = [share.span_ms(passes) for passes in range(60)]
    assert spans == [sum(share.entry(index).duration_ms for index in range(passes)) for passes in range(60)]


def test_members_are_named_once_in_turn() -> None:
    """Though a slogan may stand in two parts."""
    assert Share([(1, Cycle([A, B])), (1, Cycle([C])), (1, Cycle([A]))]).members == (A, C, B)


@pytest.mark.parametrize(
    ("offset_ms", "passes"), [(0, 0), (999, 0), (1000, 1), (2999, 1), (3000, 2), (3_000_000, 2000)]
)
def test_passes_are_half_open(offset_ms: int, passes: int) -> None:
    """The end of one is the start of the next."""
    assert passes_before(Cycle([A, B]), offset_ms, (1000, 2000)) == passes
