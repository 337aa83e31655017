"""Segments: who shares the board, and for how long."""

from collections.abc import Callable
from datetime import UTC, datetime

from signboard.campaign.campaign import Campaign
from signboard.schedule.playlist import Entry
from signboard.schedule.segments import Segment, milliseconds, segment_at, segments, winners
from signboard.schedule.windows import Window

Make = Callable[..., Campaign]


def hour(number: int, minute: int = 0) -> datetime:
    """An instant of the test's day."""
    return datetime(2026, 11, 15, number, minute, tzinfo=UTC)


def lit(campaign: Campaign, start: int, end: int, *durations_ms: int) -> Window:
    """A window with entries of these durations."""
    entries = [
        Entry(campaign.id, f"{campaign.id}{index}", ms, index) for index, ms in enumerate(durations_ms or (1000,))
    ]
    rank = (1, int(campaign.level), campaign.priority, "", 0, 0)
    return Window(campaign, hour(start), hour(end), tuple(entries), rank=rank)


def test_one_window_is_one_segment(make: Make) -> None:
    """Nothing cuts it."""
    window = lit(make(), 6, 22)
    assert segments([window]) == (Segment(hour(6), hour(22), (window,)),)


def test_a_higher_priority_cuts_in(make: Make) -> None:
    """The lower campaign plays before and after, each part a segment of its own."""
    low, high = lit(make("low"), 6, 22), lit(make("high", priority=1), 10, 12)
    assert segments([low, high]) == (
        Segment(hour(6), hour(10), (low,)),
        Segment(hour(10), hour(12), (high,)),
        Segment(hour(12), hour(22), (low,)),
    )


def test_a_lower_priority_cuts_nothing(make: Make) -> None:
    """What begins beneath a higher campaign does not start its list anew."""
    low, high = lit(make("low"), 8, 10), lit(make("high", priority=1), 6, 22)
    assert segments([low, high]) == (Segment(hour(6), hour(22), (high,)),)


def test_equals_share(make: Make) -> None:
    """Equal priorities are winners together, by id, in either order of input."""
    b, a = lit(make("b"), 6, 22), lit(make("a"), 6, 12)
    assert segments([b, a])[0] == Segment(hour(6), hour(12), (a, b))
    assert segments([b, a]) == segments([a, b])


def test_of_one_campaign_the_later_window_plays(make: Make) -> None:
    """Last night's window that runs into today's gives way to it."""
    night, today = lit(make(), 0, 8), lit(make(), 6, 22)
    assert winners([today, night], hour(7)) == (today,)


def test_touching_windows_stay_two_segments(make: Make) -> None:
    """All-day windows touch at midnight, where the list begins anew."""
    first, second = lit(make(), 0, 12), lit(make(), 12, 22)
    assert [segment.start_at for segment in segments([first, second])] == [hour(0), hour(12)]


def test_what_is_longer_than_the_segment_is_not_in_its_round(make: Make) -> None:
    """A slogan of 61 minutes never plays within an hour; the others keep their order."""
    segment = Segment(hour(6), hour(7), (lit(make(), 6, 7, 1000, 3_660_000, 3_600_000),))
    assert [entry.duration_ms for entry in segment.round] == [1000, 3_600_000]


def test_milliseconds_are_whole() -> None:
    """A fraction of a millisecond is dropped."""
    assert milliseconds(hour(6), hour(6).replace(microsecond=1999)) == 1


def test_segment_at_is_half_open(make: Make) -> None:
    """The start belongs to it, the end does not."""
    window = lit(make(), 6, 22)
    assert segment_at([window], hour(6)) == Segment(hour(6), hour(22), (window,))
    assert segment_at([window], hour(22)) is None
