"""The annex in Excel: every day, every slogan, every gap, as numbers that can be added up again.

Texts are written as texts, so nothing that begins with = is ever taken for a formula.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from io import BytesIO

import xlsxwriter
from xlsxwriter.workbook import Format, Workbook
from xlsxwriter.worksheet import Worksheet

from signboard.report.evidence import CAUSES, LEVELS, Report
from signboard.report.paper import FONT

__all__ = ["annex"]

Value = str | int | float | datetime | timedelta
_HOUR = timedelta(hours=1)


def annex(told: Report) -> bytes:
    """The .xlsx."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "remove_timezone": True})
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
        self._seconds = book.add_format({**base, "num_format": "#,##0.000"})
        self._sum = book.add_format({**base, "bold": True, "border": 1, "num_format": "#,##0.0000", "align": "center"})
        self._hours = book.add_format({**base, "num_format": "0.0000"})

    def days(self) -> None:
        """A row for each day."""
        sheet = self._sheet(
            "Theo ngày",
            ("Ngày", "Giờ theo kế hoạch", "Giờ đã chạy", "Giờ không chạy", "Số khoảng trên 2 giây", "Lượt trọn vẹn"),
            (14, 14, 14, 14, 14, 14),
        )
        days = self._told.account.days
        for row, one in enumerate(days, 1):
            sheet.write_datetime(row, 0, datetime(one.day.year, one.day.month, one.day.day), self._day)  # noqa: DTZ001 - a date for Excel, which knows no zones
            for column, length in enumerate((one.planned, one.shown, one.planned - one.shown), 1):
                sheet.write_number(row, column, length / _HOUR, self._hours)
            sheet.write_number(row, 4, len(one.gaps), self._plain)
            sheet.write_number(row, 5, one.passes, self._plain)
        self._sums(sheet, len(days), "BCDEF")

    def slogans(self) -> None:
        """A row for each slogan."""
        sheet = self._sheet(
            "Theo câu",
            (
                "TT",
                "Câu khẩu hiệu",
                "Đợt",
                "Lượt trọn vẹn",
                "Lượt dở",
                "Giờ đã chạy",
                "Lần đầu",
                "Lần cuối",
                "Mức bằng chứng",
            ),
            (6, 50, 16, 10, 10, 10, 19, 19, 36),
        )
        known = self._told.account.slogans
        for row, one in enumerate(known, 1):
            levels = "; ".join(
                f"{LEVELS[level]}: {length / _HOUR:.4f} giờ" for level, length in sorted(one.shown.items())
            )
            values: Sequence[Value] = (row, one.text, one.campaign, one.passes, one.broken)
            self._row(sheet, row, values)
            sheet.write_number(row, 5, one.time / _HOUR, self._hours)
            for column, at in ((6, one.first_at), (7, one.last_at)):
                if at is not None:
                    sheet.write_datetime(row, column, self._civil(at), self._moment)
            sheet.write_string(row, 8, levels, self._plain)
        self._sums(sheet, len(known), "DEF")

    def days_and_slogans(self) -> None:
        """Every day of every slogan."""
        sheet = self._sheet(
            "Từng ngày từng câu", ("Ngày", "TT", "Câu khẩu hiệu", "Lượt trọn vẹn", "Giờ đã chạy"), (12, 6, 60, 12, 12)
        )
        row = 0
        for number, one in enumerate(self._told.account.slogans, 1):
            for day, (passes, length) in sorted(one.by_day.items()):
                row += 1
                sheet.write_datetime(row, 0, datetime(day.year, day.month, day.day), self._day)  # noqa: DTZ001 - as above
                sheet.write_number(row, 1, number, self._plain)
                sheet.write_string(row, 2, one.text, self._plain)
                sheet.write_number(row, 3, passes, self._plain)
                sheet.write_number(row, 4, length / _HOUR, self._hours)
        sheet.autofilter(0, 0, max(row, 1), 4)

    def gaps(self) -> None:
        """Every gap above 2 s."""
        sheet = self._sheet("Khoảng không chạy", ("Từ", "Đến", "Giây", "Nguyên nhân"), (22, 22, 14, 60))
        for row, gap in enumerate(self._told.account.gaps, 1):
            sheet.write_datetime(row, 0, self._civil(gap.since_at), self._moment)
            sheet.write_datetime(row, 1, self._civil(gap.until_at), self._moment)
            sheet.write_number(row, 2, gap.length.total_seconds(), self._seconds)
            sheet.write_string(row, 3, CAUSES[gap.cause], self._plain)
        self._sums(sheet, len(self._told.account.gaps), "C")

    def approvals(self) -> None:
        """Every approval that was in force."""
        sheet = self._sheet(
            "Phê duyệt",
            ("Số văn bản", "Ngày", "Người ký", "Mã nội dung", "Số câu", "Nhập lúc", "Người nhập", "Mã đầy đủ"),
            (20, 14, 24, 20, 8, 22, 20, 70),
        )
        for row, (approval, code, slogans) in enumerate(self._told.approvals, 1):
            paper = approval.date_day
            self._row(
                sheet, row, (approval.number, "", approval.signer, code, slogans, "", approval.actor, approval.bundle)
            )
            sheet.write_datetime(row, 1, datetime(paper.year, paper.month, paper.day), self._day)  # noqa: DTZ001 - as above
            sheet.write_datetime(row, 5, self._civil(approval.approved_at), self._moment)

    def acts(self) -> None:
        """What people did."""
        sheet = self._sheet(
            "Đính chính, lệnh", ("Lúc", "Việc", "Nội dung", "Theo văn bản", "Người nhập"), (22, 22, 70, 30, 20)
        )
        for row, act in enumerate(self._told.acts, 1):
            self._row(sheet, row, ("", act.kind, act.text, act.document, act.actor))
            sheet.write_datetime(row, 0, self._civil(act.at), self._moment)

    def evidence(self) -> None:
        """How sure it all is."""
        sheet = self._sheet("Độ tin cậy", ("Mục", "Giây", "Nghĩa"), (40, 16, 80))
        figures = self._told.account
        rows: list[tuple[str, float, str]] = [
            ("Theo kế hoạch", figures.planned.total_seconds(), ""),
            ("Đã chạy trong kế hoạch", figures.shown.total_seconds(), ""),
            ("Giữa hai hình (không quá 2 giây)", figures.changing.total_seconds(), CAUSES["changing"]),
            ("Sáng ngoài kế hoạch", figures.beyond.total_seconds(), ""),
            ("Giờ máy chưa được xác nhận", figures.unsure.total_seconds(), ""),
            ("Bảng tự lật trang", figures.stored.total_seconds(), "không tính thành lượt"),
            ("Một lần mất điện có thể thiếu tối đa", self._told.commit_s, ""),
        ]
        known = sorted(figures.evidence.items())
        rows += [(level.name.lower(), time.total_seconds(), LEVELS[level]) for level, time in known]
        for row, (name, seconds, meaning) in enumerate(rows, 1):
            self._row(sheet, row, (name, "", meaning))
            sheet.write_number(row, 1, seconds, self._seconds)
        notes = [("Lưu ý", doubt) for doubt in self._told.doubts]
        notes += [
            ("Mã cuối của nhật ký", self._told.log_digest),
            ("Mã cuối của sổ phê duyệt", self._told.chain_digest),
        ]
        for row, (name, words) in enumerate(notes, len(rows) + 1):
            self._row(sheet, row, (name, "", words))

    def _sheet(self, name: str, head: Sequence[str], widths: Sequence[float]) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        for column, (words, width) in enumerate(zip(head, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, words, self._head)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        return sheet

    def _row(self, sheet: Worksheet, row: int, values: Sequence[Value], form: Format | None = None) -> None:
        for column, value in enumerate(values):
            if isinstance(value, str):
                sheet.write_string(row, column, value, form or self._plain)
            elif isinstance(value, int | float):
                sheet.write_number(row, column, value, form or self._plain)

    def _sums(self, sheet: Worksheet, rows: int, columns: str) -> None:
        """A last row with sums, as formulas whose results stand with them."""
        if not rows:
            return
        sheet.write_string(rows + 1, 0, "Cộng", self._head)
        for letter in columns:
            place = ord(letter) - ord("A")
            values = [sheet.table[row][place].number for row in range(1, rows + 1)]
            form = self._sum if any(value != int(value) for value in values) else self._head
            sheet.write_formula(rows + 1, place, f"=SUM({letter}2:{letter}{rows + 1})", form, sum(values))

    def _civil(self, at: datetime) -> datetime:
        return at.astimezone(self._told.zone).replace(tzinfo=None)
