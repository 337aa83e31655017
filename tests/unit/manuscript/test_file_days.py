"""file_days: days and hours for a whole document."""

from datetime import date

import pytest
from manuscripts import entries

from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.manuscript.file_days import FileDays, days_of_file
from signboard.manuscript.sections import choose

NOVEMBER = Period(date(2026, 11, 15), date(2026, 12, 15))


def days(*lines: str, file: str = "a.docx", today: date | None = None) -> FileDays:
    """Of a document of these lines."""
    return days_of_file(choose(entries(lines)), file, today)


@pytest.mark.parametrize(
    "lines",
    [
        ("Thời gian: Từ ngày 15/11/2026 đến ngày 15/12/2026.", "Chung tay"),
        ("KHẨU HIỆU (từ 15/11/2026 đến 15/12/2026)", "1. Chung tay"),
        ("Bắc Ninh, ngày 1 tháng 10 năm 2026", "Từ 15/11 đến 15/12", "1. Chung tay"),
        (
            "Kính gửi: Các phòng",
            "Đề nghị chạy từ ngày 15/11/2026 đến hết ngày 15/12/2026 các khẩu hiệu sau:",
            "- Chung tay",
        ),
    ],
)
def test_a_document_states_its_days(lines: tuple[str, ...]) -> None:
    """In a line of their own, a title, a sentence; the year from where the paper was signed."""
    assert days(*lines).period == NOVEMBER


def test_a_file_name_is_asked_last() -> None:
    """Only where the document is silent."""
    assert days("Chung tay", file="khau-hieu-tu-15-11-2026-den-15-12-2026.docx").period == NOVEMBER


def test_days_without_any_year_take_that_of_today() -> None:
    """Or stay days of every year."""
    assert days("Từ 15/11 đến 15/12", "Chung tay", today=date(2026, 10, 1)).period == NOVEMBER
    assert days("Từ 15/11 đến 15/12", "Chung tay").period == Period(DayOfYear(11, 15), DayOfYear(12, 15))


def test_hours_stand_behind_their_label() -> None:
    """For all slogans."""
    assert days("Khung giờ: 6h-22h", "1. Chung tay").windows == (HourWindow(360, 1320),)


def test_a_document_may_state_nothing() -> None:
    """Then nothing is invented."""
    assert days("Chung tay") == FileDays()
