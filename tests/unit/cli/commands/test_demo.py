"""`demo`: a short one in this process; the long proof stands in e2e."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from signboard import app
from signboard.cli.apart import BoardApart
from signboard.cli.commands import demo
from signboard.clock import SystemClock
from signboard.frame.frame import Frame

Ask = Callable[..., Any]
SMALL = ("--size", "64x16", "--baud", "115200", "--listen", "tcp", "--option", "answer_s=20")
"""Asks once: a board that answers late, because all is slow, would be asked and answered twice, and be miscounted."""
SHORT = (*SMALL, "--at", "15/11/2026 06:00", "--seconds", "60")
EndsWhen = Callable[[str, Callable[[], bool]], None]


@pytest.fixture
def three_pictures(ends_when: EndsWhen, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demonstration ends when its board was asked for the third picture."""
    asked: list[BoardApart] = []
    next_frame = BoardApart.next_frame

    def counted(board: BoardApart) -> Frame | None:
        asked.append(board)
        return next_frame(board)

    monkeypatch.setattr(BoardApart, "next_frame", counted)
    ends_when("signboard.cli.demonstration", lambda: len(asked) > 2)


@pytest.mark.usefixtures("three_pictures")
def test_what_was_meant_is_what_was_decoded(ask: Ask) -> None:
    """Every picture that was sent came back equal out of the other process."""
    told = ask("demo", *SHORT, "--json")
    data = told.data

    assert told.code == 0
    assert data["sent"] - data["acked"] <= 1
    assert data["acked"] == data["decoded"] == data["equal"] == len(data["shown"]) > 2
    assert (data["failed"], data["speed"], data["source"]) == (0, 20.0, "sample")
    assert data["url"].startswith("socket://127.0.0.1:")
    assert {"signboard", "python", "pyserial"} <= set(data["versions"])


@pytest.mark.usefixtures("three_pictures")
def test_a_flipped_pixel_is_seen(ask: Ask) -> None:
    """The control: one pixel wrong in the driver, and no picture is equal any more."""
    told = ask("demo", *SHORT, "--test-flip-pixel", "3,4", "--json")

    assert told.code == 5
    assert told.data["equal"] == 0
    assert told.data["decoded"] == told.data["acked"] > 0
    assert [error["code"] for error in told.envelope["errors"]] == ["unequal"]


@pytest.mark.usefixtures("three_pictures")
def test_the_summary_for_people(ask: Ask) -> None:
    """Two lines with all the counts, in words."""
    told = ask("demo", *SHORT, "--speed", "30")

    assert told.code == 0
    assert "0 failed" in told.out
    assert "speed 30" in told.out


def test_it_begins_where_something_plays(ask: Ask) -> None:
    """Without --at it starts now, or at the next instant at which the board is lit, and says so."""
    told = ask("demo", *SMALL, "--seconds", "0.5", "--json")
    begins = datetime.fromisoformat(told.data["at"])

    assert told.data["slogans"] > 0
    assert "starts at" in told.err or abs((begins - SystemClock().now()).total_seconds()) < 60


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        ("2026-11-20T10:00", "2026-11-20T10:00"),
        ("2026-11-20T21:57", "2026-11-21T06:00"),
        ("2026-11-20T23:30", "2026-11-21T06:00"),
        ("2026-12-15T21:57", "2027-11-15T06:00"),
        ("2026-12-20T10:00", "2027-11-15T06:00"),
    ],
)
def test_it_never_begins_where_the_board_is_about_to_go_dark(now: str, begins: str) -> None:
    """Outside hours, days, or shortly before their end, the next lit morning is played instead."""
    stage = app.stage_for(app.Wishes())
    zone = stage.settings.zone

    with time_machine.travel(datetime.fromisoformat(now).replace(tzinfo=zone), tick=False):
        at = demo._lit_instant(stage, demo.Course(None, None, 10.0))

    assert at.astimezone(zone).replace(tzinfo=None) == datetime.fromisoformat(begins)


CAMPAIGN = """
id = "a"
title = "A"
first_day = "{first}"
last_day = "{last}"
hours = ["06:00-22:00"]
[[slogans]]
text = "Một"
years = []
"""
QUICK = (*SMALL, "--seconds", "0.4", "--json")


def test_outside_its_days_it_begins_at_the_next_one(ask: Ask, tmp_path: Path) -> None:
    """A campaign that is not due now is played from its next lit instant, and that is said."""
    later = SystemClock().now() + timedelta(days=40)
    path = tmp_path / "a.toml"
    path.write_text(CAMPAIGN.format(first=f"{later:%d/%m/%Y}", last=f"{later:%d/%m/%Y}"), encoding="utf-8")
    told = ask("demo", "--campaign", path, *QUICK)

    assert "starts at" in told.err
    assert told.data["at"].startswith(f"{later:%Y-%m-%d}T06:00:00")
    assert told.data["slogans"] == 1


def test_a_campaign_that_is_over_is_dark(ask: Ask, tmp_path: Path) -> None:
    """Where nothing will ever play again the board shows just that."""
    path = tmp_path / "a.toml"
    path.write_text(CAMPAIGN.format(first="01/01/2020", last="02/01/2020"), encoding="utf-8")
    told = ask("demo", "--campaign", path, *QUICK)
    data = told.data

    assert (data["slogans"], data["pictures"], data["equal"]) == (0, 1, data["acked"])
    assert "The board stays dark" in told.err
    assert "after the last day" in told.err


@pytest.mark.parametrize("wrong", [("--option", "foo=1"), ("--test-flip-pixel", "500,5")])
def test_what_the_command_line_gets_wrong_is_a_usage_error(ask: Ask, wrong: tuple[str, str]) -> None:
    """The settings are not at fault where there are none: exit code 2, before anything starts."""
    told = ask("demo", "--seconds", "1", *wrong)

    assert (told.code, told.out) == (2, "")
