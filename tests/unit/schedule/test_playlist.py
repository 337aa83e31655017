"""What can play."""

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, Period
from signboard.campaign.slogan import Slogan
from signboard.schedule.playlist import Entry, can_play, entry_of, playable
from signboard.schedule.strands import whole

YEAR = Period(DayOfYear(1, 1), DayOfYear(12, 31))


def test_slogans_of_other_years_are_left_out() -> None:
    """A slogan that names 2023 plays in 2023 alone; order is as written."""
    slogans = (Slogan("every"), Slogan("old", years=(2023,)), Slogan("always"))
    campaign = whole(Campaign("c", "C", YEAR, (), slogans))
    durations_ms = {slogan.id: 10 for slogan in slogans}
    assert [entry.slogan for entry in playable(campaign, 2023, durations_ms)] == [slogan.id for slogan in slogans]
    assert [entry.slogan for entry in playable(campaign, 2024, durations_ms)] == [slogans[0].id, slogans[2].id]


def test_a_slogan_without_a_message_cannot_play() -> None:
    """No duration, or none above 0, means that it could not be set."""
    slogan = Slogan("every")
    assert not can_play(slogan, {})
    assert not can_play(slogan, {slogan.id: 0})
    assert can_play(slogan, {slogan.id: 1})


def test_an_entry_knows_weight_and_least() -> None:
    """What a bundle states below the sense of it counts as the least that has one."""
    slogans = (Slogan("a", weight=3, least_per_hour=2), Slogan("b", weight=-1, least_per_hour=-1))
    campaign = Campaign("c", "C", YEAR, (), slogans)
    durations_ms = {slogan.id: 10 for slogan in slogans}
    assert entry_of(campaign, 0, durations_ms) == Entry("c", slogans[0].id, 10, 0, 3, 2)
    assert entry_of(campaign, 1, durations_ms) == Entry("c", slogans[1].id, 10, 1, 1, 0)
