"""Strands: slogans with days and hours of their own."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.schedule.days import Span
from signboard.schedule.due import due
from signboard.schedule.strands import strands, whole
from signboard.schedule.why import explain

Make = Callable[..., Campaign]

MORNING = (HourWindow(360, 480),)
ALL_DAYS = Slogan("one")
DAY_OF_ITS_OWN = Slogan("two", period=Period(date(2026, 11, 25), date(2026, 11, 25)))
EARLY = Slogan("three", windows=MORNING)
SECONDS = {slogan.id: 60_000 for slogan in (ALL_DAYS, DAY_OF_ITS_OWN, EARLY)}


def test_a_campaign_without_own_days_is_one_strand(make: Make) -> None:
    """All slogans in the order of the list."""
    (strand,) = strands(make())
    assert strand == whole(make())


def test_slogans_with_the_same_days_and_hours_are_one_strand(make: Make) -> None:
    """Four slogans, three strands; each slogan keeps its place in the list."""
    slogans = (ALL_DAYS, DAY_OF_ITS_OWN, EARLY, Slogan("four"))
    found = strands(make(slogans=slogans))
    assert [[place for place, _slogan in strand.slogans] for strand in found] == [[0, 3], [1], [2]]
    assert [strand.windows for strand in found] == [make().windows, make().windows, MORNING]


def test_own_days_count_within_the_campaign(make: Make) -> None:
    """What a slogan may and the campaign may not stays dark."""
    (strand,) = strands(make(slogans=(Slogan("x", period=Period(date(2026, 11, 1), date(2026, 11, 20))),)))
    assert [strand.has_day(date(2026, 11, day)) for day in (14, 15, 20, 21)] == [False, True, True, False]
    assert strand.spans(range(2025, 2028)) == (Span(date(2026, 11, 15), date(2026, 11, 20)),)


def test_spans_are_found_far_from_the_asked_years(make: Make) -> None:
    """A yearly slogan in a campaign of one year is found from ten years away."""
    campaign = make(
        first=date(2016, 1, 1),
        last=date(2016, 12, 31),
        slogans=(Slogan("x", period=Period(DayOfYear(3, 8), DayOfYear(3, 8))),),
    )
    assert strands(campaign)[0].spans((2026,)) == (Span(date(2016, 3, 8), date(2016, 3, 8)),)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of November 2026 in Hanoi's civil time."""
    return datetime(2026, 11, day, hour, minute, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")).astimezone(UTC)


def playing(make: Make, zone: ZoneInfo, day: int, hour: int) -> list[str | None]:
    """What is lit in the first three minutes of an hour."""
    campaign = make(slogans=(ALL_DAYS, DAY_OF_ITS_OWN, EARLY))
    names: Mapping[str | None, str] = {slogan.id: slogan.text for slogan in campaign.slogans}
    cues = [due([campaign], SECONDS, at(day, hour, minute), zone) for minute in range(3)]
    return [names.get(cue.slogan) for cue in cues]


def test_each_slogan_plays_on_its_own_days_and_hours_in_the_order_of_the_list(make: Make, zone: ZoneInfo) -> None:
    """On 25/11 at six all three pass in turn; at eight the early one is over; on other days the second is missing."""
    assert playing(make, zone, 25, 6) == ["one", "two", "three"]
    assert playing(make, zone, 25, 8) == ["one", "two", "one"]
    assert playing(make, zone, 24, 6) == ["one", "three", "one"]
    assert playing(make, zone, 24, 8) == ["one", "one", "one"]


def test_why_names_the_hours_of_the_slogan_itself(make: Make, zone: ZoneInfo) -> None:
    """Not those of the campaign."""
    campaign = make(slogans=(EARLY,))
    lit, dark = at(20, 7), at(20, 9)
    sentences = [str(explain(due([campaign], SECONDS, when, zone), when, [campaign], zone)) for when in (lit, dark)]
    assert all("06:00-08:00" in sentence or "06:00–08:00" in sentence for sentence in sentences)
