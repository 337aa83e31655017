"""What clerks write in Excel: rows of cells, the second sheet and what is hidden or merged, and the slogans in them."""

from datetime import date
from typing import Any, NamedTuple

from data.imports.documents import EARTH, GIRLS, KIDS, LAW, ROAD, SAFE, Content

__all__ = ["SHEETS", "Book"]


class Book(NamedTuple):
    """A workbook.

    Attributes:
        sheets: name and rows; a cell is text, a day, a number or None.
        content: no blocks; the slogans and days that a person finds.
        hidden_sheets: by name.
        hidden_rows: of the first sheet, from 1.
        merged: ranges of the first sheet.
    """

    sheets: tuple[tuple[str, list[list[Any]]], ...]
    content: Content
    hidden_sheets: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    merged: tuple[str, ...] = ()


def _found(texts: tuple[str, ...], *days: tuple[str, str]) -> Content:
    return Content((), texts, days=days)


NOVEMBER = ("2026-11-15", "2026-12-15")

SERIAL = Book(
    (
        (
            "Khẩu hiệu",
            [
                ["SỞ KHOA HỌC VÀ CÔNG NGHỆ", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
                ["VĂN PHÒNG", None, None, None, "Độc lập - Tự do - Hạnh phúc"],
                [None],
                ["DANH SÁCH KHẨU HIỆU CHẠY BẢNG ĐIỆN TỬ NĂM 2026"],
                [None],
                ["STT", "Nội dung khẩu hiệu", "Từ ngày", "Đến ngày", "Ghi chú"],
                [1, GIRLS[0], date(2026, 11, 15), date(2026, 12, 15), None],
                [2, GIRLS[1], date(2026, 11, 15), date(2026, 12, 15), "ưu tiên"],
                [3, LAW[0], date(2026, 11, 1), date(2026, 11, 9), None],
                [None, "Tổng cộng: 3 khẩu hiệu"],
                [None],
                [None, "Người lập", None, "CHÁNH VĂN PHÒNG"],
                [None, "Nguyễn Thị Hoa", None, "Trần Minh Quân"],
            ],
        ),
    ),
    _found((GIRLS[0], GIRLS[1], LAW[0]), NOVEMBER, NOVEMBER, ("2026-11-01", "2026-11-09")),
)

WRITTEN = Book(
    (
        (
            "2026",
            [
                ["BẢNG TỔNG HỢP KHẨU HIỆU NĂM 2026"],
                ["Thời gian", "TT", "Khẩu hiệu", "Khung giờ"],
                ["15/11/2026 - 15/12/2026", "1", GIRLS[1], "06:00-22:00"],
                ["từ 15.11.2026 đến 15.12.2026", "2", GIRLS[2], "6h-22h"],
                ["nt", "3", GIRLS[3], "nt"],
                ["01/11/26 - 10/11/26", "4", LAW[1], None],
            ],
        ),
        ("cu 2023", [["TT", "Khẩu hiệu"], ["1", "Khẩu hiệu của năm cũ không dùng nữa"]]),
    ),
    _found((GIRLS[1], GIRLS[2], GIRLS[3], LAW[1]), NOVEMBER, NOVEMBER, NOVEMBER, ("2026-11-01", "2026-11-10")),
    hidden_sheets=("cu 2023",),
)

MERGED = Book(
    (
        (
            "Tháng 6",
            [
                ["TT", "Nội dung", "Bắt đầu", "Kết thúc"],
                [1, KIDS[0], date(2026, 6, 1), date(2026, 6, 30)],
                [2, KIDS[1], None, None],
                [3, KIDS[3], None, None],
                [4, "Câu này đã ẩn, không chạy trên bảng nữa", None, None],
                [5, ROAD[0], date(2026, 6, 10), date(2026, 6, 20)],
            ],
        ),
    ),
    _found(
        (KIDS[0], KIDS[1], KIDS[3], ROAD[0]),
        ("2026-06-01", "2026-06-30"),
        ("2026-06-01", "2026-06-30"),
        ("2026-06-01", "2026-06-30"),
        ("2026-06-10", "2026-06-20"),
    ),
    hidden_rows=(5,),
    merged=("C2:C4", "D2:D4"),
)

IN_CELLS = Book(
    (
        (
            "Sheet1",
            [
                ["TT", "Nhóm", "Nội dung tuyên truyền"],
                [1, "Trẻ em", "\n".join(f"{n}. {one}" for n, one in enumerate(KIDS, 1))],
                [2, "Giao thông", f"{ROAD[0]}; {ROAD[1]}; {ROAD[2]}"],
                [3, "Môi trường", f"{EARTH[0]}"],
                [4, "Lao động", "Năng suất cao -\nAn toàn lao động - Thu nhập tốt"],
            ],
        ),
    ),
    _found((*KIDS, *ROAD[:3], EARTH[0], SAFE[1])),
)

BARE = Book((("Sheet1", [[one] for one in (*EARTH, *SAFE)]),), _found((*EARTH, *SAFE)))

NOTED = Book(
    (
        (
            "Lịch",
            [
                ["LỊCH CHẠY BẢNG LED (Từ ngày 01/12/2026 đến ngày 31/12/2026)"],
                ["Ghi chú", "Đến", "Từ", "Thông điệp"],
                ["chạy giờ hành chính", "15/12/2026", "01/12/2026", ROAD[0]],
                [None, None, None, ROAD[3]],
                ["thay câu 4", "31/12/2026", "16/12/2026", ROAD[4]],
            ],
        ),
    ),
    _found(
        (ROAD[0], ROAD[3], ROAD[4]),
        ("2026-12-01", "2026-12-15"),
        ("2026-12-01", "2026-12-31"),
        ("2026-12-16", "2026-12-31"),
    ),
)

SHEETS = {
    "danh-sach-ngay-that": SERIAL,
    "ngay-viet-tay": WRITTEN,
    "o-gop": MERGED,
    "nhieu-cau-mot-o": IN_CELLS,
    "mot-cot": BARE,
    "cot-dao-nguoc": NOTED,
}
