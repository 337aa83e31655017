"""Tables that only lay out a page: letterheads and signatures side by side, a frame around a text."""

from collections.abc import Iterator

from signboard.manuscript.entry import Entry, entries_of
from signboard.manuscript.model import Paragraph, Table
from signboard.manuscript.noise import noise_of

__all__ = ["unframed"]

_MOST_ROWS = 4
_MOST_COLUMNS = 3
_LAYOUT = ("letterhead", "signature", "recipients")


def unframed(table: Table) -> tuple[Table] | tuple[Paragraph, ...]:
    """The paragraphs of a table that only lays out a page, column by column; else the table itself."""
    columns = max((len(row.cells) for row in table.rows), default=0)
    if columns == 1 and not any(row.is_header for row in table.rows) and len(table.rows) <= _MOST_ROWS:
        return tuple(_paragraphs(table))
    if columns > _MOST_COLUMNS or len(table.rows) > _MOST_ROWS:
        return (table,)
    paragraphs = tuple(_paragraphs(table))
    entries: list[Entry] = [entry for paragraph in paragraphs for entry in entries_of(paragraph)]
    noise = noise_of(entries)
    if any(reason in _LAYOUT for reason in noise) and sum(bool(reason) for reason in noise) * 2 >= len(noise):
        return paragraphs
    return (table,)


def _paragraphs(table: Table) -> Iterator[Paragraph]:
    columns = max((len(row.cells) for row in table.rows), default=0)
    for column in range(columns):
        for row in table.rows:
            cell = row.cells[column] if column < len(row.cells) else None
            yield from cell.paragraphs if cell is not None else ()
