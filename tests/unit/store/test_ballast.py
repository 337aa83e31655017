"""ballast: room that is given back."""

from pathlib import Path

import pytest

from signboard.errors import ConfigurationError, SignboardError
from signboard.store.ballast import Ballast, reserve_of, room_of, with_room


def test_room_is_held_and_given_back_once(tmp_path: Path) -> None:
    """As many bytes as were asked for."""
    ballast = Ballast(tmp_path, 1 << 20)
    assert ballast.lay()
    assert (tmp_path / "ballast").stat().st_size == 1 << 20
    assert ballast.lay()
    assert [ballast.free(), ballast.free()] == [True, False]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size_bytes", [1 << 60, 1 << 50])
def test_a_small_disk_is_left_alone(tmp_path: Path, size_bytes: int) -> None:
    """Room is taken only where there is plenty, so nothing fills up because of it."""
    assert not Ballast(tmp_path, size_bytes).lay()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_missing_holds_nothing(tmp_path: Path) -> None:
    """Nobody fails because of it."""
    assert not Ballast(tmp_path / "none", 10).lay()


def test_where_the_system_cannot_reserve_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows."""
    monkeypatch.delattr("os.posix_fallocate", raising=False)
    assert Ballast(tmp_path, 1 << 17).lay()
    assert (tmp_path / "ballast").stat().st_size == 1 << 17


def test_a_piece_is_given_back_at_a_time(tmp_path: Path) -> None:
    """Until nothing is left; and it is laid whole again."""
    ballast = Ballast(tmp_path, 3 << 16)
    ballast.lay()
    sizes = []
    while ballast.free_piece():
        sizes.append((tmp_path / "ballast").stat().st_size if (tmp_path / "ballast").exists() else 0)
    assert sizes == [2 << 16, 1 << 16, 0]
    assert ballast.lay()
    assert (tmp_path / "ballast").stat().st_size == 3 << 16


def _refused(tmp_path: Path, code: str, needed: int) -> tuple[str, int]:
    """What comes of an act that is refused so often, and how often it was tried."""
    tries = 0

    def act() -> str:
        nonlocal tries
        tries += 1
        if tries <= needed:
            raise ConfigurationError("x", code=code)
        return "done"

    try:
        return with_room(tmp_path, act), tries
    except SignboardError as error:
        return error.code, tries


def test_an_urgent_act_takes_what_it_needs(tmp_path: Path) -> None:
    """Of its own room first, then of the log's; after that the disk is full."""
    for one in room_of(tmp_path):
        one.lay()
    assert _refused(tmp_path, "disk_full", 2) == ("done", 3)
    assert (tmp_path / "reserve").stat().st_size == (1 << 20) - (2 << 16)
    assert (tmp_path / "ballast").exists()
    assert _refused(tmp_path, "disk_full", 15) == ("done", 16)
    assert list(tmp_path.iterdir()) == []
    assert _refused(tmp_path, "disk_full", 1) == ("disk_full", 1)


def test_another_trouble_takes_no_room(tmp_path: Path) -> None:
    """It would not help."""
    reserve_of(tmp_path).lay()
    assert _refused(tmp_path, "home_unusable", 1) == ("home_unusable", 1)
    assert (tmp_path / "reserve").stat().st_size == 1 << 20
