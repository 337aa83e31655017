"""Codes as words for people."""

import pytest

from signboard.cli.kinds import CHOICE_OF_MOTION
from signboard.cli.terms import motion_text, reason_text
from signboard.locale import speak
from signboard.schedule.cue import Reason


def test_every_code_has_words_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """No motion and no reason is shown to people as its code."""
    codes = {*CHOICE_OF_MOTION, *(reason.value for reason in Reason)} - {"auto", Reason.PLAYING.value}
    english = [*map(motion_text, CHOICE_OF_MOTION[1:]), *map(reason_text, Reason)]
    monkeypatch.setenv("SIGNBOARD_LANG", "vi")
    speak("vi")
    vietnamese = [*map(motion_text, CHOICE_OF_MOTION[1:]), *map(reason_text, Reason)]
    speak("en")

    assert not codes & {*english, *vietnamese}
    assert not {*english} & {*vietnamese}
