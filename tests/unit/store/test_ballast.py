"""ballast: room that is given back."""

from pathlib import Path

import pytest

from signboard.store.ballast import Ballast


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
