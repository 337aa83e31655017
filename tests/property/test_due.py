"""Laws of `due`, and a slow oracle that answers the same question by walking minute by minute."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.schedule.cue import Cue, Reason
from signboard.schedule.due import due

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
ZONES = [HANOI, *map(ZoneInfo, ("UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kathmandu"))]
MS, TICK = timedelta(milliseconds=1), timedelta(microseconds=1)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Plan:
    """What a board knows."""

    campaigns: tuple[Campaign, ...]
    durations_ms: Mapping[str, int]

    def due(self, now_at: datetime, zone: tzinfo = HANOI) -> Cue:
        """The question under test."""
        return due(self.campaigns, self.durations_ms, now_at, zone)


def shown(cue: Cue) -> tuple[object, ...]:
    """What a cue says of its stretch; the rule of a dark stretch may change within it."""
    rule = cue.reason if cue.reason in (Reason.PLAYING, Reason.NO_ROOM) else None
    return (cue.campaign, cue.slogan, cue.since_at, cue.until_at, rule)


MONTH_DAYS = st.integers(12, 18)
PERIODS = st.one_of(
    st.tuples(MONTH_DAYS, MONTH_DAYS).map(lambda ends: Period(date(2026, 11, min(ends)), date(2026, 11, max(ends)))),
    st.tuples(MONTH_DAYS, MONTH_DAYS).map(lambda ends: Period(DayOfYear(11, min(ends)), DayOfYear(11, max(ends)))),
    st.sampled_from(
        [
            Period(DayOfYear(12, 20), DayOfYear(1, 10)),
            Period(DayOfYear(2, 29), DayOfYear(2, 29)),
            Period(DayOfYear(1, 1), DayOfYear(12, 31)),
            Period(DayOfYear(11, 16), DayOfYear(11, 14)),
        ]
    ),
)
NIGHT = st.tuples(st.integers(700, 1439), st.integers(1441, 2100)).map(lambda ends: (HourWindow(*ends),))
DAY = st.lists(st.integers(0, 1440), min_size=2, max_size=4, unique=True).map(
    lambda marks: tuple(HourWindow(start, end) for start, end in list(pairwise(sorted(marks)))[::2])
)
WINDOWS = st.one_of(st.just((HourWindow(0, 1440),)), st.just((HourWindow(360, 1320),)), DAY, NIGHT)
OWN_PERIODS = st.one_of(st.none(), st.none(), PERIODS)
OWN_WINDOWS = st.one_of(st.just(()), st.just(()), DAY, NIGHT)
YEARS = st.sampled_from([(), (), (), (2026,), (2027,), (2024, 2030)])


@st.composite
def plans(draw: st.DrawFn, shortest_ms: int = 2) -> Plan:
    """Up to three small campaigns in and round November 2026."""
    campaigns, durations_ms = [], {}
    for name in draw(st.lists(st.sampled_from("abc"), max_size=3, unique=True)):
        slogans = tuple(
            Slogan(f"{name}{index}", years=draw(YEARS), period=draw(OWN_PERIODS), windows=draw(OWN_WINDOWS))
            for index in range(draw(st.integers(0, 3)))
        )
        lengths_ms = st.one_of(st.just(7000), st.integers(shortest_ms, 9_000_000))
        durations_ms.update({slogan.id: max(shortest_ms, draw(lengths_ms)) for slogan in slogans})
        priority = draw(st.integers(0, 1))
        campaigns.append(Campaign(name, name, draw(PERIODS), draw(WINDOWS), slogans, priority))
    return Plan(tuple(campaigns), durations_ms)


NEAR = st.datetimes(datetime(2026, 11, 9), datetime(2026, 11, 22)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001 - Hypothesis wants naive bounds
OFFSETS = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
EVER = st.datetimes(timezones=OFFSETS)


class TestTotal:
    """`due` is pure and total."""

    @given(plans(), EVER, st.sampled_from(ZONES))
    def test_every_instant_is_answered(self, plan: Plan, now_at: datetime, zone: ZoneInfo) -> None:
        """From year 1 to 9999, in any zone, written with any offset; the stretch holds the instant."""
        cue = plan.due(now_at, zone)
        assert cue.since_at is None or cue.since_at <= now_at
        assert cue.until_at is None or now_at < cue.until_at
        assert (cue.slogan is None) == (cue.campaign is None) == (cue.reason is not Reason.PLAYING)

    @given(plans(), NEAR, st.randoms(use_true_random=False))
    def test_the_order_of_campaigns_does_not_matter(self, plan: Plan, now_at: datetime, random: Random) -> None:
        """The same campaigns in any order give the same cue."""
        shuffled = list(plan.campaigns)
        random.shuffle(shuffled)
        assert Plan(tuple(shuffled), plan.durations_ms).due(now_at) == plan.due(now_at)


class TestStretches:
    """Cues follow each other without gap or overlap, and hold for all of [since_at, until_at)."""

    @given(plans(), NEAR, st.sampled_from(ZONES))
    def test_the_end_of_one_is_the_start_of_the_next(self, plan: Plan, now_at: datetime, zone: ZoneInfo) -> None:
        """Up to the last microsecond it is the same cue; at `until_at` another one starts; 1 ms either side too."""
        cue = plan.due(now_at, zone)
        if cue.until_at is not None:
            assert shown(plan.due(cue.until_at - TICK, zone)) == shown(cue)
            assert shown(plan.due(max(now_at, cue.until_at - MS), zone)) == shown(cue)
            following = plan.due(cue.until_at, zone)
            assert following.since_at == cue.until_at
            assert shown(plan.due(cue.until_at + MS, zone)) == shown(following)
        if cue.since_at is not None:
            assert shown(plan.due(cue.since_at, zone)) == shown(cue)
            assert plan.due(cue.since_at - TICK, zone).until_at == cue.since_at

    @given(plans(), NEAR, st.floats(0, 1, exclude_max=True))
    def test_constant_within(self, plan: Plan, now_at: datetime, share: float) -> None:
        """Any instant of the stretch gives the stretch."""
        cue = plan.due(now_at)
        if cue.since_at and cue.until_at:
            inside_at = min(cue.since_at + (cue.until_at - cue.since_at) * share, cue.until_at - TICK)
            assert shown(plan.due(inside_at)) == shown(cue)

    @given(plans(shortest_ms=120_000), NEAR, st.sampled_from(ZONES))
    @settings(max_examples=20)
    def test_a_day_is_covered_by_whole_passes(self, plan: Plan, start_at: datetime, zone: ZoneInfo) -> None:
        """Walking a day from cue to cue: every pass is as long as its slogan, and the stretches add up."""
        at, end_at, total = start_at, start_at + timedelta(days=1), timedelta()
        while at < end_at:
            cue = plan.due(at, zone)
            until_at = min(cue.until_at or end_at, end_at)
            if cue.slogan and cue.since_at and cue.until_at:
                assert cue.until_at - cue.since_at == plan.durations_ms[cue.slogan] * MS
            total += until_at - at
            at = until_at
        assert total == timedelta(days=1)


# --- the oracle -------------------------------------------------------------------------------------------------------

Key = tuple[str, int, date, int]


def oracle_days(period: Period, day: date) -> bool:
    """Is it a campaign day? By walking back to the first day, at most a year and a day."""

    def matches(mark: date | DayOfYear, at: date) -> bool:
        if isinstance(mark, date):
            return mark == at
        common = mark == DayOfYear(2, 29) and (at.year % 4 or (at.year % 100 == 0 and at.year % 400))
        return (at.month, at.day) == ((2, 28) if common else (mark.month, mark.day))

    at = day
    for _ in range(368):
        if matches(period.first_day, at):
            return True
        at -= timedelta(days=1)
        if matches(period.last_day, at):
            return False
    return False


def _by_campaign(winners: Sequence[Key]) -> list[list[Key]]:
    names = sorted({key[0] for key in winners})
    return [[key for key in winners if key[0] == name] for name in names]


class Oracle:
    """The same question by brute force, in a zone that is seven hours ahead for ever."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.days: dict[tuple[Period, date], bool] = {}
        self.winners: dict[datetime, tuple[Key, ...]] = {}

    def is_day(self, period: Period, day: date) -> bool:
        """Remembered `oracle_days`."""
        key = (period, day)
        if key not in self.days:
            self.days[key] = oracle_days(period, day)
        return self.days[key]

    def is_own_day(self, campaign: Campaign, slogan: Slogan, day: date) -> bool:
        """A day of the campaign, and of the slogan where it has days of its own."""
        return self.is_day(campaign.period, day) and (slogan.period is None or self.is_day(slogan.period, day))

    def window(self, campaign: Campaign, slogan: Slogan, minute_at: datetime) -> tuple[date, int] | None:
        """Day and first minute of the window in which this slogan may play in this civil minute."""
        found = None
        for back in (1, 0):
            day = minute_at.date() - timedelta(days=back)
            minute = minute_at.hour * 60 + minute_at.minute + 1440 * back
            if (slogan.years and day.year not in slogan.years) or not self.is_own_day(campaign, slogan, day):
                continue
            if back and not self.is_own_day(campaign, slogan, day + timedelta(days=1)):
                continue
            for hours in slogan.windows or campaign.windows:
                if hours.start_min <= minute < hours.end_min:
                    found = (day, hours.start_min)
        return found

    def lit(self, minute_at: datetime) -> tuple[Key, ...]:
        """The slogans to be shown in this civil minute, each with its window."""
        if minute_at not in self.winners:
            found: dict[tuple[str, int], Key] = {}
            priorities = {campaign.id: campaign.priority for campaign in self.plan.campaigns}
            for campaign in self.plan.campaigns:
                for place, slogan in enumerate(campaign.slogans):
                    window = self.window(campaign, slogan, minute_at)
                    if window:
                        found[campaign.id, place] = (campaign.id, place, *window)
            top = max((priorities[name] for name, _place in found), default=0)
            self.winners[minute_at] = tuple(found[key] for key in sorted(found) if priorities[key[0]] == top)
        return self.winners[minute_at]

    def reach(self, minute_at: datetime, step: timedelta) -> datetime | None:
        """The last minute in this direction with the same winners; None beyond twelve days."""
        winners = self.lit(minute_at)
        for _ in range(12 * 1440):
            if self.lit(minute_at + step) != winners:
                return minute_at
            minute_at += step
        return None

    def answer(self, now: datetime) -> tuple[str | None, datetime | None, datetime | None]:
        """Slogan, since and until as civil times; None where it lies beyond what is walked."""
        minute_at = now.replace(second=0, microsecond=0)
        first_at, last_at = self.reach(minute_at, -MINUTE), self.reach(minute_at, MINUTE)
        winners = self.lit(minute_at)
        if not winners:
            return (None, first_at, last_at and last_at + MINUTE)
        assert first_at is not None
        assert last_at is not None
        ids = {campaign.id: [slogan.id for slogan in campaign.slogans] for campaign in self.plan.campaigns}
        lists = [[ids[name][place] for name, place, *_ in group] for group in _by_campaign(winners)]
        return self.passes(lists, (first_at, last_at + MINUTE), now)

    def passes(
        self, lists: Sequence[Sequence[str]], segment: tuple[datetime, datetime], now: datetime
    ) -> tuple[str | None, datetime | None, datetime | None]:
        """Play one pass after the other from the start of the segment until `now` is reached."""
        at, end_at = segment
        turns = [names[turn] for turn in range(9) for names in lists if turn < len(names)]
        turns = [name for name in turns if at + self.plan.durations_ms[name] * MS <= end_at]
        while turns:
            for name in turns:
                until_at = at + self.plan.durations_ms[name] * MS
                if until_at > end_at:
                    return (None, at, end_at)
                if at <= now < until_at:
                    return (name, at, until_at)
                at = until_at
        return (None, at, end_at)


class TestOracle:
    """The fast answer is the slow one."""

    @given(plans(shortest_ms=30_000), NEAR)
    @settings(max_examples=40)
    def test_due_is_what_a_walk_by_minutes_finds(self, plan: Plan, now_at: datetime) -> None:
        """Slogan, since and until agree; what the oracle cannot see lies more than eleven days away."""
        cue = plan.due(now_at)
        now = now_at.astimezone(HANOI).replace(tzinfo=None)
        slogan, since, until = Oracle(plan).answer(now)
        assert cue.slogan == slogan
        for found_at, expected in ((cue.since_at, since), (cue.until_at, until)):
            found = found_at and found_at.astimezone(HANOI).replace(tzinfo=None)
            far = found is None or abs(found - now) > timedelta(days=11)
            assert far if expected is None else found == expected

    def test_the_oracle_sees_a_wrong_answer(self) -> None:
        """Control: with other durations than `due` was given, the oracle disagrees."""
        slogan = Slogan("x")
        campaign = Campaign("a", "a", Period(DayOfYear(1, 1), DayOfYear(12, 31)), (HourWindow(0, 1440),), (slogan,))
        now_at = datetime(2026, 11, 15, 3, 0, 8, tzinfo=UTC)
        cue = Plan((campaign,), {slogan.id: 7000}).due(now_at)
        answer = Oracle(Plan((campaign,), {slogan.id: 9000})).answer(now_at.astimezone(HANOI).replace(tzinfo=None))
        assert cue.until_at is not None
        assert answer[2] != cue.until_at.astimezone(HANOI).replace(tzinfo=None)
