"""The record of writes to boards' memories."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from signboard.store.database import Store
from signboard.store.wear import WearLog

NOW_AT = datetime(2026, 11, 15, 6, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store that exists already."""
    file = tmp_path / "signboard.sqlite3"
    Store(file).close()
    return file


def test_writes_outlast_the_process(path: Path) -> None:
    """In their order, those in the future too: a clock may have been set back."""
    for hours in (-30, -3, -1, 5):
        WearLog(path, "a").note(NOW_AT + timedelta(hours=hours), "x")
    assert WearLog(path, "a").past_at(NOW_AT - DAY) == tuple(NOW_AT + timedelta(hours=hours) for hours in (-3, -1, 5))


def test_every_board_has_its_own(path: Path) -> None:
    """One file, several boards."""
    WearLog(path, "a").note(NOW_AT, "x")
    assert WearLog(path, "b").past_at(NOW_AT - DAY) == ()


def test_only_a_confirmed_write_tells_what_is_kept(path: Path) -> None:
    """A write that broke off leaves nobody knows what."""
    log, told = WearLog(path, "a"), []
    told.append(log.kept())
    log.note(NOW_AT, "x")
    told.append(log.kept())
    log.confirm("x")
    told.append(log.kept())
    log.note(NOW_AT, "y")
    told.append(log.kept())
    assert told == ["", "", "x", ""]


def test_what_is_long_past_is_forgotten(path: Path) -> None:
    """After more than a year nobody asks."""
    log = WearLog(path, "a")
    log.note(NOW_AT, "x")
    log.note(NOW_AT + 500 * DAY, "y")
    assert log.past_at(NOW_AT - DAY) == (NOW_AT + 500 * DAY,)


def test_nothing_is_made_for_the_question(tmp_path: Path) -> None:
    """Whoever writes makes the file."""
    log = WearLog(tmp_path / "log.db", "board")
    assert (log.past_at(NOW_AT), log.kept()) == ((), "")
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_is_made(tmp_path: Path) -> None:
    """The first run may park before anything else is stored."""
    WearLog(tmp_path / "new.sqlite3", "a").note(NOW_AT, "x")
    with Store(tmp_path / "new.sqlite3") as store:
        assert store.showings("a", NOW_AT, NOW_AT + DAY) == ()
