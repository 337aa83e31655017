"""Looks as typed: the same words as in a campaign file, pictures by name or path."""

from pathlib import Path

import pytest

from signboard.campaign.look import PLAIN, Look
from signboard.cli.looks import look_of
from signboard.errors import ProblemsError
from signboard.icons import shipped_icons


def test_nothing_typed_is_plain() -> None:
    """No options, no look."""
    assert look_of({}, "Gọi 111") == PLAIN


def test_a_picture_is_found_anywhere(tmp_path: Path) -> None:
    """One of ours by its name, a file by its path."""
    (tmp_path / "a b.png").write_bytes(b"\x89PNG")

    assert look_of({"icon": str(tmp_path / "a b.png"), "colour": "vàng"}, "A") == Look("yellow", icon=b"\x89PNG")
    assert look_of({"icon": "house"}, "A").icon == shipped_icons()["house"].read_bytes()


def test_everything_wrong_is_told_at_once() -> None:
    """A colour, words and a picture."""
    with pytest.raises(ProblemsError) as caught:
        look_of({"colour": "x", "emphasis": ["y"], "icon": "z"}, "Gọi 111")

    assert [problem.code for problem in caught.value.problems] == ["unknown_colour", "words_not_found", "no_such_icon"]
