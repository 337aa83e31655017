"""Which lists were approved, in their order, as the audit chain tells; and the proof that one of them was."""

from __future__ import annotations

from datetime import datetime

from signboard import app
from signboard.campaign.approval import Approval
from signboard.files import home_dir
from signboard.player.approved import gate
from signboard.store import chosen
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf

__all__ = ["approvals_known", "lists_in_turn", "proof_of_list"]


def approvals_known() -> dict[str, datetime]:
    """When each list was approved last, in that order; the text of an order is no list, and never comes back as one."""
    with Store(app.store_path()) as store:
        return chosen.approvals_in_turn(store.events())


def lists_in_turn() -> tuple[str, ...]:
    """What a board may fall back on, the list in force last; see `signboard.store.chosen`."""
    with Store(app.store_path()) as store:
        return chosen.lists_in_turn(store.events())


def proof_of_list(digest: str) -> Approval | None:
    """The approval of this list, which a real board needs, and so does whatever makes another list out of it.

    The approval of an order's text proves no list.

    Raises:
        SignboardError: `not_approved`, `approval_unproved`, `altered_bundle` …: why it may not play.
    """
    bundle = BundleShelf(home_dir()).load(digest)
    with Store(app.store_path()) as store:
        is_text = digest in chosen.order_texts(store.events())
        approval = None if is_text else store.approval_of(digest)
    return gate(bundle, [approval] if approval else [], is_virtual=False)
