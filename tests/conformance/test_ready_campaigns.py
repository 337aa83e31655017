"""The campaigns that travel with the program: whole, sourced, showable, and on the right days."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from signboard import app
from signboard.campaign.campaign import Campaign
from signboard.campaign.parse import parse_campaign
from signboard.campaign.period import DayOfYear
from signboard.files import schedules_dir
from signboard.settings import Settings
from signboard.text.years import named_years

FILES = sorted((schedules_dir() / "campaigns").glob("*.toml"))
TODAY = date(2026, 11, 22)


def _campaign(path: Path) -> Campaign:
    return parse_campaign(path.read_bytes(), path.name, today_day=TODAY)


def test_the_years_campaigns_are_there() -> None:
    """Law, AIDS, traffic, family, children, work, drugs, 30/4, 2/9, digital, science, Earth hour, ancestors, Tết."""
    assert len(FILES) >= 15


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_is_whole_and_named_after_its_file(path: Path) -> None:
    """Nothing in it is a mistake."""
    campaign = _campaign(path)

    assert campaign.id == path.stem
    assert campaign.slogans


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_text_and_each_date_has_its_source(path: Path) -> None:
    """Where people can look them up."""
    campaign = _campaign(path)

    assert campaign.sources
    assert [slogan.text for slogan in campaign.slogans if not slogan.source] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_text_names_a_year_that_goes_by(path: Path) -> None:
    """It comes back every year; "năm 2024" would be stale, an anniversary wrong."""
    assert [slogan.text for slogan in _campaign(path).slogans if named_years(slogan.text).playing] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("size", [(96, 32), (192, 16)])
def test_each_text_can_be_shown(path: Path, size: tuple[int, int]) -> None:
    """On the usual boards."""
    board = Settings().board.model_copy(update={"width": size[0], "height": size[1]})
    settings = Settings().model_copy(update={"board": board})
    content = app.Content("file", "file", (_campaign(path),))
    stage = app.stage_with(app.stage_for(app.Wishes(size=size), None, content), content)

    assert settings.board.width == stage.canvas.width_px
    assert dict(stage.problems) == {}


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("phong-chong-hiv-aids", DayOfYear(11, 10), DayOfYear(12, 10)),
        ("thang-hanh-dong-vi-tre-em", DayOfYear(6, 1), DayOfYear(6, 30)),
        ("an-toan-ve-sinh-lao-dong", DayOfYear(5, 1), DayOfYear(5, 31)),
        ("chuyen-doi-so", DayOfYear(10, 1), DayOfYear(10, 10)),
        ("tet-nguyen-dan", date(2026, 2, 10), date(2026, 2, 26)),
        ("gio-to-hung-vuong", date(2027, 4, 14), date(2027, 4, 16)),
    ],
)
def test_days_are_those_of_the_law_or_of_the_moon(name: str, first: object, last: object) -> None:
    """Lunar ones become the dates of their next occurrence."""
    path = schedules_dir() / "campaigns" / f"{name}.toml"
    today = date(2026, 1, 5) if name.startswith("tet") else TODAY
    period = parse_campaign(path.read_bytes(), path.name, today_day=today).period

    assert (period.first_day, period.last_day) == (first, last)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_lunar_days_are_marked_and_no_others(path: Path) -> None:
    """Tết and the ancestors' day alone."""
    is_lunar = bool(tomllib.loads(path.read_text(encoding="utf-8")).get("lunar"))

    assert is_lunar == (path.stem in {"tet-nguyen-dan", "gio-to-hung-vuong"})
