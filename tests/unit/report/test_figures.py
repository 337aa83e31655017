"""Figures as Vietnamese letters write them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from signboard.report.figures import count, decimal, duration, hours, moment


def test_thousands_have_points() -> None:
    """8.920, not 8,920."""
    assert count(1_234_567) == "1.234.567"


@pytest.mark.parametrize(("number", "written"), [(99.69, "99,6"), (0.05, "0,0"), (1234.5, "1.234,5"), (2.0, "2,0")])
def test_decimals_have_a_comma_and_are_cut(number: float, written: str) -> None:
    """99,69 hours are never written as 99,7."""
    assert decimal(number) == written


@pytest.mark.parametrize(
    ("length", "written"),
    [
        (timedelta(seconds=2520), "42 phút"),
        (timedelta(hours=1000, seconds=1.9), "1.000 giờ 1 giây"),
        (timedelta(milliseconds=900), "0 giây"),
    ],
)
def test_lengths_are_said_in_units(length: timedelta, written: str) -> None:
    """Nothing is rounded up to a second that was not there."""
    assert duration(length) == written


def test_hours_have_two_places() -> None:
    """As tables want them."""
    assert hours(timedelta(hours=15, minutes=59, seconds=59)) == "15,99"


def test_moments_are_told_in_the_boards_time() -> None:
    """23:00 UTC is the next morning in Hà Nội."""
    at = datetime(2026, 11, 14, 23, tzinfo=UTC)

    assert moment(at, ZoneInfo("Asia/Ho_Chi_Minh")) == "06:00:00 ngày 15/11/2026"
