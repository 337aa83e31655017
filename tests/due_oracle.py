"""A slow oracle for `due`: the same question by brute force, written from the definition, minute by minute.

It knows one zone, seven hours ahead of UTC for ever, and plans whose boundaries all lie on whole minutes. It shares no
code with the schedule: it asks each minute who is lit, walks from minute to minute for as long as the answer is the
same, and plays pass after pass from there.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from fractions import Fraction
from typing import TypeAlias
from zoneinfo import ZoneInfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.order import BLANK, OVERRIDE, Order
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.schedule.cue import Cue
from signboard.schedule.due import due

__all__ = ["HANOI", "REACH", "Answer", "Oracle", "Plan", "is_day", "spread"]

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MINUTE = timedelta(minutes=1)
REACH = timedelta(days=2, hours=2)
"""So far the oracle walks; what lies beyond it does not know."""

Answer: TypeAlias = tuple[str | None, datetime | None, datetime | None]
"""Slogan, since and until as civil times of Hanoi; None where it lies beyond the reach."""
State: TypeAlias = tuple[object, ...]


@dataclass(frozen=True)
class Plan:
    """What a board knows."""

    campaigns: tuple[Campaign, ...]
    durations_ms: Mapping[str, int]
    orders: tuple[Order, ...] = ()
    is_trusted: bool = True

    def due(self, now_at: datetime, zone: tzinfo = HANOI) -> Cue:
        """The question under test."""
        return due(self.campaigns, self.durations_ms, now_at, zone, self.orders, is_trusted=self.is_trusted)


def spread(weights: Sequence[int]) -> list[int]:
    """Who has the turns of one round: the k-th of a member of weight w at (2k - 1) / 2w, earliest first."""
    turns = [(Fraction(2 * k - 1, 2 * w), index) for index, w in enumerate(weights) for k in range(1, w + 1)]
    return [index for _place, index in sorted(turns)]


def is_day(period: Period, day: date) -> bool:
    """Is it a day of the period? By walking back to the first day, at most a year and a day."""

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


def _covers(hours: HourWindow, minute: int) -> bool:
    return hours.start_min <= minute < hours.end_min or hours.start_min <= minute + 1440 < hours.end_min


def _civil(at: datetime) -> datetime:
    return at.astimezone(HANOI).replace(tzinfo=None)


class Oracle:
    """Answers for one plan.

    Args:
        plan: its boundaries lie on whole minutes.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.orders = sorted(plan.orders, key=lambda order: (order.since_at, order.id))
        self.civil = {order.id: tuple(_civil(at) for at in (order.since_at, order.until_at)) for order in self.orders}
        self.days: dict[tuple[str, int, date], str] = {}
        self.known: dict[datetime, State] = {}

    def answer(self, now_at: datetime) -> Answer:
        """What is due at an instant."""
        if not self.plan.is_trusted:
            return self.standby(now_at)
        now = now_at.astimezone(HANOI).replace(tzinfo=None)
        minute = now.replace(second=0, microsecond=0)
        first, last = self.reach(minute, -MINUTE), self.reach(minute, MINUTE)
        state = self.state(minute)
        if not state or state[0] in ("blank", "rest"):
            return (None, first, last and last + MINUTE)
        if first is None or last is None:
            return ("?", first, last)
        end = last + MINUTE
        for name, since, until in self.passes(self.lists(state, end - first), first):
            if until > end:
                return (None, since, end)
            if since <= now < until:
                return (name, since, until)
        return (None, first, end)

    def reach(self, minute: datetime, step: timedelta) -> datetime | None:
        """The last minute in this direction with the same state."""
        state, at = self.state(minute), minute
        while abs(at - minute) < REACH:
            if self.state(at + step) != state:
                return at
            at += step
        return None

    # --- who is lit in one civil minute ---

    def state(self, minute: datetime) -> State:
        """What decides in this minute; empty where nothing does."""
        if minute not in self.known:
            self.known[minute] = self.ordered(minute) or self.ordinary(minute)
        return self.known[minute]

    def ordered(self, minute: datetime) -> State:
        """The order that shows its own text or blanks the board."""
        saying = [o for o in self.orders if self.holds(o, minute) and (o.kind == BLANK or self.texts(o.campaigns))]
        if not saying:
            return ()
        order = max(saying, key=lambda one: (one.kind in (OVERRIDE, BLANK), one.since_at, one.id))
        return ("blank", order.id) if order.kind == BLANK else ("order", order.id, *self.texts(order.campaigns))

    def texts(self, campaigns: Sequence[Campaign]) -> State:
        """The slogans of the foremost of these campaigns, whatever their days."""
        able = [campaign for campaign in campaigns if campaign.slogans]
        best = max(((campaign.level, campaign.priority) for campaign in able), default=None)
        return tuple(
            (campaign.id, place)
            for campaign in sorted(able, key=lambda one: one.id)
            if (campaign.level, campaign.priority) == best
            for place in range(len(campaign.slogans))
        )

    def ordinary(self, minute: datetime) -> State:
        """The slogans of the foremost campaigns that are lit, each with its window; else of those that rest."""
        lit: list[tuple[tuple[int, int], State]] = []
        resting: list[tuple[tuple[int, int], State]] = []
        for campaign in sorted(self.plan.campaigns, key=lambda one: one.id):
            rest = self.rest(campaign, minute)
            for place, slogan in enumerate(campaign.slogans):
                window = self.window(campaign, place, slogan, minute)
                if window:
                    rank = (int(campaign.level), campaign.priority)
                    (lit if rest is None else resting).append((rank, (campaign.id, place, *window, rest)))
        found = lit or resting
        best = max((rank for rank, _entry in found), default=None)
        entries = tuple(entry for rank, entry in found if rank == best)
        return ("lit" if lit else "rest", *entries) if found else ()

    def window(self, campaign: Campaign, place: int, slogan: Slogan, minute: datetime) -> tuple[date, int] | None:
        """Day and first minute of the window in which this slogan may play in this civil minute."""
        found = None
        for back in (1, 0):
            day = minute.date() - timedelta(days=back)
            of_day = minute.hour * 60 + minute.minute + 1440 * back
            key = (campaign.id, place, day)
            if key not in self.days:
                self.days[key] = self.own_day(campaign, slogan, day)
            if not self.days[key] or (back and self.days[key] == "last"):
                continue
            for hours in slogan.windows or campaign.windows:
                if hours.start_min <= of_day < hours.end_min:
                    found = (day, hours.start_min)
        return found

    def own_day(self, campaign: Campaign, slogan: Slogan, day: date) -> str:
        """Do the slogan's hours begin on this day? `last`: on the next one nothing of it may be lit; empty: no."""
        periods = [period for period in (campaign.period, slogan.period) if period]
        if (slogan.years and day.year not in slogan.years) or not all(is_day(period, day) for period in periods):
            return ""
        if any(days and day.isoweekday() not in days for days in (campaign.weekdays, slogan.weekdays)):
            return ""
        return "any" if all(is_day(period, day + timedelta(days=1)) for period in periods) else "last"

    def rest(self, campaign: Campaign, minute: datetime) -> str | None:
        """The first of the orders that keep this campaign dark now."""
        if campaign.level is Level.EMERGENCY:
            return None
        of_day = minute.hour * 60 + minute.minute
        for order in self.orders:
            if not self.holds(order, minute):
                continue
            if {"all": True, "none": False, "festive": campaign.festive, "ordinary": not campaign.festive}[order.rests]:
                return order.id
            if order.windows and not any(_covers(hours, of_day) for hours in order.windows):
                return order.id
        return None

    def holds(self, order: Order, minute: datetime) -> bool:
        """Is the order in force in this minute?"""
        since, until = self.civil[order.id]
        return since <= minute < until

    # --- who plays after whom ---

    def lists(self, state: State, room: timedelta) -> list[tuple[int, list[tuple[str, int, timedelta]]]]:
        """Weight of each campaign, and name, weight and length of each of its slogans that fit into the room."""
        every = [*self.plan.campaigns, *(one for order in self.orders for one in order.campaigns)]
        by_id = {campaign.id: campaign for campaign in every}
        found: dict[str, list[tuple[str, int, timedelta]]] = {}
        for entry in state:
            if isinstance(entry, tuple):
                slogan = by_id[entry[0]].slogans[entry[1]]
                length = timedelta(milliseconds=self.plan.durations_ms[slogan.id])
                if length <= room:
                    found.setdefault(entry[0], []).append((slogan.id, slogan.weight, length))
        return [(by_id[name].weight, slogans) for name, slogans in found.items()]

    def passes(
        self, lists: Sequence[tuple[int, Sequence[tuple[str, int, timedelta]]]], at: datetime
    ) -> Iterator[tuple[str, datetime, datetime]]:
        """Pass after pass, without end."""
        own = [
            itertools.cycle([slogans[index] for index in spread([weight for _name, weight, _length in slogans])])
            for _weight, slogans in lists
        ]
        turns = itertools.cycle(spread([weight for weight, _slogans in lists]))
        for turn in turns:
            name, _weight, length = next(own[turn])
            yield name, at, at + length
            at += length

    def standby(self, now_at: datetime) -> Answer:
        """With a clock that nobody trusts: standby texts bound to no day, counted from the first instant of year 1."""
        plain = [
            (campaign.id, place, not (slogan.years or slogan.period or slogan.weekdays))
            for campaign in self.plan.campaigns
            if campaign.level is Level.STANDBY
            for place, slogan in enumerate(campaign.slogans)
        ]
        ranks = {campaign.id: campaign.priority for campaign in self.plan.campaigns}
        best = max((ranks[name] for name, _place, is_free in plain if is_free), default=None)
        state = tuple((name, place) for name, place, is_free in sorted(plain) if is_free and ranks[name] == best)
        if not state:
            return (None, None, None)
        lists = self.lists(state, REACH)
        begin = datetime(1, 1, 1, tzinfo=UTC)
        rounds = [sum(weight for _name, weight, _length in slogans) for _weight, slogans in lists]
        laps = next(n for n in itertools.count(1) if all(n * lists[i][0] % size == 0 for i, size in enumerate(rounds)))
        passes = list(itertools.islice(self.passes(lists, begin), laps * sum(weight for weight, _s in lists)))
        period = passes[-1][2] - begin
        gone = (now_at - begin) // period * period
        for name, since, until in passes:
            if since + gone <= now_at < until + gone:
                began, ended = ((at + gone).astimezone(HANOI).replace(tzinfo=None) for at in (since, until))
                return (name, began, ended)
        raise AssertionError("the passes leave a gap")
