"""Submissions at rest: who asked for an approval, who refused it, read out of the audit chain."""

import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime

from signboard.campaign.approval import Approval
from signboard.campaign.skeleton import skeleton
from signboard.store.approvals import APPROVED
from signboard.store.audit import Event
from signboard.store.database import Store
from signboard.text.letters import compose, fold_lookalikes

__all__ = [
    "IDENTITY",
    "REJECTED",
    "SUBMITTED",
    "Submitted",
    "add_rejection",
    "add_submission",
    "given_note",
    "identity_note",
    "last_submission",
    "pending_submission",
    "same_actor",
]

SUBMITTED = "submitted"
REJECTED = "rejected"
IDENTITY = "identity_noted"


@dataclass(frozen=True, slots=True)
class Submitted:
    """A request for approval.

    Attributes:
        bundle: digest of the list.
        actor: who asked.
        at: when, an aware instant.
        rejected: why it was refused since; None: it was not.
        actors: everybody who ever asked for it, the last included.
    """

    bundle: str
    actor: str
    at: datetime
    rejected: str | None = None
    actors: tuple[str, ...] = ()

    def is_by(self, name: str) -> bool:
        """Did this person ask for it, now or before?"""
        return any(same_actor(one, name) for one in (self.actor, *self.actors))


def add_submission(store: Store, bundle: str, actor: str, at: datetime, *, site_id: str, board_id: str) -> None:
    """Note who submits a list.

    Raises:
        SignboardError: `store_failed`, `disk_full`.
    """
    store.add_event(Event(site_id, board_id, at, actor, SUBMITTED, {"bundle": bundle}))


def add_rejection(  # noqa: PLR0913 - an event has so many parts
    store: Store, bundle: str, actor: str, at: datetime, reason: str, *, site_id: str, board_id: str
) -> None:
    """Note who refuses a list, and why.

    Raises:
        SignboardError: `store_failed`, `disk_full`.
    """
    store.add_event(Event(site_id, board_id, at, actor, REJECTED, {"bundle": bundle, "reason": reason}))


def identity_note(approval: Approval, submitted: Submitted | None, *, site_id: str, board_id: str) -> Event:
    """What stands beside the approval of a list: who asked for it, whether one person did both, that nobody proved it.

    Where nobody asked for it, whoever approves it did.
    """
    by = submitted.actor if submitted else approval.actor
    same = submitted is None or submitted.is_by(approval.actor) or submitted.is_by(approval.signer)
    return _note(approval, by, same, site_id, board_id)


def given_note(approval: Approval, *, site_id: str, board_id: str) -> Event:
    """The same beside an act that bears its own approval: who gives it asks, and who signs approves."""
    return _note(approval, approval.actor, same_actor(approval.actor, approval.signer), site_id, board_id)


def _note(approval: Approval, by: str, same: bool, site_id: str, board_id: str) -> Event:
    told = "yes" if same else "no"
    details = {"bundle": approval.bundle, "submitted_by": by, "same_person": told, "identity": "not proved"}
    return Event(site_id, board_id, approval.approved_at, approval.actor, IDENTITY, details)


def last_submission(store: Store, bundle: str) -> Submitted | None:
    """The last request for this list, with its refusal where one came after it."""
    found: Submitted | None = None
    for event in store.events():
        if event.details.get("bundle") == bundle:
            found = _after(found, event, bundle)
    return found


def _after(found: Submitted | None, event: Event, bundle: str) -> Submitted | None:
    if event.event == SUBMITTED:
        before = found.actors if found else ()
        return Submitted(bundle, event.actor, event.happened_at, actors=(*before, event.actor))
    if event.event == REJECTED and found is not None:
        return replace(found, rejected=str(event.details.get("reason") or ""))
    return found


def pending_submission(store: Store) -> str | None:
    """Digest of the list that was submitted last, while nobody approved or refused it."""
    pending: str | None = None
    for event in store.events():
        bundle = event.details.get("bundle")
        if event.event == SUBMITTED:
            pending = str(bundle)
        elif event.event in {APPROVED, REJECTED} and bundle == pending:
            pending = None
    return pending


def same_actor(one: str, other: str) -> bool:
    """Are two names one person's?

    Case, blanks, punctuation, invisible characters and the way in which a letter is encoded make no other person; nor
    do missing marks, where one of the two is written without any, as names of accounts are (`tranthib`, Trần Thị B).
    """
    plain, other_plain = _letters(one), _letters(other)
    if plain == other_plain:
        return bool(plain) or one.split() == other.split()
    bones = skeleton(plain)
    return bones == skeleton(other_plain) and bones in {plain, other_plain}


def _letters(name: str) -> str:
    folded = compose(fold_lookalikes(unicodedata.normalize("NFKC", name)).casefold())
    return "".join(char for char in folded if char.isalnum())
