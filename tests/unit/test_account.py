"""Whose account this program runs under."""

import getpass
import os

import pytest

from signboard.account import account_name


def test_the_account_has_a_name() -> None:
    """That of whoever runs the tests."""
    assert account_name() == getpass.getuser()


@pytest.mark.needs("pty")
def test_the_environment_names_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable is typed as quickly as `--as`; the number of the account counts."""
    before = account_name()
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "somebody-else")

    assert (account_name(), getpass.getuser()) == (before, "somebody-else")


@pytest.mark.needs("pty")
def test_an_account_without_a_name_is_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container that was given a number alone."""
    monkeypatch.setattr(os, "geteuid", lambda: 4_294_000_000)

    assert account_name() == ""
