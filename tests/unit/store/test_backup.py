"""backup: a whole copy while others write."""

import zipfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from damaged import APPROVAL, DAMAGES, fill_store, kept, seeded
from showings import AT, SHOWING

from signboard.errors import RefusedError, SignboardError
from signboard.store.archive import BACKUPS, STORE
from signboard.store.backup import archive_name, back_up
from signboard.store.connection import connect_file, open_up_to_date
from signboard.store.database import Store
from signboard.store.schema import MIGRATIONS, SCHEMA_VERSION


def test_the_name_says_whose_it_is_and_when() -> None:
    """In the office's time, so that names sort."""
    at = datetime(2026, 11, 15, 7, 5, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    assert archive_name("so-khcn", "cong", at) == "signboard-so-khcn-cong-20261115-070509.zip"


def test_the_store_is_copied_while_somebody_writes(tmp_path: Path) -> None:
    """Everything that was committed is in the copy, and its chains hold."""
    path, target = tmp_path / STORE, tmp_path / "a.zip"
    fill_store(path, 50)
    with Store(path) as writer:
        writer.add_showing(replace(SHOWING, since_at=AT + timedelta(days=1), until_at=AT + timedelta(days=1)))
        manifest = back_up(target, tmp_path, path, settings=None, made_at=AT)
        writer.add_showing(SHOWING)
    with zipfile.ZipFile(target) as archive:
        archive.extract(STORE, tmp_path / "out")
    assert manifest.schema_version == SCHEMA_VERSION
    assert len(kept(tmp_path / "out" / STORE)) == 51
    with Store(tmp_path / "out" / STORE) as copy:
        assert copy.first_broken_showing("board") is None
        assert copy.approval_of(APPROVAL.bundle) == APPROVAL


def test_nothing_is_no_backup(tmp_path: Path) -> None:
    """An empty file would be believed in on the day it is needed."""
    with pytest.raises(RefusedError, match="nothing to keep"):
        back_up(tmp_path / "a.zip", tmp_path, tmp_path / STORE, settings=None, made_at=AT)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    """No backup is better than one that is none."""
    fill_store(tmp_path / STORE, 500)
    DAMAGES["garbage"](tmp_path / STORE, seeded(1))
    with pytest.raises(SignboardError):
        back_up(tmp_path / "a.zip", tmp_path, tmp_path / STORE, settings=None, made_at=AT)
    assert not (tmp_path / "a.zip").exists()


def test_a_deleted_store_is_told(tmp_path: Path) -> None:
    """A backup without it would be believed in."""
    fill_store(tmp_path / STORE, 5)
    (tmp_path / STORE).unlink()
    with pytest.raises(SignboardError) as caught:
        back_up(tmp_path / "a.zip", tmp_path, tmp_path / STORE, settings=None, made_at=AT)
    assert caught.value.code == "store_lost"
    assert not (tmp_path / "a.zip").exists()


def _of_version_1(path: Path) -> None:
    raw = connect_file(path)
    for statement in MIGRATIONS[0]:
        raw.execute(statement)
    raw.execute("PRAGMA user_version = 1")
    raw.close()


def test_tables_are_kept_before_they_change(tmp_path: Path) -> None:
    """A backup of the version before, by itself; a new file needs none."""
    _of_version_1(tmp_path / STORE)
    open_up_to_date(tmp_path / STORE).close()
    (archive,) = (tmp_path / BACKUPS).iterdir()
    with zipfile.ZipFile(archive) as opened:
        opened.extract(STORE, tmp_path / "out")
    copy = connect_file(tmp_path / "out" / STORE)
    assert copy.execute("PRAGMA user_version").fetchone() == (1,)
    copy.close()
    open_up_to_date(tmp_path / STORE).close()
    open_up_to_date(tmp_path / "new" / STORE).close()
    assert len(list((tmp_path / BACKUPS).iterdir())) == 1
    assert not (tmp_path / "new" / BACKUPS).exists()


def test_without_room_for_the_backup_nothing_changes(tmp_path: Path) -> None:
    """The tables stay as they were."""
    _of_version_1(tmp_path / STORE)
    (tmp_path / BACKUPS).write_bytes(b"a file stands in the way")
    with pytest.raises(SignboardError):
        open_up_to_date(tmp_path / STORE)
    raw = connect_file(tmp_path / STORE)
    assert raw.execute("PRAGMA user_version").fetchone() == (1,)
    raw.close()
