"""The annex in Excel, read back by other programs than the one that writes it."""

from datetime import timedelta
from io import BytesIO

import openpyxl
import python_calamine

from signboard.report.annex import annex
from signboard.report.evidence import Report


def test_every_sheet_is_there(told: Report) -> None:
    """Days, slogans, gaps, papers, acts, evidence."""
    book = openpyxl.load_workbook(BytesIO(annex(told)))

    assert len(book.sheetnames) == 7
    assert book.sheetnames[0] == "Theo ngày"


def test_lengths_are_numbers(told: Report) -> None:
    """They can be added up again, and 40 seconds stand there as such."""
    sheet = openpyxl.load_workbook(BytesIO(annex(told)))["Theo ngày"]

    assert (sheet["B2"].value, sheet["C2"].value) == (timedelta(hours=1), timedelta(seconds=40))
    assert (sheet["C2"].data_type, sheet["C2"].number_format) == ("d", "[h]:mm:ss.000")
    assert (sheet["B3"].value, sheet["B3"].number_format) == ("=SUM(B2:B2)", "[h]:mm:ss.000")
    assert (sheet["E3"].value, sheet["E3"].number_format) == ("=SUM(E2:E2)", "General")


def test_sums_stand_with_their_results(told: Report) -> None:
    """A reader that reckons nothing sees them too."""
    rows = python_calamine.load_workbook(BytesIO(annex(told))).get_sheet_by_name("Theo câu").to_python()

    assert rows[-1][0] == "Cộng"
    assert rows[-1][3] == 4.0
    assert rows[-1][5] == timedelta(seconds=40)


def test_texts_are_never_formulas(told: Report) -> None:
    """An act whose text begins with =."""
    sheet = openpyxl.load_workbook(BytesIO(annex(told)))["Đính chính, lệnh"]

    assert (sheet["C2"].value, sheet["C2"].data_type) == ("=1+1", "s")


def test_times_are_those_of_the_place(told: Report) -> None:
    """The gap begins at 06:00:40."""
    sheet = openpyxl.load_workbook(BytesIO(annex(told)))["Khoảng không chạy"]

    assert str(sheet["A2"].value) == "2026-11-15 06:00:40"
