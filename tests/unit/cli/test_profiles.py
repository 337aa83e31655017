"""Profiles: a board's settings without the place."""

from pathlib import Path

import pytest

from signboard.cli.profiles import profile_text, read_profile
from signboard.errors import ProblemsError
from signboard.health.finding import GOOD, Finding
from signboard.settings import read_settings

SETTINGS = b"""
[site]
id = "so-noi-vu"
name = "So Noi vu"
[board]
id = "cong-chinh"
width = 128
height = 16
port = "/dev/ttyUSB0"
pitch_mm = 10
[board.options]
screen = "7"
[show]
viewing_m = 40
font = "C:/phong/rieng.bdf"
"""


def test_the_place_stays_behind() -> None:
    """Office, ids, port and files are not in it; what the doctor found is."""
    text = profile_text(read_settings(SETTINGS, "a"), [Finding("board", GOOD, "it answers")])

    for word in ("so-noi-vu", "So Noi vu", "cong-chinh", "ttyUSB0", "rieng.bdf"):
        assert word not in text
    assert "# good: it answers" in text


def test_what_another_computer_needs_is_read_back(tmp_path: Path) -> None:
    """Kind, size, speed and options, whether set or by default."""
    path = tmp_path / "p.toml"
    path.write_text(profile_text(read_settings(SETTINGS, "a"), []), encoding="utf-8")
    board, show = read_profile(path)

    assert board == {
        "protocol": "bx5",
        "width": 128,
        "height": 16,
        "colour": "mono",
        "baud": 57600,
        "pitch_mm": 10,
        "options": {"screen": "7"},
    }
    assert show == {"viewing_m": 40}


def test_a_profile_that_is_wrong_is_told_as_a_whole(tmp_path: Path) -> None:
    """As settings are."""
    path = tmp_path / "p.toml"
    path.write_text("[board]\nwidth = 1\nbaud = 2\n", encoding="utf-8")

    with pytest.raises(ProblemsError) as caught:
        read_profile(path)
    assert len(caught.value.problems) == 2
