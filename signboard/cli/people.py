"""Who did it: the account of the system, or the name given by `--as`; nobody proves who he is, and the log says so."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from signboard.campaign.approval import Approval
from signboard.errors import N_, RefusedError
from signboard.store.submissions import Submitted, same_actor

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import ApprovalSettings

__all__ = ["actor_named", "check_approver", "check_signer"]

TWO_PEOPLE = 2
ONE_PERSON = 1


def actor_named(name: str | None) -> str:
    """The name for the record."""
    return " ".join((name or "").split()) or getpass.getuser()


def check_approver(settings: ApprovalSettings, submitted: Submitted | None, approval: Approval) -> None:
    """May this person enter this approval, and may it bear this signature? Who submitted does neither.

    Raises:
        RefusedError: `not_submitted`, `rejected`, `own_signature`, `own_submission`.
    """
    if submitted is None:
        if settings.people == TWO_PEOPLE:
            raise RefusedError(
                N_("The list {digest} was not submitted yet; submit it first (signboard submit)."),
                code="not_submitted",
                digest=approval.bundle[:12],
            )
        return
    if submitted.rejected is not None:
        raise RefusedError(
            N_("The list {digest} was refused ({why}); submit it again, or load a corrected one."),
            code="rejected",
            digest=approval.bundle[:12],
            why=submitted.rejected,
        )
    if settings.people == ONE_PERSON:
        return
    if submitted.is_by(approval.signer):
        raise RefusedError(
            N_(
                "{actor} submitted this list and cannot sign it, too; an office of one person says so in the settings: "
                "people = 1 under [approval]."
            ),
            code="own_signature",
            actor=approval.signer,
        )
    if submitted.is_by(approval.actor):
        raise RefusedError(
            N_(
                "{actor} submitted this list, so somebody else has to enter the approval (--as NAME); an office of one "
                "person says so in the settings: people = 1 under [approval]."
            ),
            code="own_submission",
            actor=approval.actor,
        )


def check_signer(settings: ApprovalSettings, approval: Approval) -> None:
    """May an act that bears its own approval bear this one? Who enters the act does not sign it.

    Raises:
        RefusedError: `own_signature`.
    """
    if settings.people != ONE_PERSON and same_actor(approval.actor, approval.signer):
        raise RefusedError(
            N_(
                "{actor} gives this order and cannot sign it, too; an office of one person says so in the settings: "
                "people = 1 under [approval]."
            ),
            code="own_signature",
            actor=approval.signer,
        )
