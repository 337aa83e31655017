"""Orders laid over the calendar: what they show or darken, and what rests or keeps other hours meanwhile.

* Among orders that hold together and show a text of their own or blank the board, what a person orders for now
  (override, blank) wins over special days, and of two such the one that began last.
* Special days rest campaigns, or narrow their hours, whoever wins. A campaign at the level of emergency never rests.
* An order's own text plays all the time of the order, whatever days, hours and years its campaigns and slogans name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from itertools import groupby, pairwise

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.order import BLANK, OVERRIDE, Order
from signboard.campaign.period import Period
from signboard.schedule.days import shift
from signboard.schedule.local import FIRST_AT, instant, local, utc
from signboard.schedule.playlist import can_play, entry_of
from signboard.schedule.windows import ORDERED, RESTING, Rank, Window

__all__ = ["clipped", "order_windows", "rests", "rests_at"]

_BY_A_PERSON = (OVERRIDE, BLANK)
_MICROSECOND = timedelta(microseconds=1)
_NEVER = Period(date.min, date.min)


def order_windows(order: Order, durations_ms: Mapping[str, int]) -> tuple[Window, ...]:
    """What the order shows itself, or the dark that it brings; none where it has no text that can be shown."""
    since_at, until_at = utc(order.since_at), utc(order.until_at)
    if since_at >= until_at:
        return ()
    if order.kind == BLANK:
        nothing = Campaign(order.id, "", _NEVER, (), ())
        return (Window(nothing, since_at, until_at, (), 0, order, _rank(order, nothing)),)
    return tuple(
        Window(campaign, since_at, until_at, entries, 0, order, _rank(order, campaign))
        for campaign in order.campaigns
        if (
            entries := tuple(
                entry_of(campaign, place, durations_ms)
                for place, slogan in enumerate(campaign.slogans)
                if can_play(slogan, durations_ms)
            )
        )
    )


def _rank(order: Order, campaign: Campaign) -> Rank:
    """Above all that is ordinary; the campaigns of one order rank among themselves as any others."""
    began = (utc(order.since_at) - FIRST_AT) // _MICROSECOND
    return (ORDERED, int(order.kind in _BY_A_PERSON), began, order.id, int(campaign.level), campaign.priority)


def rests(order: Order, campaign: Campaign) -> bool:
    """Does the order rest this campaign, at all hours of its own?"""
    return campaign.level is not Level.EMERGENCY and not order.lets_play(is_festive=campaign.festive)


def rests_at(order: Order, campaign: Campaign, at: datetime, zone: tzinfo) -> bool:
    """Does the order keep this campaign dark at this instant?"""
    if not order.holds_at(at) or campaign.level is Level.EMERGENCY:
        return False
    return rests(order, campaign) or (bool(order.windows) and not _is_within(order, at, zone))


def _is_within(order: Order, at: datetime, zone: tzinfo) -> bool:
    day = local(at, zone).date()
    return any(start_at <= at < end_at for start_at, end_at in _hours(order, shift(day, -1), day, zone))


def _hours(order: Order, first_day: date, last_day: date, zone: tzinfo) -> Iterator[tuple[datetime, datetime]]:
    """The order's hours that begin on these days."""
    day = first_day
    while True:
        for hours in order.windows:
            yield instant(day, hours.start_min, zone), instant(day, hours.end_min, zone)
        if day >= last_day:
            return
        day = shift(day, 1)


def clipped(window: Window, orders: Sequence[Order], zone: tzinfo) -> tuple[Window, ...]:
    """The parts of an ordinary window in which it is lit, and those in which it rests, ranked below all that is lit."""
    touching = [order for order in orders if _touches(order, window)]
    if not touching:
        return (window,)
    marks = sorted({window.start_at, window.end_at, *_marks(touching, window, zone)})
    parts = [(start_at, end_at, _resting(touching, window, start_at, zone)) for start_at, end_at in pairwise(marks)]
    found = []
    for order_id, group in groupby(parts, key=lambda part: part[2].id if part[2] else None):
        alike = list(group)
        part = replace(window, start_at=alike[0][0], end_at=alike[-1][1])
        resting = (
            part if order_id is None else replace(part, entries=(), order=alike[0][2], rank=(RESTING, *window.rank[1:]))
        )
        found.append(resting)
    return tuple(found)


def _touches(order: Order, window: Window) -> bool:
    if not (order.since_at < window.end_at and window.start_at < order.until_at):
        return False
    return window.campaign.level is not Level.EMERGENCY and (bool(order.windows) or rests(order, window.campaign))


def _resting(orders: Iterable[Order], window: Window, at: datetime, zone: tzinfo) -> Order | None:
    return next((order for order in orders if rests_at(order, window.campaign, at, zone)), None)


def _marks(orders: Iterable[Order], window: Window, zone: tzinfo) -> Iterator[datetime]:
    """The instants inside the window at which one of the orders begins, ends, or changes its hours."""
    first_day, last_day = shift(local(window.start_at, zone).date(), -1), local(window.end_at, zone).date()
    for order in orders:
        pairs = [(utc(order.since_at), utc(order.until_at))]
        pairs += _hours(order, first_day, last_day, zone) if order.windows else []
        yield from (at for pair in pairs for at in pair if window.start_at < at < window.end_at)
