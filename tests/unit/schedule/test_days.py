"""Which days are a campaign's."""

from datetime import date

import pytest

from signboard.campaign.period import DayOfYear, Period
from signboard.schedule.days import Span, day_in, days_around, is_campaign_day, shift, spans

MONTH = Period(DayOfYear(11, 15), DayOfYear(12, 15))
NEW_YEAR = Period(DayOfYear(12, 20), DayOfYear(1, 10))
DATED = Period(date(2026, 11, 15), date(2026, 12, 15))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 14), False),
        (date(2026, 11, 15), True),
        (date(2031, 12, 15), True),
        (date(2026, 12, 16), False),
        (date(2028, 2, 29), False),
    ],
)
def test_a_yearly_period_includes_both_ends(day: date, expected: bool) -> None:
    """15/11-15/12 comes back every year, last day included."""
    assert is_campaign_day(MONTH, day) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 12, 19), False),
        (date(2026, 12, 20), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), True),
        (date(2027, 1, 10), True),
        (date(2027, 1, 11), False),
    ],
)
def test_a_yearly_period_may_cross_new_year(day: date, expected: bool) -> None:
    """20/12-10/1 holds the days on both sides of New Year."""
    assert is_campaign_day(NEW_YEAR, day) is expected


def test_a_dated_period_comes_once() -> None:
    """Only in its own year, whatever the years asked for."""
    assert spans(DATED, (1999, 2050)) == (Span(date(2026, 11, 15), date(2026, 12, 15)),)
    assert not is_campaign_day(DATED, date(2027, 11, 15))


def test_leap_day_is_the_28th_in_common_years() -> None:
    """29/2 exists every year, one way or the other."""
    assert day_in(DayOfYear(2, 29), 2028) == date(2028, 2, 29)
    assert day_in(DayOfYear(2, 29), 2027) == date(2027, 2, 28)


def test_one_leap_day_is_one_day() -> None:
    """A period of 29/2 alone lasts one day in each year."""
    leap = Period(DayOfYear(2, 29), DayOfYear(2, 29))
    assert [(span.last_day - span.first_day).days for span in spans(leap, range(2024, 2030))] == [0] * 6


def test_a_period_that_ends_before_it_starts_has_no_days() -> None:
    """Dates the wrong way round make no span (the importer tells the clerk)."""
    assert spans(Period(date(2026, 12, 15), date(2026, 11, 15)), (2026,)) == ()


def test_years_beyond_the_calendar_are_left_out() -> None:
    """Years 0 and 10000 have no spans, and the last crossing of New Year ends with the calendar."""
    assert spans(MONTH, (0, 10_000)) == ()
    assert spans(NEW_YEAR, (9999,)) == (Span(date(9999, 12, 20), date.max),)


def test_shift_is_clamped() -> None:
    """Moving beyond the calendar stops at its end."""
    assert shift(date.max, 1) == date.max
    assert shift(date.min, -1) == date.min
    assert shift(date(2026, 12, 31), 1) == date(2027, 1, 1)


def test_days_around() -> None:
    """The day with its neighbours, each once, also at the calendar's end."""
    assert days_around(date(2028, 2, 29), 1) == (date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1))
    assert days_around(date.max, 1) == (date(9999, 12, 30), date.max)
