"""What is remarkable about a whole campaign."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from signboard import app
from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.cli.remarks import campaign_remarks

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
DAY = (HourWindow(360, 1320),)
YEARLY = Period(DayOfYear(11, 15), DayOfYear(12, 15))
SLOGAN = Slogan("Bình đẳng giới")


@pytest.fixture(scope="module")
def stage() -> app.Stage:
    """A board without any content."""
    return app.stage_for(app.Wishes(), None, app.Content("file", "file", ()))


def _remarks(
    stage: app.Stage, period: Period = YEARLY, windows: tuple[HourWindow, ...] = DAY, slogan: Slogan = SLOGAN
) -> dict[str, str]:
    campaign = Campaign("a", "A", period, windows, (slogan,))
    messages, _problems = app.set_messages(stage, [slogan])
    return {remark.code: str(remark) for remark in campaign_remarks(campaign, messages, stage, NOW)}


def test_an_ordinary_campaign_needs_no_remark(stage: app.Stage) -> None:
    """Every year, by day."""
    assert _remarks(stage) == {}


def test_days_over_new_year_are_counted(stage: app.Stage) -> None:
    """Mostly first and last day were exchanged: 336 days instead of 31."""
    remarks = _remarks(stage, Period(DayOfYear(12, 15), DayOfYear(11, 15)))

    assert "336 days from 15/12 to 15/11" in remarks["crosses_new_year"]
    assert "crosses_new_year" in _remarks(stage, Period(DayOfYear(12, 1), DayOfYear(2, 29)))
    assert "crosses_new_year" in _remarks(stage, Period(DayOfYear(2, 29), DayOfYear(1, 1)))


def test_hours_over_midnight_are_told(stage: app.Stage) -> None:
    """They are allowed, and seldom meant; the end of the day is not beyond it."""
    assert "22:00-06:00" in _remarks(stage, windows=(HourWindow(1320, 1800),))["over_midnight"]
    assert _remarks(stage, windows=(HourWindow(0, 1440),)) == {}


def test_what_is_over_is_told_with_its_reason(stage: app.Stage) -> None:
    """A period gone by, or slogans of years gone by only."""
    past = Period(date(2020, 11, 15), date(2020, 12, 15))

    assert "after the last day" in _remarks(stage, past)["never_plays"]
    assert "no slogan" in _remarks(stage, slogan=Slogan("Năm 2020", years=(2020,)))["never_plays"]


def test_a_slogan_whose_own_days_are_none_of_the_list_is_told(stage: app.Stage) -> None:
    """By its words; where the whole list never plays, that is told instead."""
    away = Slogan("Câu lạc ngày", period=Period(date(2026, 10, 1), date(2026, 10, 2)))
    messages, _problems = app.set_messages(stage, [SLOGAN, away])
    both = Campaign("a", "A", YEARLY, DAY, (SLOGAN, away))

    (told,) = campaign_remarks(both, messages, stage, NOW)
    assert (told.code, told.fields) == ("never_due", {"text": "Câu lạc ngày"})
    assert _remarks(stage, slogan=away).keys() == {"never_plays"}


def test_a_least_that_does_not_fit_is_told(stage: app.Stage) -> None:
    """How often it was asked for, and how often it fits; a modest wish is no remark."""
    often = replace(SLOGAN, least_per_hour=3600)
    assert "should pass 3600 times in every hour; only " in _remarks(stage, slogan=often)["too_seldom"]
    assert _remarks(stage, slogan=replace(SLOGAN, least_per_hour=2)) == {}
