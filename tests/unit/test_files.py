"""files: shipped folders, the home, and replacing without halves."""

import os
from pathlib import Path

import pytest

from signboard.errors import ConfigurationError, InputError
from signboard.files import (
    fonts_dir,
    home_dir,
    home_in_use,
    lock_opened,
    read_file,
    schedules_dir,
    write_atomically,
)


def test_shipped_folders_of_this_installation_exist() -> None:
    """The running package finds its fonts and schedules."""
    assert fonts_dir().is_dir()
    assert schedules_dir().is_dir()


@pytest.mark.parametrize("name", ["fonts", "schedules"])
def test_a_wheel_is_preferred_to_the_folder_beside(tmp_path: Path, name: str) -> None:
    """Inside a wheel the data stands under `_data`, whatever else lies in site-packages."""
    package = tmp_path / "signboard"
    (package / "_data" / name).mkdir(parents=True)
    (tmp_path / name).mkdir()
    assert {"fonts": fonts_dir, "schedules": schedules_dir}[name](package) == package / "_data" / name


def test_a_checkout_has_the_folders_beside_the_package(tmp_path: Path) -> None:
    """Without `_data` the folder beside the package is taken."""
    (tmp_path / "signboard").mkdir()
    (tmp_path / "fonts").mkdir()
    assert fonts_dir(tmp_path / "signboard") == tmp_path / "fonts"


def test_missing_data_is_told_with_its_name(tmp_path: Path) -> None:
    """An incomplete installation names the folder and the cure."""
    with pytest.raises(ConfigurationError, match=r"'schedules'.*install signboard again") as caught:
        schedules_dir(tmp_path / "signboard")
    assert caught.value.code == "data_missing"


def test_home_is_what_the_environment_says(tmp_path: Path) -> None:
    """SIGNBOARD_HOME wins and is not created by asking."""
    home = home_dir({"SIGNBOARD_HOME": str(tmp_path / "nhà")})
    assert home == tmp_path / "nhà"
    assert not home.exists()


def test_home_without_environment_is_absolute_and_named_after_the_product() -> None:
    """The system's place for this user's data."""
    home = home_dir({"SIGNBOARD_HOME": "  "})
    assert home.is_absolute()
    assert "signboard" in home.parts


def test_a_file_is_made_with_its_folders(tmp_path: Path) -> None:
    """Missing folders are no obstacle, and nothing else is left there."""
    target = tmp_path / "a" / "b" / "current"
    write_atomically(target, b"one\n")
    assert target.read_bytes() == b"one\n"
    assert [entry.name for entry in target.parent.iterdir()] == ["current"]


def test_a_refused_replacement_keeps_the_old_bytes_and_leaves_nothing(tmp_path: Path) -> None:
    """When the move fails the old file stands and the new one is gone."""
    target = tmp_path / "current"
    write_atomically(target, b"old")

    def refuse(_source: Path, _target: Path) -> None:
        raise OSError(28, "disk full")

    with pytest.raises(OSError, match="disk full"):
        write_atomically(target, b"new", refuse)
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("current", b"old")]


def test_a_file_held_open_elsewhere_is_tried_again(tmp_path: Path) -> None:
    """Windows answers PermissionError while a scanner holds the file; the third try works."""
    target = tmp_path / "current"
    tries = 0

    def busy_twice(source: Path, goal: Path) -> None:
        nonlocal tries
        tries += 1
        if tries < 3:
            raise PermissionError(13, "in use")
        source.replace(goal)

    write_atomically(target, b"new", busy_twice)
    assert (target.read_bytes(), tries) == (b"new", 3)


def test_a_full_disk_is_told_with_its_folder(tmp_path: Path) -> None:
    """And a folder that refuses for another reason with that reason."""
    with pytest.raises(ConfigurationError, match="is full") as caught, home_in_use(tmp_path):
        raise OSError(28, "No space left on device")
    assert (caught.value.code, caught.value.fields["folder"]) == ("disk_full", str(tmp_path))
    with pytest.raises(ConfigurationError, match="Permission denied") as caught, home_in_use(tmp_path / "none"):
        raise PermissionError(13, "Permission denied")
    assert caught.value.code == "home_unusable"


def test_a_file_is_read_up_to_its_bound(tmp_path: Path) -> None:
    """Not a byte more."""
    (tmp_path / "a").write_bytes(b"abc")
    assert (read_file(tmp_path / "a"), read_file(tmp_path / "a", 2)) == (b"abc", b"ab")


@pytest.mark.parametrize(("name", "code"), [("none", "file_missing"), (".", "file_is_folder")])
def test_what_is_no_file_is_told(tmp_path: Path, name: str, code: str) -> None:
    """A folder says that it is one."""
    with pytest.raises(InputError) as caught:
        read_file(tmp_path / name)
    assert caught.value.code == code


def test_a_name_that_no_file_can_have_is_told() -> None:
    """A NUL ends names in the system."""
    with pytest.raises(InputError) as caught:
        read_file(Path("a\x00b"))
    assert caught.value.code == "file_unreadable"


def test_a_pipe_or_device_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody may ever write into it."""
    path = Path(os.devnull)
    if hasattr(os, "mkfifo"):
        path = tmp_path / "pipe.txt"
        os.mkfifo(path)
    with pytest.raises(InputError) as caught:
        read_file(path)
    assert caught.value.code == "file_unreadable"


def test_a_locked_file_is_held_until_it_is_closed(tmp_path: Path) -> None:
    """A second one is refused; what is written in it can be read all the while."""
    path = tmp_path / "a.lock"
    path.write_bytes(b"42")
    first, second = (os.open(path, os.O_RDWR) for _ in range(2))
    lock_opened(first)
    with pytest.raises(BlockingIOError):
        lock_opened(second)
    assert path.read_bytes() == b"42"
    os.close(first)
    lock_opened(second)
    os.close(second)
