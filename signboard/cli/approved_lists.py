"""Which lists were approved, in their order, as the audit chain tells; and the proof that one of them was."""

from __future__ import annotations

from datetime import datetime

from signboard import app
from signboard.campaign.approval import Approval
from signboard.campaign.ordered import ORDERED
from signboard.files import home_dir
from signboard.player.approved import gate
from signboard.store.approvals import APPROVED, UNDONE
from signboard.store.audit import Event
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf

__all__ = ["approvals_known", "lists_in_turn", "proof_of_list"]


def approvals_known() -> dict[str, datetime]:
    """When each list was approved last, in that order; the text of an order is no list, and never comes back as one."""
    latest = {str(event.details["bundle"]): event.happened_at for event in _of_lists() if event.event == APPROVED}
    return dict(sorted(latest.items(), key=lambda entry: entry[1]))


def lists_in_turn() -> tuple[str, ...]:
    """What a board may fall back on, in the order in which each list was chosen last, by an approval or by `undo`.

    The list that somebody took back by `undo` is none of them until it is approved again.
    """
    turn: dict[str, None] = {}
    for event in _of_lists():
        digest = str(event.details["bundle"])
        turn.pop(digest, None)
        turn[digest] = None
        if event.event == UNDONE:
            turn.pop(str(event.details["instead"]), None)
    return tuple(turn)


def _of_lists() -> list[Event]:
    """Approvals, and goings back, of lists."""
    with Store(app.store_path()) as store:
        events = store.events()
    texts = {event.details.get("bundle") for event in events if event.event == ORDERED}
    return [event for event in events if event.event in (APPROVED, UNDONE) and event.details["bundle"] not in texts]


def proof_of_list(digest: str) -> Approval | None:
    """The approval of this list, which a real board needs, and so does whatever makes another list out of it.

    Raises:
        SignboardError: `not_approved`, `approval_unproved`, `altered_bundle` …: why it may not play.
    """
    bundle = BundleShelf(home_dir()).load(digest)
    with Store(app.store_path()) as store:
        approval = store.approval_of(digest)
    return gate(bundle, [approval] if approval else [], is_virtual=False)
