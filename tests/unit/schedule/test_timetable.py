"""Levels, orders and trust: who plays, and that everything returns by itself."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.order import BLANK, EARTH_HOUR, MOURNING, OVERRIDE, SAVING, Order
from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.schedule.cue import Cue, Reason
from signboard.schedule.timetable import Timetable

Make = Callable[..., Campaign]
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MS = timedelta(milliseconds=1)


def at(clock: str, day: int = 16) -> datetime:
    """An instant of November 2026; the 16th is a Monday."""
    return datetime.fromisoformat(f"2026-11-{day:02} {clock}").replace(tzinfo=HANOI)


def said(cue: Cue) -> tuple[str | None, str | None, str | None, str]:
    """Campaign, since, until (day and time in Hanoi) and reason."""
    ends = [one.astimezone(HANOI).strftime("%d %H:%M:%S") if one else None for one in (cue.since_at, cue.until_at)]
    return (cue.campaign, ends[0], ends[1], cue.reason.value)


def text(name: str) -> Campaign:
    """What an order shows."""
    day = at("00:00").date()
    return Campaign(name, name, Period(day, day), (), (Slogan("one"),))


@pytest.mark.parametrize("level", [Level.CORRECTION, Level.EMERGENCY])
def test_a_higher_level_wins_whatever_the_priority(level: Level, make: Make, seven_s: Mapping[str, int]) -> None:
    """And the lower one goes on when it is over."""
    urgent = replace(make("urgent", hours=((600, 660),)), level=level)
    timetable = Timetable([make("month", priority=9), urgent], seven_s, HANOI)
    assert [timetable.cue(at(clock)).campaign for clock in ("09:59:00", "10:00", "10:59:00", "11:00")] == [
        "month",
        "urgent",
        "urgent",
        "month",
    ]


def test_the_pass_before_a_higher_level_is_whole(make: Make, seven_s: Mapping[str, int]) -> None:
    """14,400 s are 2057 passes and one second, which stays dark; the emergency begins at its millisecond."""
    urgent = replace(make("urgent", hours=((600, 660),)), level=Level.EMERGENCY)
    timetable = Timetable([make(), urgent], seven_s, HANOI)
    assert said(timetable.cue(at("10:00") - MS)) == (None, "16 09:59:59", "16 10:00:00", "no_room")
    assert said(timetable.cue(at("10:00"))) == ("urgent", "16 10:00:00", "16 10:00:07", "playing")


def test_standby_fills_what_nothing_else_lights(make: Make, seven_s: Mapping[str, int]) -> None:
    """Within its own hours."""
    standby = replace(make("standby", hours=((300, 1380),)), level=Level.STANDBY)
    timetable = Timetable([make(), standby], seven_s, HANOI)
    found = [timetable.cue(at(clock)).campaign for clock in ("04:59", "05:00", "06:00", "22:00", "23:00")]
    assert found == [None, "standby", "month", "standby", None]


def test_weekdays(make: Make, seven_s: Mapping[str, int]) -> None:
    """On Saturday and Sunday the board rests until Monday; that is outside its hours."""
    office = replace(make(), weekdays=(1, 2, 3, 4, 5))
    timetable = Timetable([office], seven_s, HANOI)
    assert said(timetable.cue(at("12:00", 21))) == (None, "20 22:00:00", "23 06:00:00", "outside_hours")
    assert timetable.cue(at("12:00", 23)).campaign == "month"


def test_a_weekday_is_no_end_for_hours_over_midnight(make: Make, seven_s: Mapping[str, int]) -> None:
    """Friday's night belongs to Friday, until Saturday, two o'clock."""
    friday = replace(make(hours=((1320, 1560),)), weekdays=(5,))
    timetable = Timetable([friday], seven_s, HANOI)
    assert timetable.cue(at("01:59:00", 21)).campaign == "month"
    assert said(timetable.cue(at("02:00", 21)))[1:3] == ("21 02:00:00", "27 22:00:00")


def test_a_day_and_a_weekday_that_meet_in_years(make: Make, seven_s: Mapping[str, int]) -> None:
    """15/11 is a Sunday in 2026; the next such year is found, however far."""
    sundays = replace(make(first=make().period.first_day, last=make().period.first_day), weekdays=(7,))
    until_at = Timetable([sundays], seven_s, HANOI).cue(at("22:00", 15)).until_at
    years = [year for year in range(2027, 2050) if datetime(year, 11, 15, tzinfo=HANOI).isoweekday() == 7]
    assert until_at == datetime(years[0], 11, 15, 6, tzinfo=HANOI)


def test_an_override_shows_its_text_until_its_end(make: Make, seven_s: Mapping[str, int]) -> None:
    """Also outside all hours; then what was lit before is lit again, or the board is dark again."""
    by_day = Order("o", OVERRIDE, at("10:00"), at("10:01"), (text("storm"),))
    by_night = Order("p", OVERRIDE, at("23:00"), at("23:01"), (text("flood"),))
    timetable = Timetable([make()], seven_s, HANOI, [by_night, by_day])
    clocks = ("09:59:50", "10:00", "10:00:55", "10:00:56", "10:01", "22:59:59", "23:00", "23:01")
    assert [timetable.cue(at(clock)).campaign for clock in clocks] == [
        "month",
        "storm",
        "storm",
        None,  # four seconds are too few for another pass
        "month",
        None,
        "flood",
        None,
    ]
    assert said(timetable.cue(at("22:30")))[1:] == ("16 22:00:00", "16 23:00:00", "outside_hours")


def test_a_blank_darkens_until_its_end(make: Make, seven_s: Mapping[str, int]) -> None:
    """At the millisecond, whatever the level of what would play."""
    blank = Order("b", BLANK, at("10:00"), at("11:00"))
    timetable = Timetable([replace(make(), level=Level.EMERGENCY)], seven_s, HANOI, [blank])
    assert said(timetable.cue(at("10:00"))) == (None, "16 10:00:00", "16 11:00:00", "blanked")
    assert said(timetable.cue(at("11:00") - MS)) == (None, "16 10:00:00", "16 11:00:00", "blanked")
    assert timetable.cue(at("11:00")).campaign == "month"


def test_of_two_orders_of_people_the_later_wins(make: Make, seven_s: Mapping[str, int]) -> None:
    """A text over a blank, a blank over a text; what began earlier returns where it still holds."""
    blank = Order("b", BLANK, at("10:00"), at("12:00"))
    storm = Order("o", OVERRIDE, at("10:30"), at("11:00"), (text("storm"),))
    timetable = Timetable([make()], seven_s, HANOI, [storm, blank])
    assert said(timetable.cue(at("10:10")))[2:] == ("16 10:30:00", "blanked")
    assert timetable.cue(at("10:30")).campaign == "storm"
    assert said(timetable.cue(at("11:00")))[1:] == ("16 11:00:00", "16 12:00:00", "blanked")


def test_mourning_rests_the_festive_and_shows_the_solemn(make: Make, seven_s: Mapping[str, int]) -> None:
    """The rest is the reason for the dark; outside the hours the hours are."""
    mourning = Order("m", MOURNING, at("00:00"), at("00:00", 18), rests="festive")
    timetable = Timetable([replace(make(), festive=True)], seven_s, HANOI, [mourning])
    assert said(timetable.cue(at("12:00"))) == (None, "16 06:00:00", "16 22:00:00", "resting")
    assert timetable.cue(at("12:00")).campaign_in_question == "month"
    assert said(timetable.cue(at("23:00"))) == (None, "16 22:00:00", "17 06:00:00", "outside_hours")
    assert timetable.cue(at("06:00", 18)).campaign == "month"
    solemn = replace(mourning, campaigns=(text("solemn"),))
    assert Timetable([make()], seven_s, HANOI, [solemn]).cue(at("02:00")).campaign == "solemn"


def test_an_override_stands_over_earth_hour(make: Make, seven_s: Mapping[str, int]) -> None:
    """A person's word of this hour is above what the calendar says."""
    earth = Order("e", EARTH_HOUR, at("20:30"), at("21:30"))
    storm = Order("o", OVERRIDE, at("20:00"), at("21:00"), (text("storm"),))
    timetable = Timetable([make()], seven_s, HANOI, [earth, storm])
    assert timetable.cue(at("20:45")).campaign == "storm"
    assert said(timetable.cue(at("21:15"))) == (None, "16 21:00:00", "16 21:30:00", "resting")


def test_saving_narrows_the_hours(make: Make, seven_s: Mapping[str, int]) -> None:
    """Until 20:00 while it holds, until 22:00 afterwards."""
    saving = Order("s", SAVING, at("00:00"), at("00:00", 17), (), "none", (HourWindow(480, 1200),))
    timetable = Timetable([make()], seven_s, HANOI, [saving])
    assert said(timetable.cue(at("07:00"))) == (None, "16 06:00:00", "16 08:00:00", "resting")
    assert said(timetable.cue(at("20:00"))) == (None, "16 20:00:00", "16 22:00:00", "resting")
    assert timetable.cue(at("20:00", 17)).campaign == "month"


def test_an_untrusted_clock_lets_standby_alone_play(make: Make, seven_s: Mapping[str, int]) -> None:
    """On any day, at any hour, under any order; every cue says why."""
    standby = replace(make("standby", hours=((300, 301),)), level=Level.STANDBY)
    blank = Order("b", BLANK, at("00:00"), at("23:00"))
    timetable = Timetable([make(), standby], seven_s, HANOI, [blank])
    for now_at in (at("03:00"), at("12:00"), datetime(1970, 1, 1, tzinfo=HANOI), datetime(2038, 6, 1, tzinfo=HANOI)):
        cue = timetable.cue(now_at, is_trusted=False)
        assert (cue.campaign, cue.reason) == ("standby", Reason.CLOCK)
        assert cue.since_at is not None
        assert cue.until_at is not None
        assert cue.since_at <= now_at < cue.until_at
        assert cue.until_at - cue.since_at == timedelta(seconds=7)


def test_texts_bound_to_days_do_not_play_when_nobody_knows_the_day(make: Make, seven_s: Mapping[str, int]) -> None:
    """Those that name a year, days or weekdays could be wrong; with nothing else the board is dark."""
    period = Period(at("00:00").date(), at("00:00").date())
    bound = (Slogan("one", years=(2026,)), Slogan("two", period=period), Slogan("three", weekdays=(1,)))
    standby = replace(make("standby", slogans=bound), level=Level.STANDBY)
    dark = Cue(None, None, None, None, Reason.CLOCK)
    assert Timetable([standby, make()], seven_s, HANOI).cue(at("12:00"), is_trusted=False) == dark
