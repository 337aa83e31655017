"""What an order leaves on the board."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.order import FESTIVE, MOURNING, NONE, ORDINARY, SAVING, TET, Order
from signboard.campaign.period import DayOfYear
from signboard.schedule.resting import effect_of

Make = Callable[..., Campaign]
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def order(since: str, until: str, kind: str = TET, rests: str = ORDINARY) -> Order:
    """An order between two instants of November 2026."""
    since_at, until_at = (datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=HANOI) for text in (since, until))
    return Order("o", kind, since_at, until_at, rests=rests)


def dark(given: Order, *campaigns: Campaign) -> list[int]:
    """Days of the month on which nothing is lit."""
    return [day.day for day in effect_of(given, campaigns, HANOI).dark_days]


def test_festive_days_elsewhere_leave_these_dark(make: Make) -> None:
    """Something is marked, but it plays at another time of the year, or on one of these days alone."""
    spring = replace(make("spring", first=DayOfYear(1, 1), last=DayOfYear(1, 3)), festive=True)
    assert dark(order("18 00:00", "21 00:00"), make(), spring) == [18, 19, 20]
    eve = replace(make("eve", first=DayOfYear(11, 19), last=DayOfYear(11, 19)), festive=True)
    assert dark(order("18 00:00", "21 00:00"), make(), eve) == [18, 20]


def test_what_lights_them(make: Make) -> None:
    """A festive campaign of these days, an emergency, or an order that rests nothing."""
    days = order("18 00:00", "21 00:00")
    assert dark(days, make(), replace(make("feast"), festive=True)) == []
    assert dark(days, make(), replace(make("storm"), level=Level.EMERGENCY)) == []
    assert dark(order("18 00:00", "21 00:00", SAVING, NONE), make()) == []


@pytest.mark.parametrize(("since", "expected"), [("18 12:00", [18, 19]), ("18 23:00", [19])])
def test_a_part_of_a_day_counts_where_it_goes_dark(since: str, expected: list[int], make: Make) -> None:
    """From noon something stops; from 23:00 nothing was lit anyway."""
    assert dark(order(since, "20 00:00"), make()) == expected


def test_mourning_is_felt_where_something_festive_plays(make: Make) -> None:
    """Not where it plays in another season."""
    mourning = order("18 00:00", "20 00:00", MOURNING, FESTIVE)
    spring = replace(make("spring", first=DayOfYear(1, 1), last=DayOfYear(1, 3)), festive=True)
    assert not effect_of(mourning, [make(), spring], HANOI).is_felt
    assert effect_of(mourning, [make(), replace(make("feast"), festive=True)], HANOI).is_felt
