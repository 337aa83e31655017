"""office.number_formats: numbers that are days."""

from datetime import date, datetime, time

import pytest

from signboard.office.number_formats import BASE_1900, BASE_1904, PLAIN_LOOK, look_of, timed

DAY, CLOCK, BOTH = (look_of(number, {}, "") for number in (14, 20, 22))


@pytest.mark.parametrize(
    ("form", "has_day", "has_time"),
    [
        ("dd/mm/yyyy", True, False),
        ('"ngày "d" tháng "m', True, False),
        ("[$-42A]d mmmm yyyy;@", True, False),
        ("mmm", True, False),
        ("hh:mm", False, True),
        ("[h]:mm:ss", False, True),
        ("dd/mm/yyyy hh:mm", True, True),
        ("General", False, False),
        ('0" ngày"', False, False),
        (r"0\d", False, False),
        ("#,##0;[Red]-#,##0", False, False),
        ("", False, False),
    ],
)
def test_a_pattern_shows_days_or_times(form: str, has_day: bool, has_time: bool) -> None:
    """Words in quotes, colours and escaped letters show nothing."""
    look = look_of(164, {164: form}, ".VnTime")

    assert (look.has_day, look.has_time, look.font) == (has_day, has_time, ".VnTime")


def test_numbers_become_what_is_shown() -> None:
    """46341 is 15/11/2026; half a day is noon."""
    noon = datetime(2026, 11, 15, 12)  # noqa: DTZ001 - a sheet knows no zones
    assert timed(46341.0, DAY, BASE_1900) == date(2026, 11, 15)
    assert timed(44879.0, DAY, BASE_1904) == date(2026, 11, 15)
    assert timed(46341.5, BOTH, BASE_1900) == noon
    assert timed(46341.0, BOTH, BASE_1900) == date(2026, 11, 15)
    assert timed(0.25, CLOCK, BASE_1900) == time(6)


def test_numbers_that_no_calendar_has_stay_numbers() -> None:
    """Below zero, beyond the year 9999, without a format, hours beyond a day."""
    assert [timed(*one, BASE_1900) for one in ((-1.0, DAY), (1e9, DAY), (46341.0, PLAIN_LOOK), (30.5, CLOCK))] == [
        -1.0, 1e9, 46341.0, 30.5,
    ]  # fmt: skip
