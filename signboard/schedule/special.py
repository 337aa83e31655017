"""Special days: mourning, Earth hour, Tết, saving power. Pure; each is an order that ends by itself.

What each does to the board stands in docs/special-days.md. Days are civil days of the board's zone, from the midnight
of the first to the midnight after the last. Tết follows the Vietnamese lunar calendar (UTC+7), which parts from the
Chinese one in some years, such as 1985, 2007 and 2030.
"""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from types import MappingProxyType

from signboard.campaign.lunar import solar_day
from signboard.campaign.order import (
    ALL,
    BLANK,
    EARTH_HOUR,
    FESTIVE,
    MOURNING,
    NONE,
    ORDINARY,
    OVERRIDE,
    SAVING,
    TET,
    Order,
)
from signboard.campaign.period import DayOfYear, HourWindow
from signboard.errors import N_, InputError
from signboard.schedule.days import Span, shift
from signboard.schedule.light import LightPlan
from signboard.schedule.local import instant, local

__all__ = [
    "LENGTHS",
    "POWER_PLAN",
    "RESTS_OF",
    "Length",
    "built_in_orders",
    "check_span",
    "days_order",
    "earth_hour",
    "earth_span",
    "next_tet_span",
    "off_hours",
    "tet_day",
    "tet_span",
]

POWER_PLAN = "power-plan"
"""Id of the order that keeps the board off in the hours in which the plan of light says so."""
_DAY_MIN = 1440
_TET_LAST = 4
"""Days behind the first one, so from New Year's eve to the fifth day."""
_EARTH_MIN = (20 * 60 + 30, 21 * 60 + 30)
_EARTH_DAYS: Mapping[int, date] = MappingProxyType({2024: date(2024, 3, 23), 2025: date(2025, 3, 22)})
"""Where it was not the last Saturday of March, as the Ministry of Industry and Trade called for it; 2026 it was."""
_YEARS_AROUND = 5
_YEARS_ASKED = range(2000, 2100)
"""Every year that people can write in a day; see `campaign.days`."""
_FIRST_YEAR, _LAST_YEAR = 2, 9998
"""A year from the calendar's ends no zone leads beyond them."""

RESTS_OF: Mapping[str, str] = MappingProxyType(
    {OVERRIDE: ALL, BLANK: ALL, MOURNING: FESTIVE, EARTH_HOUR: ALL, TET: ORDINARY, SAVING: NONE}
)
"""Who rests under an order of each kind, where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long an order of a kind may last, and lasts where nothing is said (None: it has to be said)."""

    longest: timedelta
    usual: timedelta | None = None


LENGTHS: Mapping[str, Length] = MappingProxyType(
    {
        OVERRIDE: Length(timedelta(days=7)),
        BLANK: Length(timedelta(days=31), timedelta(days=1)),
        MOURNING: Length(timedelta(days=10), timedelta(days=2)),
        EARTH_HOUR: Length(timedelta(hours=1), timedelta(hours=1)),
        TET: Length(timedelta(days=15), timedelta(days=_TET_LAST + 2)),
        SAVING: Length(timedelta(days=184)),
    }
)
"""National mourning has lasted two days each time; see docs/special-days.md for the others."""


def check_span(kind: str, since_at: datetime, until_at: datetime, now_at: datetime) -> None:
    """Refuse an order that would never begin, or end too late.

    Raises:
        InputError: `order_backwards`, `order_over`, `order_too_long`.
    """
    if until_at <= now_at:
        raise InputError(N_("The order would be over already; write an end that is to come."), code="order_over")
    if until_at <= since_at:
        raise InputError(
            N_("The order would end before it begins; write a later end, or an earlier beginning."),
            code="order_backwards",
        )
    longest = LENGTHS[kind].longest
    if until_at - since_at > longest:
        raise InputError(
            N_("An order of this kind lasts {days} days at the most; write an earlier last day or end.")
            if longest >= timedelta(days=1)
            else N_("An order of this kind lasts {hours} hours at the most; write an earlier end."),
            code="order_too_long",
            hours=longest // timedelta(hours=1),
            days=longest // timedelta(days=1),
        )


def days_order(kind: str, name: str, days: Span, zone: tzinfo) -> Order:
    """An order for whole days, with who rests under it; the rest is the caller's to add."""
    since_at, until_at = instant(days.first_day, 0, zone), instant(shift(days.last_day, 1), 0, zone)
    return Order(name, kind, since_at, until_at, rests=RESTS_OF[kind])


def earth_hour(year: int, zone: tzinfo, name: str = "") -> Order:
    """Darkness from 20:30 to 21:30 on the last Saturday of March, or on the day that was called for in this year.

    Args:
        year: 1 to 9999.
        zone: the board's civil time.
        name: its id; made from the year where none is given.
    """
    last_day = date(year, 3, 31)
    last_saturday = last_day - timedelta(days=(last_day.weekday() - calendar.SATURDAY) % 7)
    since_at, until_at = earth_span(_EARTH_DAYS.get(year, last_saturday), zone)
    return Order(name or f"{EARTH_HOUR}-{year}", EARTH_HOUR, since_at, until_at)


def earth_span(day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """From when to when Earth hour is on this day: 20:30 to 21:30 of the board's civil time."""
    since_at, until_at = (instant(day, minute, zone) for minute in _EARTH_MIN)
    return since_at, until_at


def off_hours(lit: Iterable[HourWindow]) -> tuple[HourWindow, ...]:
    """The hours of a day between these, as people say when the board is off; none where nothing is between."""
    known = sorted(lit)
    later = [*known[1:], HourWindow(known[0].start_min + _DAY_MIN, known[0].end_min + _DAY_MIN)] if known else []
    pairs = ((one.end_min, after.start_min) for one, after in zip(known, later, strict=True))
    return tuple(
        HourWindow(start_min % _DAY_MIN, start_min % _DAY_MIN + end_min - start_min)
        for start_min, end_min in pairs
        if start_min < end_min
    )


@lru_cache(maxsize=256)
def _earth_hour(year: int, zone: tzinfo) -> Order:
    """Asked for again and again by a running board."""
    return earth_hour(year, zone)


def tet_day(year: int) -> date:
    """The first day of the lunar year that begins in this year.

    Raises:
        InputError: `no_lunar_year`, before 1968 or after 2099.
    """
    return solar_day(DayOfYear(1, 1), year)


def tet_span(year: int) -> Span:
    """From New Year's eve (the 29th or 30th of the twelfth lunar month) to the fifth day of the year.

    Raises:
        InputError: `no_lunar_year`.
    """
    first_day = tet_day(year)
    return Span(shift(first_day, -1), shift(first_day, _TET_LAST))


def next_tet_span(day: date) -> Span:
    """The span of Tết that is not over on this day.

    Raises:
        InputError: `no_lunar_year`.
    """
    this = tet_span(day.year)
    return this if day <= this.last_day else tet_span(day.year + 1)


def built_in_orders(
    now_at: datetime, zone: tzinfo, *, has_earth_hour: bool = True, plan: LightPlan | None = None
) -> tuple[Order, ...]:
    """What holds without anybody giving an order: Earth hour of every year that can be asked for, the hours off.

    Args:
        now_at: aware; the years around it are among those, whatever it is.
        zone: the board's civil time.
        has_earth_hour: as the settings say.
        plan: of light; where the board is off by it, what plays rests.
    """
    middle = local(now_at, zone).year
    around = range(max(1, middle - _YEARS_AROUND), min(9999, middle + _YEARS_AROUND) + 1)
    found = [_earth_hour(year, zone) for year in sorted({*_YEARS_ASKED, *around})] if has_earth_hour else []
    if plan is not None and plan.lit_hours:
        first_day, last_day = date(_FIRST_YEAR, 1, 1), date(_LAST_YEAR, 12, 31)
        since_at, until_at = instant(first_day, 0, zone), instant(last_day, _DAY_MIN, zone)
        found.append(Order(POWER_PLAN, SAVING, since_at, until_at, rests=NONE, windows=plan.lit_hours))
    return tuple(found)
