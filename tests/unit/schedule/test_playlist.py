"""Order and passes."""

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, Period
from signboard.campaign.slogan import Slogan
from signboard.schedule.playlist import Entry, Pass, can_play, pass_at, playable, take_turns
from signboard.schedule.strands import whole

A, B, C = Entry("x", "a", 1000), Entry("x", "b", 2000), Entry("y", "c", 3000)


def test_slogans_of_other_years_are_left_out() -> None:
    """A slogan that names 2023 plays in 2023 alone; order is as written."""
    slogans = (Slogan("every"), Slogan("old", years=(2023,)), Slogan("always"))
    campaign = whole(Campaign("c", "C", Period(DayOfYear(1, 1), DayOfYear(12, 31)), (), slogans))
    durations_ms = {slogan.id: 10 for slogan in slogans}
    assert [entry.slogan for entry in playable(campaign, 2023, durations_ms)] == [slogan.id for slogan in slogans]
    assert [entry.slogan for entry in playable(campaign, 2024, durations_ms)] == [slogans[0].id, slogans[2].id]


def test_a_slogan_without_a_message_cannot_play() -> None:
    """No duration, or none above 0, means that it could not be set."""
    slogan = Slogan("every")
    assert not can_play(slogan, {})
    assert not can_play(slogan, {slogan.id: 0})
    assert can_play(slogan, {slogan.id: 1})


def test_lists_take_turns_until_all_are_through() -> None:
    """One from each, and the longer list finishes the round alone."""
    assert take_turns([[A, B], [C]]) == (A, C, B)
    assert take_turns([]) == ()


def test_passes_follow_each_other_without_gap() -> None:
    """Half-open: the end of one pass is the start of the next."""
    assert pass_at([A, B], 0) == Pass(A, 0, 1000)
    assert pass_at([A, B], 999) == Pass(A, 0, 1000)
    assert pass_at([A, B], 1000) == Pass(B, 1000, 3000)
    assert pass_at([A, B], 2999) == Pass(B, 1000, 3000)


def test_rounds_repeat() -> None:
    """After the last slogan comes the first again."""
    assert pass_at([A, B], 3000) == Pass(A, 3000, 4000)
    assert pass_at([A, B], 3_000_000_000_000) == Pass(A, 3_000_000_000_000, 3_000_000_001_000)
