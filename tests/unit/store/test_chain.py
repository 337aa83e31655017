"""Chain of digests."""

import pytest

from signboard.store.chain import NO_DIGEST, linked


def test_a_digest_covers_the_row_and_all_before_it() -> None:
    """Another value, another order or another forerunner gives another digest."""
    first = linked(NO_DIGEST, (1, "Đầu tư", None))
    assert len(first) == 64
    assert len({first, linked(NO_DIGEST, (1, "Đấu tư", None)), linked(NO_DIGEST, (None, "Đầu tư", 1))}) == 3
    assert linked(first, (2,)) != linked(NO_DIGEST, (2,))


def test_a_digest_is_the_same_on_every_computer() -> None:
    """Compact JSON in UTF-8 after the forerunner's digest."""
    assert linked("", ("ư", 1)) == "f0df5a71d69d780731336fbb6175c8ee97fb0ec8c22c1bb8b2978db498a702e4"


@pytest.mark.parametrize("value", [b"x", "\ud800", [[]], 1e999])
def test_what_damage_made_of_a_value_has_a_digest_like_no_other(value: object) -> None:
    """Nothing breaks over it."""
    assert linked(NO_DIGEST, (1, value)) != linked(NO_DIGEST, (1, "x"))
