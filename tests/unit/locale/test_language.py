"""Which language is spoken."""

import gettext
import os

import pytest

from signboard.locale.language import choose_language, language, speak


@pytest.mark.parametrize("nothing", [{}, {"LANG": "C"}, {"LANG": "POSIX"}, {"LC_ALL": "C.UTF-8"}, {"LANG": ""}])
def test_vietnamese_where_nothing_is_said(nothing: dict[str, str]) -> None:
    """An environment that names no language gets Vietnamese."""
    assert choose_language(nothing) == "vi"


@pytest.mark.parametrize("asked", ["en", "en_US.UTF-8", "fr_FR", "de:en"])
def test_english_for_other_tongues(asked: str) -> None:
    """A named language that is not Vietnamese gets English."""
    assert choose_language({"LANG": asked}) == "en"


@pytest.mark.parametrize("asked", ["vi", "vi_VN.UTF-8", "vi-VN", "VI_VN@x"])
def test_vietnamese_by_name(asked: str) -> None:
    """Vietnamese is recognised in every usual spelling."""
    assert choose_language({"LANG": asked}) == "vi"


def test_own_variable_wins() -> None:
    """SIGNBOARD_LANG is asked before the system's variables, and these in gettext's order."""
    assert choose_language({"SIGNBOARD_LANG": "en", "LANG": "vi_VN"}) == "en"
    assert choose_language({"LANGUAGE": "vi", "LC_ALL": "en_US"}) == "vi"


def test_speaking_reaches_gettext_and_children() -> None:
    """After `speak` gettext answers in the language, and the environment hands it on."""
    speak("vi")

    assert gettext.gettext("Usage:") == "Cách dùng:"
    assert os.environ["SIGNBOARD_LANG"] == "vi"
    assert language() == "vi"


def test_english_needs_no_catalogue() -> None:
    """In English the message ids themselves are said."""
    speak("en")

    assert gettext.gettext("Usage:") == "Usage:"
