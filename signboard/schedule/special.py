"""Special days: mourning, Earth hour, Tết, saving power. Pure; each is an order that ends by itself.

What each does to the board stands in docs/special-days.md. Days are civil days of the board's zone, from the midnight
of the first to the midnight after the last. Tết follows the Vietnamese lunar calendar (UTC+7), which parts from the
Chinese one in some years, such as 1985, 2007 and 2030.
"""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
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
from signboard.campaign.period import DayOfYear
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
    "next_tet_span",
    "tet_day",
    "tet_span",
]

POWER_PLAN = "power-plan"
"""Id of the order that keeps the board off in the hours in which the plan of light says so."""
_TET_LAST = 4
"""Days behind the first one, so from New Year's eve to the fifth day."""
_EARTH_MIN = (20 * 60 + 30, 21 * 60 + 30)
_YEARS_AROUND = 5

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
            N_("An order of this kind lasts {hours} hours ({days} days) at the most; write an earlier end."),
            code="order_too_long",
            hours=longest // timedelta(hours=1),
            days=longest // timedelta(days=1),
        )


def days_order(kind: str, name: str, days: Span, zone: tzinfo) -> Order:
    """An order for whole days, with who rests under it; the rest is the caller's to add."""
    since_at, until_at = instant(days.first_day, 0, zone), instant(shift(days.last_day, 1), 0, zone)
    return Order(name, kind, since_at, until_at, rests=RESTS_OF[kind])


def earth_hour(year: int, zone: tzinfo, name: str = "") -> Order:
    """Darkness on the last Saturday of March from 20:30 to 21:30.

    Args:
        year: 1 to 9999.
        zone: the board's civil time.
        name: its id; made from the year where none is given.
    """
    last_day = date(year, 3, 31)
    day = last_day - timedelta(days=(last_day.weekday() - calendar.SATURDAY) % 7)
    since_at, until_at = (instant(day, minute, zone) for minute in _EARTH_MIN)
    return Order(name or f"{EARTH_HOUR}-{year}", EARTH_HOUR, since_at, until_at)


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
    """What holds without anybody giving an order, for the years around an instant: Earth hour, the hours off.

    Args:
        now_at: aware.
        zone: the board's civil time.
        has_earth_hour: as the settings say.
        plan: of light; where the board is off by it, what plays rests.
    """
    middle = local(now_at, zone).year
    years = range(max(1, middle - _YEARS_AROUND), min(9999, middle + _YEARS_AROUND) + 1)
    found = [earth_hour(year, zone) for year in years] if has_earth_hour else []
    if plan is not None and plan.lit_hours:
        since_at, until_at = instant(date(years[0], 1, 1), 0, zone), instant(date(years[-1], 12, 31), 1440, zone)
        found.append(Order(POWER_PLAN, SAVING, since_at, until_at, rests=NONE, windows=plan.lit_hours))
    return tuple(found)
