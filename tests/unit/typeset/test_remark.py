"""Remark: a code and a sentence with fields."""

from signboard.typeset.remark import Remark


def test_a_remark_says_itself() -> None:
    """In English, with its fields in place."""
    assert str(Remark("hard_to_read", "From {viewing} m.", {"viewing": 9})) == "From 9 m."
