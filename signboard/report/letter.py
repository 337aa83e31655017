"""Báo cáo: the letter to the superior agency, ready for number and signature. Figures, gaps and all."""

import math
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from signboard.playlog.evidence import Evidence
from signboard.report.charts import bars, day_strips
from signboard.report.evidence import CAUSES, LEVELS, SHORT_LEVELS, Report
from signboard.report.figures import count, day, decimal, duration, hours, moment, share
from signboard.report.paper import TEXT_MM, Letterhead, Paper

__all__ = ["report_letter"]

_MOST_GAPS = 60
"""Gaps told in the letter; all of them stand in the annex."""
_PICTURE_MM, _PHOTO_MM = 60.0, 120.0


def report_letter(head: Letterhead, told: Report, font: Path, *, to: str = "", template: bytes | None = None) -> bytes:
    """The .docx.

    Args:
        head: of the office.
        told: everything.
        font: TrueType file for the charts.
        to: the agency that it goes to; empty: a blank.
        template: an office's own .docx whose styles and page it takes over; None: those of the decree.

    Raises:
        InputError: `bad_template`.
    """
    paper = Paper("Báo cáo kết quả chạy khẩu hiệu trên bảng chữ điện tử", told.made_at, template)
    paper.letterhead(head, "BC", None)
    span = f"từ ngày {day(told.first_day)} đến hết ngày {day(told.last_day)}"
    paper.title("Báo cáo", f"Kết quả chạy khẩu hiệu trên bảng chữ điện tử {span}")
    paper.text(f"Kính gửi: {to or '………………………………………'}")
    basis = f"Thực hiện {'; '.join(head.basis)}, " if head.basis else ""
    agency = head.agency or "cơ quan"
    paper.text(f"{basis}{agency} báo cáo kết quả chạy khẩu hiệu trên bảng chữ điện tử ({told.board}) {span} như sau:")
    _content(paper, told)
    _result(paper, told, font)
    _slogans(paper, told, font)
    _gaps(paper, told)
    _acts(paper, told)
    _evidence(paper, told)
    paper.heading("7. Nhận xét, đề xuất")
    for _line in range(3):
        paper.blank("…" * 30)
    paper.ending(head)
    _pictures(paper, told)
    return paper.to_bytes()


def _content(paper: Paper, told: Report) -> None:
    paper.heading("1. Nội dung và phê duyệt")
    if not told.approvals:
        paper.text("Không có danh sách nào được duyệt trong thời gian này.")
        return
    rows = [
        (
            approval.number,
            day(approval.date_day),
            approval.signer,
            code,
            count(slogans) if slogans else "-",
            moment(approval.approved_at, told.zone),
        )
        for approval, code, slogans in told.approvals
    ]
    head = ("Số văn bản", "Ngày", "Người ký", "Mã nội dung", "Số câu", "Nhập lúc")
    paper.table(head, rows, (32, 24, 32, 34, 12, 26))


def _result(paper: Paper, told: Report, font: Path) -> None:
    figures = told.account
    ran = [one for one in figures.days if one.shown]
    due = [one for one in figures.days if one.planned]
    missed = figures.planned - figures.shown
    percent = share(figures.shown, figures.planned)
    paper.heading("2. Kết quả chung")
    paper.text(
        f"Theo kế hoạch, bảng chạy {count(len(due))} ngày, {hours(figures.planned)}. Nhật ký ghi được "
        f"{count(len(ran))} ngày có chạy, {hours(figures.shown)}, {percent} thời gian theo kế hoạch. "
        f"Còn lại {duration(missed)} không có dòng nhật ký nào ghi là đã chạy: "
        f"{duration(missed - figures.changing)} trong {count(len(figures.gaps))} khoảng kể ở mục 4, và "
        f"{duration(figures.changing)} là tổng các khoảng không quá 2 giây, lúc chuyển hình hoặc mất liên lạc chốc lát."
    )
    if figures.beyond:
        paper.text(
            f"Ngoài thời gian theo kế hoạch, bảng còn sáng {duration(figures.beyond)} (theo lệnh hoặc kế hoạch cũ)."
        )
    if due:
        charts = day_strips(figures, told.planned, told.zone, font)
        _charts(paper, charts, "Biểu đồ 1. Thời gian chạy từng ngày (giờ trong ngày)")


def _slogans(paper: Paper, told: Report, font: Path) -> None:
    paper.heading("3. Số lượt của từng câu")
    known = told.account.slogans
    if not known:
        paper.text("Không có lượt nào.")
        return
    rows = [
        (str(number), one.text, count(one.passes), count(one.broken), hours(one.time), _levels(one.shown))
        for number, one in enumerate(known, 1)
    ]
    head = ("TT", "Câu khẩu hiệu", "Lượt trọn vẹn", "Lượt dở", "Thời gian", "Bằng chứng")
    paper.table(head, rows, (10, 58, 18, 16, 22, 36))
    passes = [(number, one.passes) for number, one in enumerate(known, 1)]
    paper.text(
        "Lượt trọn vẹn là lượt không có lần mất liên lạc nào và không thiếu quá "
        f"{_at_most(told.change_s)} giây ở mỗi lần chuyển hình; còn lại là lượt dở."
    )
    _charts(paper, bars(passes, font), "Biểu đồ 2. Số lượt trọn vẹn của từng câu")


def _charts(paper: Paper, charts: Sequence[bytes], caption: str) -> None:
    """One below the other; the caption below the last."""
    for number, chart in enumerate(charts, 1):
        paper.picture(chart, TEXT_MM, caption if number == len(charts) else "")


def _levels(shown: dict[Evidence, timedelta]) -> str:
    return "\n".join(f"{SHORT_LEVELS[level]}: {hours(shown[level])}" for level in sorted(shown))


def _gaps(paper: Paper, told: Report) -> None:
    paper.heading("4. Các khoảng không chạy trên 2 giây")
    gaps = sorted(told.account.gaps, key=lambda gap: gap.length, reverse=True)
    if not gaps:
        paper.text("Không có.")
        return
    rows = [
        (moment(gap.since_at, told.zone), moment(gap.until_at, told.zone), duration(gap.length), CAUSES[gap.cause])
        for gap in gaps[:_MOST_GAPS]
    ]
    if len(gaps) > _MOST_GAPS:
        rest = sum((gap.length for gap in gaps[_MOST_GAPS:]), timedelta())
        paper.text(
            f"Có {count(len(gaps))} khoảng; dưới đây là {_MOST_GAPS} khoảng dài nhất, các khoảng còn lại dài tổng cộng "
            f"{duration(rest)} và có đủ trong phụ lục."
        )
    paper.table(("Từ", "Đến", "Độ dài", "Nguyên nhân theo nhật ký"), rows, (36, 36, 28, 60))


def _acts(paper: Paper, told: Report) -> None:
    paper.heading("5. Đính chính, thu hồi và các lệnh trong thời gian chạy")
    if not told.acts:
        paper.text("Không có.")
        return
    rows = [(moment(act.at, told.zone), act.kind, act.text, act.document or "-", act.actor) for act in told.acts]
    paper.table(("Lúc", "Việc", "Nội dung", "Theo văn bản", "Người nhập"), rows, (32, 24, 56, 28, 20))


def _evidence(paper: Paper, told: Report) -> None:
    figures = told.account
    paper.heading("6. Mức độ tin cậy của số liệu")
    for level in sorted(figures.evidence):
        paper.text(f"- {hours(figures.evidence[level])}: {LEVELS[level]}.")
    paper.text(
        "Không loại bảng nào đọc lại được hình đang hiện; hình trong báo cáo là hình đã gửi. Số liệu lấy từ nhật ký "
        "ghi trong lúc chạy; nếu máy tính mất điện đột ngột, nhật ký có thể thiếu tối đa "
        f"{decimal(told.commit_s, 0)} giây mỗi lần, nên số liệu có thể ít hơn thực tế."
    )
    for sentence in _unnoticed(told):
        paper.text(sentence)
    if figures.unsure:
        paper.text(f"Trong đó {duration(figures.unsure)} được ghi khi giờ của máy tính chưa được xác nhận.")
    if figures.stored:
        stored = duration(figures.stored)
        paper.text(f"Trong đó {stored} bảng tự lật trang từ bộ nhớ của nó; thời gian này không tính thành lượt.")
    for doubt in told.doubts:
        paper.text(f"Lưu ý: {doubt}")
    paper.text(f"Lập lúc {moment(told.made_at, told.zone)} bằng signboard {told.version}.", italic=True)
    for name, digest in (("nhật ký chạy", told.log_digest), ("sổ phê duyệt", told.chain_digest)):
        paper.blank(f"Mã cuối của {name}: {digest or '-'}", size_pt=10)


def _unnoticed(told: Report) -> list[str]:
    """What nobody can notice, and by how much the figures may be too high for it."""
    found = []
    if told.account.evidence.keys() - {Evidence.SENT}:
        found.append(
            f"Hai lần bảng trả lời cách nhau nhiều nhất {_at_most(told.blind_s)} giây; bảng không báo là vừa mất điện. "
            "Nếu đèn bảng tắt rồi sáng lại giữa hai lần trả lời thì nhật ký không biết: mỗi lần như vậy số liệu có thể "
            f"nhiều hơn thực tế tới {_at_most(told.blind_s)} giây."
        )
    if Evidence.SENT in told.account.evidence:
        found.append(
            "Thời gian ghi là đã gửi tính cả lúc bảng mất điện hay tuột cáp mà máy tính vẫn gửi, vì bảng không trả lời."
        )
    return found


def _at_most(seconds: float) -> str:
    """A bound, which is never told smaller than it is."""
    return decimal(math.ceil(seconds * 10) / 10)


def _pictures(paper: Paper, told: Report) -> None:
    if told.pictures:
        paper.new_page()
        paper.heading("Phụ lục hình: nội dung như đã gửi tới bảng")
        rows: Sequence[Sequence[str | bytes]] = [(str(one.number), one.text, one.png) for one in told.pictures]
        paper.table(("TT", "Câu khẩu hiệu", "Hình trên bảng"), rows, (12, TEXT_MM - 12 - _PICTURE_MM, _PICTURE_MM))
    if told.photos:
        paper.heading("Ảnh chụp bảng thật")
        for number, photo in enumerate(told.photos, 1):
            paper.picture(photo.raw, _PHOTO_MM, f"Ảnh {number}. {photo.name}; {photo.taken}")
