"""The neutral text, and the note of blocked lines."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from signboard.campaign.level import Level
from signboard.cli.standby import NEUTRAL, neutral_campaign
from signboard.errors import ConfigurationError
from signboard.files import home_dir
from signboard.schedule.cue import Reason
from signboard.schedule.due import due
from signboard.store.open_lines import open_lines
from signboard.store.shelf import BundleShelf

Ask = Callable[..., Any]
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
NOON_AT = datetime(2026, 8, 1, 5, tzinfo=UTC)


def test_it_is_lit_only_while_nobody_knows_the_day() -> None:
    """On no ordinary day, at no hour."""
    campaign = neutral_campaign(" Sở Nội vụ ", [])
    assert campaign is not None
    durations_ms = {campaign.slogans[0].key: 5000}

    assert due([campaign], durations_ms, NOON_AT, HANOI).slogan is None
    lit = due([campaign], durations_ms, NOON_AT, HANOI, is_trusted=False)
    assert (lit.slogan, lit.reason) == (campaign.slogans[0].id, Reason.CLOCK)


def test_nothing_makes_none() -> None:
    """Then the board is dark."""
    assert neutral_campaign("  ", []) is None


def test_its_name_is_its_own() -> None:
    """A file of that name is told."""
    with pytest.raises(ConfigurationError):
        neutral_campaign("Sở Nội vụ", [NEUTRAL])


def _load(ask: Ask, tmp_path: Path, settings: str, *slogans: str) -> Any:  # noqa: ANN401 - what the fixture tells
    home_dir().mkdir(parents=True, exist_ok=True)
    (home_dir() / "signboard.toml").write_text(settings, encoding="utf-8")
    path = tmp_path / "a.txt"
    path.write_text("\n".join(slogans) + "\n", encoding="utf-8")
    return ask("load", path, "--json")


def test_every_list_carries_it(ask: Ask, tmp_path: Path) -> None:
    """So it is submitted and approved like any other text, and its edit voids the approval."""
    told = _load(ask, tmp_path, '[show]\nneutral = "Sở Nội vụ"\n', "Bình đẳng giới")
    bundle = BundleShelf(home_dir()).load(told.data["bundle"])
    other = _load(ask, tmp_path, '[show]\nneutral = "Sở Y tế"\n', "Bình đẳng giới")

    assert [(one.id, one.level) for one in bundle.campaigns][-1] == (NEUTRAL, Level.STANDBY)
    assert other.data["bundle"] != told.data["bundle"]


def test_the_language_makes_no_other_list(ask: Ask, tmp_path: Path) -> None:
    """A paper signed for its code fits what somebody loads in another language."""
    neutral = '[show]\nneutral = "Sở Nội vụ"\n'
    english = _load(ask, tmp_path, neutral, "Bình đẳng giới").data["bundle"]

    assert ask("--lang", "vi", "load", tmp_path / "a.txt", "--json").data["bundle"] == english


def test_the_day_of_the_campaign_still_decides_why_it_is_dark(ask: Ask, tmp_path: Path) -> None:
    """The neutral text has no hours, so it is no rule."""
    _load(ask, tmp_path, '[show]\nneutral = "Sở Nội vụ"\n', "Bình đẳng giới")

    assert ask("why", "--at", "01/08/2026 12:00", "--json").data["reason"] == "before_first_day"


def test_a_neutral_text_that_cannot_be_shown_is_told(ask: Ask, tmp_path: Path) -> None:
    """Before anything is kept."""
    told = _load(ask, tmp_path, '[show]\nneutral = "Sở 🌹"\n', "Bình đẳng giới")

    assert told.code == 3
    assert BundleShelf(home_dir()).loaded() is None


def test_blocked_lines_are_noted(ask: Ask, tmp_path: Path) -> None:
    """An orphan mark that nothing can repair."""
    told = _load(ask, tmp_path, "", "Bình đẳng giới", "Hãy \u0323hành động vì bạn")

    assert [line.text for line in open_lines(home_dir(), told.data["bundle"])]
    assert ask("submit", "--out", tmp_path / "a.docx").code == 4
