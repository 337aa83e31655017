"""remark: where, what, and what instead."""

from signboard.text.remark import Remark


def test_a_remark_proposes_nothing_by_itself() -> None:
    """Only a person may know."""
    assert Remark("syllable", 0, 3, "{word}").proposal == ""
