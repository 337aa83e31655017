"""A table, row by row: which cells hold slogans, which days and hours stand beside them, and what is no slogan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Origin
from signboard.errors import InputError
from signboard.manuscript.bare import bare_words
from signboard.manuscript.grid_body import Body, Draft
from signboard.manuscript.grid_columns import asked_column, guess_kinds, slogan_columns
from signboard.manuscript.grid_dated import with_dated
from signboard.manuscript.grid_days import settle
from signboard.manuscript.grid_head import Head, find_head, head_that_names
from signboard.manuscript.grid_rows import noise_of, words_of, written
from signboard.manuscript.grid_sheets import are_parts, asked_sheet, current_sheets, sheet_notices, which_sheet
from signboard.manuscript.model import NOTHING_ASKED, Asked, Paragraph, Row, Table
from signboard.manuscript.result import Finding, LeftOut
from signboard.manuscript.written_days import period_in_file_name

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
        is_named: a heading names the column of slogans; else it was chosen by what it holds.
    """

    lines: tuple[GridLine, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[Finding, ...] = ()
    period: Period | None = None
    windows: tuple[HourWindow, ...] = ()
    is_named: bool = False


def read_table(table: Table, asked: Asked = NOTHING_ASKED, file: str = "") -> GridReading:
    """One table of a document, or one sheet.

    Args:
        table: as the importer found it.
        asked: `column`, the heading or the letter of the column that holds the slogans; `today`.
        file: its name, for sentences; days in it help to tell a month from a day.

    Raises:
        InputError: `which_column`, naming them, where two columns of a sheet could hold the slogans; `no_such_column`.
    """
    seen = [row for row in table.rows if not row.is_hidden]
    found = find_head(seen)
    if asked.column and (found is None or not found[1].has_name(asked.column)):
        found = head_that_names(seen, asked.column) or found
    start, head = found or (None, Head())
    below = seen[start + head.depth :] if start is not None else seen
    if asked.column:
        width = max((len(row.cells) for row in seen), default=0)
        columns: tuple[int, ...] = (asked_column(asked.column, head, width, file),)
    else:
        columns = slogan_columns(below, head if found else None, file, may_ask=table.is_sheet)
    if not columns:
        return GridReading(left_out=_nothing(table, file, start, head))
    if not head.kinds:
        head = replace(head, kinds=guess_kinds(below, columns[0]))
    head = with_dated(head, below, columns)
    body = Body(table, file, head, None if start is None else table.rows.index(seen[start]), columns)
    body.read(table.rows)
    return _finished(body, asked, file, is_named=bool(found and head.columns("slogan")))


def read_book(sheets: Sequence[Table], asked: Asked = NOTHING_ASKED, file: str = "") -> GridReading:
    """The sheets of a workbook, those chosen that a person would: hidden and old ones are left out and told.

    Args:
        sheets: all of them, in the order of the workbook.
        asked: `sheet`, the name or number (from 1) of the one to read; `column`; `today`.
        file: its name, for sentences.

    Raises:
        InputError: `which_sheet`, naming them, where several could be meant (months under one heading are all meant);
            `no_such_sheet`; and see `read_table`.
    """
    if asked.sheet:
        return read_table(asked_sheet(sheets, asked.sheet, file), asked, file)
    visible = [sheet for sheet in sheets if not sheet.is_hidden and sheet.rows]
    if len(visible) == 1:
        return _told(visible, read_table(visible[0], asked, file), sheets)
    chosen, reading = _chosen(visible, asked, file)
    return _told(chosen, reading, sheets)


def _told(chosen: Sequence[Table], reading: GridReading, sheets: Sequence[Table]) -> GridReading:
    told = sheet_notices([sheet for sheet in sheets if sheet.rows and not any(sheet is one for one in chosen)])
    return replace(reading, notices=(*told, *reading.notices))


def _chosen(visible: Sequence[Table], asked: Asked, file: str) -> tuple[Sequence[Table], GridReading]:
    """The sheet that a person would take, read; several that are no parts of one list are a question."""
    readings: list[tuple[Table, GridReading]] = []
    questions: list[InputError] = []
    for sheet in visible:
        try:
            readings.append((sheet, read_table(sheet, asked, file)))
        except InputError as error:
            questions.append(error)
    filled = [(sheet, reading) for sheet, reading in readings if reading.lines]
    named = [one for one in filled if one[1].is_named]
    current = current_sheets([sheet for sheet, _ in named or filled], asked.today.year if asked.today else None)
    if not filled and questions:
        raise questions[0]
    if len(current) > 1 and not (are_parts(current) and _are_headed_alike(current)):
        raise which_sheet(current, file)
    taken = [(sheet, reading) for sheet, reading in filled if any(sheet is one for one in current)]
    return [sheet for sheet, _ in taken], _joined([reading for _, reading in taken or readings])


def _are_headed_alike(sheets: Sequence[Table]) -> bool:
    heads = [find_head([row for row in sheet.rows if not row.is_hidden]) for sheet in sheets]
    names = [sorted((index, bare_words(name)) for index, name in found[1].names.items()) for found in heads if found]
    return len(names) == len(sheets) and all(one == names[0] for one in names)


def _joined(readings: Sequence[GridReading]) -> GridReading:
    """Sheets one after the other; days that one states for itself are with its lines."""
    if len(readings) == 1:
        return readings[0]
    return GridReading(
        tuple(line for reading in readings for line in reading.lines),
        tuple(line for reading in readings for line in reading.left_out),
        tuple(notice for reading in readings for notice in reading.notices),
    )


def _nothing(table: Table, file: str, start: int | None, head: Head) -> tuple[LeftOut, ...]:
    """Every row of a table without a column of slogans: one of tasks, names, figures."""
    return tuple(
        LeftOut(Origin(file, row.number, "row", table.name), written(row), _reason(row, index, start, head))
        for index, row in enumerate(table.rows)
        if written(row)
    )


def _reason(row: Row, index: int, start: int | None, head: Head) -> str:
    if row.is_hidden:
        return "hidden"
    if start is not None and start <= index < start + head.depth:
        return "table_head"
    reasons = [noise_of(words_of(cell)) for cell in row.cells if words_of(cell)]
    return next((reason for reason in reasons if reason not in ("", "page")), "note")


def _finished(body: Body, asked: Asked, file: str, *, is_named: bool) -> GridReading:
    in_name = period_in_file_name(file)
    usual = body.period or (in_name.period if in_name else None)
    (year,) = body.years if len(body.years) == 1 else (None,)
    settled = settle(body.stated, usual, date(year, 9, 1) if year else asked.today)
    lines = tuple(_line(draft, body, settled[draft.row]) for draft in body.drafts)
    return GridReading(lines, tuple(body.left_out), tuple(body.notices), body.period, body.windows, is_named)


def _line(draft: Draft, body: Body, settled: tuple[Period | None, tuple[Finding, ...]]) -> GridLine:
    period, findings = settled
    is_silent = period is None and not findings
    windows = body.stated[draft.row].windows or draft.windows or body.windows
    return GridLine(
        draft.paragraph,
        (draft.period or body.period) if is_silent else period,
        windows,
        (*findings, *draft.remarks),
        draft.source,
    )
