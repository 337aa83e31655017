"""Icons: those that ship, and files beside a campaign."""

from pathlib import Path

import pytest

from signboard.app import read_file
from signboard.campaign.look import MOST_ICON_BYTES
from signboard.errors import InputError
from signboard.frame import art
from signboard.frame.frame import Colour
from signboard.icons import icon_reader, shipped_icons


def test_shipped_icons_are_small_pictures() -> None:
    """Sixteen rows of sixteen, one light, and no two alike."""
    frames = {name: art.parse(file.read_text(encoding="utf-8")) for name, file in shipped_icons().items()}

    assert {"house", "telephone", "heart", "people", "book", "warning", "arrow"} <= set(frames)
    assert {(frame.width_px, frame.height_px, frame.colour) for frame in frames.values()} == {(16, 16, Colour.MONO)}
    assert len({frame.digest for frame in frames.values()}) == len(frames)


def test_ours_come_first_then_files_beside(tmp_path: Path) -> None:
    """By name alone, or with the file's ending."""
    (tmp_path / "logo.png").write_bytes(b"\x89PNG")
    read = icon_reader(tmp_path, read_file)

    assert read("house") == shipped_icons()["house"].read_bytes()
    assert read("logo.png") == b"\x89PNG"


@pytest.mark.parametrize(("name", "code"), [("none", "no_such_icon"), ("none.png", "file_missing")])
def test_what_is_not_there_is_told(tmp_path: Path, name: str, code: str) -> None:
    """A name of ours that does not exist lists those that do."""
    with pytest.raises(InputError) as caught:
        icon_reader(tmp_path, read_file)(name)

    assert caught.value.code == code


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    """One byte more than is allowed tells enough."""
    (tmp_path / "a.png").write_bytes(bytes(MOST_ICON_BYTES * 3))

    assert len(icon_reader(tmp_path, read_file)("a.png")) == MOST_ICON_BYTES + 1


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    """Nothing would stand beside the text, and nobody would know why."""
    (tmp_path / "logo.png").write_bytes(b"")
    with pytest.raises(InputError) as caught:
        icon_reader(tmp_path, read_file)("logo.png")

    assert caught.value.code == "empty_icon"
