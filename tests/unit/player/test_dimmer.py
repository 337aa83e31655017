"""The light of a board."""

from datetime import UTC, datetime, timedelta

from stage import HANOI

from signboard.campaign.order import SAVING, Order
from signboard.player.dimmer import Dimmer
from signboard.schedule.light import FULL, HALF_HOURS, LightPlan, light_at

NOON_AT = datetime(2026, 11, 15, 5, tzinfo=UTC)
PLAN = LightPlan((20,) * 12 + (FULL,) * (HALF_HOURS - 12))


def test_it_says_what_the_plan_says_at_every_instant() -> None:
    """Forward, and back where somebody set the clock."""
    dimmer = Dimmer(PLAN, HANOI)
    hours = [*range(72), *range(48, 0, -5)]
    for at in (NOON_AT + timedelta(hours=hour) for hour in hours):
        assert dimmer(at).percent == light_at(PLAN, at, HANOI).percent


def test_it_is_reckoned_once_a_stretch() -> None:
    """Until the light is another one the same answer comes back."""
    dimmer = Dimmer(PLAN, HANOI)
    assert dimmer(NOON_AT) is dimmer(NOON_AT + timedelta(hours=1))
    assert dimmer(NOON_AT) is not dimmer(NOON_AT + timedelta(hours=13))


def test_a_new_order_counts_at_once() -> None:
    """Saving power caps it while it holds."""
    dimmer = Dimmer(PLAN, HANOI)
    assert dimmer(NOON_AT).percent == FULL
    hour = timedelta(hours=1)
    orders = (Order("1", SAVING, NOON_AT - hour, NOON_AT + hour, brightness_percent=40),)
    assert dimmer(NOON_AT, orders).percent == 40
    assert dimmer(NOON_AT + hour, orders).percent == FULL
