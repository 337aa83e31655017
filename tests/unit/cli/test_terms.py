"""Codes as words for people."""

import pytest

from signboard.campaign.level import Level
from signboard.campaign.order import MOURNING
from signboard.cli.kinds import CHOICE_OF_MOTION
from signboard.cli.terms import level_text, motion_text, reason_text, sentence_text, weekdays_text
from signboard.locale import speak
from signboard.schedule.cue import Reason
from signboard.schedule.why import Kind, Sentence, Weekdays


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


@pytest.mark.parametrize(
    ("language", "levels", "days"),
    [
        ("en", ["standby", "standing all year", "campaign", "correction", "emergency"], "Monday, Sunday"),
        ("vi", ["dự phòng", "thường trực", "chiến dịch", "đính chính", "khẩn"], "thứ Hai, Chủ nhật"),
    ],
)
def test_levels_and_weekdays_in_both_languages(language: str, levels: list[str], days: str) -> None:
    """As campaign files write them."""
    speak(language)
    found = [level_text(level) for level in Level]
    said = sentence_text(
        Sentence(
            "{level} | {kind} | {days} | {title}",
            {"level": Level.EMERGENCY, "days": Weekdays((1,)), "kind": Kind(MOURNING), "title": "x"},
        )
    )
    week = weekdays_text((1, 7))
    speak("en")

    assert (found, week) == (levels, days)
    assert said.split(" | ")[0] == levels[-1]
    assert said.split(" | ")[2:] == [days.split(", ", maxsplit=1)[0], "x"]
