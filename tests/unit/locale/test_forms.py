"""Dates, times and numbers in both languages."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from signboard.locale.forms import day_text, instant_text, number_text
from signboard.locale.language import speak

AT = datetime(2026, 11, 14, 23, 0, 5, tzinfo=UTC)


def test_vietnamese_forms() -> None:
    """Day before month, a decimal comma, dots between thousands."""
    speak("vi")

    assert day_text(date(2026, 11, 15)) == "15/11/2026"
    assert instant_text(AT, ZoneInfo("Asia/Ho_Chi_Minh")) == "15/11/2026 06:00:05"
    assert number_text(1234.56, 1) == "1.234,6"


def test_english_forms() -> None:
    """ISO days and a decimal point."""
    speak("en")

    assert day_text(date(2026, 11, 15)) == "2026-11-15"
    assert instant_text(AT) == "2026-11-14 23:00:05"
    assert number_text(1234.56, 1) == "1,234.6"
