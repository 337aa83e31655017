"""Letters: what an office reads, in its own language, without jargon."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from health_samples import HANOI, NOW_AT

from signboard.health.letters import Desk, letter_of, trial_letter
from signboard.health.rules import KINDS
from signboard.locale import speak
from signboard.store.alerts import Alert

DESK = Desk("so-khcn", "Sở Khoa học và Công nghệ", HANOI)
ALERT = Alert(
    7, "so-khcn", "cong", "dark", NOW_AT, None, None, None, 0, None, {"reason": "no_answer", "carried": "web"}
)
LATER_AT = NOW_AT + timedelta(minutes=26)
FIGURES: dict[str, str | int | None] = {"until": LATER_AT.isoformat(), "free_mb": 12, "count": 5, "reason": "disk_full"}


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    """As an office reads it."""
    speak("vi")
    yield
    speak("en")


def test_the_beginning_of_a_trouble() -> None:
    """Which board, what, since when, what to do, and that one more message comes."""
    letter = letter_of(ALERT, DESK, NOW_AT)

    assert letter.subject == ("Bảng cong, Sở Khoa học và Công nghệ: Bảng không hiện nội dung phải hiện từ 09:14")
    assert "cáp" in letter.body
    assert "bạn sẽ nhận thêm một tin" in letter.body
    assert (letter.facts["kind"], letter.facts["cleared_at"]) == ("dark", None)


def test_its_end_is_one_message_of_its_own() -> None:
    """From when to when; under another key, so that no server takes it for the first."""
    over = replace(ALERT, cleared_at=LATER_AT)
    letter = letter_of(over, DESK, LATER_AT)

    assert "09:14 đến 09:40" in letter.body
    assert letter.key != letter_of(ALERT, DESK, NOW_AT).key
    assert letter.key == letter_of(over, DESK, LATER_AT + timedelta(hours=1)).key


@pytest.mark.parametrize("kind", KINDS)
def test_every_trouble_has_its_sentences(kind: str) -> None:
    """Beginning and end, with the figures that the rules give."""
    alert = replace(ALERT, kind=kind, details=FIGURES)

    assert "{" not in letter_of(alert, DESK, NOW_AT).body
    assert "{" not in letter_of(replace(alert, cleared_at=LATER_AT), DESK, LATER_AT).body


def test_the_weekly_word_says_that_all_is_well() -> None:
    """Or how many troubles last; and that its absence is a sign."""
    weekly = replace(ALERT, kind="weekly/2026-W47", details={"shown_s": 402_000, "lost_s": 180, "lasting": 0})
    letter = letter_of(weekly, DESK, NOW_AT)

    assert letter.subject.endswith("mọi việc ổn")
    assert "111,7 giờ; thiếu 3 phút" in letter.body
    assert "Không cần làm gì" in letter.body
    ill = letter_of(replace(weekly, details={**weekly.details, "lasting": 2}), DESK, NOW_AT)
    assert "còn 2 sự cố" in ill.subject
    assert "Không cần làm gì" not in ill.body


def test_a_week_that_cannot_be_read_is_not_called_well() -> None:
    """No figures, and not that all is well."""
    letter = letter_of(replace(ALERT, kind="weekly/2026-W47", details={"lasting": 0}), DESK, NOW_AT)

    assert letter.subject.endswith("tin hằng tuần: chưa đọc được nhật ký")
    assert "Hiện chưa đọc được nhật ký" in letter.body
    assert " giờ" not in letter.body
    assert "Không cần làm gì" not in letter.body


def test_reminders_say_until_when() -> None:
    """Days are counted from the day on which the letter is written."""
    at = NOW_AT + timedelta(days=30)
    deadline = replace(ALERT, kind="reminder-deadline/2026", details={"due": "2026-12-25"})

    assert "còn 5 ngày" in letter_of(deadline, DESK, at).subject
    assert "25/12/2026" in letter_of(deadline, DESK, at).body
    assert "signboard check" in letter_of(replace(deadline, kind="reminder-check/2026"), DESK, at).body
    report = replace(deadline, kind="reminder-report/2026", details={"due": None})
    assert "signboard report" in letter_of(report, DESK, at).body


def test_a_trial_says_that_it_is_one() -> None:
    """Nobody runs to the board."""
    assert "tin thử" in trial_letter(DESK, "cong", NOW_AT).subject
