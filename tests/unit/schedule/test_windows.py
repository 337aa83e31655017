"""Lit windows as intervals of UTC."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear
from signboard.campaign.slogan import Slogan
from signboard.schedule.strands import whole
from signboard.schedule.windows import hours_on, windows_beyond, windows_near

Make = Callable[..., Campaign]


def test_hours_of_a_day(make: Make, zone: ZoneInfo) -> None:
    """06:00-22:00 in Hanoi is 23:00-15:00 UTC."""
    assert hours_on(whole(make()), date(2026, 11, 15), zone) == (
        (datetime(2026, 11, 14, 23, tzinfo=UTC), datetime(2026, 11, 15, 15, tzinfo=UTC)),
    )


def test_no_hours_on_other_days(make: Make, zone: ZoneInfo) -> None:
    """The day before the first and the day after the last have none."""
    assert hours_on(whole(make()), date(2026, 11, 14), zone) == ()
    assert hours_on(whole(make()), date(2026, 12, 16), zone) == ()


def test_all_day_windows_touch(make: Make, zone: ZoneInfo) -> None:
    """00:00-24:00: one day's end is the next day's start."""
    campaign = make(hours=((0, 1440),))
    first, second = (hours_on(whole(campaign), date(2026, 11, day), zone)[0] for day in (15, 16))
    assert first[1] == second[0]


def test_a_window_over_midnight_belongs_to_its_first_day(make: Make, zone: ZoneInfo) -> None:
    """18:00-02:00 (written either way) ends on the next day."""
    due = ((datetime(2026, 11, 15, 11, tzinfo=UTC), datetime(2026, 11, 15, 19, tzinfo=UTC)),)
    assert hours_on(whole(make(hours=((1080, 120),))), date(2026, 11, 15), zone) == due
    assert hours_on(whole(make(hours=((1080, 1560),))), date(2026, 11, 15), zone) == due


def test_the_last_night_is_cut_at_midnight(make: Make, zone: ZoneInfo) -> None:
    """Nothing is lit at or after the midnight after the last day."""
    ((_, end_at),) = hours_on(whole(make(hours=((1080, 120),))), date(2026, 12, 15), zone)
    assert end_at == datetime(2026, 12, 15, 17, tzinfo=UTC)


def test_hours_that_the_clock_skips_are_no_window(make: Make) -> None:
    """02:15-02:45 does not exist on the night when clocks go forward."""
    campaign = make(first=DayOfYear(3, 1), last=DayOfYear(3, 31), hours=((135, 165),))
    assert hours_on(whole(campaign), date(2026, 3, 29), ZoneInfo("Europe/Berlin")) == ()


def test_windows_near_hold_a_days_neighbours(make: Make, zone: ZoneInfo, seven_s: Mapping[str, int]) -> None:
    """Five days in the middle of the campaign; one window a day."""
    found = windows_near(make(), date(2026, 11, 20), seven_s, zone)
    assert [window.start_at.day for window in found] == [17, 18, 19, 20, 21]


def test_windows_beyond_hold_the_last_and_next_lit_days(make: Make, zone: ZoneInfo, seven_s: Mapping[str, int]) -> None:
    """In spring: last autumn's end and next autumn's start are among them."""
    found = windows_beyond(make(), date(2026, 3, 1), seven_s, zone)
    assert datetime(2025, 12, 15, 15, tzinfo=UTC) in [window.end_at for window in found]
    assert datetime(2026, 11, 14, 23, tzinfo=UTC) in [window.start_at for window in found]


def test_years_without_a_slogan_light_nothing(make: Make, zone: ZoneInfo) -> None:
    """A campaign whose only slogan names 2023 has windows in 2023 alone, seen from any year."""
    slogan = Slogan("old", years=(2023,))
    campaign = make(slogans=(slogan,))
    assert windows_near(campaign, date(2026, 11, 20), {slogan.id: 10}, zone) == ()
    found = windows_beyond(campaign, date(2026, 11, 20), {slogan.id: 10}, zone)
    assert {window.start_at.year for window in found} == {2023}


def test_a_year_may_begin_within_a_campaign(make: Make, zone: ZoneInfo) -> None:
    """20/12-10/1 with a slogan of 2027: its days of 2026/27 start on 1 January."""
    slogan = Slogan("new", years=(2027,))
    campaign = make(first=DayOfYear(12, 20), last=DayOfYear(1, 10), slogans=(slogan,))
    found = windows_beyond(campaign, date(2026, 3, 1), {slogan.id: 10}, zone)
    assert found[0].start_at == datetime(2026, 12, 31, 23, tzinfo=UTC)
