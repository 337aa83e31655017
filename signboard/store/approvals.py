"""Approvals as the audit chain tells of them: what confirms a row, and what brings one back."""

from datetime import date

from signboard.campaign.approval import Approval
from signboard.store.audit import ACCOUNT, Event

__all__ = ["APPROVED", "BARRED", "POINTED", "UNDONE", "approval_event", "approval_in", "confirms"]

APPROVED = "approved"
"""The event that goes with every approval."""

UNDONE = "undone"
"""Somebody went back to a list that was approved before."""

POINTED = "pointer_mended"
"""The pointer to the approved list named another one, and was written anew."""

BARRED = "bundle_barred"
"""A list made the program break down again and again; it plays no more."""


def approval_event(approval: Approval, *, site_id: str, board_id: str) -> Event:
    """The event that goes with an approval."""
    return Event(site_id, board_id, approval.approved_at, approval.actor, APPROVED, _details(approval))


def confirms(event: Event, approval: Approval) -> bool:
    """Does this event tell of this very approval?"""
    told = {name: found for name, found in event.details.items() if name != ACCOUNT}
    return event.event == APPROVED and (event.happened_at, event.actor, told) == (
        approval.approved_at,
        approval.actor,
        _details(approval),
    )


def approval_in(event: Event) -> Approval | None:
    """The approval that an event tells of; None where it tells of something else."""
    if event.event != APPROVED:
        return None
    told = {name: str(event.details.get(name) or "") for name in ("bundle", "number", "date_day", "signer")}
    try:
        date_day = date.fromisoformat(told["date_day"])
    except ValueError:  # what bears no date of a paper confirms no row, so it is no approval
        return None
    return Approval(told["bundle"], told["number"], date_day, told["signer"], event.actor, event.happened_at)


def _details(approval: Approval) -> dict[str, str | int | None]:
    return {
        "bundle": approval.bundle,
        "number": approval.number,
        "date_day": approval.date_day.isoformat(),
        "signer": approval.signer,
    }
