"""Orders in words and as JSON: which kind, from when to when, how long still."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta, tzinfo

from signboard.campaign.days import write_hours
from signboard.campaign.order import (
    BLANK,
    EARTH_HOUR,
    FESTIVE,
    MOURNING,
    NONE,
    ORDINARY,
    OVERRIDE,
    SAVING,
    TET,
    Order,
)
from signboard.errors import N_
from signboard.locale import _, day_text, fill, instant_text
from signboard.schedule.days import shift
from signboard.schedule.local import local
from signboard.schedule.special import POWER_PLAN, off_hours

__all__ = ["countdown", "describe_order", "in_force", "kind_text", "order_kind_text", "order_text", "rests_text"]

_KINDS = {
    OVERRIDE: N_("Urgent text"),
    BLANK: N_("Dark board"),
    MOURNING: N_("National mourning"),
    EARTH_HOUR: N_("Earth Hour"),
    TET: N_("Tết"),
    SAVING: N_("Saving power"),
}
_RESTS = {
    FESTIVE: N_("festive campaigns rest"),
    ORDINARY: N_("only festive campaigns play"),
    NONE: N_("nothing rests"),
}
_ALL_REST = N_("everything rests")
_CAMPAIGNS_REST = N_("every campaign rests, but emergencies")
_MINUTE = timedelta(minutes=1)


def kind_text(kind: str) -> str:
    """The kind of an order, in the language spoken now."""
    return _(_KINDS[kind])


def order_kind_text(order: Order) -> str:
    """What an order is, in two or three words; the hours off of the settings are no saving that somebody ordered."""
    return fill(N_("hours off of [light]")) if order.id == POWER_PLAN else kind_text(order.kind)


def rests_text(order: Order) -> str:
    """Who rests under it, within which hours the others play, and how bright."""
    every = _ALL_REST if order.kind in (BLANK, OVERRIDE) else _CAMPAIGNS_REST
    parts = [_(_RESTS.get(order.rests, every))]
    if order.windows:
        parts.append(fill(N_("only from {hours}"), hours=", ".join(map(write_hours, order.windows))))
    if order.brightness_percent is not None:
        parts.append(fill(N_("light at most {percent} %"), percent=order.brightness_percent))
    return "; ".join(parts)


def order_text(order: Order, zone: tzinfo) -> str:
    """One line: `Dark board from … to … (Công văn 12/CV)`; whole days are told as days, the last one included."""
    if order.id == POWER_PLAN:
        return fill(
            N_("Hours off every day: {hours} ([light] in the settings)"),
            hours=", ".join(map(write_hours, off_hours(order.windows))),
        )
    since, until = local(order.since_at, zone), local(order.until_at, zone)
    kind = kind_text(order.kind)
    if since.time() == until.time() == time() and since < until:
        first, last = day_text(since.date()), day_text(shift(until.date(), -1))
        text = fill(N_("{kind} from {first} to {last}, whole days"), kind=kind, first=first, last=last)
    else:
        begins, ends = instant_text(order.since_at, zone), instant_text(order.until_at, zone)
        text = fill(N_("{kind} from {since} to {until}"), kind=kind, since=begins, until=ends)
    return f"{text} ({order.document})" if order.document else text


def in_force(orders: Iterable[Order], at: datetime) -> tuple[Order, ...]:
    """What people or the calendar put above the list at this instant; the daily hours off are nobody's order."""
    return tuple(order for order in orders if order.id != POWER_PLAN and order.holds_at(at))


def countdown(order: Order, at: datetime) -> str:
    """How long it still holds: `2 d 3 h 20 min`, in whole minutes, at least one."""
    minutes = max(1, -(-(order.until_at - at) // _MINUTE))
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    if days:
        return fill(N_("{days} d {hours} h {minutes} min"), days=days, hours=hours, minutes=minutes)
    if hours:
        return fill(N_("{hours} h {minutes} min"), hours=hours, minutes=minutes)
    return fill(N_("{minutes} min"), minutes=minutes)


def describe_order(order: Order, at: datetime, zone: tzinfo) -> dict[str, object]:
    """An order in force as JSON."""
    return {
        "id": order.id,
        "kind": order.kind,
        "since": order.since_at.astimezone(zone).isoformat(),
        "until": order.until_at.astimezone(zone).isoformat(),
        "left_s": max(0, int((order.until_at - at).total_seconds())),
        "rests": order.rests,
        "hours": [write_hours(hours) for hours in order.windows],
        "brightness_percent": order.brightness_percent,
        "texts": [slogan.text for campaign in order.campaigns for slogan in campaign.slogans],
        "document": order.document,
        "actor": order.actor,
    }
