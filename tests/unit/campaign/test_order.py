"""Orders above the calendar."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from signboard.campaign.order import BLANK, RESTS, Order

ORDER = Order("a", BLANK, datetime(2026, 11, 20, 1, tzinfo=UTC), datetime(2026, 11, 20, 2, tzinfo=UTC))


def test_an_order_holds_from_its_beginning() -> None:
    """The first instant belongs to it."""
    assert ORDER.holds_at(ORDER.since_at)


def test_an_order_is_over_at_its_end() -> None:
    """Half-open, as every interval here."""
    assert not ORDER.holds_at(ORDER.until_at)


@pytest.mark.parametrize(("rests", "festive", "plain"), [
    ("all", False, False), ("festive", False, True), ("ordinary", True, False), ("none", True, True)
])  # fmt: skip
def test_it_says_what_rests(rests: str, festive: bool, plain: bool) -> None:
    """Mourning rests what is festive, Tết what is not."""
    order = replace(ORDER, rests=rests)

    assert rests in RESTS
    assert (order.lets_play(is_festive=True), order.lets_play(is_festive=False)) == (festive, plain)
