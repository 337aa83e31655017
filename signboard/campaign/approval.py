"""Approval: a signature on paper bound to the digest of a bundle. Any edit makes another digest, so it voids itself."""

from dataclasses import dataclass
from datetime import date, datetime

from signboard.campaign.days import write_day
from signboard.errors import N_, InputError, ProblemsError, SignboardError
from signboard.text.visible import control_character, visible

__all__ = ["Approval", "check_approval"]


@dataclass(frozen=True, slots=True)
class Approval:
    """Who let what onto the board.

    Attributes:
        bundle: digest of the approved bundle.
        number: of the signed document, as `123/KH-KHCN`.
        date_day: the document's date.
        signer: who signed it.
        actor: who entered it here.
        approved_at: when it was entered, an aware instant.
    """

    bundle: str
    number: str
    date_day: date
    signer: str
    actor: str
    approved_at: datetime


def check_approval(approval: Approval, today_day: date) -> None:
    """Refuse an approval that no paper stands behind.

    Args:
        approval: as entered.
        today_day: the date at the board's place.

    Raises:
        ProblemsError: all of `approval_number`, `approval_date`, `approval_signer`, `approval_actor`,
            `control_character` that apply.
    """
    problems: list[SignboardError] = []
    if not any(character.isdigit() for character in approval.number.partition("/")[0]):
        problems.append(
            InputError(
                N_("The document number '{number}' is incomplete; copy it from the signed paper, as 123/KH-KHCN."),
                code="approval_number",
                number=approval.number,
            )
        )
    if approval.date_day > today_day:
        problems.append(
            InputError(
                N_("The document's date {date} lies in the future (today is {today}); correct it or this clock."),
                code="approval_date",
                date=write_day(approval.date_day),
                today=write_day(today_day),
            )
        )
    if not approval.signer.strip():
        problems.append(
            InputError(N_("Nobody is named who signed the document; write the signer's name."), code="approval_signer")
        )
    if not approval.actor.strip():
        problems.append(
            InputError(N_("Nobody is named who enters the approval; write your name."), code="approval_actor")
        )
    for written in (approval.number, approval.signer, approval.actor):
        strange = control_character(written)
        if strange:
            problems.append(
                InputError(
                    N_("In '{text}' stands the control character {character}; write number and names without it."),
                    code="control_character",
                    text=visible(written),
                    character=strange,
                )
            )
    if problems:
        raise ProblemsError(problems)
