"""Plain columns for people. Texts are NFC, so a letter with all its marks is one character wide."""

from collections.abc import Sequence

from signboard.cli.columns import wrapped

__all__ = ["table"]

_ROOM = 32
"""Columns that the last one needs beside the others; with less it goes below them."""
_BELOW = "      "


def table(head: Sequence[str], rows: Sequence[Sequence[str]], columns: int | None = None) -> str:
    """Rows below a head, every column but the last as wide as its widest entry.

    Args:
        head: names of the columns.
        rows: as many cells each.
        columns: of the terminal, whose end the last column respects; None: lines as long as they are.
    """
    everything = [head, *rows]
    widths = [max(len(row[i]) for row in everything) for i in range(len(head) - 1)]
    is_below = columns is not None and sum(widths) + 2 * len(widths) + _ROOM > columns
    lines: list[str] = []
    for row in everything:
        left = "".join(f"{cell:<{width}}  " for cell, width in zip(row, widths, strict=False))
        if is_below:
            lines += [left.rstrip(), *wrapped(_BELOW, row[-1], columns)]
        else:
            lines += wrapped(left, row[-1], columns)
    return "\n".join(lines)
