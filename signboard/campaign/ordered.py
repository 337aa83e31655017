"""Orders as they were given and ended: acts that are kept for ever, and what they come to. Pure; see ADR 22.

The acts lie in two places, the audit chain and a file beside the bundles, and what either says counts: with three
differences, each to the safe side. A text needs the chain's word. An order that the chain knows, or that is built in,
is ended early by the chain's word alone. Where the two tell different things of one order, what rests or darkens by
either does so.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from signboard.campaign.days import parse_hours, write_hours
from signboard.campaign.order import KINDS, OVERRIDE, RESTS, Order
from signboard.errors import N_, InputError

__all__ = ["ENDED", "ORDERED", "Ending", "Given", "OrderBook", "details_of", "read_act", "read_acts", "write_acts"]

ORDERED, ENDED = "ordered", "order_ended"
_SCHEMA_VERSION = 1
_PERCENT = range(101)

Details = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Given:
    """Somebody gave an order.

    Attributes:
        order: without campaigns: its text lies in a bundle.
        at: when, an aware instant.
        text: its own; empty where it has none.
        bundle: digest of the bundle that holds the text and is approved; empty: no text, or one that waits.
    """

    order: Order
    at: datetime
    text: str = ""
    bundle: str = ""

    @property
    def is_waiting(self) -> bool:
        """Has it a text that nobody approved?"""
        return bool(self.text) and not self.bundle


@dataclass(frozen=True, slots=True)
class Ending:
    """Somebody ended an order, also one that is built in, before its time."""

    id: str
    at: datetime
    actor: str
    document: str = ""


def details_of(act: Given | Ending) -> dict[str, str | int | None]:
    """What both places keep of an act, beside its instant, who entered it and which of the two it is."""
    if isinstance(act, Ending):
        return {"id": act.id, "document": act.document}
    order = act.order
    return {
        "id": order.id,
        "kind": order.kind,
        "since_at": order.since_at.isoformat(),
        "until_at": order.until_at.isoformat(),
        "rests": order.rests,
        "hours": ", ".join(map(write_hours, order.windows)),
        "brightness_percent": order.brightness_percent,
        "document": order.document,
        "text": act.text,
        "bundle": act.bundle,
    }


def read_act(event: str, at: datetime, actor: str, details: Details) -> Given | Ending:
    """The inverse of `details_of`.

    Raises:
        ValueError, KeyError, TypeError, InputError: it is no such act.
    """
    document = _text(details["document"])
    if event == ENDED:
        return Ending(_text(details["id"]), _aware(at), actor, document)
    if event != ORDERED:
        raise ValueError(event)
    percent, hours = details["brightness_percent"], _text(details["hours"])
    if percent is not None and not (isinstance(percent, int) and percent in _PERCENT):
        raise ValueError(percent)
    order = Order(
        _text(details["id"]),
        _one_of(KINDS, details["kind"]),
        _aware(datetime.fromisoformat(_text(details["since_at"]))),
        _aware(datetime.fromisoformat(_text(details["until_at"]))),
        rests=_one_of(RESTS, details["rests"]),
        windows=tuple(parse_hours(one) for one in hours.split(", ") if one),
        brightness_percent=percent,
        document=document,
        actor=actor,
    )
    return Given(order, _aware(at), _text(details["text"]), _text(details["bundle"]))


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError(found)
    return found


def _one_of(known: tuple[str, ...], found: object) -> str:
    if found not in known:
        raise ValueError(found)
    return str(found)


def _aware(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError(at)
    return at


def write_acts(acts: Iterable[Given | Ending]) -> bytes:
    """As JSON, in order."""
    entries = [
        {
            "event": ENDED if isinstance(act, Ending) else ORDERED,
            "at": act.at.isoformat(),
            "actor": act.actor if isinstance(act, Ending) else act.order.actor,
            **details_of(act),
        }
        for act in dict.fromkeys(acts)
    ]
    content = {"schema_version": _SCHEMA_VERSION, "acts": entries}
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def read_acts(raw: bytes) -> tuple[Given | Ending, ...]:
    """The inverse of `write_acts`.

    Raises:
        InputError: `orders_damaged`.
    """
    try:
        entries = json.loads(raw)["acts"]
        return tuple(
            read_act(entry["event"], datetime.fromisoformat(entry["at"]), _text(entry["actor"]), entry)
            for entry in entries
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, InputError) as error:
        raise InputError(
            N_(
                "The list of orders (bundles/orders.json) is damaged, so those of the record alone count; put back a "
                "backup of the folder bundles, or give the orders again."
            ),
            code="orders_damaged",
        ) from error


class OrderBook:
    """What all acts come to.

    Args:
        in_file: acts that lie beside the bundles.
        in_chain: acts that the audit chain tells of.
        is_proof: is the chain whole? A broken one proves no text.
    """

    def __init__(
        self, in_file: Iterable[Given | Ending] = (), in_chain: Iterable[Given | Ending] = (), *, is_proof: bool = True
    ) -> None:
        self.in_file, self.in_chain, self.is_proof = tuple(in_file), tuple(in_chain), is_proof

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OrderBook) and self._acts == other._acts

    def __hash__(self) -> int:
        return hash(self._acts)

    @property
    def _acts(self) -> tuple[object, ...]:
        return (frozenset(self.in_file), frozenset(self.in_chain), self.is_proof)

    def given(self) -> tuple[Given, ...]:
        """Every order from the instant at which it was given on, shortened where it was ended; in order of beginning.

        What waits for an approval stands here, too; `in_force` leaves it out.
        """
        found = dict.fromkeys(self._cut(act) for act in (*self.in_chain, *self.in_file) if isinstance(act, Given))
        return tuple(sorted(found, key=lambda act: (act.order.since_at, act.order.id, act.at)))

    def not_over(self, at: datetime) -> tuple[Given, ...]:
        """Of `given` those that hold at this instant or later."""
        found = (act for act in self.given() if act.order.until_at > at)
        return tuple(act for act in found if act.order.since_at < act.order.until_at)

    def in_force(self) -> tuple[Given, ...]:
        """Those that mean something to a board, at whatever time: past, present and to come.

        An override whose text waits, or of which the chain knows nothing, means nothing. A special day with such a
        text rests what it rests, without the text.
        """
        proved = {self._cut(act) for act in self.in_chain if isinstance(act, Given)} if self.is_proof else set()
        bare = (act if act in proved and act.bundle else replace(act, text="", bundle="") for act in self.given())
        kept = (act for act in bare if act.order.since_at < act.order.until_at)
        return tuple(act for act in kept if act.order.kind != OVERRIDE or act.bundle)

    def ending_of(self, name: str) -> Ending | None:
        """Who ended this order before its time, built in or given; None: nobody, or nobody who counts."""
        is_hearsay = _is_given(name, self.in_file) and not _is_given(name, self.in_chain)
        acts = (*self.in_chain, *self.in_file) if is_hearsay else self.in_chain
        endings = (act for act in acts if isinstance(act, Ending) and act.id == name)
        return min(endings, key=lambda act: act.at, default=None)

    def unproved_endings(self) -> tuple[str, ...]:
        """Ids of orders of which the file alone says that somebody ended them, and which therefore hold."""
        ended = dict.fromkeys(act.id for act in self.in_file if isinstance(act, Ending))
        return tuple(name for name in ended if self.ending_of(name) is None)

    def shortened(self, order: Order) -> Order:
        """The order, over at the instant at which it was ended, if it was."""
        ending = self.ending_of(order.id)
        if ending is None or ending.at >= order.until_at:
            return order
        return replace(order, until_at=max(ending.at, order.since_at))

    def _cut(self, act: Given) -> Given:
        """As it really held: never before somebody gave it, so that a report of an earlier hour stays true."""
        order = replace(act.order, since_at=max(act.order.since_at, act.at))
        return replace(act, order=self.shortened(order))


def _is_given(name: str, acts: Iterable[Given | Ending]) -> bool:
    return any(isinstance(act, Given) and act.order.id == name for act in acts)
