"""days: days and hours as people write them."""

from datetime import date

import pytest

from signboard.campaign.days import parse_day, parse_hours, write_day, write_hours
from signboard.campaign.period import DayOfYear, HourWindow
from signboard.errors import InputError


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15/11", DayOfYear(11, 15)),
        ("15-11", DayOfYear(11, 15)),
        ("29/2", DayOfYear(2, 29)),
        (" 1/6 ", DayOfYear(6, 1)),
        ("15/11/2026", date(2026, 11, 15)),
        ("15-11-2026", date(2026, 11, 15)),
        ("15.11.2026", date(2026, 11, 15)),
        ("2026-11-15", date(2026, 11, 15)),
        ("ngày 15/11/2026", date(2026, 11, 15)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_day_before_month(text: str, day: date | DayOfYear) -> None:
    """With a year it is a date, without it a day of every year."""
    assert parse_day(text) == day


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31/11", "month 11 has 30 days"),
        ("30/2", "month 2 has 29 days"),
        ("29/2/2026", "month 2 has 28 days"),
        ("2026-02-29", "month 2 has 28 days"),
        ("11/15", "no month 15"),
        ("0/11", "month 11 has 30 days"),
        ("15/11/1926", "year 1926"),
    ],
)
def test_a_day_that_does_not_exist_is_named(text: str, why: str) -> None:
    """The sentence names the day and says why."""
    with pytest.raises(InputError, match=rf"no day {text}.*{why}") as caught:
        parse_day(text)
    assert caught.value.code == "no_such_day"


@pytest.mark.parametrize("text", ["", "mai", "15", "15/11/26", "15/11-2026", "15 11 2026", "2026/11/15"])
def test_a_day_that_cannot_be_read_is_quoted(text: str) -> None:
    """With the two ways to write it."""
    with pytest.raises(InputError, match=r"15/11 \(every year\) or 15/11/2026") as caught:
        parse_day(text)
    assert (caught.value.code, caught.value.fields["day"]) == ("bad_day", text)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("06:00-22:00", HourWindow(360, 1320)),
        ("6:00 - 22:00", HourWindow(360, 1320)),
        ("06h00-22h00", HourWindow(360, 1320)),
        ("00:00-24:00", HourWindow(0, 1440)),
        ("22:00-24:00", HourWindow(1320, 1440)),
        ("22:00-00:00", HourWindow(1320, 1440)),
        ("22:00-02:00", HourWindow(1320, 1560)),
        ("23:59-23:58", HourWindow(1439, 2878)),
    ],
)
def test_hours_are_minutes_of_the_starting_day(text: str, window: HourWindow) -> None:
    """An end before the start lies on the next day."""
    assert parse_hours(text) == window


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("06:00", "no hours that can be read"),
        ("sáng", "no hours that can be read"),
        ("06:60-22:00", "no time 06:60"),
        ("06:00-24:01", "no time 24:01"),
        ("25:00-26:00", "no time 25:00"),
        ("06:00-06:00", "hold no time"),
        ("24:00-02:00", "hold no time"),
    ],
)
def test_bad_hours_say_why(text: str, why: str) -> None:
    """Unreadable, no such time, or nothing between."""
    with pytest.raises(InputError, match=why) as caught:
        parse_hours(text)
    assert caught.value.code == "bad_hours"


@pytest.mark.parametrize("text", ["15/11", "29/02", "01/06/2026"])
def test_a_written_day_reads_back(text: str) -> None:
    """Writing is the inverse of reading."""
    assert write_day(parse_day(text)) == text


@pytest.mark.parametrize("text", ["06:00-22:00", "00:00-24:00", "22:00-02:00", "22:00-24:00"])
def test_written_hours_read_back(text: str) -> None:
    """Writing is the inverse of reading."""
    assert write_hours(parse_hours(text)) == text
