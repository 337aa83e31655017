"""grid_blanks: blank cells that were merged once."""

from collections.abc import Sequence

import pytest
from sheets import ONE, THREE, TWO, sheet, wide

from signboard.manuscript.grid_blanks import once_merged
from signboard.manuscript.grid_head import find_head
from signboard.manuscript.model import Cell

Value = str | Cell | None
TIMED = ("first", "last", "days", "hours", "hour_first", "hour_last")
SPAN = "01/11 - 30/11/2026"


def merged(*rows: Sequence[Value], slogan: int = 1) -> frozenset[int]:
    """The columns whose blanks mean the cell above, of a table with a heading."""
    table = sheet(*rows)
    found = find_head(table.rows)
    assert found is not None
    return once_merged(table.rows[1:], found[1], (slogan,), TIMED)


def test_days_that_stand_once_for_each_theme() -> None:
    """Theme and days are blank in the same rows."""
    assert merged(
        ["Chủ đề", "Khẩu hiệu", "Thời gian"], ["A", ONE, SPAN], ["", TWO, ""], ["B", THREE, "01/12 - 31/12/2026"]
    ) == {2}


def test_days_and_hours_that_begin_together() -> None:
    """Without a theme the hours tell."""
    head = ["Giờ", "Khẩu hiệu", "Thời gian"]

    assert merged(head, ["6h-22h", ONE, SPAN], ["", TWO, ""], ["7h-21h", THREE, SPAN]) == {0, 2}


@pytest.mark.parametrize(
    "rows",
    [
        [["A", ONE, SPAN], ["B", TWO, ""], ["C", THREE, SPAN]],
        [["A", ONE, ""], ["", TWO, ""], ["B", THREE, SPAN]],
        [["A", ONE, SPAN], ["", TWO, ""], ["", THREE, ""]],
        [["A", ONE, SPAN], ["B", TWO, SPAN], ["C", THREE, SPAN]],
    ],
)
def test_other_blanks_are_blanks(rows: list[Sequence[Value]]) -> None:
    """Themes in every row, no days at the top, days once for all, no blanks: nothing shows that cells were merged."""
    assert merged(["Chủ đề", "Khẩu hiệu", "Thời gian"], *rows) == frozenset()


def test_a_file_that_knows_its_merged_cells_says_so_itself() -> None:
    """Then a blank beside them is one."""
    rows: list[Sequence[Value]] = [[wide("A", 1, 2), ONE, SPAN], [None, TWO, ""], ["B", THREE, SPAN]]

    assert merged(["Chủ đề", "Khẩu hiệu", "Thời gian"], *rows) == frozenset()
