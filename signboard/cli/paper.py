"""The signed paper behind an act, as typed: `--number --date --signer`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from signboard.campaign.approval import Approval, check_approval
from signboard.cli import choices, words
from signboard.cli.kinds import full_day
from signboard.errors import N_, UsageError

__all__ = ["Behind", "Paper", "behind", "the_paper"]


@dataclass(frozen=True, slots=True)
class Paper:
    """The approval as typed; nothing of it, or all."""

    number: str | None
    day: str | None
    signer: str | None

    @property
    def is_given(self) -> bool:
        """Does the act carry an approval?

        Raises:
            UsageError: `half_approval`.
        """
        given = [bool(word) for word in (self.number, self.day, self.signer)]
        if any(given) and not all(given):
            raise UsageError(
                N_("An approval has --number, --date and --signer; give all three, or none of them."),
                code="half_approval",
            )
        return all(given)

    def approval(self, bundle: str, actor: str, now_at: datetime, today_day: date) -> Approval:
        """For this bundle.

        Raises:
            InputError, ProblemsError: what is wrong with it.
        """
        date_day = full_day(self.day or "")
        from signboard.cli.corrections import checked_words  # noqa: PLC0415 - proof-reading, which help does without

        number, signer = checked_words(self.number or "", self.signer or "")
        approval = Approval(bundle, number, date_day, signer, actor, now_at)
        check_approval(approval, today_day)
        return approval


@dataclass(frozen=True, slots=True)
class Behind:
    """By which document an act is done, and by whom, as typed."""

    document: str
    actor: str | None

    @property
    def words(self) -> tuple[str, str]:
        """Document and name, tidied; without a name that of the account.

        Raises:
            InputError: `control_character`.
        """
        from signboard.cli.corrections import checked_words  # noqa: PLC0415 - proof-reading, which help does without
        from signboard.cli.people import actor_named  # noqa: PLC0415 - as above

        document, actor = checked_words(self.document, actor_named(self.actor))
        return document, actor


behind = choices.gather(
    "behind",
    Behind,
    ("document", "actor"),
    (
        words.option("--per", "document", default="", metavar=N_("DOCUMENT"), help=N_("Document that orders it.")),
        words.option(
            "--as", "actor", metavar=N_("NAME"), help=N_("Who enters this; else the name you are logged in by.")
        ),
    ),
)
"""`--per --as` → `behind`."""
the_paper = choices.gather(
    "paper",
    Paper,
    ("number", "day", "signer"),
    (
        words.option("--number", metavar=N_("NUMBER"), help=N_("Number of the signed document that approves it.")),
        words.option("--date", "day", metavar=N_("DAY"), help=N_("Its date, such as 09/10/2026.")),
        words.option("--signer", metavar=N_("NAME"), help=N_("Who signed it.")),
    ),
)
"""`--number --date --signer` → `paper`."""
