"""unpacking: nothing of an archive is believed that is not checked."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from damaged import fill_store
from showings import AT

from signboard.errors import ConfigurationError, InputError
from signboard.store.archive import MANIFEST, STORE
from signboard.store.backup import back_up
from signboard.store.unpacking import unpack

Files = dict[str, bytes]
Manifest = dict[str, Any]


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A good archive with a store, a list and its pointer."""
    home, raw = tmp_path / "home", b'{"list": 1}'
    (home / "bundles").mkdir(parents=True)
    (home / "bundles" / f"{hashlib.sha256(raw).hexdigest()}.json").write_bytes(raw)
    (home / "bundles" / "current").write_bytes(b"x")
    fill_store(home / STORE, 20)
    back_up(tmp_path / "a.zip", home, home / STORE, settings=None, made_at=AT)
    return tmp_path / "a.zip"


def _altered(whole: Path, change: Callable[[Files, Manifest], object]) -> Path:
    """The archive with other files or another manifest."""
    with zipfile.ZipFile(whole) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files.pop(MANIFEST))
    change(files, manifest)
    path = whole.with_name("b.zip")
    with zipfile.ZipFile(path, "w") as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
        archive.writestr(MANIFEST, json.dumps(manifest))
    return path


def _list(files: Files) -> str:
    return next(name for name in files if name.endswith(".json"))


def _put(files: Files, manifest: Manifest, name: str, raw: bytes) -> None:
    """A file with its right digest: only its name or content is wrong."""
    files[name] = raw
    manifest["files"][name] = {"bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}


TRICKS: dict[str, Callable[[Files, Manifest], object]] = {
    "other bytes": lambda f, _m: f.update({"bundles/current": b"y"}),
    "more bytes": lambda f, _m: f.update({"bundles/current": b"x" * 1_000_000}),
    "a file too many": lambda f, _m: f.update({"bundles/more": b""}),
    "a file too few": lambda f, _m: f.pop("bundles/current"),
    "out of the folder": lambda f, m: _put(f, m, "../evil", b""),
    "out of the folder by a list's name": lambda f, m: _put(f, m, "bundles/../../evil", b""),
    "an absolute name": lambda f, m: _put(f, m, "/etc/evil", b""),
    "a drive": lambda f, m: _put(f, m, "C:/evil", b""),
    "a backslash": lambda f, m: _put(f, m, "bundles\\..\\evil", b""),
    "a stream of Windows": lambda f, m: _put(f, m, "bundles/current:x", b""),
    "two names for one file": lambda f, m: _put(f, m, "bundles/CURRENT", b""),
    "a folder": lambda f, m: _put(f, m, "bundles/x/", b""),
    "a list under a name not its own": lambda f, m: _put(f, m, "bundles/" + "0" * 64 + ".json", b"{}"),
    "a list that was edited": lambda f, m: _put(f, m, _list(f), b'{"list": 2}'),
    "a store that is none": lambda f, m: _put(f, m, STORE, b"x" * 5000),
    "a manifest that is none": lambda _f, m: m.clear(),
    "a manifest without sizes": lambda f, m: m.update(files={name: {} for name in f}),
    "a size below zero": lambda _f, m: m["files"]["bundles/current"].update(bytes=-1),
}


@pytest.mark.parametrize("trick", TRICKS)
def test_what_is_not_right_is_refused(whole: Path, tmp_path: Path, trick: str) -> None:
    """With exit code 3, and nothing outside the folder was written."""
    path = _altered(whole, TRICKS[trick])
    with pytest.raises(InputError) as caught:
        unpack(path, tmp_path / "deep" / "out")
    assert (caught.value.code, caught.value.exit_code) == ("bad_archive", 3)
    assert list(tmp_path.rglob("evil*")) == []


def test_a_good_archive_comes_out_whole(whole: Path, tmp_path: Path) -> None:
    """The control of the tricks above: rewritten without a change it is taken."""
    manifest = unpack(_altered(whole, lambda _f, _m: None), tmp_path / "out")
    found = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert found == set(manifest.members)


@pytest.mark.parametrize("size", ["-1", "1e999", "NaN", '"x"', "null"])
def test_a_size_that_is_none_is_refused(whole: Path, tmp_path: Path, size: str) -> None:
    """Below zero it would be no limit; the file is never read."""
    altered = _altered(whole, lambda _f, m: m["files"]["bundles/current"].update(bytes="SIZE"))
    with zipfile.ZipFile(altered) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(altered, "w") as archive:
        for name, raw in files.items():
            archive.writestr(name, raw.replace(b'"SIZE"', size.encode()) if name == MANIFEST else raw)
    with pytest.raises(InputError, match=r"manifest\.json"):
        unpack(altered, tmp_path / "out")


@pytest.mark.parametrize("field", ["format", "schema_version"])
def test_an_archive_of_a_newer_signboard_is_refused(whole: Path, tmp_path: Path, field: str) -> None:
    """It may hold what this one does not understand."""
    path = _altered(whole, lambda _f, m: m.update({field: 99}))
    with pytest.raises(ConfigurationError) as caught:
        unpack(path, tmp_path / "out")
    assert caught.value.code == "archive_newer"


def test_a_link_is_refused(whole: Path, tmp_path: Path) -> None:
    """It would write elsewhere."""
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(path, "w") as altered:
        for info in archive.infolist():
            raw = archive.read(info)
            if info.filename == "bundles/current":
                info.external_attr = 0o120777 << 16
            altered.writestr(info, raw)
    with pytest.raises(InputError):
        unpack(path, tmp_path / "out")


@pytest.mark.parametrize("cut", [10, 500, 5000])
def test_a_torn_file_is_refused(whole: Path, tmp_path: Path, cut: int) -> None:
    """As it comes from a stick that was pulled out."""
    torn = tmp_path / "torn.zip"
    torn.write_bytes(whole.read_bytes()[:-cut])
    with pytest.raises(InputError) as caught:
        unpack(torn, tmp_path / "out")
    assert (caught.value.fields["detail"], "zip file" in str(caught.value)) == ("torn.zip", False)


def test_every_flipped_byte_is_found(whole: Path, tmp_path: Path) -> None:
    """In the names, the sizes or the content; never another result than the right one or a refusal."""
    raw = whole.read_bytes()
    flipped = tmp_path / "flipped.zip"
    refused = 0
    for at in range(7, len(raw), len(raw) // 40):
        flipped.write_bytes(raw[:at] + bytes([raw[at] ^ 0x41]) + raw[at + 1 :])
        try:
            unpack(flipped, tmp_path / f"out{at}")
        except InputError:
            refused += 1
    assert refused > 30


def test_no_file_is_told(tmp_path: Path) -> None:
    """By its name."""
    with pytest.raises(InputError, match="no file"):
        unpack(tmp_path / "none.zip", tmp_path / "out")
