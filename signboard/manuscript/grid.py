"""A table, row by row: which cells hold slogans, which days and hours stand beside them, and what is no slogan."""

from collections.abc import Sequence
from dataclasses import dataclass

from signboard.campaign.period import HourWindow, Period
from signboard.manuscript.model import NOTHING_ASKED, Asked, Paragraph, Table
from signboard.manuscript.result import Finding, LeftOut

__all__ = ["GridLine", "GridReading", "read_book", "read_table"]


@dataclass(frozen=True, slots=True)
class GridLine:
    """A paragraph of a slogan cell: usually one slogan, neither cleaned nor parted at numbers or semicolons yet.

    Attributes:
        paragraph: as the file has it; its origin is the row.
        period: first and last day that its row, or the table's title, gives it: a proposal.
        windows: hours, likewise.
        findings: about its days and hours, and what its row notes beside it.
        source: the document that a column of the table names for it; empty where none does.
    """

    paragraph: Paragraph
    period: Period | None = None
    windows: tuple[HourWindow, ...] = ()
    findings: tuple[Finding, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class GridReading:
    """What a table holds, each in the order of the rows.

    Attributes:
        lines: those that are, or hold, slogans.
        left_out: every other line that is not blank.
        notices: about the table as a whole.
        period: what a title of the table says for all of it; every line without days of its own has it too.
        windows: hours, likewise.
    """

    lines: tuple[GridLine, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[Finding, ...] = ()
    period: Period | None = None
    windows: tuple[HourWindow, ...] = ()


def read_table(table: Table, asked: Asked = NOTHING_ASKED, file: str = "") -> GridReading:
    """One table of a document, or one sheet.

    Args:
        table: as the importer found it.
        asked: `column`, the heading or the letter of the column that holds the slogans; `today`.
        file: its name, for sentences.

    Raises:
        InputError: `which_column`, naming them, where two columns could hold the slogans; `no_such_column`.
    """
    del asked, file
    return GridReading(
        tuple(GridLine(one) for row in table.rows for cell in row.cells if cell for one in cell.paragraphs)
    )


def read_book(sheets: Sequence[Table], asked: Asked = NOTHING_ASKED, file: str = "") -> GridReading:
    """The sheets of a workbook, those chosen that a person would: hidden and old ones are left out and told.

    Args:
        sheets: all of them, in the order of the workbook.
        asked: `sheet`, the name or number (from 1) of the one to read; `column`; `today`.
        file: its name, for sentences.

    Raises:
        InputError: `which_sheet`, naming them, where several could be meant; `no_such_sheet`; and see `read_table`.
    """
    readings = [read_table(sheet, asked, file) for sheet in sheets]
    return GridReading(
        tuple(line for reading in readings for line in reading.lines),
        tuple(line for reading in readings for line in reading.left_out),
        tuple(notice for reading in readings for notice in reading.notices),
    )
