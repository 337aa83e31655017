"""Who did it: the account of the system, or the name given by `--as`; nobody proves who he is, and the log says so."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from signboard.account import account_name
from signboard.campaign.approval import Approval
from signboard.campaign.code import content_code
from signboard.errors import N_, RefusedError
from signboard.store.submissions import Person, Submitted

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import ApprovalSettings

__all__ = ["ONE_PERSON", "TWO_PEOPLE", "actor_named", "check_approver", "check_signer"]

TWO_PEOPLE = 2
ONE_PERSON = 1


def actor_named(name: str | None) -> str:
    """The name for the record."""
    return " ".join((name or "").split()) or account_name() or getpass.getuser()


def check_approver(settings: ApprovalSettings, submitted: Submitted | None, approval: Approval) -> None:
    """May this person enter this approval, and may it bear this signature? Who asked for it does neither.

    Who loaded a list asked for it where nobody submitted it.

    Raises:
        RefusedError: `not_submitted`, `rejected`, `own_signature`, `own_submission`.
    """
    if submitted is not None and submitted.rejected is not None:
        raise RefusedError(
            N_("The list {digest} was refused ({why}); submit it again, or load a corrected one."),
            code="rejected",
            digest=content_code(approval.bundle),
            why=submitted.rejected,
        )
    if settings.people == ONE_PERSON:
        return
    if submitted is None or (submitted.is_loaded and settings.people == TWO_PEOPLE):
        raise RefusedError(
            N_("The list {digest} was not submitted yet; submit it first (signboard submit)."),
            code="not_submitted",
            digest=content_code(approval.bundle),
        )
    if submitted.is_by(Person(approval.signer)):
        raise RefusedError(
            N_(
                "{actor} submitted this list and cannot sign it, too; an office of one person says so in the settings: "
                "people = 1 under [approval]."
            ),
            code="own_signature",
            actor=approval.signer,
        )
    if submitted.is_by(Person(approval.actor, account_name())):
        raise RefusedError(
            _LOADED_BY if submitted.is_loaded else _SUBMITTED_BY, code="own_submission", actor=approval.actor
        )


_SUBMITTED_BY = N_(
    "{actor} submitted this list, so somebody else has to enter the approval (--as NAME; on an account that people "
    "share, whoever submits gives a name, too); an office of one person says so in the settings: people = 1 under "
    "[approval]."
)
_LOADED_BY = N_(
    "{actor} loaded this list and nobody submitted it, so somebody else has to enter the approval; on an account that "
    "people share let it be submitted by name first (signboard submit --as NAME). An office of one person says so in "
    "the settings: people = 1 under [approval]."
)


def check_signer(settings: ApprovalSettings, approval: Approval) -> None:
    """May an act that bears its own approval bear this one? Who enters the act does not sign it.

    Raises:
        RefusedError: `own_signature`.
    """
    enters = Person(approval.actor, account_name())
    if settings.people != ONE_PERSON and enters.is_same(Person(approval.signer)):
        raise RefusedError(
            N_(
                "{actor} gives this order and cannot sign it, too; an office of one person says so in the settings: "
                "people = 1 under [approval]."
            ),
            code="own_signature",
            actor=approval.signer,
        )
