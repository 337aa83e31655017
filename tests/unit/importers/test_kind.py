"""kind: what a file is, by its content."""

import io
import zipfile

import openpyxl
import pytest
from corpus import OWN

from signboard.errors import InputError
from signboard.importers.kind import kind_of, read
from signboard.manuscript.model import Asked


def packed(*names: str) -> bytes:
    """A zip with members of these names."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return raw.getvalue()


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (packed("word/document.xml"), "docx"),
        (packed("xl/workbook.xml"), "xlsx"),
        (b"{\\rtf1 x}", "rtf"),
        (b"\r\n<!DOCTYPE html><p>x", "html"),
        ("<html>x".encode("utf-16"), "html"),
        ("STT;Nội dung;Từ ngày\n1;Chung tay;1/1\n".encode(), "csv"),
        ("STT\tNội dung\n1\tChung tay\n".encode(), "csv"),
        ("1.\tChung tay\n2.\tHãy nói\n".encode(), "text"),
        ("Một, hai, ba\nBốn, năm, sáu\n".encode(), "text"),
        ("A bê; xê đê\nE; ép\n".encode(), "text"),
        (b"Chung tay", "text"),
        (b"\xff\xfe" + "Chung tay".encode("utf-16-le"), "text"),
    ],
)
def test_the_content_says_the_kind(raw: bytes, kind: str) -> None:
    """Whatever the name says."""
    assert kind_of(raw, "danh-sach.pdf") == kind


@pytest.mark.parametrize(
    ("raw", "file", "code"),
    [
        (b"", "a.docx", "empty"),
        (b"x", "~$a.docx", "lock_file"),
        (b"\x03Lan".ljust(162, b" "), "a.docx", "lock_file"),
        (b"junk %PDF-1.7", "a.docx", "pdf"),
        (b"\x89PNG\r\n", "a.docx", "picture"),
        (b"\x00\x00\x00\x18ftypheic", "a.heic", "picture"),
        (packed("ppt/presentation.xml"), "a.docx", "slides"),
        (packed("phu luc.docx"), "a.docx", "packed"),
        (packed("Index/Document.iwa"), "a.pages", "other_kind"),
        (b"Rar!\x1a\x07", "a.rar", "packed"),
        (b"MZ\x90", "a.doc", "other_kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "damaged"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "a.xls", "old_xml"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "a.doc", "old_xml"),
        (b"PK\x03\x04 cut", "a.docx", "damaged"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(raw: bytes, file: str, code: str) -> None:
    """Exit code 3, one sentence with the file's name."""
    with pytest.raises(InputError) as caught:
        kind_of(raw, file)
    assert (caught.value.code, caught.value.exit_code) == (code, 3)
    assert file in str(caught.value)


def test_a_password_is_asked_to_be_taken_off_in_its_own_program() -> None:
    """Word's menu for documents, Excel's for workbooks."""
    raw = (OWN / "co-mat-khau.docx").read_bytes()
    told = []
    for file in ("a.docx", "a.xlsx"):
        with pytest.raises(InputError) as caught:
            kind_of(raw, file)
        told.append(str(caught.value))

    assert "Word" in told[0]
    assert "Excel" in told[1]


def test_reading_passes_on_what_was_asked() -> None:
    """Here the encoding."""
    result = read("Phụ nữ và".encode(), "a.txt", Asked(encoding="utf-8"))

    assert [item.slogan.text for item in result.items] == ["Phụ nữ và"]


def test_a_long_table_is_told_by_its_first_lines() -> None:
    """Cut at the end of a line, in UTF-16 too."""
    text = "STT;Nội dung;Từ ngày\n" + "1;Đội mũ cho con;1/1\n" * 2_000

    assert [kind_of(text.encode(encoding), "a.txt") for encoding in ("utf-8", "utf-16")] == ["csv", "csv"]


def test_formulas_alone_are_told_with_the_cure() -> None:
    """A program wrote them, and none ever worked them out."""
    book = openpyxl.Workbook()
    for text in ("Khẩu hiệu", '="Nam, nữ "&"bình quyền"'):
        book.active.append((text,))  # type: ignore[union-attr]  # a new book has a sheet
    raw = io.BytesIO()
    book.save(raw)
    with pytest.raises(InputError, match=r"A2.*open it in Excel, save it") as caught:
        read(raw.getvalue(), "a.xlsx")
    assert caught.value.code == "formula_without_value"


@pytest.mark.parametrize("raw", ["Nam, nữ bình quyền\n".encode(), b"{\\rtf1 Nam, nu binh quyen\\par}"])
def test_a_sheet_of_a_file_without_sheets_is_told(raw: bytes) -> None:
    """It changes nothing."""
    found = read(raw, "a", Asked(sheet="2"))

    assert [one.code for one in found.notices] == ["no_sheets"]
    assert found.items == read(raw, "a").items


def test_answers_of_a_web_form_are_a_table() -> None:
    """The names of those who answered, their addresses and the time of their answers are no slogans and no days."""
    raw = (
        "Dấu thời gian,Địa chỉ email,Họ và tên,Câu khẩu hiệu đề xuất,Ý kiến khác\n"
        '2026/10/01 9:12:33 SA GMT+7,cb0@phuong.gov.vn,Lê An,"Nhanh hơn, gần dân hơn",\n'
        "2026/10/02 9:12:33 SA GMT+7,cb1@phuong.gov.vn,Vũ Chi,Nộp hồ sơ tại nhà,\n"
    )

    found = read(raw.encode(), "a.csv")

    assert [item.slogan.text for item in found.items] == ["Nhanh hơn, gần dân hơn", "Nộp hồ sơ tại nhà"]
    assert [item.period for item in found.items] == [None, None]


def test_a_column_of_a_plain_text_is_refused() -> None:
    """Nothing is read of it as if it had not been asked for."""
    with pytest.raises(InputError) as caught:
        read("Chung tay vì trẻ em".encode(), "a.txt", Asked(column="B"))

    assert caught.value.code == "no_columns"
