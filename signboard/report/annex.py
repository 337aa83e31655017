"""The annex in Excel: every day, every slogan, every gap, as numbers that can be added up again.

A length of time is a number of days, as Excel has it, and stands there in hours, minutes, seconds and thousandths, so
that nothing is so short that it looks like nothing. Texts are written as texts, so nothing that begins with = is ever
taken for a formula.
"""

import math
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from io import BytesIO

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from signboard.report.account import CHANGING
from signboard.report.evidence import CAUSES, LEVELS, SHORT_LEVELS, Report
from signboard.report.figures import hours
from signboard.report.paper import FONT

__all__ = ["annex"]

Value = str | int | date | datetime | timedelta | None
_LENGTH = "[h]:mm:ss.000"
_DAY = timedelta(days=1)
_LINE_PT = 16
_FILLED = 0.9
"""Lines break between words."""


def annex(told: Report) -> bytes:
    """The .xlsx."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": "Phụ lục báo cáo bảng chữ điện tử", "created": told.made_at.replace(tzinfo=None)})
    sheets = _Sheets(book, told)
    sheets.days()
    sheets.slogans()
    sheets.days_and_slogans()
    sheets.gaps()
    sheets.approvals()
    sheets.acts()
    sheets.evidence()
    book.close()
    return out.getvalue()


class _Sheets:
    """The sheets of one annex."""

    def __init__(self, book: Workbook, told: Report) -> None:
        self._book = book
        self._told = told
        base = {"font_name": FONT, "font_size": 12, "valign": "top"}
        self._plain = book.add_format({**base, "text_wrap": True})
        self._head = book.add_format({**base, "bold": True, "border": 1, "text_wrap": True, "align": "center"})
        self._day = book.add_format({**base, "num_format": "dd/mm/yyyy", "align": "left"})
        self._moment = book.add_format({**base, "num_format": "dd/mm/yyyy hh:mm:ss", "align": "left"})
        self._length = book.add_format({**base, "num_format": _LENGTH, "align": "center"})
        self._sum = book.add_format({**base, "bold": True, "border": 1})
        self._length_sum = book.add_format(
            {**base, "bold": True, "border": 1, "num_format": _LENGTH, "align": "center"}
        )

    def days(self) -> None:
        """A row for each day."""
        head = (
            "Ngày",
            "Theo kế hoạch (giờ:phút:giây)",
            "Đã chạy (giờ:phút:giây)",
            "Không chạy (giờ:phút:giây)",
            "Số khoảng trên 2 giây",
            "Lượt trọn vẹn",
        )
        rows = [
            (one.day, one.planned, one.shown, one.planned - one.shown, len(one.gaps), one.passes)
            for one in self._told.account.days
        ]
        self._sheet("Theo ngày", head, (14, 18, 18, 18, 14, 14), rows, sums="BCDEF")

    def slogans(self) -> None:
        """A row for each slogan."""
        head = (
            "TT",
            "Câu khẩu hiệu",
            "Đợt",
            "Lượt trọn vẹn",
            "Lượt dở",
            "Đã chạy (giờ:phút:giây)",
            "Lần đầu",
            "Lần cuối",
            "Mức bằng chứng",
        )
        rows = [
            (
                number,
                one.text,
                one.campaign,
                one.passes,
                one.broken,
                one.time,
                one.first_at,
                one.last_at,
                "; ".join(f"{LEVELS[level]}: {hours(length)}" for level, length in sorted(one.shown.items())),
            )
            for number, one in enumerate(self._told.account.slogans, 1)
        ]
        self._sheet("Theo câu", head, (7, 50, 16, 10, 10, 18, 20, 20, 36), rows, sums="DEF")

    def days_and_slogans(self) -> None:
        """Every day of every slogan."""
        head = ("Ngày", "TT", "Câu khẩu hiệu", "Lượt trọn vẹn", "Đã chạy (giờ:phút:giây)")
        rows = [
            (day, number, one.text, passes, length)
            for number, one in enumerate(self._told.account.slogans, 1)
            for day, (passes, length) in sorted(one.by_day.items())
        ]
        sheet = self._sheet("Từng ngày từng câu", head, (12, 6, 60, 12, 18), rows)
        sheet.autofilter(0, 0, max(len(rows), 1), len(head) - 1)

    def gaps(self) -> None:
        """Every gap above 2 s."""
        head = ("Từ", "Đến", "Độ dài (giờ:phút:giây)", "Nguyên nhân")
        rows = [(gap.since_at, gap.until_at, gap.length, CAUSES[gap.cause]) for gap in self._told.account.gaps]
        self._sheet("Khoảng không chạy", head, (22, 22, 18, 60), rows, sums="C")

    def approvals(self) -> None:
        """Every approval that was in force."""
        head = ("Số văn bản", "Ngày", "Người ký", "Mã nội dung", "Số câu", "Nhập lúc", "Người nhập", "Mã đầy đủ")
        rows = [
            (one.number, one.date_day, one.signer, code, slogans, one.approved_at, one.actor, one.bundle)
            for one, code, slogans in self._told.approvals
        ]
        self._sheet("Phê duyệt", head, (20, 14, 24, 20, 8, 22, 20, 72), rows)

    def acts(self) -> None:
        """What people did."""
        head = ("Lúc", "Việc", "Nội dung", "Theo văn bản", "Người nhập")
        rows = [(act.at, act.kind, act.text, act.document, act.actor) for act in self._told.acts]
        self._sheet("Đính chính, lệnh", head, (22, 22, 70, 30, 20), rows)

    def evidence(self) -> None:
        """How sure it all is."""
        figures = self._told.account
        known = sorted(figures.evidence.items())
        rows: list[tuple[Value, ...]] = [
            ("Theo kế hoạch", figures.planned, ""),
            ("Đã chạy trong kế hoạch", figures.shown, ""),
            ("Giữa hai hình (không quá 2 giây)", figures.changing, CAUSES[CHANGING]),
            ("Sáng ngoài kế hoạch", figures.beyond, ""),
            ("Giờ máy chưa được xác nhận", figures.unsure, ""),
            ("Bảng tự lật trang", figures.stored, "không tính thành lượt"),
            ("Một lần mất điện máy tính có thể thiếu tối đa", timedelta(seconds=self._told.commit_s), ""),
            ("Một lần bảng tắt có thể thừa tối đa", timedelta(seconds=self._told.blind_s), "giữa hai lần bảng trả lời"),
            *((SHORT_LEVELS[level].capitalize(), length, LEVELS[level]) for level, length in known),
            *(("Lưu ý", None, doubt) for doubt in self._told.doubts),
            ("Mã cuối của nhật ký", None, self._told.log_digest),
            ("Mã cuối của sổ phê duyệt", None, self._told.chain_digest),
        ]
        self._sheet("Độ tin cậy", ("Mục", "Giờ:phút:giây", "Nghĩa"), (40, 18, 80), rows)

    def _sheet(
        self,
        name: str,
        head: Sequence[str],
        widths: Sequence[float],
        rows: Sequence[Sequence[Value]],
        *,
        sums: str = "",
    ) -> Worksheet:
        """A sheet with its head, its rows and, where there are rows, the sums of the columns named by their letters."""
        sheet = self._book.add_worksheet(name)
        for column, (words, width) in enumerate(zip(head, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, words, self._head)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        for row, values in enumerate((head, *rows)):
            sheet.set_row(row, _LINE_PT * max(map(_lines, values, widths)))
        for row, values in enumerate(rows, 1):
            for column, value in enumerate(values):
                self._write(sheet, row, column, value)
        if rows and sums:
            sheet.write_string(len(rows) + 1, 0, "Cộng", self._head)
            for letter in sums:
                self._add_up(sheet, letter, [row[ord(letter) - ord("A")] for row in rows])
        return sheet

    def _write(self, sheet: Worksheet, row: int, column: int, value: Value) -> None:
        """A value as what it is; nothing for None."""
        if isinstance(value, str):
            sheet.write_string(row, column, value, self._plain)
        elif isinstance(value, int):
            sheet.write_number(row, column, value, self._plain)
        elif isinstance(value, timedelta):
            sheet.write_number(row, column, value / _DAY, self._length)
        elif isinstance(value, datetime):
            civil = value.astimezone(self._told.zone).replace(tzinfo=None)
            sheet.write_datetime(row, column, civil, self._moment)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, self._day)

    def _add_up(self, sheet: Worksheet, letter: str, values: Sequence[Value]) -> None:
        """A sum as a formula whose result stands with it, for readers that reckon nothing."""
        lengths = [value for value in values if isinstance(value, timedelta)]
        counts = [value for value in values if isinstance(value, int)]
        total, form = (sum(lengths, timedelta()) / _DAY, self._length_sum) if lengths else (sum(counts), self._sum)
        last = len(values) + 1
        sheet.write_formula(f"{letter}{last + 1}", f"=SUM({letter}2:{letter}{last})", form, total)


def _lines(value: Value, width: float) -> int:
    """How many lines a cell needs; programs other than Excel do not make room for them by themselves."""
    return math.ceil(len(value) / (_FILLED * width)) if isinstance(value, str) and value else 1
