"""Lists as the audit chain tells of them: which were approved, in which order, and which one is in force.

The chain decides. `bundles/current` is there for people and for a record that cannot be asked: where it names another
list than the chain does, it counts for nothing.
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from signboard.campaign.ordered import ORDERED
from signboard.errors import SignboardError
from signboard.store.approvals import APPROVED, UNDONE
from signboard.store.audit import Event
from signboard.store.connection import is_begun
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf

__all__ = [
    "approvals_in_turn",
    "has_stray_pointer",
    "list_chosen",
    "list_in_force",
    "lists_in_turn",
    "order_texts",
]


def order_texts(events: Iterable[Event]) -> frozenset[str]:
    """Digests of the texts of orders: each was approved for its order, and is no list."""
    return frozenset(str(event.details.get("bundle")) for event in events if event.event == ORDERED)


def approvals_in_turn(events: Iterable[Event]) -> dict[str, datetime]:
    """When each list was approved last, in the order of the chain, whatever the clock said."""
    latest: dict[str, datetime] = {}
    for event in _of_lists(events):
        if event.event == APPROVED:
            digest = str(event.details["bundle"])
            latest.pop(digest, None)
            latest[digest] = event.happened_at
    return latest


def lists_in_turn(events: Iterable[Event]) -> tuple[str, ...]:
    """What a board may play, in the order in which each list was chosen last, by an approval or by `undo`.

    The last one is in force. The list that somebody took back by `undo` is none of them until it is approved again.
    """
    turn: dict[str, None] = {}
    for event in _of_lists(events):
        digest = str(event.details["bundle"])
        turn.pop(digest, None)
        turn[digest] = None
        if event.event == UNDONE:
            turn.pop(str(event.details["instead"]), None)
    return tuple(turn)


def _of_lists(events: Iterable[Event]) -> list[Event]:
    """Approvals, and goings back, of lists."""
    told = tuple(events)
    texts = order_texts(told)
    return [one for one in told if one.event in (APPROVED, UNDONE) and one.details["bundle"] not in texts]


def list_chosen(file: Path) -> str | None:
    """The list in force; None: none was ever approved.

    Args:
        file: the store, which is not made for the question.

    Raises:
        SignboardError: it cannot be asked now.
    """
    if not is_begun(file):
        return None
    with Store(file) as store:
        turn = lists_in_turn(store.events())
    return turn[-1] if turn else None


def list_in_force(home: Path, file: Path) -> str | None:
    """As `list_chosen`; what the pointer says where the record cannot be asked: a gate refuses that, or proves it."""
    try:
        return list_chosen(file)
    except SignboardError:
        return BundleShelf(home).current()


def has_stray_pointer(home: Path, file: Path) -> bool:
    """Does the pointer name another list than the one in force, or none? False where nobody can tell."""
    shelf = BundleShelf(home)
    try:
        chosen = list_chosen(file)
    except SignboardError:
        return shelf.has_torn_pointer()
    return shelf.has_torn_pointer() or shelf.current() != chosen
