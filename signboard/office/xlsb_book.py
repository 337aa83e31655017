"""Excel's rarer binary workbooks (.xlsb, and .xls of Excel 5), by calamine: filled cells, merged cells, hidden sheets.

Hidden rows and fonts are not told there, so old letters are known by what they say. calamine reserves the memory that a
file asks for: only the limits of the process that reads hold against a file that was spoiled on purpose.
"""

import io
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from signboard.office.refusals import damaged, encrypted_sheet, too_large
from signboard.office.sheet_draft import MOST_COLUMNS, DraftCell, SheetDraft

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook, SheetMetadata

__all__ = ["read_xlsb"]

_MOST_BYTES = 20_000_000
_MOST_AREA = 4_000_000
"""Cells within the corners of a sheet, filled or not: calamine lists them all."""


def read_xlsb(raw: bytes, file: str) -> list[SheetDraft]:
    """All sheets, in the order of the workbook.

    Args:
        raw: the whole content.
        file: its name, for sentences.

    Raises:
        InputError: `damaged`, `encrypted`, `too_large`.
    """
    from python_calamine import (  # noqa: PLC0415 - loads its library
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
    )

    if len(raw) > _MOST_BYTES:
        raise too_large(file)
    try:
        with CalamineWorkbook.from_object(io.BytesIO(raw)) as book:
            return [_sheet(book, one, file) for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    except PasswordError as error:
        raise encrypted_sheet(file) from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise damaged(file) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what its library raises where it gives up on itself
            raise
        raise damaged(file) from None


def _sheet(book: "CalamineWorkbook", metadata: "SheetMetadata", file: str) -> SheetDraft:
    from python_calamine import SheetVisibleEnum  # noqa: PLC0415 - as above

    draft = SheetDraft(metadata.name, metadata.visible != SheetVisibleEnum.Visible)
    sheet = book.get_sheet_by_name(metadata.name)
    if sheet.start is None or sheet.end is None:
        return draft
    if (sheet.end[0] + 1) * (sheet.end[1] - sheet.start[1] + 1) > _MOST_AREA:
        raise too_large(file)
    for number, cells in enumerate(sheet.iter_rows(), 1):
        for column, value in enumerate(cells, sheet.start[1]):
            draft.put(number, column, _cell(value))
    for first, last in sheet.merged_cell_ranges or ():
        draft.merges.append((first[0] + 1, first[1], last[0] + 1, min(last[1], MOST_COLUMNS - 1)))
    return draft


def _cell(value: object) -> DraftCell:
    if isinstance(value, str):
        return DraftCell([(value, "")])
    if isinstance(value, bool):
        return DraftCell([(str(value).upper(), "")])
    if isinstance(value, (int, float)):
        return DraftCell(value=float(value))
    return DraftCell(value=value) if isinstance(value, (date, datetime, time)) else DraftCell()
