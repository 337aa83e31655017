"""The tables of the office and of approval."""

import pytest

from signboard.errors import ProblemsError
from signboard.settings import read_settings


def test_nothing_said_is_nothing_written() -> None:
    """Blanks are filled in by hand."""
    office = read_settings(b"", "x").office

    assert (office.agency, office.recipients, office.signer) == ("", [], "")


def test_names_are_tidied() -> None:
    """Blanks round them do not count."""
    assert read_settings('[office]\nagency = "  Sở Nội vụ "\n'.encode(), "x").office.agency == "Sở Nội vụ"


@pytest.mark.parametrize("text", ["[approval]\npeople = 3\n", '[office]\nrecipients = "x"\n', "[office]\nname = 1\n"])
def test_mistakes_are_told(text: str) -> None:
    """Of kind, of number, of name."""
    with pytest.raises(ProblemsError):
        read_settings(text.encode(), "x")


def test_nobody_chose_how_many_approve() -> None:
    """Then submitter and approver are compared, but nothing has to be submitted."""
    assert read_settings(b"", "x").approval.people == 0
