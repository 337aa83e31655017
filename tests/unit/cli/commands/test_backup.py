"""`backup`."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from signboard.app import store_path
from signboard.files import home_dir
from signboard.store.database import Store

pytestmark = pytest.mark.one_person

Ask = Callable[..., Any]
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "A")


def _approved(ask: Ask, folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text("Một nhà\n", encoding="utf-8")
    ask("load", path)
    ask("approve", *PAPER)


def test_it_goes_to_the_folder_that_is_named(ask: Ask, tmp_path: Path) -> None:
    """Under a name with the board and the time; the answer says where."""
    _approved(ask, tmp_path)
    (tmp_path / "usb").mkdir()
    told = ask("backup", "--to", tmp_path / "usb", "--json")
    (path,) = (tmp_path / "usb").iterdir()
    assert (told.code, told.data["file"]) == (0, str(path))
    assert path.name.startswith("signboard-")
    with zipfile.ZipFile(path) as archive:
        assert json.loads(archive.read("manifest.json"))["files"].keys() == set(told.data["files"])


def test_without_a_place_it_goes_to_the_home(ask: Ask, tmp_path: Path) -> None:
    """Better than none; the sentence asks to copy it to another disk."""
    _approved(ask, tmp_path)
    assert "another disk" in ask("backup").out
    assert len(list((home_dir() / "backups").iterdir())) == 1


@pytest.mark.parametrize("place", [("--to", "usb"), ("usb/a.zip",)])
def test_a_stick_that_is_not_plugged_in_is_no_new_folder(ask: Ask, tmp_path: Path, place: tuple[str, ...]) -> None:
    """The backup would lie on this very disk; nothing is written, and the record tells of none."""
    _approved(ask, tmp_path)
    told = ask("backup", *place[:-1], tmp_path / place[-1], "--json")
    with Store(store_path()) as store:
        kinds = {event.event for event in store.events()}

    assert (told.code, told.envelope["errors"][0]["code"]) == (3, "folder_missing")
    assert not (tmp_path / "usb").exists()
    assert "backed_up" not in kinds


def test_a_file_and_a_folder_are_one_too_many(ask: Ask, tmp_path: Path) -> None:
    """A usage error."""
    assert ask("backup", tmp_path / "a.zip", "--to", tmp_path).code == 2


def test_nothing_to_keep_is_said(ask: Ask, tmp_path: Path) -> None:
    """With exit code 4, and no file."""
    assert ask("backup", tmp_path / "a.zip").code == 4
    assert not (tmp_path / "a.zip").exists()


def test_a_file_that_is_there_is_not_overwritten(ask: Ask, tmp_path: Path) -> None:
    """With exit code 3."""
    _approved(ask, tmp_path)
    assert [ask("backup", tmp_path / "a.zip").code, ask("backup", tmp_path / "a.zip").code] == [0, 3]
