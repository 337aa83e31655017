"""The rows of `sheets` as workbooks: by openpyxl, XlsxWriter, xlwt and odfpy."""

# ruff: noqa: ANN401 - the writing libraries have no types

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
import xlwt  # type: ignore[import-untyped] # it has no types
from data.imports.sheets import Book
from odf import opendocument, table, text  # type: ignore[import-untyped] # it has no types

__all__ = ["write_ods", "write_xls", "write_xlsx", "write_xlsx_stream"]


def write_xlsx(book: Book, path: Path) -> None:
    """By openpyxl."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in book.sheets:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for line in sheet.iter_rows():
            for cell in line:
                if isinstance(cell.value, date):
                    cell.number_format = "dd/mm/yyyy"
        if name in book.hidden_sheets:
            sheet.sheet_state = "hidden"
    first = workbook.worksheets[0]
    for number in book.hidden_rows:
        first.row_dimensions[number].hidden = True
    for place in book.merged:
        first.merge_cells(place)
    workbook.save(path)


def write_xlsx_stream(book: Book, path: Path) -> None:
    """By XlsxWriter."""
    workbook = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    for name, rows in book.sheets:
        sheet = workbook.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(number, column, value)
        if name in book.hidden_sheets:
            sheet.hide()
    first = workbook.worksheets()[0]
    for number in book.hidden_rows:
        first.set_row(number - 1, options={"hidden": True})
    for place in book.merged:
        start = place.partition(":")[0]
        top, left = int(start[1:]) - 1, ord(start[0]) - 65
        value = book.sheets[0][1][top][left]
        first.merge_range(place, value, workbook.add_format({"num_format": "dd/mm/yyyy"}))
    workbook.close()


def write_xls(book: Book, path: Path) -> None:
    """By xlwt."""
    workbook = xlwt.Workbook(encoding="utf-8")
    style = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for name, rows in book.sheets:
        sheet = workbook.add_sheet(name)
        sheet.visibility = int(name in book.hidden_sheets)
        covered = _covered(book.merged) if name == book.sheets[0][0] else {}
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if (number, column) in covered:
                    bottom = covered[number, column]
                    if bottom >= 0:
                        sheet.write_merge(number, bottom, column, column, value, style)
                elif value is not None:
                    sheet.write(number, column, value, style if isinstance(value, date) else xlwt.Style.default_style)
        for number in book.hidden_rows if name == book.sheets[0][0] else ():
            sheet.row(number - 1).hidden = True
    workbook.save(str(path))


def _covered(merged: tuple[str, ...]) -> dict[tuple[int, int], int]:
    """Bottom row by the place of a merged range's first cell; -1 for the cells that it covers."""
    found: dict[tuple[int, int], int] = {}
    for place in merged:
        start, end = place.split(":")
        top, bottom, column = int(start[1:]) - 1, int(end[1:]) - 1, ord(start[0]) - 65
        found[top, column] = bottom
        found.update({(row, column): -1 for row in range(top + 1, bottom + 1)})
    return found


def write_ods(book: Book, path: Path) -> None:
    """By odfpy."""
    document = opendocument.OpenDocumentSpreadsheet()
    for name, rows in book.sheets:
        sheet = table.Table(name=name)
        covered = _covered(book.merged) if name == book.sheets[0][0] else {}
        for number, row in enumerate(rows):
            hidden = name == book.sheets[0][0] and number + 1 in book.hidden_rows
            line = table.TableRow(visibility="collapse") if hidden else table.TableRow()
            for column, value in enumerate(row):
                line.addElement(_ods_cell(value, covered.get((number, column)), number))
            sheet.addElement(line)
        if name not in book.hidden_sheets:
            document.spreadsheet.addElement(sheet)
    document.save(str(path))


def _ods_cell(value: Any, bottom: int | None, row: int) -> Any:
    if bottom == -1:
        return table.CoveredTableCell()
    spans = {"numberrowsspanned": bottom - row + 1, "numbercolumnsspanned": 1} if bottom is not None else {}
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return table.TableCell(valuetype="date", datevalue=day.isoformat(), **spans)
    if isinstance(value, int):
        return table.TableCell(valuetype="float", value=value, **spans)
    cell = table.TableCell(valuetype="string", **spans)
    for line in (value or "").split("\n"):
        cell.addElement(text.P(text=line))
    return cell
