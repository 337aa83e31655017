"""Whole days, stretch by stretch."""

from dataclasses import replace
from datetime import date

import pytest
from crowded import CAMPAIGNS, HANOI, TIMETABLE

from signboard.campaign.period import HourWindow
from signboard.schedule.almanac import DayPlan, day_plan, day_plans
from signboard.schedule.timetable import Timetable


def told(plan: DayPlan) -> list[tuple[str, str, str, str, str]]:
    """Hours, state, campaigns, those who wait, and the order, in short."""
    return [
        (
            f"{one.start_at.astimezone(HANOI):%H}-{one.end_at.astimezone(HANOI):%H}",
            one.state.value,
            " ".join(one.campaigns),
            " ".join(one.waiting),
            one.order or "",
        )
        for one in plan.stretches
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (1, [("05-23", "lit", "office", "", "")]),
        (
            2,
            [("04-05", "no_content", "mute", "", ""), ("05-23", "lit", "office", "", "")],
        ),
        (
            12,
            [
                ("05-06", "lit", "office", "", ""),
                ("06-09", "lit", "aids", "office", ""),
                ("09-18", "lit", "storm", "aids office", "o"),
                ("18-22", "lit", "aids", "office", ""),
                ("22-23", "lit", "office", "", ""),
            ],
        ),
        (
            18,
            [
                ("05-06", "lit", "office", "", ""),
                ("06-07", "lit", "aids gender", "office", ""),
                ("07-10", "lit", "teachers", "aids gender office", ""),
                ("10-11", "lit", "aids gender", "office", ""),
                ("11-14", "lit", "gender", "office", ""),
                ("14-22", "lit", "aids gender", "office", ""),
                ("22-23", "lit", "office", "", ""),
            ],
        ),
        (
            27,
            [
                ("05-06", "resting", "office", "", "m"),
                ("06-11", "resting", "aids gender", "", "m"),
                ("11-14", "resting", "gender", "", "m"),
                ("14-22", "resting", "aids gender", "", "m"),
                ("22-23", "resting", "office", "", "m"),
            ],
        ),
    ],
)
def test_days(day: int, expected: list[tuple[str, str, str, str, str]]) -> None:
    """Who is lit, who waits, what rests, and what has nothing to show."""
    assert told(day_plan(TIMETABLE, date(2026, 11, day))) == expected


def test_a_dark_morning() -> None:
    """Nobody's campaign, but an order."""
    assert told(day_plan(TIMETABLE, date(2026, 11, 25)))[2] == ("08-12", "blanked", "", "aids gender office", "b")


def test_light_holes_and_overlaps_of_a_month() -> None:
    """Thirty days; four hours are dark by a blank, two days by mourning, and an hour has nothing to show."""
    plans = day_plans(TIMETABLE, date(2026, 11, 1), date(2026, 11, 30))
    holes = [(plan.day.day, hole.state.value) for plan in plans for hole in plan.holes]
    assert len(plans) == 30
    assert sum(plan.lit_s for plan in plans) == (28 * 18 - 4) * 3600
    assert holes == [(2, "no_content"), (25, "blanked"), *[(27, "resting")] * 5, *[(28, "resting")] * 5]
    assert next(plan.day.day for plan in plans if any(len(one.campaigns) > 1 for one in plan.overlaps)) == 15


def test_the_timetable_and_the_almanac_agree() -> None:
    """Asked every quarter of an hour, `due` is lit where the almanac says so."""
    for plan in day_plans(TIMETABLE, date(2026, 11, 10), date(2026, 11, 30)):
        for one in plan.stretches:
            middle_at = one.start_at + (one.end_at - one.start_at) / 2
            cue = TIMETABLE.cue(middle_at)
            assert (cue.campaign in one.campaigns) == (one.state.value == "lit")


def test_hours_over_midnight_belong_to_two_days() -> None:
    """Each day has its part."""
    night = replace(CAMPAIGNS[0], windows=(HourWindow(1320, 1560),))
    timetable = Timetable([night], {one.key: 7000 for one in night.slogans}, HANOI)
    assert [told(day_plan(timetable, date(2026, 11, number))) for number in (15, 16)] == [
        [("22-00", "lit", "gender", "", "")],
        [("00-02", "lit", "gender", "", ""), ("22-00", "lit", "gender", "", "")],
    ]


def test_hours_too_short_for_any_slogan() -> None:
    """They are a hole."""
    short = replace(CAMPAIGNS[0], windows=(HourWindow(360, 361),))
    timetable = Timetable([short], {one.key: 90_000 for one in short.slogans}, HANOI)
    assert [one.state.value for one in day_plan(timetable, date(2026, 11, 15)).stretches] == ["no_room"]
