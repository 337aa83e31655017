"""What a calendar sheet says."""

from dataclasses import replace
from datetime import date

import pytest
from crowded import CAMPAIGNS, HANOI, TIMETABLE, day

from signboard.campaign.order import MOURNING, Order
from signboard.cli.month import days_asked, make_sheet, weekday_name
from signboard.errors import InputError, UsageError
from signboard.locale import speak
from signboard.schedule.timetable import Timetable

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("month", ["11/2026", "2026-11", "tháng 11/2026", "11-2026", None])
def test_a_month_as_people_write_it(month: str | None) -> None:
    """This one where none is named."""
    assert days_asked(month, None, None, TODAY) == (date(2026, 11, 1), date(2026, 11, 30))


def test_days_as_people_write_them() -> None:
    """The last one is included; where only one end is named, a month from it, or from today."""
    assert days_asked(None, "15/11/2026", "15/12/2026", TODAY) == (date(2026, 11, 15), date(2026, 12, 15))
    assert days_asked(None, "15/11/2026", None, TODAY) == (date(2026, 11, 15), date(2026, 12, 15))
    assert days_asked(None, None, "15/12/2026", TODAY) == (TODAY, date(2026, 12, 15))


@pytest.mark.parametrize(
    ("month", "first", "last", "code"),
    [
        ("13/2026", None, None, "bad_month"),
        ("11/1026", None, None, "bad_month"),
        ("november", None, None, "bad_month"),
        ("11/2026", "15/11/2026", None, "month_or_days"),
        (None, "15/11", None, "bad_day"),
        (None, "15/11/2026", "14/11/2026", "end_before_start"),
        (None, "15/11/2026", "15/11/2028", "too_many_days"),
        (None, "31/11/2026", None, "no_such_day"),
    ],
)
def test_what_is_no_month_is_told(month: str | None, first: str | None, last: str | None, code: str) -> None:
    """One sentence each."""
    with pytest.raises((UsageError, InputError)) as caught:
        days_asked(month, first, last, TODAY)
    assert caught.value.code == code


def test_letters_and_notes() -> None:
    """A letter for each campaign in the order of its first day; equal notes of neighbouring days are one."""
    sheet = make_sheet(TIMETABLE, date(2026, 11, 10), date(2026, 11, 30))
    assert [mark for mark, _words in sheet.legend] == list("ABCDE")
    assert sheet.marks == {"office": "A", "aids": "B", "storm": "C", "gender": "D", "teachers": "E"}
    assert sheet.notes[0] == "12/11/2026, 09:00-18:00: lit: C; waiting: B"
    assert "18/11/2026 - 20/11/2026, 07:00-10:00: lit: E; waiting: B, D" in sheet.notes
    assert "25/11/2026, 08:00-12:00: dark: somebody ordered it" in sheet.notes
    assert "27/11/2026 - 28/11/2026, 06:00-11:00: dark (National mourning), resting: B, D" in sheet.notes


def test_standby_that_waits_is_no_news() -> None:
    """It fills what nothing else lights; a note would say so of every day."""
    sheet = make_sheet(TIMETABLE, date(2026, 11, 10), date(2026, 11, 11))
    assert sheet.notes == ()


def test_hours_of_a_day() -> None:
    """From the first light to the last, and how many hours."""
    sheet = make_sheet(TIMETABLE, date(2026, 11, 25), date(2026, 11, 27))
    assert [sheet.lit_hours(plan) for plan in sheet.days] == ["05:00-23:00, 14 h", "05:00-23:00, 18 h", ""]


@pytest.mark.parametrize(("language", "name"), [("en", "Su"), ("vi", "CN")])
def test_weekdays_in_both_languages(language: str, name: str) -> None:
    """Short, as calendars write them."""
    speak(language)
    found = weekday_name(TODAY)
    speak("en")
    assert found == name


def test_touching_rows_that_say_the_same_are_one() -> None:
    """Two orders of mourning, one after the other, darken one stretch for whoever reads the calendar."""
    first = Order("m1", MOURNING, day(20), day(20, 12), rests="all")
    orders = (first, replace(first, id="m2", since_at=day(20, 12), until_at=day(21)))
    lengths = {one.key: 7000 for one in CAMPAIGNS[0].slogans}
    sheet = make_sheet(Timetable([CAMPAIGNS[0]], lengths, HANOI, orders), date(2026, 11, 20), date(2026, 11, 20))

    assert sheet.notes == ("20/11/2026, 06:00-22:00: dark (National mourning), resting: A",)


def test_thirty_campaigns_of_a_month_have_thirty_letters() -> None:
    """Small ones follow the capitals, so that nobody has to guess which campaign a bar belongs to."""
    campaigns = [replace(CAMPAIGNS[0], id=f"c{number}") for number in range(30)]
    lengths = {one.key: 7000 for one in CAMPAIGNS[0].slogans}
    sheet = make_sheet(Timetable(campaigns, lengths, HANOI), date(2026, 11, 20), date(2026, 11, 20))

    assert len({mark for mark, _words in sheet.legend}) == 30
