"""The table [light]."""

from datetime import UTC, datetime

import pytest

from signboard.campaign.period import HourWindow
from signboard.errors import ProblemsError
from signboard.schedule.light import LightPlan, Place
from signboard.settings import LightSettings, Settings, read_settings


def _light(text: str) -> LightSettings:
    return read_settings(f"[light]\n{text}\n".encode(), "a.toml").light


def test_without_a_word_it_dims_from_18_to_6() -> None:
    """Half the light by night, never off, Earth hour kept."""
    light = Settings().light

    assert light.plan == LightPlan((50,) * 12 + (100,) * 24 + (50,) * 12)
    assert light.earth_hour


def test_night_may_follow_the_sun_of_a_place() -> None:
    """Then the half-hours are those of the day."""
    plan = _light("night_hours = 'sun'\nnight = 30\nlatitude = 10.8\nlongitude = 106.7").plan

    assert plan == LightPlan((100,) * 48, 30, Place(10.8, 106.7))


def test_hours_off_stand_above_day_and_night() -> None:
    """From 22:00 to 06:00 nothing is lit, from 17:30 on it is dim."""
    plan = _light("night_hours = '17:30-05:00'\noff_hours = '22:00-06:00'").plan

    assert plan.half_hours == (0,) * 12 + (100,) * 23 + (50,) * 9 + (0,) * 4


def test_48_numbers_stand_instead_of_all_of_it() -> None:
    """With blanks or commas between."""
    assert _light(f"half_hours = '{'0 ' * 12}{'90, ' * 36}'").plan.half_hours[11:13] == (
        0,
        90,
    )


def test_no_night_at_all() -> None:
    """An empty text."""
    assert _light("night_hours = ''").plan == LightPlan()


@pytest.mark.parametrize(
    "line",
    [
        "night_hours = '18:10-06:00'",
        "off_hours = 'sun'",
        "off_hours = 'night'",
        "off_hours = '00:00-24:00'",
        "half_hours = '1 2 3'",
        "half_hours = 'a b'",
        f"off_hours = '10:00-11:00'\nhalf_hours = '{'90 ' * 48}'",
        "day = 0",
        "night = 101",
        "latitude = 91",
        "longitude = -181",
        "earth_hour = 1",
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(line: str) -> None:
    """As every other setting, with what is allowed; a board that is always off is none."""
    with pytest.raises(ProblemsError) as caught:
        _light(line)

    assert [problem.code for problem in caught.value.problems] == ["config_value"]
    assert "light." in str(caught.value.problems[0])


def test_what_is_built_in_follows_the_settings() -> None:
    """Earth hour, unless it is switched off; hours off as an order of their own."""
    now_at, zone = datetime(2026, 11, 20, tzinfo=UTC), Settings().zone

    assert {order.kind for order in Settings().light.built_in_orders(now_at, zone)} == {"earth-hour"}
    off = _light("earth_hour = false\noff_hours = '22:00-06:00'").built_in_orders(now_at, zone)
    assert [(order.id, order.windows) for order in off] == [("power-plan", (HourWindow(360, 1320),))]
