"""Codes as words for people."""

import pytest
from crowded import TIMETABLE
from crowded import day as at

from signboard.campaign.level import Level
from signboard.campaign.order import MOURNING
from signboard.cli.kinds import CHOICE_OF_MOTION
from signboard.cli.terms import level_text, motion_text, reason_text, sentence_text, weekdays_text
from signboard.locale import speak
from signboard.schedule.cue import Reason
from signboard.schedule.rivals import paragraph
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


@pytest.mark.parametrize(
    ("day", "hour", "words"),
    [
        (12, 10, ("Có lệnh chiếu nội dung này", "theo Công điện 12", "'Aids' tạm nhường: lệnh được ưu tiên")),
        (18, 8, ("'Teachers' chạy câu này", "'Gender' tạm nhường: cấp của đợt này là chiến dịch, còn cấp đính chính")),
        (15, 7, ("'Aids' chạy xen kẽ: được 1 trong mỗi 2 lượt", "'Office' tạm nhường: cấp của đợt này là dự phòng")),
        (25, 9, ("Bảng tắt đến 25/11/2026 12:00:00: đã có lệnh tắt bảng",)),
        (27, 9, ("tạm nghỉ vì Quốc tang, theo Thông báo 7", "Sau đó bảng vẫn tắt, cho đến 29/11/2026 05:00:00.")),
    ],
)
def test_a_paragraph_in_vietnamese(day: int, hour: int, words: tuple[str, ...]) -> None:
    """What shows, what lost and why, with levels and kinds of orders in the words of an office."""
    speak("vi")
    said = " ".join(sentence_text(sentence) for sentence in paragraph(TIMETABLE, at(day, hour)))
    speak("en")

    assert [part for part in words if part not in said] == []
    assert "waits" not in said
