"""A sheet on its way: filled cells in their places, made into a table once all are known; bounded whatever it claims.

Spreadsheets claim a million rows where ten are filled. Only filled cells are kept, so a claim costs nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from signboard.campaign.slogan import Origin
from signboard.errors import N_, InputError
from signboard.manuscript.model import Asked, Cell, Paragraph, Row, Table
from signboard.manuscript.result import Finding, Verdict
from signboard.office.fonts import read_old_letters
from signboard.office.refusals import too_large
from signboard.text.detect import read_as
from signboard.text.lines import read_lines
from signboard.text.visible import visible

__all__ = ["MOST_CELLS", "MOST_COLUMNS", "MOST_ROWS", "DraftCell", "SheetDraft", "column_name", "finished"]

MOST_ROWS = 10_000
"""Filled rows of all sheets; a list of slogans has at most 2,000."""
MOST_CELLS = 300_000
"""Filled cells of all sheets."""
MOST_COLUMNS = 256
"""Cells further right are left alone and told."""

_DROPPED = {code: None for code in range(0x20) if chr(code) not in "\n\t"} | {0xFEFF: None}
_NAMED = 5


@dataclass(slots=True)
class DraftCell:
    """A filled cell.

    Attributes:
        runs: (text, font) of its letters; none where it holds a value.
        value: what it holds where that is no text.
    """

    runs: Sequence[tuple[str, str]] = ()
    value: date | datetime | time | float | None = None


@dataclass(slots=True)
class SheetDraft:
    """A sheet as its reader meets it. Rows and columns count from 1 and 0.

    Attributes:
        name, is_hidden: of the sheet; its control characters as their codes, for it is printed everywhere.
        rows: filled cells by row and column.
        merges: (first row, first column, last row, last column) of merged cells.
        hidden_rows, hidden_columns: by number.
        uncounted: cells whose formula was never worked out, by name.
        errors: cells that show an error, by name.
        struck: cells that are crossed out, or hold letters that are, by name; what is crossed out is not kept.
        far: filled cells right of the last column that is read.
    """

    name: str
    is_hidden: bool = False
    rows: dict[int, dict[int, DraftCell]] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncounted: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    far: int = 0

    def __post_init__(self) -> None:
        self.name = visible(self.name)

    def put(self, row: int, column: int, cell: DraftCell) -> None:
        """Keep a cell, unless it is blank."""
        if cell.value is None and not "".join(text for text, _ in cell.runs).strip():
            return
        if column >= MOST_COLUMNS:
            self.far += 1
        else:
            self.rows.setdefault(row, {})[column] = cell


def column_name(column: int) -> str:
    """A, B … Z, AA for 0, 1 … 25, 26."""
    letters, column = "", column + 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def finished(drafts: Sequence[SheetDraft], file: str, asked: Asked) -> tuple[tuple[Table, ...], tuple[Finding, ...]]:
    """The sheets of a workbook, and what a person should know about it.

    Args:
        drafts: all sheets, in order.
        file: its name.
        asked: `encoding`, which all letters beyond ASCII are in.

    Raises:
        InputError: `too_large`.
        UsageError: `unknown_member`: there is no such encoding.
    """
    filled = [cells for draft in drafts for cells in draft.rows.values()]
    if len(filled) > MOST_ROWS or sum(map(len, filled)) > MOST_CELLS:
        raise too_large(file)
    letters = _Letters(drafts, asked.encoding)
    tables = tuple(_table(draft, file, letters) for draft in drafts)
    return tables, (*_notices(drafts), *letters.notices())


def _table(draft: SheetDraft, file: str, letters: "_Letters") -> Table:
    width = max((max(cells) + 1 for cells in draft.rows.values()), default=0)
    merges = sorted(draft.merges)
    active: list[tuple[int, int, int, int]] = []
    rows, next_merge = [], 0
    for number in sorted(draft.rows):
        while next_merge < len(merges) and merges[next_merge][0] <= number:
            active.append(merges[next_merge])
            next_merge += 1
        active = [merge for merge in active if merge[2] >= number]
        origin = Origin(file, number, "row", draft.name)
        cells = [_cell(draft, number, column, origin, letters) for column in range(width)]
        rows.append(Row(tuple(_merged(cells, number, active)), number, number in draft.hidden_rows))
    return Table(draft.name, tuple(rows), is_sheet=True, is_hidden=draft.is_hidden)


def _cell(draft: SheetDraft, row: int, column: int, origin: Origin, letters: "_Letters") -> Cell:
    found = draft.rows[row].get(column)
    if found is None or column in draft.hidden_columns:
        return Cell()
    if found.value is not None:
        return Cell((), found.value)
    text, encoding = letters.of(found)
    return Cell((Paragraph(text, origin, encoding=encoding),))


def _merged(cells: list[Cell], number: int, merges: Iterable[tuple[int, int, int, int]]) -> list[Cell | None]:
    row: list[Cell | None] = list(cells)
    for first_row, first, last_row, last in merges:
        for column in range(first, min(last + 1, len(cells))):
            row[column] = None
        if first_row == number and first < len(cells):
            kept = cells[first]
            row[first] = Cell(kept.paragraphs, kept.value, last - first + 1, last_row - first_row + 1)
    return row


class _Letters:
    """The letters of all cells as people see them: old fonts by their names, old bytes by what they say together."""

    def __init__(self, drafts: Sequence[SheetDraft], encoding: str) -> None:
        self._encoding = encoding
        self._texts: dict[int, tuple[str, str]] = {}
        self._unclear = 0
        cells = [cell for draft in drafts for row in draft.rows.values() for cell in row.values() if cell.runs]
        plain = []
        for cell in cells:
            text, found = read_old_letters(_clean(cell.runs))
            self._texts[id(cell)] = (text, found)
            if not found:
                plain.append(cell)
        self._read_together(plain)

    def of(self, cell: DraftCell) -> tuple[str, str]:
        """Its text, and the old encoding that it was in."""
        return self._texts[id(cell)]

    def notices(self) -> Iterator[Finding]:
        """Told once: how many cells could be read in several ways."""
        if self._unclear:
            yield Finding(
                "encoding_unclear",
                Verdict.LOOK,
                N_(
                    "It is not clear how the letters of {count} cells are written; load it again and name the encoding."
                ),
                {"count": self._unclear},
            )

    def _read_together(self, cells: Sequence[DraftCell]) -> None:
        if self._encoding:
            for cell in cells:
                self._texts[id(cell)] = _as(self._texts[id(cell)][0], self._encoding)
            return
        texts = [self._texts[id(cell)][0] for cell in cells]
        lines = iter(_judged([line for text in texts for line in text.split("\n")]))
        for cell, text in zip(cells, texts, strict=True):
            read = [next(lines) for _ in text.split("\n")]
            self._unclear += any(unclear for _, _, unclear in read)
            encoding = next((name for _, name, _ in read if name), "")
            self._texts[id(cell)] = ("\n".join(line for line, _, _ in read), encoding)


def _as(text: str, encoding: str) -> tuple[str, str]:
    reading = None if text.isascii() and encoding != "viqr" else read_as(text, encoding)
    return (reading.text, encoding) if reading and reading.text != text else (text, "")


def _judged(texts: Sequence[str]) -> list[tuple[str, str, bool]]:
    """Each line with its old encoding, judged together as lines of one file; what is unclear stands as it is."""
    content = "\n".join(texts)
    try:
        lines = read_lines(content.encode("utf-8", "replace"), "")
    except InputError:
        return [(text, "", False) for text in texts]
    judged = [
        (line.text, line.encoding, False) if line.sure else (text, "", True)
        for line, text in zip(lines, texts, strict=False)
    ]
    return judged + [("", "", False)] * (len(texts) - len(judged))


def _clean(runs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(text.replace("\r\n", "\n").replace("\r", "\n").translate(_DROPPED), font) for text, font in runs]


def _notices(drafts: Sequence[SheetDraft]) -> Iterator[Finding]:
    shown = [draft for draft in drafts if not draft.is_hidden]
    uncounted = [name for draft in shown for name in draft.uncounted]
    errors = [name for draft in shown for name in draft.errors]
    struck = [name for draft in shown for name in draft.struck]
    columns = [column_name(column) for draft in shown for column in sorted(_hidden_filled(draft))]
    if uncounted:
        yield Finding(
            "formula_without_value",
            Verdict.LOOK,
            N_(
                "Formulas without a result were read as empty: {cells}; open the file in Excel, save it, load it again."
            ),
            {"cells": _listed(uncounted)},
        )
    if errors:
        yield Finding(
            "cell_error",
            Verdict.LOOK,
            N_("Cells that show an error were read as empty: {cells}; correct them in the file."),
            {"cells": _listed(errors)},
        )
    if struck:
        yield Finding(
            "struck_text",
            Verdict.LOOK,
            N_("What is crossed out was left out: {cells}; if it belongs to the list, clear the line through it."),
            {"cells": _listed(struck)},
        )
    if columns:
        yield Finding(
            "hidden_column",
            Verdict.LOOK,
            N_("Hidden columns were not read: {columns}; to read one, show it in Excel and load the file again."),
            {"columns": _listed(columns)},
        )
    if any(draft.far for draft in shown):
        yield Finding(
            "far_cells",
            Verdict.LOOK,
            N_("Cells right of column {column} were not read; move them to the left if they belong to the list."),
            {"column": column_name(MOST_COLUMNS - 1)},
        )


def _hidden_filled(draft: SheetDraft) -> set[int]:
    return {column for cells in draft.rows.values() for column in cells if column in draft.hidden_columns}


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + (" \u2026" if len(names) > _NAMED else "")
