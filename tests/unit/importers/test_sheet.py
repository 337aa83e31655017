"""importers.sheet: workbooks as people save them, by four programs, and those that harm."""

import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
import xlwt  # type: ignore[import-untyped]  # no types are published
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from signboard.errors import InputError
from signboard.importers.sheet import manuscript
from signboard.manuscript.model import Asked, Cell, Manuscript, Table
from signboard.text.encodings.family import encode

ONE = "Chung tay xóa bỏ bạo lực đối với phụ nữ và trẻ em"
DAY = date(2026, 11, 15)
MORNING = datetime(2026, 11, 15, 6, 30)  # noqa: DTZ001 - a sheet knows no zones


def book(*rows: list[object]) -> tuple[openpyxl.Workbook, Worksheet]:
    """A workbook of one sheet, Khẩu hiệu."""
    workbook = openpyxl.Workbook()
    worksheet = workbook.active
    assert isinstance(worksheet, Worksheet)
    worksheet.title = "Khẩu hiệu"
    for row in rows:
        worksheet.append(row)
    return workbook, worksheet


def saved(workbook: openpyxl.Workbook | xlwt.Workbook) -> bytes:
    """Its bytes."""
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def sheets(raw: bytes, file: str = "a.xlsx", asked: Asked | None = None) -> list[Table]:
    """The sheets that are read."""
    read = manuscript(raw, file, asked or Asked())
    assert all(isinstance(block, Table) for block in read.blocks)
    return [block for block in read.blocks if isinstance(block, Table)]


def values(table: Table) -> list[list[object]]:
    """What each cell holds; None where one covers it."""
    return [[_value(cell) for cell in row.cells] for row in table.rows]


def _value(cell: Cell | None) -> object:
    if cell is None:
        return None
    return cell.text if cell.value is None else cell.value


def codes(raw: bytes, file: str = "a.xlsx") -> list[str]:
    """The notices about a file."""
    return [notice.code for notice in manuscript(raw, file).notices]


def test_words_numbers_days_and_times() -> None:
    """Each as what it is, in its row and column; Alt+Enter is a line break."""
    workbook, sheet = book([], ["TT", ONE, DAY, MORNING, time(6), 1.5, True, "a\nb"])
    sheet["D2"].number_format = "dd/mm/yyyy hh:mm"

    (table,) = sheets(saved(workbook))

    assert values(table) == [["TT", ONE, DAY, MORNING, time(6), 1.5, "TRUE", "a\nb"]]
    assert (table.name, table.rows[0].number, table.is_sheet) == ("Khẩu hiệu", 2, True)
    (paragraph,) = table.rows[0].cells[1].paragraphs if table.rows[0].cells[1] else ()
    assert (paragraph.origin.file, paragraph.origin.line, paragraph.origin.kind, paragraph.origin.part) == (
        "a.xlsx", 2, "row", "Khẩu hiệu",
    )  # fmt: skip


def test_days_of_old_macs() -> None:
    """The 1904 base stands in the workbook, not in the cells."""
    workbook, _ = book([DAY])
    workbook.epoch = CALENDAR_MAC_1904

    assert values(sheets(saved(workbook))[0]) == [[DAY]]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("dd/mm/yyyy", DAY),
        ('"ngày "d" tháng "m" năm "yyyy', DAY),
        ("[$-42A]d mmmm yyyy;@", DAY),
        ("mmm-yy", DAY),
        ("0", 46341.0),
        ("General", 46341.0),
        ('0" đồng"', 46341.0),
        ("#,##0.00_);[Red](#,##0.00)", 46341.0),
    ],
)
def test_a_number_is_a_day_by_its_format(form: str, expected: object) -> None:
    """Words and colours in the format say nothing."""
    workbook, sheet = book([46341])
    sheet["A1"].number_format = form

    assert values(sheets(saved(workbook))[0]) == [[expected]]


def test_merged_cells_are_one() -> None:
    """The first tells how far it reaches; the covered ones are None."""
    workbook, sheet = book(["Từ 15/11", "", "x"], ["", "", "y"])
    sheet.merge_cells("A1:B2")

    (table,) = sheets(saved(workbook))

    assert values(table) == [["Từ 15/11", None, "x"], [None, None, "y"]]
    assert [(cell.columns, cell.rows) for cell in table.rows[0].cells if cell] == [(2, 2), (1, 1)]


def test_what_excel_hides_is_hidden() -> None:
    """Rows and sheets by their mark; columns are left out and told."""
    workbook, sheet = book(["a", "b"], ["c", "d"])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    workbook.create_sheet("cũ").append(["e"])
    workbook["cũ"].sheet_state = "veryHidden"

    shown, old = sheets(saved(workbook))

    assert ([row.is_hidden for row in shown.rows], shown.is_hidden, old.is_hidden) == ([False, True], False, True)
    assert values(shown) == [["a", ""], ["c", ""]]
    assert codes(saved(workbook)) == ["hidden_column"]


def test_formulas_give_what_excel_last_showed() -> None:
    """One that was never worked out, and one that failed, are empty and told by name."""
    workbook, sheet = book(["x", "=A1", "#N/A"])
    sheet["C1"].data_type = "e"

    read = manuscript(saved(workbook), "a.xlsx")

    assert [(notice.code, notice.fields["cells"]) for notice in read.notices] == [
        ("formula_without_value", "B1"),
        ("cell_error", "C1"),
    ]


@pytest.mark.parametrize(
    ("font", "encoding", "expected"),
    [(".VnTime", "tcvn3", ONE), ("VNI-Times", "vni", ONE), (".VnTimeH", "tcvn3", ONE.upper())],
)
def test_old_fonts_are_read(font: str, encoding: str, expected: str) -> None:
    """By the name of the cell's font; one that draws capitals gives capitals."""
    workbook, sheet = book([encode(ONE, encoding).decode("latin-1")])
    sheet["A1"].font = Font(name=font)

    assert values(sheets(saved(workbook))[0]) == [[expected]]


def test_old_letters_in_a_new_font_are_known_by_what_they_say() -> None:
    """A person changed the font and the letters were never converted."""
    old = encode(ONE, "tcvn3").decode("latin-1")
    workbook, _ = book(["STT", old], ["1", old], ["2", "Café Hà Nội"])

    (table,) = sheets(saved(workbook))

    assert values(table) == [["STT", ONE], ["1", ONE], ["2", "Café Hà Nội"]]
    assert [cell.paragraphs[0].encoding for row in table.rows for cell in row.cells[1:] if cell] == [
        "tcvn3",
        "tcvn3",
        "",
    ]


def test_a_named_encoding_is_used() -> None:
    """For words too short to speak for themselves."""
    workbook, _ = book([encode("Tờ", "tcvn3").decode("latin-1")])

    assert values(sheets(saved(workbook), asked=Asked(encoding="tcvn3"))[0]) == [["Tờ"]]


def test_excel_97_says_the_same() -> None:
    """.xls: words, days, merged cells, hidden sheets."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Khẩu hiệu")
    sheet.write_merge(0, 0, 0, 1, "Tiêu đề")
    sheet.write(2, 0, "a\nb")
    sheet.write(2, 1, DAY, xlwt.easyxf(num_format_str="dd/mm/yyyy"))
    workbook.add_sheet("cũ").visibility = 1

    shown, old = sheets(saved(workbook), "a.xls")

    assert (values(shown), [row.number for row in shown.rows]) == ([["Tiêu đề", None], ["a\nb", DAY]], [1, 3])
    assert (shown.is_hidden, old.is_hidden) == (False, True)


def test_what_excel_97_hides_is_hidden() -> None:
    """Rows, columns, and cells in old fonts."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("a")
    sheet.write(0, 0, encode("Tờ", "tcvn3").decode("latin-1"), xlwt.easyxf("font: name .VnTime"))
    sheet.write(0, 1, "b")
    sheet.write(1, 0, "c")
    sheet.row(1).hidden = True
    sheet.col(1).hidden = True

    (table,) = sheets(saved(workbook), "a.xls")

    assert (values(table), [row.is_hidden for row in table.rows]) == ([["Tờ", ""], ["c", ""]], [False, True])
    assert codes(saved(workbook), "a.xls") == ["hidden_column"]


def test_far_corners_of_excel_97_cost_nothing() -> None:
    """Its sixty-five thousand rows are not listed."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("a")
    sheet.write(0, 0, ONE)
    sheet.write(65535, 255, "xa")

    (table,) = sheets(saved(workbook), "a.xls")

    assert [row.number for row in table.rows] == [1, 65536]


def test_a_sheet_that_claims_a_million_rows_costs_nothing() -> None:
    """Words in the last row and the last column, and a dimension that covers all."""
    workbook, sheet = book([ONE])
    sheet["A1048576"] = "cuối"
    sheet["XFD1048576"] = "xa"

    raw = saved(workbook)

    (table,) = sheets(raw)
    assert [(row.number, row.cells[0].text) for row in table.rows if row.cells[0]] == [(1, ONE), (1048576, "cuối")]
    assert codes(raw) == ["far_cells"]


def replaced(raw: bytes, name: str, content: bytes) -> bytes:
    """A zip file with another content in one member."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ROWS = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


def test_formatted_empty_rows_are_nothing() -> None:
    """A hundred thousand of them, as Excel leaves behind when a column is coloured to the end."""
    ghosts = b"".join(
        b'<row r="%d" ht="15"><c r="A%d" s="1"/></row>' % (number, number) for number in range(2, 100_000)
    )
    real = b'<row r="1"><c r="A1" t="inlineStr"><is><t>Chung tay</t></is></c></row>'

    assert values(sheets(replaced(saved(book(["x"])[0]), SHEET, ROWS % (real + ghosts)))[0]) == [["Chung tay"]]


def test_more_rows_than_any_list_are_refused() -> None:
    """Filled ones, that is."""
    rows = b"".join(b'<row r="%d"><c><v>1</v></c></row>' % number for number in range(1, 20_002))

    with pytest.raises(InputError) as caught:
        manuscript(replaced(saved(book(["x"])[0]), SHEET, ROWS % rows), "a.xlsx")

    assert caught.value.code == "too_large"


@pytest.mark.parametrize(
    ("raw", "file", "code"),
    [
        (b"", "a.xlsx", "empty"),
        (b"x", "~$a.xlsx", "lock_file"),
        (b"PK\x03\x04rest", "a.xlsx", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", "damaged"),
        (b"no workbook at all", "a.xls", "damaged"),
    ],
)
def test_what_is_no_workbook_is_refused(raw: bytes, file: str, code: str) -> None:
    """With a word for each reason."""
    with pytest.raises(InputError) as caught:
        manuscript(raw, file)

    assert caught.value.code == code


def test_entities_are_refused() -> None:
    """No office program declares them."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'

    with pytest.raises(InputError) as caught:
        manuscript(replaced(saved(book(["x"])[0]), SHEET, bomb), "a.xlsx")

    assert caught.value.code == "unsafe_xml"


def test_macros_are_told() -> None:
    """And never run."""
    stream = io.BytesIO(saved(book([ONE])[0]))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\x00")

    assert codes(stream.getvalue(), "a.xlsm") == ["macros"]


EXCEL = saved(book(["TT", ONE, DAY], [1, "nt", 2.5])[0])


def spoiled(raw: bytes, changes: list[tuple[int, int]], cut: int) -> bytes:
    """Some bytes changed, the end cut off."""
    mutable = bytearray(raw)
    for place, byte in changes:
        mutable[place % len(mutable)] = byte
    return bytes(mutable[: len(mutable) - cut % len(mutable)])


def _ends_well(raw: bytes, file: str) -> None:
    try:
        assert isinstance(manuscript(raw, file), Manuscript)
    except InputError as refused:
        assert str(refused)  # noqa: PT017 - a result or our own refusal: either is right


CHANGES = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=5)


@given(CHANGES, st.integers(0, 300))
def test_spoiled_bytes_end_in_a_result_or_a_refusal(changes: list[tuple[int, int]], cut: int) -> None:
    """Whatever is changed or cut off."""
    _ends_well(spoiled(EXCEL, changes, cut), "a.xlsx")
