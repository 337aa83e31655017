"""office.xls_book: cells of every kind of record, as xlwt writes them and by hand."""

import io
import struct
from datetime import date

import pytest
import xlwt  # type: ignore[import-untyped]  # no types are published

from signboard.errors import InputError
from signboard.office.ole import CompoundFile
from signboard.office.sheet_draft import SheetDraft
from signboard.office.xls_book import read_xls

BIFF8 = struct.pack("<HH", 0x0600, 5)


def record(kind: int, *fields: int | bytes) -> bytes:
    """A record: numbers take two bytes each."""
    body = b"".join(one if isinstance(one, bytes) else struct.pack("<H", one) for one in fields)
    return struct.pack("<HH", kind, len(body)) + body


def book(*cells: bytes, state: int = 0, before: bytes = b"") -> bytes:
    """The stream of a workbook with one sheet of these records."""
    begin, end = record(0x0809, BIFF8), record(0x000A)
    name = record(0x0085, struct.pack("<IBBBB", 0, state, 0, 1, 0) + b"a")
    place = len(begin + before + name + end)
    name = record(0x0085, struct.pack("<IBBBB", place, state, 0, 1, 0) + b"a")
    return begin + before + name + end + begin + b"".join(cells) + end


def values(stream: bytes) -> dict[tuple[int, int], object]:
    """What each filled cell of the first sheet holds."""
    return {
        (number, column): "".join(text for text, _ in cell.runs) if cell.runs else cell.value
        for number, cells in read_xls(stream, "a.xls")[0].rows.items()
        for column, cell in cells.items()
    }


def written(workbook: xlwt.Workbook) -> list[SheetDraft]:
    """What is read of a workbook of xlwt."""
    stream = io.BytesIO()
    workbook.save(stream)
    return read_xls(CompoundFile(stream.getvalue(), "a.xls").read("Workbook"), "a.xls")


def test_numbers_in_every_packing() -> None:
    """A float, the upper half of one, a whole number, and hundredths of both; several in one record."""
    half = struct.pack("<d", 1.5)[4:]
    hundredths = struct.pack("<d", 150.0)[4:]
    packed = bytes([hundredths[0] | 1]) + hundredths[1:]
    whole = struct.pack("<i", (-7 << 2) | 2)
    cents = struct.pack("<i", (250 << 2) | 3)
    cells = (
        record(0x0203, 0, 0, 0, struct.pack("<d", 2.25)),
        record(0x027E, 0, 1, 0, half),
        record(0x00BD, 0, 2, 0, whole, 0, cents, 0, packed, 4),
    )

    assert values(book(*cells)) == {(1, 0): 2.25, (1, 1): 1.5, (1, 2): -7.0, (1, 3): 2.5, (1, 4): 1.5}


def test_what_formulas_last_showed() -> None:
    """A number, words in a record of their own, truth, an error, nothing."""
    no_number = b"\xff\xff"
    cells = (
        record(0x0006, 0, 0, 0, struct.pack("<d", 5.0)),
        record(0x0006, 0, 1, 0, b"\x00\x00\x00\x00\x00\x00" + no_number),
        record(0x0207, struct.pack("<HB", 2, 0) + b"ab"),
        record(0x0006, 0, 2, 0, b"\x01\x00\x01\x00\x00\x00" + no_number),
        record(0x0006, 0, 3, 0, b"\x02\x00\x2a\x00\x00\x00" + no_number),
        record(0x0006, 0, 4, 0, b"\x03\x00\x00\x00\x00\x00" + no_number),
        record(0x0205, 0, 5, 0, b"\x00\x00"),
        record(0x0204, 0, 6, 0, struct.pack("<HB", 1, 0) + b"c"),
    )

    assert values(book(*cells)) == {(1, 0): 5.0, (1, 1): "ab", (1, 2): "TRUE", (1, 5): "FALSE", (1, 6): "c"}
    assert read_xls(book(*cells), "a.xls")[0].errors == ["D1"]


def test_fonts_that_change_within_a_cell() -> None:
    """Each run of letters has its own."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("a")
    old = xlwt.easyfont("name .VnTime")
    sheet.write_rich_text(0, 0, ("ab", ("cd", old)), xlwt.easyxf("font: name Arial"))

    assert written(workbook)[0].rows[1][0].runs == [("ab", "Arial"), ("cd", ".VnTime")]


def test_long_strings_go_on_in_further_records() -> None:
    """Of 8,224 bytes each."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("a")
    texts = [f"{row} " + "Chung tay xóa bỏ bạo lực " * 20 for row in range(60)]
    for row, text in enumerate(texts):
        sheet.write(row, 0, text)

    assert ["".join(text for text, _ in cells[0].runs) for cells in written(workbook)[0].rows.values()] == texts


def test_the_base_of_old_macs() -> None:
    """44,879 days after 1904 is 15/11/2026."""
    workbook = xlwt.Workbook()
    workbook.dates_1904 = True
    workbook.add_sheet("a").write(0, 0, 44879, xlwt.easyxf(num_format_str="dd/mm/yyyy"))

    assert written(workbook)[0].rows[1][0].value == date(2026, 11, 15)


def test_what_is_hidden() -> None:
    """Rows, columns, sheets."""
    cells = (record(0x0208, 3, 0, 1, 255, 0, 0, 0x20, 0), record(0x007D, 1, 2, 0, 0, 1))

    (draft,) = read_xls(book(*cells, state=1), "a.xls")

    assert (draft.hidden_rows, draft.hidden_columns, draft.is_hidden) == ({4}, {1, 2}, True)


@pytest.mark.parametrize(
    ("stream", "code"),
    [
        (b"", "damaged"),
        (book()[4:], "damaged"),
        (book(record(0x0203, 0, 0)), "damaged"),
        (book(before=record(0x002F, 1)), "encrypted"),
    ],
)
def test_what_cannot_be_read_is_refused(stream: bytes, code: str) -> None:
    """With a word for each reason."""
    with pytest.raises(InputError) as caught:
        read_xls(stream, "a.xls")

    assert caught.value.code == code


def test_places_that_are_not_there_are_nothing() -> None:
    """A string, a look and a font beyond those that there are."""
    assert values(book(record(0x00FD, 0, 0, 99, struct.pack("<I", 99)), record(0x027E, 1, 0, 99, bytes(4)))) == {
        (2, 0): 0.0
    }


@pytest.mark.parametrize(("count", "is_read"), [(101, True), (1_001, False)])
def test_no_sheet_is_passed_over(count: int, is_read: bool) -> None:
    """All of them are read, or none, and the file is refused."""
    name = record(0x0085, struct.pack("<IBBBB", 0, 0, 0, 1, 0) + b"a")
    stream = book(record(0x0203, 0, 0, 0, struct.pack("<d", 2.25)), before=name * (count - 1))

    if is_read:
        assert len(read_xls(stream, "a.xls")) == count
    else:
        with pytest.raises(InputError) as caught:
            read_xls(stream, "a.xls")
        assert caught.value.code == "too_large"


def test_what_is_crossed_out_is_left_out_and_named() -> None:
    """Cells by their look, letters by their own."""
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("a")
    look = xlwt.easyxf("font: struck_out on")
    sheet.write(0, 0, "a", look)
    sheet.write(0, 1, 5, look)
    sheet.write_rich_text(0, 2, (("b", xlwt.easyfont("struck_out on")), ("c", xlwt.easyfont("struck_out off"))))
    sheet.write(0, 3, "d")
    (draft,) = written(workbook)

    assert {column: cell.runs[0][0] for column, cell in draft.rows[1].items()} == {2: "c", 3: "d"}
    assert draft.struck == ["A1", "B1", "C1"]
