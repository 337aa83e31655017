"""`profile`: out to a file, and what a file says."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench_boards import FAST_BAUD, registered_board

from signboard.files import home_dir

Ask = Callable[..., Any]


def test_a_profile_says_what_the_board_said(ask: Ask, tmp_path: Path) -> None:
    """The board is greeted; its answer stands in the head."""
    config = tmp_path / "s.toml"
    config.write_text(f"[board]\nwidth = 32\nheight = 16\nbaud = {FAST_BAUD}\n", encoding="utf-8")
    with registered_board(home_dir()):
        told = ask("profile", "export", "--port", "sim://thu", "--out", tmp_path / "p.toml", "--config", config)
    text = (tmp_path / "p.toml").read_text(encoding="utf-8")

    assert told.code == 0
    assert "width_px=32" in text
    assert "sim://thu" not in text


def test_what_a_profile_says(ask: Ask, tmp_path: Path) -> None:
    """For people and as JSON."""
    ask("profile", "export", tmp_path / "p.toml", "--no-board")
    told, data = ask("profile", "show", tmp_path / "p.toml"), ask("profile", "show", tmp_path / "p.toml", "--json").data

    assert "protocol = bx5" in told.out
    assert data["board"]["baud"] == 57600


def test_without_a_file_it_goes_to_standard_output(ask: Ask) -> None:
    """Or into the envelope."""
    assert "[board]" in ask("profile", "export", "--no-board").out
    assert "[board]" in ask("profile", "export", "--no-board", "--json").data["text"]


def test_wrong_files_are_told(ask: Ask, tmp_path: Path) -> None:
    """Missing, or not named."""
    assert ask("profile", "show", tmp_path / "none").code == 3
    assert ask("profile", "show").code == 2
    (tmp_path / "m.txt").write_text("Bình đẳng giới.\n", encoding="utf-8")
    (tmp_path / "m.toml").write_text("[board]\nfoo = 3\nbaz = 4\n", encoding="utf-8")
    for name in ("m.txt", "m.toml"):
        assert ask("profile", "show", tmp_path / name).code == 3, "a file of people is none of the settings"
    told = ask("profile", "show", tmp_path / "m.toml").err
    assert "foo" in told
    assert "baz" in told
    assert ask("profile", "export", "--out", tmp_path, "--no-board").code == 3
