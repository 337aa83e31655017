"""The shipped terms reach the typesetter."""

from signboard.lexicon import house_terms


def test_shipped_terms_hold_together() -> None:
    """A break inside one of them has a price, a break before it has none."""
    assert [bool(price) for price in house_terms().prices(["vì", "bình", "đẳng", "giới"])] == [False, True, True, False]
