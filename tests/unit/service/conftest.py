"""What the service's tests share: English, whatever spoke before them in this process."""

import pytest


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences are compared; without a word on it Vietnamese is spoken as soon as any test has made gettext speak."""
    for name in ("SIGNBOARD_LANG", "LANGUAGE"):
        monkeypatch.setenv(name, "en")
