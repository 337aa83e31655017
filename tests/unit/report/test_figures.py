"""Figures as Vietnamese letters write them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from signboard.report.figures import count, decimal, duration, hours, moment, share


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
        (timedelta(milliseconds=900), "dưới 1 giây"),
        (timedelta(), "0 giây"),
    ],
)
def test_lengths_are_said_in_units(length: timedelta, written: str) -> None:
    """Nothing is rounded up to a second that was not there, nor down to nothing."""
    assert duration(length) == written


@pytest.mark.parametrize(
    ("length", "written"),
    [
        (timedelta(hours=15, minutes=59, seconds=59), "15,99 giờ"),
        (timedelta(hours=1), "1,00 giờ"),
        (timedelta(minutes=59, seconds=20), "59 phút 20 giây"),
        (timedelta(seconds=20), "20 giây"),
        (timedelta(milliseconds=1), "dưới 1 giây"),
        (timedelta(), "0 giây"),
    ],
)
def test_hours_have_two_places_unless_they_would_lose_something(length: timedelta, written: str) -> None:
    """Below an hour stand minutes and seconds: 20 seconds are never 0,00 hours."""
    assert hours(length) == written


@pytest.mark.parametrize(
    ("part_s", "whole_s", "written"),
    [(9999, 10_000, "bằng 99,9 %"), (1, 10_000, "chưa tới 0,1 %"), (0, 10_000, "bằng 0,0 %"), (0, 0, "bằng 0,0 %")],
)
def test_a_share_is_cut_and_never_nothing(part_s: int, whole_s: int, written: str) -> None:
    """Nor is it all where something is missing."""
    assert share(timedelta(seconds=part_s), timedelta(seconds=whole_s)) == written


def test_moments_are_told_in_the_boards_time() -> None:
    """23:00 UTC is the next morning in Hà Nội."""
    at = datetime(2026, 11, 14, 23, tzinfo=UTC)

    assert moment(at, ZoneInfo("Asia/Ho_Chi_Minh")) == "06:00:00 ngày 15/11/2026"
