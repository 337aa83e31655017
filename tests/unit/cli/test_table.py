"""Plain columns."""

from signboard.cli.table import table


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    """Vietnamese letters with two marks are one column; the last column is not padded."""
    assert table(["a", "b"], [["Ậ", "x"], ["long", "y"]]) == "a     b\nẬ     x\nlong  y"
