"""What a list says of days that never come, or not every year."""

from dataclasses import replace
from datetime import date

import pytest

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.schedule.own_days import leap_days, never_play

MONTH = Period(DayOfYear(11, 15), DayOfYear(12, 15))
OWN = Slogan("Câu riêng")


def _campaign(*slogans: Slogan, period: Period = MONTH, weekdays: tuple[int, ...] = ()) -> Campaign:
    return Campaign("a", "A", period, (HourWindow(360, 1320),), slogans, weekdays=weekdays)


@pytest.mark.parametrize(
    ("slogan", "never"),
    [
        (OWN, False),
        (replace(OWN, period=Period(DayOfYear(12, 1), DayOfYear(12, 1))), False),
        (replace(OWN, period=Period(DayOfYear(10, 1), DayOfYear(11, 14))), True),
        (replace(OWN, period=Period(DayOfYear(12, 10), DayOfYear(1, 10))), False),
        (replace(OWN, period=Period(date(2026, 12, 16), date(2027, 1, 1))), True),
        (replace(OWN, years=(2026,)), False),
        (replace(OWN, years=(2026,), period=Period(date(2027, 12, 1), date(2027, 12, 2))), True),
        (replace(OWN, weekdays=(6, 7)), True),
        (replace(OWN, weekdays=(5,)), False),
    ],
)
def test_a_slogan_that_never_plays_is_found(slogan: Slogan, never: bool) -> None:
    """Its days, years or weekdays lie outside those of its campaign, which plays from Monday to Friday."""
    assert never_play(_campaign(Slogan("Câu chung"), slogan, weekdays=(1, 2, 3, 4, 5))) == ((slogan,) if never else ())


def test_several_stand_in_the_order_in_which_they_were_written() -> None:
    """Whatever strands they are in."""
    far = Period(DayOfYear(1, 1), DayOfYear(1, 2))
    slogans = tuple(
        Slogan(text, period=far, windows=windows)
        for text, windows in (("một", ()), ("hai", (HourWindow(0, 60),)), ("ba", ()))
    )

    assert never_play(_campaign(*slogans)) == slogans


@pytest.mark.parametrize(
    ("period", "is_leap"),
    [
        (Period(DayOfYear(2, 29), DayOfYear(3, 3)), True),
        (Period(DayOfYear(2, 1), DayOfYear(2, 29)), True),
        (Period(DayOfYear(2, 1), DayOfYear(2, 28)), False),
        (Period(date(2028, 2, 29), date(2028, 2, 29)), False),
    ],
)
def test_the_leap_day_is_found(period: Period, is_leap: bool) -> None:
    """As a day of every year, of the campaign or of a slogan; a date that has a year is a day that there is."""
    assert leap_days(_campaign(OWN, period=period)) is is_leap
    assert leap_days(_campaign(replace(OWN, period=period))) is is_leap
