"""All orders that are not over: in force, to come, waiting for an approval; those that are built in among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from signboard.app import store_path
from signboard.campaign.order import EARTH_HOUR, OVERRIDE, TET, Order
from signboard.campaign.ordered import Given
from signboard.cli.envelope import report
from signboard.cli.order_words import countdown, describe_order, order_text, rests_text
from signboard.errors import N_, InputError
from signboard.files import home_dir
from signboard.locale import _, day_text, fill, lines
from signboard.schedule.local import local
from signboard.schedule.special import POWER_PLAN, next_tet_span
from signboard.store.orders import Orders, known_orders, standing_orders

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["Row", "check_only_one", "named_orders", "report_orders", "rows_of", "urgent_orders"]

_STATES = {
    "in_force": N_("in force, {left} left"),
    "coming": N_("to come"),
    "waiting": N_("NOT shown: the text waits for its approval"),
    "unproved": N_("NOT shown: its approval cannot be proved"),
}
_DAILY = N_("every day")
_NOTHING_RESTS = N_("the list goes on meanwhile")
_ONE_A_TIME = (TET, EARTH_HOUR)


@dataclass(frozen=True, slots=True)
class Row:
    """One order of the list.

    Attributes:
        state: `in_force`, `coming`, `waiting`, `unproved`.
    """

    order: Order
    text: str
    state: str


def rows_of(settings: Settings, now_at: datetime) -> tuple[tuple[Row, ...], Orders]:
    """What is not over, in the order in which it begins; of Earth hours the next one."""
    home = home_dir()
    book, _troubles = known_orders(home, store_path(home))
    built_in = settings.light.built_in_orders(now_at, settings.zone)
    obeyed = standing_orders(home, store_path(home), built_in)
    own = [_row(given, obeyed, now_at) for given in book.not_over(now_at)]
    ids = {order.id for order in built_in}
    given_ids = {row.order.id for row in own}
    more = [
        Row(order, "", "in_force" if order.holds_at(now_at) else "coming")
        for order in _next_built_in([one for one in obeyed.orders if one.id in ids], now_at)
        if order.id not in given_ids
    ]
    return tuple(sorted([*own, *more], key=lambda row: (row.order.since_at, row.order.id))), obeyed


def _row(given: Given, obeyed: Orders, now_at: datetime) -> Row:
    if given.is_waiting:
        return Row(given.order, given.text, "waiting")
    texts = {order.id: order.campaigns for order in obeyed.orders}
    if given.text and not texts.get(given.order.id):
        return Row(given.order, given.text, "unproved")
    return Row(given.order, given.text, "in_force" if given.order.holds_at(now_at) else "coming")


def _next_built_in(orders: Iterable[Order], now_at: datetime) -> Iterator[Order]:
    orders = list(orders)
    coming = [order for order in orders if order.id != POWER_PLAN and order.until_at > now_at]
    yield from sorted((one for one in coming if one.since_at < one.until_at), key=lambda order: order.since_at)[:1]
    yield from (order for order in orders if order.id == POWER_PLAN)


def named_orders(name: str, settings: Settings, now_at: datetime) -> tuple[Order, ...]:
    """The order with this id that can be ended.

    Raises:
        InputError: `no_such_order`, or the hours off, which are a setting.
    """
    rows, _obeyed = rows_of(settings, now_at)
    wanted = name.strip()
    found = tuple(row.order for row in rows if row.order.id == wanted and wanted != POWER_PLAN)
    if not found:
        known = ", ".join(row.order.id for row in rows if row.order.id != POWER_PLAN)
        raise InputError(
            N_("There is no order {id} that could be ended; there are: {known}."),
            code="no_such_order",
            id=wanted,
            known=known or "-",
        )
    return found


def urgent_orders(name: str, settings: Settings, now_at: datetime, *, is_every: bool) -> tuple[Order, ...]:
    """The urgent texts that are to be ended: the one that is shown, the named one, or every one.

    Args:
        name: an id; empty: the one that is shown, or the only one there is.
        settings: of the board.
        now_at: aware.
        is_every: those to come and those that wait, too.

    Raises:
        InputError: `no_such_order`, `several_orders`.
    """
    if name:
        return named_orders(name, settings, now_at)
    rows = [row for row in rows_of(settings, now_at)[0] if row.order.kind == OVERRIDE]
    shown = [row.order for row in rows if row.state == "in_force"]
    if shown and not is_every:
        return (max(shown, key=lambda order: (order.since_at, order.id)),)
    if len(rows) > 1 and not is_every:
        raise InputError(
            N_("No urgent text is shown now; write after --end which one is meant, or --all: {known}."),
            code="several_orders",
            known=", ".join(row.order.id for row in rows),
        )
    return tuple(row.order for row in rows)


def check_only_one(kind: str, since_at: datetime, until_at: datetime, now_at: datetime) -> None:
    """Refuse a second Tết on the same days, and a second Earth hour in a year; one whose text waits may come again.

    Raises:
        InputError: `order_stands`.
    """
    book, _troubles = known_orders(home_dir(), store_path())
    for given in book.not_over(now_at) if kind in _ONE_A_TIME else ():
        order = given.order
        is_same = order.since_at < until_at and since_at < order.until_at
        is_same = is_same or (kind == EARTH_HOUR and order.since_at.year == since_at.year)
        if order.kind == kind and not given.is_waiting and is_same:
            raise InputError(
                N_("It is ordered already ({id}); end that one first: signboard special-day --end {id}"),
                code="order_stands",
                id=order.id,
            )


def report_orders(settings: Settings, now_at: datetime) -> None:
    """Print the list."""
    rows, obeyed = rows_of(settings, now_at)
    zone = settings.zone
    text: list[str] = []
    for row in rows:
        is_daily = row.order.id == POWER_PLAN
        state = fill(_DAILY if is_daily else _STATES[row.state], left=countdown(row.order, now_at))
        text.append(f"{row.order.id}  {state}")
        text.append(f"    {order_text(row.order, zone)}")
        text += [f"    {row.text}"] if row.text else []
        is_shown = row.order.kind != OVERRIDE or row.state in {"in_force", "coming"}
        text.append(f"    {rests_text(row.order) if is_shown else _(_NOTHING_RESTS)}")
    if not rows:
        text.append(_(N_("Nothing is ordered.")))
    tet = next_tet_span(local(now_at, zone).date())
    text.append(
        fill(
            N_("Tết: from {first} to {last}; signboard special-day tet orders it."),
            first=day_text(tet.first_day),
            last=day_text(tet.last_day),
        )
    )
    text += [line for trouble in obeyed.troubles for line in lines(trouble)]
    orders = [{**describe_order(row.order, now_at, zone), "text": row.text, "state": row.state} for row in rows]
    data = {
        "orders": orders,
        "tet": {"first_day": tet.first_day, "last_day": tet.last_day},
        "troubles": [{"code": trouble.code, "message": "\n".join(lines(trouble))} for trouble in obeyed.troubles],
    }
    report(data, "\n".join(text))
