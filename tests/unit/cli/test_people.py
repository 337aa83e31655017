"""Who did it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from signboard.account import account_name
from signboard.campaign.approval import Approval
from signboard.cli.people import actor_named, check_approver, check_signer
from signboard.errors import RefusedError
from signboard.settings.office import ApprovalSettings
from signboard.store.submissions import Person, Submitted


def test_a_name_is_tidied() -> None:
    """Blanks do not make another person."""
    assert actor_named("  Trần   B ") == "Trần B"


def test_without_a_name_the_account_counts() -> None:
    """That of the operating system."""
    assert actor_named(" ") == account_name()


def test_an_act_is_not_signed_by_who_enters_it() -> None:
    """Unless the settings speak of an office of one person."""
    own = Approval("ab", "1/KH", date(2026, 10, 9), "Trần B", "tran b", datetime(2026, 10, 9, tzinfo=UTC))
    check_signer(ApprovalSettings(people=1), own)
    check_signer(ApprovalSettings(), replace(own, signer="Lê C"))
    check_signer(ApprovalSettings(), replace(own, signer="Lê C", actor=account_name()))
    with pytest.raises(RefusedError) as caught:
        check_signer(ApprovalSettings(), own)

    assert (caught.value.code, caught.value.exit_code) == ("own_signature", 4)


@pytest.mark.parametrize(
    ("people", "submitted", "code"),
    [
        (2, None, "not_submitted"),
        (0, None, "not_submitted"),
        (2, "loaded", "not_submitted"),
        (0, "loaded", ""),
        (0, "own", "own_submission"),
        (1, "own", ""),
        (1, None, ""),
        (1, "rejected", "rejected"),
    ],
)
def test_who_asks_does_not_approve(people: int, submitted: str | None, code: str) -> None:
    """Whoever loaded asked, where nobody submitted and nobody chose; a refused list waits for another request."""
    paper = Approval("ab", "1/KH", date(2026, 10, 9), "Trần B", "Lê C", datetime(2026, 10, 9, tzinfo=UTC))
    asked = Submitted("ab", "hoa", paper.approved_at, people=(Person("Hoa", "hoa"),))
    made = {
        "loaded": replace(asked, is_loaded=True),
        "own": replace(asked, people=(Person("Lê C", "hoa"),)),
        "rejected": replace(asked, rejected="sai năm"),
    }
    settings = ApprovalSettings.model_validate({"people": people})
    found = made[submitted] if submitted else None
    if not code:
        check_approver(settings, found, paper)
        return
    with pytest.raises(RefusedError) as caught:
        check_approver(settings, found, paper)

    assert caught.value.code == code
