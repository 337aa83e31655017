"""Orders in words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from signboard.campaign.campaign import Campaign
from signboard.campaign.order import BLANK, EARTH_HOUR, KINDS, RESTS, SAVING, Order
from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.cli.order_words import countdown, describe_order, in_force, kind_text, order_text, rests_text
from signboard.schedule.special import POWER_PLAN

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
AT = datetime(2026, 11, 20, 9, tzinfo=HANOI)


def _order(name: str = "a", kind: str = BLANK, hours: float = 1, **more: object) -> Order:
    return Order(name, kind, AT, AT + timedelta(hours=hours), **more)  # type: ignore[arg-type]  # as each test says


def test_every_kind_and_every_rest_has_words() -> None:
    """No code is shown to people."""
    assert len({kind_text(kind) for kind in KINDS}) == len(KINDS)
    assert len({rests_text(_order(rests=rests)) for rests in RESTS}) == len(RESTS)


def test_an_order_is_one_line() -> None:
    """Kind, beginning, end, and the document where there is one."""
    assert order_text(_order(), HANOI) == "Dark board from 2026-11-20 09:00:00 to 2026-11-20 10:00:00"
    assert order_text(_order(document="CV 1"), HANOI).endswith(" (CV 1)")


def test_whole_days_are_told_as_days() -> None:
    """The last one is one of them."""
    at = AT.replace(hour=0)
    order = Order("a", BLANK, at, at + timedelta(days=2))

    assert order_text(order, HANOI) == "Dark board from 2026-11-20 to 2026-11-21, whole days"
    assert "00:00:00" in order_text(replace(order, since_at=AT), HANOI)


def test_saving_says_hours_and_light() -> None:
    """What it narrows, and how far."""
    order = _order(kind=SAVING, rests="none", windows=(HourWindow(1080, 1260),), brightness_percent=50)

    assert rests_text(order) == "nothing rests; only from 18:00-21:00; light at most 50 %"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(1, "1 min"), (60, "1 min"), (61, "2 min"), (3600, "1 h 0 min"), (90_000, "1 d 1 h 0 min"), (-5, "1 min")],
)
def test_time_is_counted_down(seconds: float, text: str) -> None:
    """In whole minutes, never 0."""
    assert countdown(_order(hours=seconds / 3600), AT) == text


def test_the_daily_hours_off_are_nobodys_order() -> None:
    """What is not in force is not, either."""
    plan, earth, later = _order(POWER_PLAN, SAVING), _order("earth-hour-2027", EARTH_HOUR), _order("later")
    later = Order("later", BLANK, AT + timedelta(hours=1), AT + timedelta(hours=2))

    assert in_force((plan, earth, later), AT) == (earth,)


def test_an_order_as_json() -> None:
    """Instants in the zone, seconds left, texts of its own."""
    campaign = Campaign("a", "A", Period(AT.date(), AT.date()), (HourWindow(0, 1440),), (Slogan("Bão"),))
    told = describe_order(_order(campaigns=(campaign,), actor="an"), AT.astimezone(UTC), HANOI)

    assert (told["since"], told["left_s"], told["texts"]) == ("2026-11-20T09:00:00+07:00", 3600, ["Bão"])
    assert (told["kind"], told["rests"], told["actor"]) == ("blank", "all", "an")
