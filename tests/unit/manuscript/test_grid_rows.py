"""grid_rows: what a row is that holds no slogan."""

from datetime import date

import pytest
from sheets import ONE, TWO, sheet

from signboard.manuscript.grid_rows import (
    ends_list,
    is_ditto,
    is_group,
    is_title,
    is_total,
    noise_of,
    sentence_worth,
    tidy_lines,
    words_of,
    written,
)
from signboard.manuscript.model import Cell


def test_a_row_is_written_on_one_line() -> None:
    """Empty cells are nothing; days and numbers as people write them."""
    (row,) = sheet(["1", "", ONE, date(2026, 11, 15), 2.0, None]).rows

    assert written(row) == f"1 | {ONE} | 2026-11-15 | 2"


def test_words_of_cells() -> None:
    """On one line, or line by line; a covered cell has none."""
    (row,) = sheet(["Hãy\nlên tiếng"]).rows
    (cell,) = row.cells

    assert (words_of(cell), words_of(None), words_of(Cell())) == ("Hãy lên tiếng", "", "")
    assert cell is not None
    assert tidy_lines(cell) == ["Hãy", "lên tiếng"]


@pytest.mark.parametrize("text", ["nt", "NT", "n.t", "-nt-", "Như trên", '"', "''", "〃", "”", '" "', ",,"])
def test_marks_of_repetition(text: str) -> None:
    """Each as clerks write it."""
    assert is_ditto(text)


@pytest.mark.parametrize("text", ["", ONE, "như trên bảng", "15/11", "-", '"Hãy lên tiếng"'])
def test_words_are_no_repetition(text: str) -> None:
    """A dash says nothing at all."""
    assert not is_ditto(text)


def test_totals() -> None:
    """As the first words of a row."""
    assert all(map(is_total, (["Tổng cộng", "5"], ["", "Tổng số: 10 khẩu hiệu"], ["Cộng"], ["TỔNG CỘNG: 10 câu"])))
    assert not any(
        map(is_total, ([], [ONE], ["Cộng đồng chung tay"], ["Tổng cục Thống kê"], ["5", "Tổng cộng"], ["Cổng số 1"]))
    )


def test_titles() -> None:
    """What papers call their lists."""
    assert all(map(is_title, ("DANH SÁCH KHẨU HIỆU", "Kế hoạch chạy bảng điện tử", "Khẩu hiệu tuyên truyền năm 2026")))
    assert not any(map(is_title, (ONE, TWO, "Gia đình hạnh phúc")))


def test_groups() -> None:
    """Headings within a list."""
    assert all(map(is_group, ("I. Khẩu hiệu chung", "B/ Khẩu hiệu riêng", "Nhóm 2: thanh niên", "Tuyên truyền:")))
    assert not any(map(is_group, (ONE, TWO, "Vì sức khỏe của bạn")))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Nơi nhận:", "recipients"), ("NGƯỜI LẬP BIỂU", "signature"), ("GIÁM ĐỐC", "signature"),
        ("Bắc Giang, ngày 10 tháng 11 năm 2026", "signature"), ("Bắc Giang, ngày      tháng 11 năm 2026", "signature"),
        (ONE, ""), ("", ""),
    ],
)  # fmt: skip
def test_the_end_of_a_list(text: str, reason: str) -> None:
    """Recipients, a title above a signature, place and day."""
    assert ends_list([text]) == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "letterhead"), ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "letterhead"),
        ("- Lưu: VT", "recipients"), ("Trưởng phòng", "signature"), ("Căn cứ Kế hoạch số 87/KH-UBND", "preamble"),
        ("Ghi chú: chạy luân phiên", "note"), ("Trang 2", "page"), (ONE, ""),
    ],
)  # fmt: skip
def test_noise(text: str, reason: str) -> None:
    """By its form alone."""
    assert noise_of(text) == reason


def test_the_worth_of_sentences() -> None:
    """Vietnamese, letters alone, and neither."""
    assert [sentence_worth(text) for text in (ONE, "hay len tieng khi bi bao luc", "Nhóm 1", "15/11/2026", "")] == [
        1.0, 0.5, 0.0, 0.0, 0.0,
    ]  # fmt: skip
