"""Blank cells that were merged once: a sheet saved as text keeps the words of the first cell of each merged range.

Nothing says so in the file but its pattern: the column of groups (theme, week, office), or that of hours, is blank in
just the rows in which the column of days is, and both are filled where a group begins.
"""

from collections.abc import Sequence

from signboard.manuscript.grid_head import Head
from signboard.manuscript.model import Cell, Row

__all__ = ["once_merged"]

_FEWEST_GROUPS = 2


def once_merged(rows: Sequence[Row], head: Head, columns: Sequence[int], timed: Sequence[str]) -> frozenset[int]:
    """The columns of days and hours whose blank cells mean the cell above.

    Args:
        rows: below the heading.
        head: kinds of the columns.
        columns: indexes of the slogans' columns.
        timed: kinds of columns of days and hours.
    """
    filled = [row for row in rows if any(_has_words(row, index) for index in columns)]
    if any(cell is None or cell.rows > 1 for row in filled for cell in row.cells):
        return frozenset()  # this file tells itself what is merged
    known = {*columns, *head.columns(*timed), *head.columns("number", "notes", "priority", "repeats")}
    width = max((len(row.cells) for row in filled), default=0)
    begins = {index: _begins(filled, index) for index in range(width)}
    groups = [index for index in range(width) if index not in known]
    hours = [index for index in head.columns(*timed) if head.kinds[index].startswith("hour")]
    days = [index for index in head.columns(*timed) if index not in hours]

    def goes_with(index: int, others: Sequence[int]) -> bool:
        here = begins.get(index, ())
        is_grouped = 0 in here and _FEWEST_GROUPS <= len(here) < len(filled)
        return is_grouped and any(begins.get(other) == here for other in others)

    return frozenset(
        [index for index in days if goes_with(index, [*groups, *hours])]
        + [index for index in hours if goes_with(index, [*groups, *days])]
    )


def _begins(rows: Sequence[Row], index: int) -> tuple[int, ...]:
    """In which rows the column is filled."""
    return tuple(place for place, row in enumerate(rows) if _has_words(row, index))


def _has_words(row: Row, index: int) -> bool:
    cell: Cell | None = row.cells[index] if index < len(row.cells) else None
    return cell is not None and (cell.value is not None or bool(cell.text.strip()))
