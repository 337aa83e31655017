"""archive: everything in one file, with digests."""

import hashlib
import json
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from damaged import fill_store

from signboard.errors import ConfigurationError, InputError
from signboard.store.archive import MANIFEST, copy_digest, keep_newest, write_archive

AT = datetime(2026, 11, 15, tzinfo=UTC)


def _home(folder: Path) -> Path:
    home = folder / "home"
    (home / "bundles").mkdir(parents=True)
    (home / "bundles" / "current").write_text("a" * 64, encoding="ascii")
    (home / "bundles" / ".current.1-2.tmp").write_text("half", encoding="ascii")
    (home / "backups").mkdir()
    (home / "status").write_text("{}", encoding="ascii")
    return home


def test_each_file_is_in_the_manifest_with_its_digest(tmp_path: Path) -> None:
    """The store, the lists and the settings; nothing that only this computer or this moment needs."""
    target, settings = tmp_path / "a.zip", tmp_path / "x.toml"
    settings.write_text("# Cài đặt", encoding="utf-8")

    def copy_store(path: Path) -> int:
        path.write_bytes(b"store")
        return 2

    told = write_archive(target, _home(tmp_path), made_at=AT, copy_store=copy_store, settings=settings)
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read(MANIFEST))
        digests = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in names if name != MANIFEST}
    assert names == ["bundles/current", "signboard.toml", "signboard.sqlite3", "manifest.json"]
    assert {name: one["sha256"] for name, one in manifest["files"].items()} == digests
    assert (manifest["schema_version"], manifest["made_at"]) == (2, AT.isoformat())
    assert {name: one.sha256 for name, one in told.members.items()} == digests


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """What stands there may be the only good one."""
    target = tmp_path / "a.zip"
    target.write_bytes(b"old")
    with pytest.raises(InputError, match="not overwritten"):
        write_archive(target, _home(tmp_path), made_at=AT, copy_store=None)
    assert target.read_bytes() == b"old"


def test_what_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    """Neither a half archive nor the file that it would have been."""
    home = _home(tmp_path)

    def copy_store(path: Path) -> int:
        path.write_bytes(b"x")
        raise OSError(28, "No space left on device")

    with pytest.raises(ConfigurationError) as caught:
        write_archive(tmp_path / "to" / "a.zip", home, made_at=AT, copy_store=copy_store)
    assert caught.value.code == "disk_full"
    assert list((tmp_path / "to").iterdir()) == []


def test_copying_stops_behind_the_size(tmp_path: Path) -> None:
    """One byte more is enough to see that it is another file."""
    target = BytesIO()
    assert copy_digest(BytesIO(b"x" * 5_000_000), target, 3).size_bytes == 4
    fill_store(tmp_path / "log.db", 1)
    assert copy_digest(BytesIO(b"abc"), BytesIO(), 3).sha256 == hashlib.sha256(b"abc").hexdigest()


def test_the_oldest_go_first(tmp_path: Path) -> None:
    """By their names, which begin with the time; other files stay."""
    for name in ("b-1.zip", "b-3.zip", "b-2.zip", "mine.zip"):
        (tmp_path / name).write_bytes(b"")
    keep_newest(tmp_path, "b-*.zip", 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b-2.zip", "b-3.zip", "mine.zip"]
