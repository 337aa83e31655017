"""`rehearse`: the campaign beforehand; yes or no."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]

CAMPAIGN = """
id = "short"
title = "Short"
first_day = "15/11"
last_day = "18/11"
hours = ["07:00-07:05", "23:58-24:00"]
[[slogans]]
text = "Bình đẳng giới"
[[slogans]]
text = "Hành động ngay hôm nay, bình đẳng giới trong tầm tay."
"""
NEEDED = {"verdict", "faults", "lost_s", "lies", "lost_proofs", "gaps", "passes", "seconds"}


@pytest.fixture
def short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A campaign of a few minutes a day."""
    monkeypatch.setenv("SIGNBOARD_HOME", str(tmp_path / "home"))
    file = tmp_path / "short.toml"
    file.write_text(CAMPAIGN, encoding="utf-8")
    return file


def test_yes_with_everything_that_is_asked_for(ask: Ask, short: Path) -> None:
    """Two days with mishaps: all of the data, exit code 0."""
    told = ask("rehearse", "--campaign", short, "--days", "2", "--year", "2026", "--json")
    assert told.code == 0
    assert told.data.keys() >= NEEDED
    assert told.data["verdict"] == "yes"
    assert (told.data["since"], told.data["until"]) == ("2026-11-14T23:50:00+07:00", "2026-11-17T00:10:00+07:00")
    assert told.data["faults"] == sum(told.data["fault_kinds"].values()) >= 5
    assert told.data["exchanges"] > told.data["frames"] > 200


def test_in_words(ask: Ask, short: Path) -> None:
    """The verdict first, then the calendar, the passes, and what really passed; what it costs is said beforehand."""
    told = ask("rehearse", "--campaign", short, "--days", "2", "--year", "2026", "--faults", "none")
    assert told.code == 0
    assert told.out.startswith("YES")
    assert "15/11  ·······█···············█" in told.out
    assert "Hành động ngay hôm nay" in told.out
    assert "Rehearsing from 2026-11-14 23:50:00 to 2026-11-17 00:10:00 with 0 mishaps" in told.err


def test_two_processes_play_more_days(ask: Ask, short: Path) -> None:
    """Four days are two parts."""
    told = ask("rehearse", "--campaign", short, "--year", "2026", "--faults", "none", "--json")
    assert told.data["starts"] == 2
    assert all(one["whole"] == one["due"] > 0 for one in told.data["passes"])


def test_nothing_of_it_reaches_the_offices_log(ask: Ask, short: Path, tmp_path: Path) -> None:
    """The home folder stays as it was."""
    ask("rehearse", "--campaign", short, "--days", "1", "--year", "2026")
    assert not (tmp_path / "home" / "signboard.sqlite3").exists()


@pytest.mark.parametrize(("name", "head"), [("a.png", b"\x89PNG"), ("a.html", b"<!doctype html>")])
def test_a_sheet(ask: Ask, short: Path, tmp_path: Path, name: str, head: bytes) -> None:
    """The ending decides what is written."""
    ask("rehearse", "--campaign", short, "--days", "1", "--year", "2026", "--out", tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(head)


def test_another_ending_is_refused(ask: Ask, tmp_path: Path) -> None:
    """Before anything is played."""
    told = ask("rehearse", "--out", tmp_path / "a.gif")
    assert (told.code, told.out) == (2, "")


def test_a_campaign_that_is_over_cannot_be_rehearsed(ask: Ask, short: Path) -> None:
    """A year in which nothing begins."""
    text = short.read_text(encoding="utf-8").replace('"15/11"', '"15/11/2020"').replace('"18/11"', '"18/11/2020"')
    short.write_text(text, encoding="utf-8")
    told = ask("rehearse", "--campaign", short)
    assert told.code == 3
    assert "nothing to rehearse" in told.err


def test_a_no_is_exit_code_6(ask: Ask, short: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: a log in which a row is missing; the reason is said."""
    monkeypatch.setattr("signboard.rehearsal.spool.Spool.missing", lambda _spool: 1)
    asked = ("rehearse", "--campaign", short, "--days", "1", "--year", "2026")
    told = ask(*asked, "--json")
    assert (told.code, told.data["verdict"], told.data["lost_proofs"]) == (6, "no", 1)
    assert "1 rows are missing" in ask(*asked).out
