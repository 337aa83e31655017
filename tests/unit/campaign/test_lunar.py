"""Days of the lunar calendar, checked against published dates."""

from datetime import date

import pytest

from signboard.campaign.lunar import next_period, solar_day
from signboard.campaign.period import DayOfYear, Period
from signboard.errors import InputError

TET, ANCESTORS, KITCHEN = DayOfYear(1, 1), DayOfYear(3, 10), DayOfYear(12, 23)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1985, date(1985, 1, 21)),  # the Chinese one began on 20 February
        (2007, date(2007, 2, 17)),  # the Chinese one on 18 February
        (2023, date(2023, 1, 22)),
        (2024, date(2024, 2, 10)),
        (2025, date(2025, 1, 29)),
        (2026, date(2026, 2, 17)),
        (2030, date(2030, 2, 2)),  # the Chinese one on 3 February
    ],
)
def test_new_year_is_the_vietnamese_one(year: int, day: date) -> None:
    """In UTC+7."""
    assert solar_day(TET, year) == day


@pytest.mark.parametrize(
    ("year", "day"), [(2023, date(2023, 4, 29)), (2024, date(2024, 4, 18)), (2025, date(2025, 4, 7))]
)
def test_the_ancestors_day_is_the_public_holiday(year: int, day: date) -> None:
    """10/3, a day off by the labour code."""
    assert solar_day(ANCESTORS, year) == day


def test_the_thirtieth_of_a_short_month_is_its_last_day() -> None:
    """The twelfth month before Tết of 2026 has 29 days."""
    assert solar_day(DayOfYear(12, 30), 2025) == date(2026, 2, 16)


def test_a_period_may_run_into_the_next_lunar_year() -> None:
    """From the kitchen gods' day to the tenth of the first month."""
    found = next_period(KITCHEN, DayOfYear(1, 10), date(2025, 11, 22))

    assert found == Period(date(2026, 2, 10), date(2026, 2, 26))


@pytest.mark.parametrize(
    ("today", "first"), [(date(2026, 2, 26), date(2026, 2, 10)), (date(2026, 2, 27), date(2027, 1, 30))]
)
def test_it_lasts_until_its_last_day(today: date, first: date) -> None:
    """Then the next one counts."""
    assert next_period(KITCHEN, DayOfYear(1, 10), today).first_day == first


def test_far_years_are_refused() -> None:
    """Nobody counted them."""
    with pytest.raises(InputError):
        solar_day(TET, 2150)
