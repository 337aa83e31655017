"""Sentences on a board: one plain paragraph for an office."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from health_samples import HANOI, NOW_AT, nobody, somebody, status

from signboard.health.rules import KINDS, USUAL, Condition
from signboard.health.sentences import brief, clear_sentence, kind_name, paragraph, trouble_sentence, when
from signboard.health.standing import Standing, State, standing_of
from signboard.health.status import Status, Surroundings
from signboard.locale import speak
from signboard.playlog.trust import Trust


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    """As an office reads it."""
    speak("vi")
    yield
    speak("en")


def told(made: Status | None) -> str:
    """The paragraph on a board whose player lives."""
    return paragraph(standing_of("cong", made, USUAL, NOW_AT, somebody), NOW_AT, HANOI)


def test_a_board_that_plays() -> None:
    """What it shows, and that it was confirmed."""
    assert told(status()) == (
        "Đang chạy theo lịch. Đang hiện: Đầu tư cho bình đẳng giới. Bảng xác nhận lần cuối lúc 09:14:00."
    )


def test_a_board_that_only_listens_is_not_said_to_confirm() -> None:
    """Sent is not confirmed."""
    assert "Gửi lần cuối lúc 09:14:00" in told(status(evidence="sent"))


def test_a_board_without_contact() -> None:
    """Since when; the trouble itself is not said twice."""
    made = status(dark_since_at=NOW_AT - timedelta(minutes=5), line="down", error="no_answer")

    assert told(made) == "Mất liên lạc với bảng từ 09:09."


def test_a_board_out_of_hours() -> None:
    """When it lights up again."""
    made = status(slogan=None, text="", reason="outside_hours", cue_until_at=NOW_AT + timedelta(hours=20, minutes=46))

    assert told(made).startswith("Ngoài giờ chạy, bảng tắt theo lịch. Bảng sáng lại lúc 21/11/2026 06:00.")


def test_other_standings() -> None:
    """By order; nothing to show; no believable clock; nobody there."""
    assert "tạm tắt" in told(status(slogan=None, text="", reason="blanked"))
    assert "chưa có nội dung được duyệt" in told(status(slogan=None, text="", reason="no_content"))
    assert "không đáng tin" in told(status(slogan=None, text="", reason="clock_untrusted", trust=Trust.UNTRUSTED))
    assert told(None).startswith("Không chạy")
    assert "dừng lúc 09:14" in told(status(stopped_at=NOW_AT))
    dead = standing_of("cong", status(), USUAL, NOW_AT, nobody)
    assert paragraph(dead, NOW_AT, HANOI) == brief(dead, NOW_AT, HANOI)
    assert "lần cuối còn thấy lúc 09:14" in brief(dead, NOW_AT, HANOI)


def test_troubles_follow() -> None:
    """Those that the state does not say already; a clock that nobody confirmed is said, too."""
    text = told(status(alarmed_at=NOW_AT, trust=Trust.PLAUSIBLE))

    assert "Bảng từng khác" in text
    assert "chưa có nguồn nào xác nhận" in text


def test_times_of_today_need_no_date() -> None:
    """Others have one; nobody knows is a question mark."""
    assert when(NOW_AT, NOW_AT, HANOI) == "09:14"
    assert when(NOW_AT - timedelta(days=1), NOW_AT, HANOI) == "19/11/2026 09:14"
    assert when(None, NOW_AT, HANOI) == "?"


@pytest.mark.parametrize("kind", KINDS)
def test_every_trouble_has_words(kind: str) -> None:
    """For its beginning and its end, in both languages."""
    figures: dict[str, str | int | None] = {"until": NOW_AT.isoformat(), "free_mb": 1, "count": 4, "reason": "x"}

    for language in ("vi", "en"):
        speak(language)
        assert "{" not in trouble_sentence(Condition(kind, NOW_AT, figures), NOW_AT, HANOI)
        assert clear_sentence(kind)
        assert kind_name(kind) != kind


def test_a_kind_of_tomorrow_is_called_by_its_own_name() -> None:
    """An older program reads a newer book; a notice is called after what stands before its period."""
    assert kind_name("flood") == "flood"
    assert kind_name("weekly/2026-W47") == "tin hằng tuần"


@pytest.mark.parametrize("state", State)
def test_every_state_has_words(state: State) -> None:
    """And ends as a sentence does."""
    assert brief(Standing("cong", state, NOW_AT), NOW_AT, HANOI).endswith(".")
    assert brief(Standing("cong", state), NOW_AT, HANOI).endswith(".")


def test_another_board_is_named() -> None:
    """In the state and in the alert: which one answers, instead of which."""
    speak("en")
    around = Surroundings(other_board="64x32", due_board="96x32")
    made = status(error="wrong_board", line="down", dark_since_at=NOW_AT - timedelta(minutes=5), around=around)
    standing = standing_of("cong", made, USUAL, NOW_AT, somebody)
    said = brief(standing, NOW_AT, HANOI)

    assert "64x32 instead of 96x32" in said
    assert [trouble_sentence(one, NOW_AT, HANOI) for one in standing.troubles] == [said]
