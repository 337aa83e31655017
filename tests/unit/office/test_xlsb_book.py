"""office.xlsb_book: what calamine reads, as drafts; what it refuses, in our words."""

import io
from datetime import date

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from signboard.errors import InputError
from signboard.office.xlsb_book import read_xlsb


def test_cells_merges_and_hidden_sheets() -> None:
    """Tried on .xlsx, which calamine reads by the same calls."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet["B2"], sheet["C2"], sheet["D2"], sheet["E2"] = "Chung tay", date(2026, 11, 15), 1.5, True
    sheet.merge_cells("B2:B3")
    workbook.create_sheet("cũ").sheet_state = "hidden"
    stream = io.BytesIO()
    workbook.save(stream)

    shown, hidden = read_xlsb(stream.getvalue(), "a.xlsb")

    assert (shown.is_hidden, hidden.is_hidden, hidden.rows) == (False, True, {})
    assert shown.merges == [(2, 1, 3, 1)]
    cells = shown.rows[2]
    assert {column: cell.value for column, cell in cells.items()} == {1: None, 2: date(2026, 11, 15), 3: 1.5, 4: None}
    assert [cells[column].runs for column in (1, 4)] == [[("Chung tay", "")], [("TRUE", "")]]


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"no workbook"])
def test_what_calamine_cannot_read_is_damaged(raw: bytes) -> None:
    """Whatever it says itself."""
    with pytest.raises(InputError) as caught:
        read_xlsb(raw, "a.xlsb")

    assert caught.value.code == "damaged"
