"""Special days: when they are, and what rests under them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.order import BLANK, EARTH_HOUR, KINDS, MOURNING, OVERRIDE, SAVING, TET, Order
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.errors import InputError
from signboard.schedule.days import Span
from signboard.schedule.due import due
from signboard.schedule.light import LightPlan
from signboard.schedule.special import (
    LENGTHS,
    POWER_PLAN,
    RESTS_OF,
    built_in_orders,
    check_span,
    days_order,
    earth_hour,
    earth_span,
    next_tet_span,
    off_hours,
    tet_day,
    tet_span,
)

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
NOW_AT = datetime(2026, 11, 20, 9, tzinfo=HANOI)

# Days from 1 January to the first day of Tết, 1970 to 2097, as the tables of Hồ Ngọc Đức's Vietnamese calendar have
# them (computed from an ephemeris; the library computes from a series of its own).
FROM_NEW_YEAR = (
    (36, 26, 45, 33, 22, 41, 30, 48, 37, 27),
    (46, 35, 24, 43, 32, 20, 39, 28, 47, 36),
    (26, 45, 34, 22, 40, 30, 49, 37, 27, 46),
    (35, 23, 42, 31, 21, 39, 28, 47, 37, 25),
    (44, 33, 22, 40, 30, 49, 38, 27, 46, 35),
    (24, 42, 31, 21, 40, 28, 47, 36, 25, 43),
    (32, 22, 41, 30, 49, 38, 27, 45, 34, 23),
    (42, 31, 21, 40, 29, 47, 36, 25, 44, 32),
    (22, 41, 31, 48, 38, 27, 45, 34, 23, 42),
    (32, 20, 39, 28, 47, 35, 25, 44, 33, 22),
    (41, 30, 49, 37, 26, 45, 35, 23, 42, 32),
    (21, 39, 28, 47, 36, 25, 44, 33, 23, 40),
    (29, 48, 37, 26, 45, 35, 24, 42),
)

# As the government announced them; what China keeps differs in the years that stand below.
KNOWN = {
    1985: date(1985, 1, 21),
    2007: date(2007, 2, 17),
    2020: date(2020, 1, 25),
    2021: date(2021, 2, 12),
    2022: date(2022, 2, 1),
    2023: date(2023, 1, 22),
    2024: date(2024, 2, 10),
    2025: date(2025, 1, 29),
    2026: date(2026, 2, 17),
    2027: date(2027, 2, 6),
    2030: date(2030, 2, 2),
}
CHINESE = {1985: date(1985, 2, 20), 2007: date(2007, 2, 18), 2030: date(2030, 2, 3)}


def test_tet_is_where_the_tables_have_it() -> None:
    """128 years, each to the day."""
    years = range(1970, 2098)
    told = [days for decade in FROM_NEW_YEAR for days in decade]

    assert [(tet_day(year) - date(year, 1, 1)).days for year in years] == told


@pytest.mark.parametrize("year", KNOWN)
def test_tet_is_where_it_was_announced(year: int) -> None:
    """Also in the years in which China keeps another day."""
    assert tet_day(year) == KNOWN[year]
    assert tet_day(year) != CHINESE.get(year)


@pytest.mark.parametrize("year", [1967, 2100])
def test_years_without_a_table_are_refused(year: int) -> None:
    """In a sentence."""
    with pytest.raises(InputError) as caught:
        tet_day(year)

    assert caught.value.code == "no_lunar_year"


def test_tet_lasts_from_the_eve_to_the_fifth_day() -> None:
    """Seen from the day after it, the next one counts."""
    assert tet_span(2027) == Span(date(2027, 2, 5), date(2027, 2, 10))
    assert next_tet_span(date(2027, 2, 10)) == tet_span(2027)
    assert next_tet_span(date(2027, 2, 11)) == tet_span(2028)


@pytest.mark.parametrize(
    ("year", "day"), [(2019, 30), (2023, 25), (2026, 28), (2027, 27), (2028, 25), (2029, 31), (2030, 30), (2032, 27)]
)
def test_earth_hour_is_on_the_last_saturday_of_march(year: int, day: int) -> None:
    """Half past eight to half past nine in the evening."""
    order = earth_hour(year, HANOI)

    assert order.since_at == datetime(year, 3, day, 20, 30, tzinfo=HANOI)
    assert order.until_at == datetime(year, 3, day, 21, 30, tzinfo=HANOI)
    assert order.since_at.astimezone(HANOI).isoweekday() == 6
    assert (order.kind, order.rests, order.id) == (EARTH_HOUR, "all", f"earth-hour-{year}")


@pytest.mark.parametrize("day", [date(2024, 3, 23), date(2025, 3, 22)])
def test_earth_hour_was_elsewhere_in_some_years(day: date) -> None:
    """A Saturday earlier, where the last one fell on the days before Easter."""
    order = earth_hour(day.year, HANOI)

    assert (order.since_at, order.until_at) == earth_span(day, HANOI)
    assert order.since_at.astimezone(HANOI).date() == day


@pytest.mark.parametrize(
    ("lit", "off"),
    [
        ([(0, 720), (780, 1440)], [(720, 780)]),
        ([(360, 1320)], [(1320, 1800)]),
        ([(60, 1440)], [(0, 60)]),
        ([(600, 660), (0, 30)], [(30, 600), (660, 1440)]),
        ([], []),
    ],
)
def test_hours_off_are_those_between(lit: list[tuple[int, int]], off: list[tuple[int, int]]) -> None:
    """Over midnight as one."""
    assert off_hours(HourWindow(*one) for one in lit) == tuple(HourWindow(*one) for one in off)


def test_days_are_whole_ones() -> None:
    """From midnight to the midnight after the last day; who rests is the kind's to say."""
    order = days_order(MOURNING, "a", Span(date(2026, 7, 25), date(2026, 7, 26)), HANOI)

    assert order == Order(
        "a",
        MOURNING,
        datetime(2026, 7, 25, tzinfo=HANOI),
        datetime(2026, 7, 27, tzinfo=HANOI),
        rests="festive",
    )
    assert [days_order(kind, "a", tet_span(2027), HANOI).rests for kind in (TET, SAVING)] == ["ordinary", "none"]


def test_every_kind_has_a_longest_length() -> None:
    """No order without an end; who rests is said for every kind, too."""
    assert set(LENGTHS) == set(RESTS_OF) == set(KINDS)
    assert all(length.usual is None or length.usual <= length.longest for length in LENGTHS.values())


@pytest.mark.parametrize(
    ("since_h", "until_h", "code"),
    [(1, 1, "order_backwards"), (2, 1, "order_backwards"), (0, -1, "order_over"), (-3, 0, "order_over")],
)
def test_an_order_that_cannot_be_is_refused(since_h: int, until_h: int, code: str) -> None:
    """Its end before its beginning, or gone by."""
    with pytest.raises(InputError) as caught:
        check_span(OVERRIDE, NOW_AT + timedelta(hours=since_h), NOW_AT + timedelta(hours=until_h), NOW_AT)

    assert caught.value.code == code


@pytest.mark.parametrize("kind", KINDS)
def test_an_order_ends_soon_enough(kind: str) -> None:
    """The longest length is allowed, a second more is not."""
    until_at = NOW_AT + LENGTHS[kind].longest
    check_span(kind, NOW_AT, until_at, NOW_AT)
    with pytest.raises(InputError) as caught:
        check_span(kind, NOW_AT, until_at + timedelta(seconds=1), NOW_AT)

    assert caught.value.code == "order_too_long"


def test_earth_hour_is_built_in_and_can_be_switched_off() -> None:
    """For every year that can be asked for; without a plan there is nothing else."""
    orders = built_in_orders(NOW_AT, HANOI)

    assert [order.id for order in orders] == [f"earth-hour-{year}" for year in range(2000, 2100)]
    assert built_in_orders(NOW_AT, HANOI, has_earth_hour=False, plan=LightPlan()) == ()


def test_hours_off_by_plan_are_an_order_of_their_own() -> None:
    """Within the lit hours nothing rests."""
    plan = LightPlan((0,) * 12 + (100,) * 32 + (0,) * 4)
    (order,) = built_in_orders(NOW_AT, HANOI, has_earth_hour=False, plan=plan)

    assert (order.id, order.kind, order.rests) == (POWER_PLAN, SAVING, "none")
    assert order.windows == (HourWindow(360, 1320),)
    assert all(order.holds_at(NOW_AT.replace(year=year)) for year in (1900, 2019, 2026, 2099, 2200))


@pytest.mark.parametrize("now_at", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_it_answers_at_the_ends_of_the_calendar(now_at: datetime) -> None:
    """Nothing raises."""
    assert built_in_orders(now_at, HANOI, plan=LightPlan((0, *(100,) * 47)))
    assert days_order(BLANK, "a", Span(date.max, date.max), HANOI).since_at.year == 9999


SEVEN_S = dict.fromkeys((Slogan("plain").id, Slogan("festive").id, Slogan("urgent").id), 7000)
ALL_DAY = (HourWindow(0, 1440),)


def _campaign(name: str, *, festive: bool = False, level: Level = Level.CAMPAIGN) -> Campaign:
    year = Period(DayOfYear(1, 1), DayOfYear(12, 31))
    return Campaign(name, name, year, ALL_DAY, (Slogan(name),), festive=festive, level=level)


PLAIN, FESTIVE = _campaign("plain"), _campaign("festive", festive=True)


def _playing(at: datetime, *orders: Order, more: tuple[Campaign, ...] = ()) -> set[str | None]:
    """Campaigns of the next six passes, None where the board is dark."""
    steps = (at + timedelta(seconds=7 * step) for step in range(6))
    return {due([PLAIN, FESTIVE, *more], SEVEN_S, step_at, HANOI, orders).campaign for step_at in steps}


@pytest.mark.parametrize(
    ("kind", "meanwhile"),
    [(MOURNING, {"plain"}), (TET, {"festive"}), (SAVING, {"plain", "festive"}), (BLANK, {None}), (EARTH_HOUR, {None})],
)
def test_each_of_them_gives_the_board_back(kind: str, meanwhile: set[str | None]) -> None:
    """Before, meanwhile, and from the very second of its end."""
    order = days_order(kind, "a", Span(date(2026, 11, 20), date(2026, 11, 21)), HANOI)
    both = {"plain", "festive"}

    assert _playing(order.since_at - timedelta(minutes=1), order) == both
    assert _playing(order.since_at, order) == meanwhile
    assert _playing(order.until_at - timedelta(minutes=1), order) == meanwhile
    assert _playing(order.until_at, order) == both


def test_saving_narrows_the_hours() -> None:
    """Lit from 18:00 to 21:00 alone, on each of its days."""
    days = Span(date(2026, 11, 20), date(2026, 11, 21))
    order = replace(days_order(SAVING, "a", days, HANOI), windows=(HourWindow(1080, 1260),))
    evening_at = datetime(2026, 11, 21, 18, tzinfo=HANOI)

    assert _playing(evening_at - timedelta(hours=1), order) == {None}
    assert _playing(evening_at, order) == {"plain", "festive"}
    assert _playing(evening_at + timedelta(hours=3), order) == {None}
    assert _playing(evening_at + timedelta(days=1), order) == {"plain", "festive"}
    assert _playing(evening_at + timedelta(days=1, hours=3), order) == {"plain", "festive"}


def test_an_emergency_is_seen_in_earth_hour() -> None:
    """And the hours off by plan keep dark what is none."""
    earth = earth_hour(2027, HANOI)
    (off,) = built_in_orders(NOW_AT, HANOI, has_earth_hour=False, plan=LightPlan((0,) * 12 + (100,) * 36))
    urgent = _campaign("urgent", level=Level.EMERGENCY)

    assert _playing(earth.since_at, earth, more=(urgent,)) == {"urgent"}
    assert _playing(NOW_AT.replace(hour=5), off) == {None}
    assert _playing(NOW_AT, off) == {"plain", "festive"}


def test_two_campaigns_mourning_and_an_override_overlap() -> None:
    """The override shows while it lasts, then the mourning rests what is festive, then everything is as before."""
    mourning = days_order(MOURNING, "m", Span(date(2026, 11, 20), date(2026, 11, 21)), HANOI)
    text = Order("o", OVERRIDE, NOW_AT, NOW_AT + timedelta(hours=1), (_campaign("urgent"),))

    assert _playing(NOW_AT, mourning, text) == {"urgent"}
    assert _playing(text.until_at, mourning, text) == {"plain"}
    assert _playing(mourning.until_at, mourning, text) == {"plain", "festive"}
