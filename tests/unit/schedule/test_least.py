"""A least number of passes in every hour."""

from dataclasses import replace

import pytest

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.schedule.least import HOUR_MS, Shortfall, hourly, shortfalls, turns_of
from signboard.schedule.playlist import Entry
from signboard.schedule.turns import Cycle

DAY_MS = 16 * HOUR_MS
LONG = tuple(Entry("a", f"long{number}", 60_000, number) for number in range(20))
"""A round of twenty minutes: three passes an hour of each, two of them whole in any hour."""


def with_least(least: int, place: int = 3) -> tuple[Entry, ...]:
    """The same list, in which one slogan asks for a least."""
    return tuple(replace(entry, least_per_hour=least if entry.place == place else 0) for entry in LONG)


def fewest(entries: tuple[Entry, ...], slogan: str) -> int:
    """Whole passes of a slogan in the worst hour of a day."""
    return hourly(turns_of(((1, entries),), DAY_MS), DAY_MS)["a", slogan]


def test_whole_passes_of_the_worst_hour_count() -> None:
    """Twenty slogans of a minute pass three times in sixty minutes; an hour that begins within a pass has two more."""
    assert hourly(Cycle(LONG), DAY_MS)["a", "long3"] == 2


def test_below_an_hour_nothing_is_counted() -> None:
    """There is no hour within such a stretch."""
    assert hourly(Cycle(LONG), HOUR_MS - 1) == {}


@pytest.mark.parametrize("least", [1, 2, 3, 6, 12, 20, 30])
def test_the_least_is_kept_where_it_fits(least: int) -> None:
    """In every hour of the day, wherever it begins."""
    assert fewest(with_least(least), "long3") >= least


def test_without_it_the_least_would_not_be_kept() -> None:
    """Control: the weights alone give two."""
    assert fewest(LONG, "long3") < 6


def test_the_others_still_pass() -> None:
    """Each at least once an hour, where the least leaves room."""
    entries = with_least(12)
    assert min(fewest(entries, entry.slogan) for entry in entries) >= 1


def test_what_the_weights_give_is_not_changed() -> None:
    """A least that is reached anyway leaves the order as it was written."""
    turns = turns_of(((1, with_least(2)),), DAY_MS)
    assert [turns.entry(index).place for index in range(40)] == [*range(20), *range(20)]


def test_several_slogans_may_ask() -> None:
    """Each has its own least."""
    entries = tuple(replace(entry, least_per_hour={1: 4, 5: 8, 9: 2}.get(entry.place, 0)) for entry in LONG)
    assert [fewest(entries, f"long{place}") >= least for place, least in ((1, 4), (5, 8), (9, 2))] == [True] * 3


def test_a_least_that_fits_nowhere_leaves_the_weights() -> None:
    """Sixty-one minutes do not go into an hour."""
    turns = turns_of(((1, with_least(61)),), DAY_MS)
    assert [turns.entry(index).place for index in range(20)] == list(range(20))


def test_what_does_not_fit_is_told_beforehand() -> None:
    """With what is possible; what fits is not told."""
    slogans = tuple(Slogan(f"s{number}", least_per_hour=least) for number, least in enumerate((0, 70, 0)))
    campaign = Campaign("a", "A", Period(DayOfYear(1, 1), DayOfYear(12, 31)), (HourWindow(360, 1320),), slogans)
    durations_ms = {slogan.id: 60_000 for slogan in slogans}
    found = shortfalls([campaign], durations_ms)
    assert found == (Shortfall("a", slogans[1].id, 70, found[0].found),)
    assert 0 < found[0].found < 70
    assert (
        shortfalls([replace(campaign, slogans=(replace(slogans[1], least_per_hour=6), *slogans[::2]))], durations_ms)
        == ()
    )


def test_hours_below_one_hour_promise_nothing() -> None:
    """No least can be counted in them, so none is missed."""
    period = Period(DayOfYear(1, 1), DayOfYear(12, 31))
    campaign = Campaign("a", "A", period, (HourWindow(360, 400),), (Slogan("a", least_per_hour=70),))
    assert shortfalls([campaign], {Slogan("a").id: 60_000}) == ()
