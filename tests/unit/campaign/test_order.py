"""Orders above the calendar."""

from datetime import UTC, datetime

from signboard.campaign.order import BLANK, Order

ORDER = Order("a", BLANK, datetime(2026, 11, 20, 1, tzinfo=UTC), datetime(2026, 11, 20, 2, tzinfo=UTC))


def test_an_order_holds_from_its_beginning() -> None:
    """The first instant belongs to it."""
    assert ORDER.holds_at(ORDER.since_at)


def test_an_order_is_over_at_its_end() -> None:
    """Half-open, as every interval here."""
    assert not ORDER.holds_at(ORDER.until_at)
