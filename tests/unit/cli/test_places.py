"""Places, days and hours in words."""

from datetime import date

import pytest

from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Origin
from signboard.cli.places import describe_origin, period_text, place_text, windows_text
from signboard.locale import speak


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (Origin("a", 7), "dòng 7"),
        (Origin("a", 14, "paragraph"), "đoạn 14"),
        (Origin("a", 7, "row", "Khẩu hiệu"), 'trang tính "Khẩu hiệu" hàng 7'),
        (Origin("a", 7, "row", "2023"), 'trang tính "2023" hàng 7'),
        (Origin("a", 7, "row", "2"), "bảng 2 hàng 7"),
        (Origin("a", 7, "row"), "hàng 7"),
        (Origin("a", 3, "box"), "khung chữ, đoạn 3"),
        (Origin("a", 3, "moon"), "dòng 3"),
    ],
)
def test_places_in_words(origin: Origin, words: str) -> None:
    """As the office programs name them."""
    speak("vi")

    assert place_text(origin) == words


def test_a_sheets_name_is_made_harmless() -> None:
    """A terminal obeys none of it."""
    assert "\x1b" not in place_text(Origin("a", 1, "row", "\x1b[31m"))


def test_origins_as_json() -> None:
    """Kind and part stand only where they say something."""
    assert describe_origin(None) is None
    assert describe_origin(Origin("a", 1)) == {"file": "a", "line": 1}
    assert describe_origin(Origin("a", 1, "row", "x")) == {"file": "a", "line": 1, "kind": "row", "part": "x"}


def test_days_and_hours() -> None:
    """One day is one day; no hours are nothing."""
    assert period_text(Period(DayOfYear(11, 15), DayOfYear(12, 15))) == "15/11 to 15/12"
    assert period_text(Period(date(2026, 9, 2), date(2026, 9, 2))) == "02/09/2026"
    assert windows_text((HourWindow(360, 690), HourWindow(780, 1320))) == "06:00-11:30, 13:00-22:00"
    assert windows_text(()) == ""
