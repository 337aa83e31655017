"""`desktop`: what the two files do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from signboard.files import home_dir
from signboard.service.desktop import DROPPED
from signboard.store.shelf import BundleShelf

Ask = Callable[..., Any]


def test_dropped_files_are_loaded_and_drawn(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the .cmd file hands them over."""
    path = tmp_path / "a&b.txt"
    path.write_text("Bình đẳng giới\n", encoding="utf-8")
    monkeypatch.setenv(DROPPED, f'cmd.exe /c ""C:\\Nạp.cmd" {path}"')
    told = ask("desktop", "load", "--no-browser")

    assert told.code == 0
    assert BundleShelf(home_dir()).loaded()
    assert "Bình đẳng giới" in (home_dir() / "xem-thu.html").read_text(encoding="utf-8")


def test_nothing_dropped_says_what_to_do(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A double-click on the file."""
    monkeypatch.delenv(DROPPED, raising=False)

    assert ask("desktop", "load", "--no-browser").code == 2


def test_a_bad_file_draws_nothing(ask: Ask, tmp_path: Path) -> None:
    """The verdict of load stands."""
    path = tmp_path / "a.docx"
    path.write_bytes(b"")

    assert ask("desktop", "load", path, "--no-browser").code == 3
    assert not (home_dir() / "xem-thu.html").exists()


def test_the_board_is_shown(ask: Ask) -> None:
    """What is on it now, and every slogan in a page."""
    told = ask("desktop", "view", "--no-browser")

    assert told.code == 0
    assert (home_dir() / "xem-thu.html").is_file()


def test_files_are_laid_out(ask: Ask, tmp_path: Path) -> None:
    """Into the folder that was named."""
    data = ask("desktop", "install", "--folder", tmp_path, "--json").data

    assert all(Path(file).is_file() for file in data["files"])
    assert len(data["files"]) == 2


def test_the_settings_that_were_named_count(ask: Ask, tmp_path: Path) -> None:
    """For what is loaded and drawn here, and for the two files."""
    config = tmp_path / "signboard.toml"
    config.write_text('[board]\nid = "cong-sau"\n', encoding="utf-8")
    path = tmp_path / "a.txt"
    path.write_text("Bình đẳng giới\n", encoding="utf-8")
    assert ask("desktop", "load", path, "--no-browser", "--config", config).code == 0
    shelf = BundleShelf(home_dir())
    ask("desktop", "install", "--folder", tmp_path, "--config", config)

    assert shelf.load(shelf.loaded() or "").board_id == "cong-sau"
    assert all(str(config) in file.read_text(encoding="utf-8") for file in tmp_path.glob("*.cmd"))
    assert len(list(tmp_path.glob("*.cmd"))) == 2
