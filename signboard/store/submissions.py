"""Submissions at rest: who asked for an approval, who refused it, read out of the audit chain."""

from dataclasses import dataclass
from datetime import datetime

from signboard.store.audit import Event
from signboard.store.database import Store

__all__ = [
    "IDENTITY",
    "REJECTED",
    "SUBMITTED",
    "Submitted",
    "add_identity_note",
    "add_rejection",
    "add_submission",
    "last_submission",
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
    """

    bundle: str
    actor: str
    at: datetime
    rejected: str | None = None


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


def add_identity_note(  # noqa: PLR0913 - an event has so many parts
    store: Store, bundle: str, actor: str, at: datetime, submitted: Submitted | None, *, site_id: str, board_id: str
) -> None:
    """Note beside an approval who submitted, whether it was the same name, and that no name was proved.

    Raises:
        SignboardError: `store_failed`, `disk_full`.
    """
    by = submitted.actor if submitted else ""
    same = "yes" if submitted and same_actor(submitted.actor, actor) else "no"
    details = {"bundle": bundle, "submitted_by": by, "same_person": same, "identity": "not proved"}
    store.add_event(Event(site_id, board_id, at, actor, IDENTITY, details))


def last_submission(store: Store, bundle: str) -> Submitted | None:
    """The last request for this list, with its refusal where one came after it."""
    found: Submitted | None = None
    for event in store.events():
        if event.details.get("bundle") != bundle:
            continue
        if event.event == SUBMITTED:
            found = Submitted(bundle, event.actor, event.happened_at)
        elif event.event == REJECTED and found is not None:
            found = Submitted(bundle, found.actor, found.at, str(event.details.get("reason") or ""))
    return found


def same_actor(one: str, other: str) -> bool:
    """Are two names one person's? Case and blanks do not make another person."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
