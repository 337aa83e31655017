"""Small campaigns for the schedule's tests."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias
from zoneinfo import ZoneInfo

import pytest

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan

Make: TypeAlias = Callable[..., Campaign]

FIRST, LAST = DayOfYear(11, 15), DayOfYear(12, 15)
SLOGANS = (Slogan("one"), Slogan("two"), Slogan("three"))


@pytest.fixture
def zone() -> ZoneInfo:
    """The office's civil time."""
    return ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def make() -> Make:
    """A campaign of three slogans, 15/11-15/12, 06:00-22:00, with whatever differs given by name."""

    def build(
        name: str = "month",
        *,
        first: date | DayOfYear = FIRST,
        last: date | DayOfYear = LAST,
        hours: tuple[tuple[int, int], ...] = ((360, 1320),),
        slogans: tuple[Slogan, ...] = SLOGANS,
        priority: int = 0,
    ) -> Campaign:
        windows = tuple(HourWindow(*pair) for pair in hours)
        return Campaign(name, name.title(), Period(first, last), windows, slogans, priority)

    return build


@pytest.fixture
def seven_s() -> Mapping[str, int]:
    """Every slogan of `make` lasts 7 seconds."""
    return {slogan.id: 7000 for slogan in SLOGANS}
