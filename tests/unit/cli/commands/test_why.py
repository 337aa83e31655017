"""`why`: the deciding rule at every edge."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from signboard.files import schedules_dir
from signboard.frame import art
from signboard.locale import speak

Ask = Callable[..., Any]

EDGES = [
    ("14/11/2026 23:59:59", "before_first_day", "2026-11-15T06:00:00+07:00"),
    ("15/11/2026 00:00:00", "outside_hours", "2026-11-15T06:00:00+07:00"),
    ("15/11/2026 05:59:59", "outside_hours", "2026-11-15T06:00:00+07:00"),
    ("15/11/2026 06:00:00", "playing", None),
    ("15/11/2026 21:59:59", "no_room", "2026-11-15T22:00:00+07:00"),
    ("15/11/2026 22:00:00", "outside_hours", "2026-11-16T06:00:00+07:00"),
    ("15/12/2026 23:59:59", "outside_hours", "2027-11-15T06:00:00+07:00"),
    ("16/12/2026 00:00:00", "after_last_day", "2027-11-15T06:00:00+07:00"),
    ("29/2/2028 12:00", "before_first_day", "2028-11-15T06:00:00+07:00"),
    ("31/12/2026 12:00", "after_last_day", "2027-11-15T06:00:00+07:00"),
]
ALL_DAY = [
    ("14/11/2026 23:59:59", "before_first_day"),
    ("15/11/2026 00:00:00", "playing"),
    ("15/12/2026 12:00:00", "playing"),
    ("15/12/2026 23:58:00", "playing"),
    ("16/12/2026 00:00:00", "after_last_day"),
]


@pytest.mark.parametrize(("at", "reason", "until"), EDGES)
def test_the_shipped_campaign_at_its_edges(ask: Ask, at: str, reason: str, until: str | None) -> None:
    """Campaign or null, the rule, and until when."""
    data = ask("why", "--at", at, "--json").data

    assert data["reason"] == reason
    assert (data["campaign"] is not None) == (reason == "playing")
    assert until is None or data["until"] == until
    assert data["source"] == "sample"


@pytest.mark.parametrize(("at", "reason"), ALL_DAY)
def test_an_all_day_copy_at_its_edges(ask: Ask, tmp_path: Path, at: str, reason: str) -> None:
    """With hours of the whole day the days alone decide."""
    text = next(schedules_dir().glob("*.toml")).read_text(encoding="utf-8")
    path = tmp_path / "all-day.toml"
    path.write_text(text.replace("06:00-22:00", "00:00-24:00"), encoding="utf-8")
    data = ask("why", "--campaign", path, "--at", at, "--json").data

    assert (data["reason"], data["source"]) == (reason, "file")


@pytest.mark.parametrize(("language", "words"), [("en", "is before the first day"), ("vi", "chưa tới ngày đầu")])
def test_the_rule_is_said_in_both_languages(ask: Ask, language: str, words: str) -> None:
    """The sentence for people names the rule."""
    speak(language)

    assert words in ask("why", "--at", "14/11/2026 23:59:59").out


def test_the_picture_is_the_one_that_render_draws(ask: Ask) -> None:
    """Page, motion and digest lead to the same pixels."""
    data = ask("why", "--at", "2026-11-15T06:00:05.5", "--art", "--json").data
    drawn = ask("render", data["text"], "--motion", data["motion"], "--page", data["page"])

    assert art.draw(art.parse(drawn.out)).split("\n") == data["art"]
    assert art.parse(drawn.out).digest == data["frame"]


@pytest.mark.parametrize(
    ("at", "code", "said"),
    [
        ("31/2/2026", 3, "month 2 has 28 days"),
        ("15/11/2026 25:00", 3, "no time 25:00"),
        ("yesterday", 2, "is no day and time"),
        ("", 2, "is no day and time"),
        ("15/11", 2, "is no day and time"),
    ],
)
def test_a_wrong_instant_is_refused(ask: Ask, at: str, code: int, said: str) -> None:
    """What is no instant at all exits 2, a day or time that does not exist 3; an empty one never means now."""
    told = ask("why", "--at", at)

    assert (told.code, told.out) == (code, "")
    assert said in told.err


@pytest.mark.parametrize(
    ("language", "at", "span"),
    [
        ("en", "14/11/2026 23:59:59", "Since: 2025-12-15 22:00:00. Until: 2026-11-15 06:00:00."),
        ("vi", "15/11/2026 23:00", "Từ lúc: 15/11/2026 22:00:00. Đến lúc: 16/11/2026 06:00:00."),
    ],
)
def test_since_and_until_are_said(ask: Ask, language: str, at: str, span: str) -> None:
    """Of a dark board, too, in both languages."""
    speak(language)

    assert span in ask("why", "--at", at).out


def test_without_end_or_beginning_it_says_so(ask: Ask, tmp_path: Path) -> None:
    """A campaign of one year: dark ever before, dark for good after it."""
    path = tmp_path / "a.toml"
    days = 'id = "a"\ntitle = "A"\nfirst_day = "1/1/2026"\nlast_day = "2/1/2026"\nhours = ["06:00-22:00"]\n'
    path.write_text(days + '[[slogans]]\ntext = "Một"\n', encoding="utf-8")

    assert "Since: ever. Until: 2026-01-01 06:00:00." in ask("why", "--campaign", path, "--at", "1/12/2025").out
    assert "Until: for good." in ask("why", "--campaign", path, "--at", "1/12/2026").out
