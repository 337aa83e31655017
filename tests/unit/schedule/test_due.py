"""The instants round each boundary of the year, by hand; the laws stand in tests/property."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear
from signboard.campaign.slogan import Slogan
from signboard.schedule.cue import Cue, Reason
from signboard.schedule.due import due

Make = Callable[..., Campaign]

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
ONE, TWO = (Slogan(text).id for text in ("one", "two"))


def at(text: str) -> datetime:
    """`2026-11-15 06:00` in Hanoi, as an aware instant."""
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


def seen(cue: Cue) -> tuple[str | None, str, str, str]:
    """Slogan, reason, since and until, the instants in Hanoi's civil time."""
    since, until = (
        instant.astimezone(HANOI).strftime("%Y-%m-%d %H:%M:%S") if instant else "-"
        for instant in (cue.since_at, cue.until_at)
    )
    return (cue.slogan, cue.reason.value, since, until)


BY_HOURS = [
    ("2026-11-14 23:59:59", None, "before_first_day", "2025-12-15 22:00:00", "2026-11-15 06:00:00"),
    ("2026-11-15 00:00:00", None, "outside_hours", "2025-12-15 22:00:00", "2026-11-15 06:00:00"),
    ("2026-11-15 05:59:59", None, "outside_hours", "2025-12-15 22:00:00", "2026-11-15 06:00:00"),
    ("2026-11-15 06:00:00", ONE, "playing", "2026-11-15 06:00:00", "2026-11-15 06:00:07"),
    ("2026-11-15 06:00:07", TWO, "playing", "2026-11-15 06:00:07", "2026-11-15 06:00:14"),
    ("2026-11-15 21:59:55", TWO, "playing", "2026-11-15 21:59:49", "2026-11-15 21:59:56"),
    ("2026-11-15 21:59:59", None, "no_room", "2026-11-15 21:59:56", "2026-11-15 22:00:00"),
    ("2026-11-15 22:00:00", None, "outside_hours", "2026-11-15 22:00:00", "2026-11-16 06:00:00"),
    ("2026-12-15 23:59:59", None, "outside_hours", "2026-12-15 22:00:00", "2027-11-15 06:00:00"),
    ("2026-12-16 00:00:00", None, "after_last_day", "2026-12-15 22:00:00", "2027-11-15 06:00:00"),
    ("2026-12-31 12:00:00", None, "after_last_day", "2026-12-15 22:00:00", "2027-11-15 06:00:00"),
    ("2027-01-01 00:00:00", None, "before_first_day", "2026-12-15 22:00:00", "2027-11-15 06:00:00"),
    ("2028-02-29 12:00:00", None, "before_first_day", "2027-12-15 22:00:00", "2028-11-15 06:00:00"),
]

ALL_DAY = [
    ("2026-11-14 23:59:59", None, "before_first_day", "2025-12-16 00:00:00", "2026-11-15 00:00:00"),
    ("2026-11-15 00:00:00", ONE, "playing", "2026-11-15 00:00:00", "2026-11-15 00:00:07"),
    ("2026-11-15 05:59:59", TWO, "playing", "2026-11-15 05:59:55", "2026-11-15 06:00:02"),
    ("2026-11-15 06:00:00", TWO, "playing", "2026-11-15 05:59:55", "2026-11-15 06:00:02"),
    ("2026-11-15 21:59:59", TWO, "playing", "2026-11-15 21:59:58", "2026-11-15 22:00:05"),
    ("2026-11-15 22:00:00", TWO, "playing", "2026-11-15 21:59:58", "2026-11-15 22:00:05"),
    ("2026-11-15 23:59:59", None, "no_room", "2026-11-15 23:59:54", "2026-11-16 00:00:00"),
    ("2026-11-16 00:00:00", ONE, "playing", "2026-11-16 00:00:00", "2026-11-16 00:00:07"),
    ("2026-12-15 23:59:59", None, "no_room", "2026-12-15 23:59:54", "2026-12-16 00:00:00"),
    ("2026-12-16 00:00:00", None, "after_last_day", "2026-12-16 00:00:00", "2027-11-15 00:00:00"),
    ("2026-12-31 12:00:00", None, "after_last_day", "2026-12-16 00:00:00", "2027-11-15 00:00:00"),
    ("2028-02-29 12:00:00", None, "before_first_day", "2027-12-16 00:00:00", "2028-11-15 00:00:00"),
]


@pytest.mark.parametrize("row", BY_HOURS, ids=lambda row: row[0])
def test_yearly_campaign_by_hours(row: tuple[str, ...], make: Make, seven_s: Mapping[str, int]) -> None:
    """15/11-15/12, 06:00-22:00, three slogans of 7 s."""
    assert seen(due([make()], seven_s, at(row[0]), HANOI)) == row[1:]


@pytest.mark.parametrize("row", ALL_DAY, ids=lambda row: row[0])
def test_yearly_campaign_all_day(row: tuple[str, ...], make: Make, seven_s: Mapping[str, int]) -> None:
    """The same, 00:00-24:00: days touch, and the list begins anew at each midnight."""
    campaign = make(hours=((0, 1440),))
    assert seen(due([campaign], seven_s, at(row[0]), HANOI)) == row[1:]


def test_the_dark_cue_names_the_campaign_in_question(make: Make, seven_s: Mapping[str, int]) -> None:
    """`why` needs it for its sentence."""
    cue = due([make()], seven_s, at("2026-11-15 05:00"), HANOI)
    assert (cue.campaign, cue.campaign_in_question) == (None, "month")


def test_without_a_campaign_there_is_no_content(seven_s: Mapping[str, int]) -> None:
    """Dark since ever and for ever."""
    assert due([], seven_s, at("2026-11-15"), HANOI) == Cue(None, None, None, None, Reason.NO_CONTENT)


def test_without_messages_there_is_no_content(make: Make) -> None:
    """A campaign of which nothing could be set lights nothing, ever."""
    cue = due([make()], {}, at("2026-11-15 12:00"), HANOI)
    assert (cue.reason, cue.since_at, cue.until_at) == (Reason.NO_CONTENT, None, None)
    assert cue.campaign_in_question == "month"


@pytest.mark.parametrize(
    ("now", "reason", "until"),
    [
        ("2026-11-20 12:00", "no_content", "2028-11-15 06:00:00"),
        ("2026-11-20 23:00", "no_content", "2028-11-15 06:00:00"),
        ("2026-10-20 12:00", "before_first_day", "2028-11-15 06:00:00"),
        ("2028-11-20 23:00", "outside_hours", "2028-11-21 06:00:00"),
        ("2028-12-20 12:00", "after_last_day", "-"),
        ("2029-01-01 12:00", "no_content", "-"),
    ],
)
def test_a_slogan_of_one_year(now: str, reason: str, until: str, make: Make) -> None:
    """A slogan that names 2028 plays in that year only; `until` is the next instant at which the board lights."""
    slogan = Slogan("of 2028", years=(2028,))
    cue = due([make(slogans=(slogan,))], {slogan.id: 7000}, at(now), HANOI)
    assert (seen(cue)[1], seen(cue)[3]) == (reason, until)


def test_a_campaign_without_content_does_not_hide_another(make: Make, seven_s: Mapping[str, int]) -> None:
    """A higher priority with nothing to play this year leaves the board to the next."""
    high = make("high", slogans=(Slogan("old", years=(2023,)),), priority=9)
    durations_ms = {**seven_s, Slogan("old").id: 7000}
    assert due([high, make("low")], durations_ms, at("2026-11-20 12:00"), HANOI).campaign == "low"
    assert due([high, make("low")], durations_ms, at("2023-11-20 12:00"), HANOI).campaign == "high"


def test_one_slogan_too_long_leaves_the_others(make: Make, seven_s: Mapping[str, int]) -> None:
    """In a window of 20 s the slogan of 30 s is passed over and the others play in order."""
    campaign = make(hours=((360, 361),), slogans=(Slogan("long"), Slogan("one"), Slogan("two")))
    durations_ms = {**seven_s, Slogan("long").id: 61_000}
    cues = [due([campaign], durations_ms, at(f"2026-11-15 06:00:{second}"), HANOI) for second in ("00", "07", "14")]
    assert [cue.slogan for cue in cues] == [ONE, TWO, ONE]


def test_only_slogans_too_long_leave_the_whole_window_dark(make: Make) -> None:
    """No pass can end, so none starts, and the rule is said."""
    campaign = make(hours=((360, 361),), slogans=(Slogan("long"),))
    cue = due([campaign], {Slogan("long").id: 61_000}, at("2026-11-15 06:00:30"), HANOI)
    assert seen(cue) == (None, "no_room", "2026-11-15 06:00:00", "2026-11-15 06:01:00")


def test_a_pass_may_end_exactly_at_the_boundary(make: Make) -> None:
    """6 passes of 10 s fill a minute: no dark second."""
    campaign = make(hours=((360, 361),), slogans=(Slogan("ten"),))
    cue = due([campaign], {Slogan("ten").id: 10_000}, at("2026-11-15 06:00:59"), HANOI)
    assert seen(cue)[1:] == ("playing", "2026-11-15 06:00:50", "2026-11-15 06:01:00")


def test_a_higher_priority_is_the_boundary_of_the_lower(make: Make, seven_s: Mapping[str, int]) -> None:
    """Before the higher campaign begins, the lower starts only what can end; afterwards its list begins anew."""
    both = [make("low"), make("high", hours=((600, 660),), priority=1)]
    seconds = ("09:59:59", "10:00:00", "11:00:00")
    cues = [due(both, seven_s, at(f"2026-11-15 {second}"), HANOI) for second in seconds]
    assert [(cue.campaign, cue.slogan, cue.reason.value) for cue in cues] == [
        (None, None, "no_room"),
        ("high", ONE, "playing"),
        ("low", ONE, "playing"),
    ]


def test_equals_take_turns(make: Make) -> None:
    """Two campaigns of one priority alternate, by id, whatever the order of input."""
    a, b = make("a", slogans=(Slogan("a1"), Slogan("a2"))), make("b", slogans=(Slogan("b1"),))
    durations_ms = {Slogan(text).id: 10_000 for text in ("a1", "a2", "b1")}
    start_at = at("2026-11-15 06:00")
    instants = [start_at + timedelta(seconds=10 * turn) for turn in range(6)]
    for campaigns in ([a, b], [b, a]):
        found = [due(campaigns, durations_ms, now_at, HANOI).campaign for now_at in instants]
        assert found == ["a", "b", "a", "b", "a", "b"]


def test_between_two_campaigns_the_coming_one_decides(make: Make, seven_s: Mapping[str, int]) -> None:
    """After one dated campaign and before another it is the first day of the coming one that is awaited."""
    past = make("past", first=date(2026, 3, 1), last=date(2026, 3, 31))
    coming = make("coming", first=date(2026, 9, 1), last=date(2026, 9, 2))
    cue = due([past, coming], seven_s, at("2026-06-01 12:00"), HANOI)
    assert (cue.reason, cue.campaign_in_question) == (Reason.BEFORE_FIRST_DAY, "coming")
    assert seen(cue)[2:] == ("2026-03-31 22:00:00", "2026-09-01 06:00:00")


def test_after_the_last_dated_campaign_it_is_dark_for_good(make: Make, seven_s: Mapping[str, int]) -> None:
    """A dated campaign does not come back."""
    cue = due([make(first=date(2026, 3, 1), last=date(2026, 3, 1))], seven_s, at("2030-01-01"), HANOI)
    assert seen(cue) == (None, "after_last_day", "2026-03-01 22:00:00", "-")


def test_new_year_within_a_campaign(make: Make, seven_s: Mapping[str, int]) -> None:
    """20/12-10/1 plays on both sides of New Year and is awaited for the rest of the calendar year."""
    campaign = make(first=DayOfYear(12, 20), last=DayOfYear(1, 10))
    days = ("2026-12-31", "2027-01-01", "2027-01-11", "2027-12-19")
    reasons = [due([campaign], seven_s, at(f"{day} 12:00"), HANOI).reason.value for day in days]
    assert reasons == ["playing", "playing", "before_first_day", "before_first_day"]


def test_the_last_night_ends_at_midnight(make: Make, seven_s: Mapping[str, int]) -> None:
    """18:00-02:00: at 01:00 after the first night it plays, after the last day it does not."""
    campaign = make(hours=((1080, 1560),))
    assert due([campaign], seven_s, at("2026-11-16 01:00"), HANOI).reason is Reason.PLAYING
    cue = due([campaign], seven_s, at("2026-12-16 00:00"), HANOI)
    assert seen(cue)[1:3] == ("after_last_day", "2026-12-16 00:00:00")


@pytest.mark.parametrize("now_at", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_the_ends_of_the_calendar_are_answered(now_at: datetime, make: Make, seven_s: Mapping[str, int]) -> None:
    """Total: the first and last instants that Python knows."""
    assert due([make()], seven_s, now_at, HANOI).slogan is None
