"""Plain columns for people. Texts are NFC, so a letter with all its marks is one character wide."""

from collections.abc import Sequence

__all__ = ["table"]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows below a head, every column but the last as wide as its widest entry."""
    everything = [head, *rows]
    widths = [max(len(row[i]) for row in everything) for i in range(len(head) - 1)]
    return "\n".join(
        "  ".join([*(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in everything
    )
