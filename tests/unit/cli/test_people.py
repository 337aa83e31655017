"""Who did it."""

import getpass
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from signboard.campaign.approval import Approval
from signboard.cli.people import actor_named, check_signer
from signboard.errors import RefusedError
from signboard.settings.office import ApprovalSettings


def test_a_name_is_tidied() -> None:
    """Blanks do not make another person."""
    assert actor_named("  Trần   B ") == "Trần B"


def test_without_a_name_the_account_counts() -> None:
    """That of the operating system."""
    assert actor_named(" ") == getpass.getuser()


def test_an_act_is_not_signed_by_who_enters_it() -> None:
    """Unless the settings speak of an office of one person."""
    own = Approval("ab", "1/KH", date(2026, 10, 9), "Trần B", "tran b", datetime(2026, 10, 9, tzinfo=UTC))
    check_signer(ApprovalSettings(people=1), own)
    check_signer(ApprovalSettings(), replace(own, signer="Lê C"))
    with pytest.raises(RefusedError) as caught:
        check_signer(ApprovalSettings(), own)

    assert (caught.value.code, caught.value.exit_code) == ("own_signature", 4)
