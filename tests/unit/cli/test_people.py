"""Who did it."""

import getpass

from signboard.cli.people import actor_named


def test_a_name_is_tidied() -> None:
    """Blanks do not make another person."""
    assert actor_named("  Trần   B ") == "Trần B"


def test_without_a_name_the_account_counts() -> None:
    """That of the operating system."""
    assert actor_named(" ") == getpass.getuser()
