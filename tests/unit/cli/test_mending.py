"""What `run` does for its records."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from damaged import APPROVAL, DAMAGES, fill_store, kept, seeded

from signboard.cli.mending import Mending
from signboard.clock import SystemClock
from signboard.errors import ConfigurationError, SignboardError
from signboard.store.ballast import Ballast
from signboard.store.database import Store
from signboard.store.gaps import LOG_SALVAGED

CLOCK = SystemClock()


def _wait_until_salvaged(path: Path) -> None:
    until_at = CLOCK.now() + timedelta(seconds=30)
    while CLOCK.now() < until_at:
        with Store(path) as store:
            if any(event.event == LOG_SALVAGED for event in store.events()):
                return
        CLOCK.sleep(0.05)
    raise AssertionError("nothing was salvaged within 30 s")


def _watch_until_told(mending: Mending, said: list[str], count: int) -> None:
    until_at = CLOCK.now() + timedelta(seconds=30)
    while len(said) < count and CLOCK.now() < until_at:
        mending.watch()
        CLOCK.sleep(0.05)


@pytest.mark.timeout(60)
def test_a_damaged_store_is_mended_and_its_rows_follow(tmp_path: Path) -> None:
    """The approval counts at once; the rows come in the background, and both is told."""
    path, said = tmp_path / "signboard.sqlite3", list[str]()
    fill_store(path, 900)
    DAMAGES["cut"](path, seeded(3))
    mending = Mending(path, CLOCK, said.append)
    mending.begin()
    with Store(path) as store:
        assert store.approval_of(APPROVAL.bundle) == APPROVAL
    with mending:
        _wait_until_salvaged(path)
        _watch_until_told(mending, said, 2)
    assert [said[0].startswith("The log was damaged"), said[1].startswith("Of the damaged log")] == [True, True]
    assert 0 < len(kept(path)) < 900  # as far as the file reached


@pytest.mark.timeout(60)
def test_a_salvage_that_was_broken_off_is_done_at_the_next_start(tmp_path: Path) -> None:
    """The damaged file lies there, and nothing tells that it was read."""
    path, said = tmp_path / "signboard.sqlite3", list[str]()
    fill_store(path.with_name(f"{path.name}.bad-1"), 20)
    Store(path).close()
    mending = Mending(path, CLOCK, said.append)
    mending.begin()
    assert said == []
    with mending:
        _wait_until_salvaged(path)
    assert len(kept(path)) == 20


@pytest.mark.timeout(60)
def test_damage_while_it_runs_is_mended_too(tmp_path: Path) -> None:
    """The log's trouble is the sign; another trouble is none of it."""
    path, said = tmp_path / "signboard.sqlite3", list[str]()
    fill_store(path, 10)
    mending = Mending(path, CLOCK, said.append)
    damaged = SignboardError("x", code="store_damaged")
    assert not mending.remedy(damaged)
    DAMAGES["garbage"](path, seeded(0))
    assert not mending.remedy(SignboardError("x", code="store_failed"))
    assert mending.remedy(damaged)
    mending.watch()
    assert len(said) == 1


@pytest.mark.timeout(60)
def test_a_deleted_store_is_told_in_one_sentence(tmp_path: Path) -> None:
    """Its approvals are back; of its rows the record says that nobody knows."""
    path, said = tmp_path / "signboard.sqlite3", list[str]()
    fill_store(path, 10)
    path.unlink()
    mending = Mending(path, CLOCK, said.append)
    mending.begin()
    assert [one.startswith("The file of the log was deleted or emptied") for one in said] == [True]
    with Store(path) as store:
        assert store.approval_of(APPROVAL.bundle) == APPROVAL
    with mending:
        _wait_until_salvaged(path)


def test_what_was_brought_back_while_it_runs_is_told(tmp_path: Path) -> None:
    """In the words of the store."""
    said: list[str] = []
    mending = Mending(tmp_path / "signboard.sqlite3", CLOCK, said.append)
    assert mending.remedy(SignboardError("It is back.", code="store_gone"))
    mending.watch()
    assert said == ["It is back."]


def test_a_full_disk_gets_its_room_back_once(tmp_path: Path) -> None:
    """Where room was held."""
    full = ConfigurationError("x", code="disk_full")
    ballast = Ballast(tmp_path, 1 << 16)
    ballast.lay()
    mending = Mending(tmp_path / "signboard.sqlite3", CLOCK, print, [ballast])
    assert [mending.remedy(full), mending.remedy(full)] == [True, False]
    assert not Mending(tmp_path / "signboard.sqlite3", CLOCK, print).remedy(full)


@pytest.mark.timeout(60)
def test_room_is_held_again_when_there_is_plenty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log may have the first of it alone."""
    monkeypatch.setattr("signboard.cli.mending._LAY_S", 0.02)
    room = [Ballast(tmp_path, 1 << 16), Ballast(tmp_path, 1 << 16, "other")]
    full = ConfigurationError("x", code="disk_full")
    with Mending(tmp_path / "signboard.sqlite3", CLOCK, print, room) as mending:
        _wait_for(lambda: (tmp_path / "ballast").exists() and (tmp_path / "other").exists())
        assert mending.remedy(full)
        _wait_for((tmp_path / "ballast").exists)
    assert (tmp_path / "other").stat().st_size == 1 << 16


def _wait_for(holds: Callable[[], bool]) -> None:
    until_at = CLOCK.now() + timedelta(seconds=30)
    while not holds():
        assert CLOCK.now() < until_at
        CLOCK.sleep(0.02)


def test_nothing_is_made_where_nothing_is(tmp_path: Path) -> None:
    """No store, no file, no sentence."""
    said: list[str] = []
    with Mending(tmp_path / "signboard.sqlite3", CLOCK, said.append) as mending:
        mending.begin()
        mending.watch()
    assert (said, list(tmp_path.iterdir())) == ([], [])
