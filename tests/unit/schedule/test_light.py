"""The plan of light, and what caps it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stage import campaign

from signboard.campaign.order import BLANK, NONE, OVERRIDE, SAVING, Order
from signboard.campaign.period import HourWindow
from signboard.errors import InputError
from signboard.schedule.light import FULL, Light, LightPlan, Place, brightness_level, day_plan, light_at
from signboard.schedule.light import HANOI as AT_HANOI

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
DIMMED = LightPlan((50,) * 12 + (100,) * 24 + (50,) * 12)  # 100 % from 06:00 to 18:00
OFF_AT_NIGHT = LightPlan((0,) * 12 + (100,) * 32 + (0,) * 4)  # 06:00 to 22:00
BY_SUN = LightPlan(night_percent=40)
NOON_AT = datetime(2026, 11, 20, 12, tzinfo=HANOI)


def _order(kind: str = SAVING, hours: float = 1, percent: int | None = 30, since_at: datetime = NOON_AT) -> Order:
    return Order("a", kind, since_at, since_at + timedelta(hours=hours), rests=NONE, brightness_percent=percent)


def test_a_plan_that_says_nothing_is_full_for_ever() -> None:
    """No end to it."""
    assert light_at(LightPlan(), NOON_AT, HANOI) == Light(FULL, None)


def test_it_dims_to_the_second() -> None:
    """At 18:00:00, not before, and says so at noon."""
    evening_at = NOON_AT.replace(hour=18)

    assert light_at(DIMMED, NOON_AT, HANOI) == Light(100, evening_at)
    assert light_at(DIMMED, evening_at - timedelta(microseconds=1), HANOI).percent == 100
    assert light_at(DIMMED, evening_at, HANOI) == Light(50, NOON_AT.replace(hour=6) + timedelta(days=1))


def test_it_is_off_by_plan() -> None:
    """0 % from 22:00 to 06:00."""
    assert light_at(OFF_AT_NIGHT, NOON_AT.replace(hour=23), HANOI).percent == 0
    assert OFF_AT_NIGHT.lit_hours == (HourWindow(360, 1320),)
    assert LightPlan().lit_hours == ()


def test_hours_that_are_lit_can_be_several() -> None:
    """Off at noon and off at night."""
    plan = LightPlan((0,) * 12 + (100,) * 12 + (0,) * 2 + (80,) * 22)

    assert plan.lit_hours == (HourWindow(360, 720), HourWindow(780, 1440))


def test_it_follows_the_sun_of_hanoi() -> None:
    """Sunset on 20/11/2026 at 17:15 or so (almanacs say 17:14 to 17:16), sunrise at 06:10 or so."""
    noon = light_at(BY_SUN, NOON_AT, HANOI)
    assert noon.percent == 100
    assert noon.until_at is not None
    sunset = noon.until_at.astimezone(HANOI)
    night = light_at(BY_SUN, noon.until_at, HANOI)
    assert night.percent == 40
    assert night.until_at is not None
    sunrise = night.until_at.astimezone(HANOI)

    assert (17, 12) < (sunset.hour, sunset.minute) < (17, 18)
    assert (6, 6) < (sunrise.hour, sunrise.minute) < (6, 14)


@pytest.mark.parametrize(("month", "percent"), [(6, 100), (12, 40)])
def test_where_the_sun_neither_rises_nor_sets_its_height_counts(month: int, percent: int) -> None:
    """Midnight sun and polar night."""
    plan = replace(BY_SUN, place=Place(80.0, 20.0))
    now_at = datetime(2026, month, 21, 12, tzinfo=UTC)

    assert light_at(plan, now_at, UTC).percent == percent
    assert light_at(plan, now_at, UTC).until_at is None


def test_an_order_caps_it_and_gives_it_back() -> None:
    """For its own time alone, to the instant; it never raises the light."""
    order = _order()

    assert light_at(DIMMED, NOON_AT, HANOI, [order]) == Light(30, order.until_at)
    assert light_at(DIMMED, order.until_at, HANOI, [order]).percent == 100
    assert light_at(DIMMED, NOON_AT - timedelta(hours=1), HANOI, [order]) == Light(100, NOON_AT)
    assert light_at(DIMMED, NOON_AT, HANOI, [_order(percent=100), order]).percent == 30
    assert light_at(DIMMED, NOON_AT.replace(hour=20), HANOI, [_order(hours=20, percent=90)]).percent == 50


def test_a_text_of_an_order_is_seen_while_the_plan_is_off(bringing_text: Order) -> None:
    """As dimly as by night; an order without a text leaves the board off."""
    late_at = NOON_AT.replace(hour=23)
    plan = LightPlan(tuple(percent and 80 for percent in OFF_AT_NIGHT.half_hours), 35)

    assert light_at(plan, late_at, HANOI, [bringing_text]).percent == 35
    assert light_at(plan, late_at, HANOI, [_order(BLANK, 24, None)]).percent == 0


@pytest.fixture
def bringing_text() -> Order:
    """An override that lasts a day and brings a text."""
    return replace(_order(OVERRIDE, 24, None), campaigns=(campaign(),))


def test_clocks_that_go_back_change_the_light_twice() -> None:
    """In Berlin the half-hour from 02:30 comes twice on 25/10/2026: dim, bright, dim, bright."""
    plan = LightPlan(tuple(50 if i == 5 else 100 for i in range(48)))
    zone = ZoneInfo("Europe/Berlin")
    now_at, told = datetime(2026, 10, 24, 23, tzinfo=UTC), []
    for _step in range(4):
        light = light_at(plan, now_at, zone)
        assert light.until_at is not None
        told.append((light.percent, light.until_at.strftime("%H:%M")))
        now_at = light.until_at

    assert told == [(100, "00:30"), (50, "01:00"), (100, "01:30"), (50, "02:00")]


@pytest.mark.parametrize("half_hours", [(100,) * 47, (0,) * 48, (101,) * 48, (-1, *(100,) * 47)])
def test_what_is_no_plan_is_refused(half_hours: tuple[int, ...]) -> None:
    """48 percentages, not all of them 0."""
    with pytest.raises(InputError) as caught:
        LightPlan(half_hours)

    assert caught.value.code == "light_plan"


@pytest.mark.parametrize(
    ("percent", "levels", "level"),
    [(0, 16, 0), (1, 16, 1), (50, 16, 8), (100, 16, 15), (100, 256, 255), (1, 4, 1), (49, 4, 1), (50, 0, 0), (9, 1, 0)],
)
def test_a_driver_is_told_a_level(percent: int, levels: int, level: int) -> None:
    """What is lit is never told level 0, where the board has another."""
    assert brightness_level(percent, levels) == level


_ZONES = st.sampled_from([HANOI, ZoneInfo("Europe/Berlin"), ZoneInfo("Australia/Lord_Howe"), UTC, timezone.max])
_INSTANTS = st.datetimes(timezones=st.just(UTC))
_PLANS = st.builds(
    LightPlan,
    st.lists(st.sampled_from([0, 40, 100]), min_size=48, max_size=48).filter(any).map(tuple),
    st.sampled_from([None, None, 20]),
)


@given(_PLANS, _INSTANTS, _ZONES)
def test_the_answer_holds_until_it_says(plan: LightPlan, now_at: datetime, zone: ZoneInfo) -> None:
    """Whatever the plan, the instant and the zone: total, within 0 to 100, and the same up to `until_at`."""
    light = light_at(plan, now_at, zone)

    assert 0 <= light.percent <= 100
    if light.until_at is not None:
        assert light.until_at > now_at
        last_at = light.until_at - timedelta(microseconds=1)
        between_at = now_at + (last_at - now_at) / 2
        assert light_at(plan, between_at, zone).percent == light.percent
        assert light_at(plan, last_at, zone).percent == light.percent


def test_a_plan_of_two_percentages() -> None:
    """Night over midnight; off stands above both; by the sun the half-hours are the day's."""
    night, off = HourWindow(1080, 1800), HourWindow(1320, 1680)

    assert day_plan(100, 50, [night]) == DIMMED
    assert day_plan(100, 50, [night], [off]).half_hours == (0,) * 8 + (50,) * 4 + (100,) * 24 + (50,) * 8 + (0,) * 4
    assert day_plan(90, 40, [], place=AT_HANOI, by_sun=True) == LightPlan((90,) * 48, 40)
