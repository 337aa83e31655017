"""All orders that are not over: in force, to come, waiting for an approval; those that are built in among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from signboard.app import store_path
from signboard.campaign.order import EARTH_HOUR, Order
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

__all__ = ["Row", "named_orders", "report_orders", "rows_of"]

_STATES = {
    "in_force": N_("in force, {left} left"),
    "coming": N_("to come"),
    "waiting": N_("NOT shown: the text waits for its approval"),
    "unproved": N_("NOT shown: its approval cannot be proved"),
}


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
    given_ids = {row.order.id for row in own}
    more = [
        Row(order, "", "in_force" if order.holds_at(now_at) else "coming")
        for order in _next_built_in(obeyed.orders, now_at)
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


def _next_built_in(orders: tuple[Order, ...], now_at: datetime) -> Iterator[Order]:
    coming = [order for order in orders if order.id.startswith(f"{EARTH_HOUR}-") and order.until_at > now_at]
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


def report_orders(settings: Settings, now_at: datetime) -> None:
    """Print the list."""
    rows, obeyed = rows_of(settings, now_at)
    zone = settings.zone
    text: list[str] = []
    for row in rows:
        state = fill(_STATES[row.state], left=countdown(row.order, now_at))
        text.append(f"{row.order.id}  {state}")
        text.append(f"    {order_text(row.order, zone)}")
        text += [f"    {row.text}"] if row.text else []
        text.append(f"    {rests_text(row.order)}")
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
