"""What must work wherever signboard is installed: from any folder, without configuration, with its data."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import signboard
from signboard.files import fonts_dir, schedules_dir

pytestmark = pytest.mark.installed


def _signboard(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a process of its own in `folder`, with the signboard that these tests import."""
    environment = os.environ | {"PYTHONPATH": str(Path(signboard.__file__).parents[1]), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "signboard", "--lang", "en", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def _told(folder: Path, *arguments: str) -> dict[str, Any]:
    run = _signboard(folder, *arguments, "--json")
    assert run.returncode == 0, run.stderr
    told: dict[str, Any] = json.loads(run.stdout)["data"]
    return told


def test_fonts_travel() -> None:
    """Every font folder is there with its font and its licence."""
    folders = {font.parent for font in fonts_dir().glob("*/*.bdf")}

    assert folders
    assert [folder.name for folder in folders if not list(folder.glob("LICENSE*"))] == []


def test_schedules_travel() -> None:
    """The shipped campaign is there."""
    assert list(schedules_dir().glob("*.toml"))


def test_the_catalogue_travels(tmp_path: Path) -> None:
    """Help speaks Vietnamese."""
    run = _signboard(tmp_path, "--lang", "vi", "--help")

    assert "bảng" in run.stdout


def test_the_version_is_the_packages(tmp_path: Path) -> None:
    """`--version` tells the version that was imported."""
    assert signboard.__version__ in _signboard(tmp_path, "--version").stdout


def test_text_becomes_pixels(tmp_path: Path) -> None:
    """A Vietnamese line is drawn from any folder, as rows of # and dots of the board's size."""
    run = _signboard(tmp_path, "render", "Bình đẳng", "--size", "128x16")

    rows = run.stdout.split("\n\n")[0].splitlines()
    assert [len(row) for row in rows] == [128] * 16, run.stderr


def test_the_shipped_campaign_answers(tmp_path: Path) -> None:
    """Without configuration `why` decides by the shipped campaign, and says so."""
    told = _told(tmp_path, "why", "--at", "2026-11-15T06:00")

    assert told["campaign"] is not None
    assert told["source"] == "sample"


def test_the_main_job_runs(tmp_path: Path) -> None:
    """The demonstration sends pictures through a real port; the board decodes each as it was meant."""
    told = _told(tmp_path, "demo", "--seconds", "3", "--option", "answer_s=20")  # asks once, also where all is slow

    assert told["sent"] - told["acked"] <= 1
    assert told["decoded"] == told["equal"] == told["acked"]
    assert told["equal"] > 0
    assert told["failed"] == 0
