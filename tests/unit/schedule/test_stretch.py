"""How long a board is dark in all."""

from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from signboard.campaign.campaign import Campaign
from signboard.campaign.order import BLANK, MOURNING, Order
from signboard.schedule.stretch import dark_span
from signboard.schedule.timetable import Timetable

Make = Callable[..., Campaign]
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(text: str) -> datetime:
    """An instant of November 2026."""
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=HANOI)


def span(campaign: Campaign, seven_s: Mapping[str, int], now: str, kind: str = MOURNING) -> list[str]:
    """Since when and until when, round an instant, while an order holds from the 18th to the 20th."""
    timetable = Timetable([campaign], seven_s, HANOI, [Order("o", kind, at("18 00:00"), at("21 00:00"))])
    return [f"{one.astimezone(HANOI):%d %H:%M}" if one else "" for one in dark_span(timetable, timetable.cue(at(now)))]


@pytest.mark.parametrize("now", ["17 23:00", "18 12:00", "19 03:00", "20 12:00", "20 23:00"])
@pytest.mark.parametrize("kind", [MOURNING, BLANK])
def test_days_of_rest_are_one_stretch(now: str, kind: str, make: Make, seven_s: Mapping[str, int]) -> None:
    """From the last evening before them to the first morning after them, by day and by night."""
    assert span(make(), seven_s, now, kind) == ["17 22:00", "21 06:00"]


def test_a_campaign_round_the_clock(make: Make, seven_s: Mapping[str, int]) -> None:
    """Midnights within the order are no ends."""
    assert span(make(hours=((0, 1440),)), seven_s, "19 12:00") == ["18 00:00", "21 00:00"]


def test_what_plays_has_its_own_ends(make: Make, seven_s: Mapping[str, int]) -> None:
    """One pass, and likewise the seconds into which none fits."""
    timetable = Timetable([make()], seven_s, HANOI)
    for now in ("16 12:00:00", "16 21:59:59"):
        cue = timetable.cue(at(now))
        assert dark_span(timetable, cue) == (cue.since_at, cue.until_at)


def test_before_and_after_everything(make: Make, seven_s: Mapping[str, int]) -> None:
    """Since ever, and for good."""
    timetable = Timetable([make(first=at("16 00:00").date(), last=at("16 00:00").date())], seven_s, HANOI)
    before, after = (dark_span(timetable, timetable.cue(at(now))) for now in ("01 12:00", "30 12:00"))
    assert (before[0], after[1]) == (None, None)
    assert (before[1], after[0]) == (at("16 06:00"), at("16 22:00"))
