"""The rule of a dark board, where only weekdays and orders make a difference; the others stand with `due`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.schedule.cue import Reason
from signboard.schedule.dark import rule
from signboard.schedule.windows import windows_near

Make = Callable[..., Campaign]
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def reason(campaigns: list[Campaign], durations_ms: Mapping[str, int], now: str) -> tuple[Reason, str | None]:
    """The rule at an instant in Hanoi, and whose it is."""
    now_at = datetime.fromisoformat(now).replace(tzinfo=HANOI)
    near = [window for one in campaigns for window in windows_near(one, now_at.date(), durations_ms, HANOI)]
    found, campaign = rule(campaigns, near, now_at, HANOI)
    return found, campaign.id if campaign else None


def test_a_weekday_off_is_outside_the_hours(make: Make, seven_s: Mapping[str, int]) -> None:
    """21 November 2026 is a Saturday."""
    office = replace(make(), weekdays=(1, 2, 3, 4, 5))
    assert reason([office], seven_s, "2026-11-21 12:00") == (Reason.OUTSIDE_HOURS, "month")


def test_the_highest_level_is_named(make: Make, seven_s: Mapping[str, int]) -> None:
    """Whatever the priorities."""
    high = replace(make("high"), level=Level.CORRECTION)
    assert reason([make("low", priority=5), high], seven_s, "2026-11-21 05:00") == (Reason.OUTSIDE_HOURS, "high")


def test_a_mute_campaign_has_no_content(make: Make, seven_s: Mapping[str, int]) -> None:
    """It has the day and the hour, and nothing that could be set."""
    mute = make("mute", slogans=())
    other = make("other", first=date(2026, 11, 20), last=date(2026, 11, 20))
    assert reason([mute, other], seven_s, "2026-11-21 12:00") == (Reason.NO_CONTENT, "mute")
