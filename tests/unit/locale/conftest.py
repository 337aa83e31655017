"""Tests here change the language of the process; it is put back after each."""

import pytest


@pytest.fixture(autouse=True)
def _language_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `speak` write to an environment that is restored."""
    for name in ("SIGNBOARD_LANG", "LANGUAGE"):
        monkeypatch.setenv(name, "en")
