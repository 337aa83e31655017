"""Plain columns."""

from signboard.cli.table import table


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    """Vietnamese letters with two marks are one column; the last column is not padded."""
    assert table(["a", "b"], [["Ậ", "x"], ["long", "y"]]) == "a     b\nẬ     x\nlong  y"


def test_the_last_column_goes_on_below_itself() -> None:
    """Where the terminal ends, and below its row where the others leave no room."""
    assert table(["A", "B"], [["1", "một hai ba bốn năm sáu bảy tám"]], 36).split("\n") == [
        "A  B",
        "1  một hai ba bốn năm sáu bảy tám",
    ]
    assert table(["A" * 20, "B"], [["1", "một hai ba bốn năm sáu"]], 30).split("\n") == [
        "A" * 20,
        "      B",
        "1",
        "      một hai ba bốn năm sáu",
    ]
