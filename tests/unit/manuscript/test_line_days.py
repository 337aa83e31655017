"""Days and hours on a slogan's own line: taken off, or proposed, and never left unheard."""

from datetime import date

import pytest

from signboard.campaign.period import HourWindow, Period
from signboard.manuscript.line_days import days_on_line
from signboard.manuscript.result import Verdict

ALL = Period(date(2026, 12, 1), date(2026, 12, 5))


@pytest.mark.parametrize(
    "line",
    [
        "Vì dân phục vụ (từ 01/12/2026 đến 05/12/2026)",
        "Vì dân phục vụ (01-05/12/2026)",
        "Vì dân phục vụ [chạy từ ngày 1 đến ngày 5/12/2026].",
        "Từ 01/12/2026 đến 05/12/2026: Vì dân phục vụ",
        "01/12 - 05/12/2026: Vì dân phục vụ",
        "Thời gian 01/12 - 05/12/2026: Vì dân phục vụ",
    ],
)
def test_days_that_are_a_note_are_taken_off(line: str) -> None:
    """In brackets behind it, and in front of a colon."""
    found = days_on_line(line)

    assert (found.text.rstrip(), found.changes, found.period) == ("Vì dân phục vụ", ("days_taken",), ALL)


@pytest.mark.parametrize(
    "line", ["6h00 - 8h00: Chào buổi sáng", "06:00-08:00: Chào buổi sáng", "Chào buổi sáng (6-8h)"]
)
def test_hours_that_are_a_note_are_taken_off(line: str) -> None:
    """With any sign for hours."""
    found = days_on_line(line)

    assert (found.text.rstrip(), found.windows) == ("Chào buổi sáng", (HourWindow(360, 480),))


@pytest.mark.parametrize(
    ("line", "rest", "period"),
    [
        ("Mừng Đảng mừng Xuân - từ 01/12 đến 05/12/2026", "Mừng Đảng mừng Xuân", ALL),
        ("Mừng Đảng mừng Xuân, từ 01/12 đến 05/12/2026.", "Mừng Đảng mừng Xuân", ALL),
        ("01/12 đến 05/12/2026 – Mừng Đảng mừng Xuân", "Mừng Đảng mừng Xuân", ALL),
        ("Ngày 1/12/2026: Mừng Đảng mừng Xuân", "Mừng Đảng mừng Xuân", Period(date(2026, 12, 1), date(2026, 12, 1))),
        ("07:00: Mừng Đảng mừng Xuân", "Mừng Đảng mừng Xuân", None),
    ],
)
def test_days_that_may_be_words_are_proposed(line: str, rest: str, period: Period | None) -> None:
    """The text stays, for a look, and the days hold already."""
    found = days_on_line(line)

    assert (found.text, found.period) == (line, period)
    assert [(one.verdict, one.proposal) for one in found.findings] == [(Verdict.LOOK, rest)]


@pytest.mark.parametrize(
    "line",
    [
        "Kỷ niệm Ngày thành lập Đảng (3/2/1930 - 3/2/2026)",
        "Ngày Nhà giáo Việt Nam (20/11)",
        "20/11 - Ngày Nhà giáo Việt Nam",
        "Ngày Pháp luật 9/11: Sống và làm việc theo Hiến pháp",
        "Giờ Trái đất 2027: Tắt đèn 60 phút",
        "Một cửa, một lần, đúng hẹn",
        "Gọi 114 khi có cháy",
    ],
)
def test_feasts_and_history_stay(line: str) -> None:
    """No days of its own are read out of them."""
    found = days_on_line(line)

    assert (found.text, found.period, found.windows, found.findings) == (line, None, (), ())
