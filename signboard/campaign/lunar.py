"""Days of the Vietnamese lunar calendar (UTC+7) as dates: campaigns such as Tết come back by it. Pure.

It parts from the Chinese calendar in some years, such as 1985, 2007 and 2030, so no library for that one will do.
"""

from datetime import date
from functools import lru_cache

from signboard.campaign.period import DayOfYear, Period
from signboard.errors import N_, InputError

__all__ = ["next_period", "solar_day"]

_YEARS = range(1968, 2100)  # from 1968 on the calendar is counted in UTC+7
_LAST_OF_SHORT = 29
_MONTHS = 12


@lru_cache(maxsize=256)
def solar_day(day: DayOfYear, lunar_year: int) -> date:
    """The date of a day of a lunar year, not in its leap month; the 30th of a month of 29 days is its 29th.

    Args:
        day: month and day of the lunar calendar.
        lunar_year: named after the year in which it begins.

    Raises:
        InputError: `no_lunar_year`, before 1968 or after 2099; `no_lunar_day`.
    """
    from lunar_vn import convert_lunar_to_solar  # noqa: PLC0415 - only lunar campaigns need it

    if lunar_year not in _YEARS:
        raise InputError(
            N_("The lunar calendar is known for the years 1968 to 2099, not for {year}; correct the year."),
            code="no_lunar_year",
            year=lunar_year,
        )
    try:
        found = convert_lunar_to_solar(day.day, day.month, lunar_year)
    except ValueError as error:
        raise InputError(
            N_("The lunar calendar has no day {day}/{month}; correct the day."),
            code="no_lunar_day",
            day=day.day,
            month=day.month,
        ) from error
    before = convert_lunar_to_solar(_LAST_OF_SHORT, day.month, lunar_year)
    following = DayOfYear(day.month % _MONTHS + 1, 1)
    is_short = day.day > _LAST_OF_SHORT and found == convert_lunar_to_solar(
        1, following.month, lunar_year + (day.month == _MONTHS)
    )
    return before if is_short else found


def next_period(first: DayOfYear, last: DayOfYear, today_day: date) -> Period:
    """The next occurrence that is not over, as dates; the last day may lie in the next lunar year.

    Raises:
        InputError: `no_lunar_year`, `no_lunar_day`.
    """
    for year in (today_day.year - 1, today_day.year, today_day.year + 1):
        ending = year + ((last.month, last.day) < (first.month, first.day))
        period = Period(solar_day(first, year), solar_day(last, ending))
        if isinstance(period.last_day, date) and period.last_day >= today_day:
            return period
    raise AssertionError("a year has passed without its days")
