"""Tests of health speak English unless one says otherwise."""

import pytest

from signboard.locale import speak


@pytest.fixture(autouse=True)
def _english() -> None:
    """Whatever a test before spoke."""
    speak("en")
