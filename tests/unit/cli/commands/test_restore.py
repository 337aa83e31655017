"""`restore`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from signboard.app import approved_content, store_path
from signboard.files import home_dir
from signboard.service.lock import BoardLock
from signboard.store.shelf import BundleShelf

pytestmark = pytest.mark.one_person

Ask = Callable[..., Any]
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "A")


@pytest.fixture
def archive(ask: Ask, tmp_path: Path) -> Path:
    """A backup of a computer on which one slogan is approved."""
    path = tmp_path / "a.txt"
    path.write_text("Một nhà\n", encoding="utf-8")
    ask("load", path)
    ask("approve", *PAPER)
    assert ask("backup", tmp_path / "a.zip").code == 0
    return tmp_path / "a.zip"


def _playing() -> list[str]:
    return [slogan.text for campaign in approved_content().campaigns for slogan in campaign.slogans]


def test_another_computer_goes_on_with_it(
    ask: Ask, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty home gets the approved list, its approval and all."""
    digest = BundleShelf(home_dir()).current()
    monkeypatch.setenv("SIGNBOARD_HOME", str(tmp_path / "other"))
    told = ask("restore", archive, "--json")
    assert (told.code, told.data["kept"]) == (0, None)
    assert _playing() == ["Một nhà"]
    assert BundleShelf(home_dir()).current() == digest
    assert store_path().is_file()


def test_what_was_approved_since_is_kept(ask: Ask, archive: Path, tmp_path: Path) -> None:
    """The answer names the folder."""
    path = tmp_path / "b.txt"
    path.write_text("Hai nhà\n", encoding="utf-8")
    ask("load", path)
    ask("approve", *PAPER)
    told = ask("restore", archive, "--json")
    assert _playing() == ["Một nhà"]
    assert (Path(told.data["kept"]) / "signboard.sqlite3").is_file()
    assert "before-restore" in ask("restore", archive).out


def test_a_board_that_runs_is_not_pulled_from_under(ask: Ask, archive: Path) -> None:
    """Its lock is held, whatever it has open."""
    with BoardLock(home_dir() / "run", ("board-cong",)):
        told = ask("restore", archive, "--json")
    assert (told.code, told.envelope["errors"][0]["code"]) == (5, "already_running")
    assert _playing() == ["Một nhà"]


def test_another_computer_is_told_what_is_approved(ask: Ask, archive: Path, tmp_path: Path) -> None:
    """By whose signature, and that nothing done since the backup is known."""
    home = home_dir()
    home.rename(tmp_path / "gone")
    told = ask("restore", archive).out
    again = ask("restore", archive).out

    assert "87/KH of 09/10/2020, signed by A" in told
    assert "is not known here" in told
    assert "is not known here" not in again


def test_a_backup_of_a_stranger_lights_nothing(
    ask: Ask, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """His approvals are his own: exit code 4, and the list here goes on."""
    ours = home_dir()
    home = tmp_path / "stranger"
    home.mkdir()
    (home / "signboard.toml").write_text("[approval]\npeople = 1\n", encoding="utf-8")
    monkeypatch.setenv("SIGNBOARD_HOME", str(home))
    (tmp_path / "b.txt").write_text("Mua ngay giá rẻ\n", encoding="utf-8")
    ask("load", tmp_path / "b.txt")
    assert ask("approve", *PAPER).code == 0
    assert ask("backup", tmp_path / "b.zip").code == 0
    monkeypatch.setenv("SIGNBOARD_HOME", str(ours))
    told = ask("restore", tmp_path / "b.zip", "--json")

    assert archive.is_file()
    assert (told.code, told.envelope["errors"][0]["code"]) == (4, "other_record")
    assert _playing() == ["Một nhà"]


def test_a_file_that_is_no_backup_changes_nothing(ask: Ask, archive: Path) -> None:
    """With exit code 3."""
    archive.write_bytes(b"no zip")
    assert ask("restore", archive).code == 3
    assert _playing() == ["Một nhà"]


def test_the_record_tells_that_it_was_brought_back(ask: Ask, archive: Path) -> None:
    """By whom, and out of which file."""
    ask("restore", archive)
    last = ask("log", "--json").data["events"][-1]

    assert (last["event"], last["details"]) == ("restored", {"file": archive.name})
