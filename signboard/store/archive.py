"""Archive: one zip with everything that an office would miss, each file with its SHA-256 in a manifest.

    manifest.json       (last) format, schema version, when, which program; name, size and digest of every other file
    signboard.sqlite3   a copy of the store, made while others write in it
    bundles/...         lists, pointers, withdrawals, orders: the whole folder
    signboard.toml      the settings, where there is a file of them

An archive is written beside its place and gets its name when it is whole and on the disk.
"""

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from signboard import __version__
from signboard.errors import N_, InputError
from signboard.files import home_in_use

__all__ = [
    "BACKUPS",
    "FORMAT",
    "MANIFEST",
    "SETTINGS",
    "STORE",
    "Manifest",
    "Member",
    "copy_digest",
    "keep_newest",
    "write_archive",
]

FORMAT = 1
MANIFEST, STORE, SETTINGS = "manifest.json", "signboard.sqlite3", "signboard.toml"
BACKUPS = "backups"
"""The folder in the home where backups lie that the program makes by itself."""
_BUNDLES = "bundles"
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its size, and the SHA-256 of its bytes."""

    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive holds.

    Attributes:
        schema_version: of the store in it; 0 where it holds none.
        made_at: an aware instant.
        program: version of the signboard that wrote it.
        members: by name, with `/` between folder and file.
    """

    schema_version: int
    made_at: datetime
    program: str
    members: Mapping[str, Member]

    def to_json(self) -> bytes:
        """As it stands in the archive."""
        content = {
            "format": FORMAT,
            "schema_version": self.schema_version,
            "made_at": self.made_at.astimezone(UTC).isoformat(),
            "program": self.program,
            "files": {name: {"bytes": one.size_bytes, "sha256": one.sha256} for name, one in self.members.items()},
        }
        return json.dumps(content, ensure_ascii=False, indent=1).encode()


def copy_digest(source: IO[bytes], target: IO[bytes], most_bytes: int) -> Member:
    """Copy a file, at most one byte more than it may have, and say what went over."""
    digest, size_bytes = hashlib.sha256(), 0
    while block := source.read(min(_CHUNK_BYTES, most_bytes + 1 - size_bytes)):
        digest.update(block)
        target.write(block)
        size_bytes += len(block)
    return Member(size_bytes, digest.hexdigest())


def write_archive(
    target: Path,
    home: Path,
    *,
    made_at: datetime,
    copy_store: Callable[[Path], int] | None,
    settings: Path | None = None,
) -> Manifest:
    """Write an archive.

    Args:
        target: the zip; its folder is made when missing.
        home: see `signboard.files.home_dir`.
        made_at: an aware instant.
        copy_store: puts a copy of the store at a path and gives its schema version; None: there is no store yet.
        settings: the file of settings that counts; None: there is none.

    Raises:
        InputError: `file_exists`.
        ConfigurationError: `disk_full`, `home_unusable`.
        SignboardError: the store cannot be copied now.
    """
    with home_in_use(target.parent):
        if target.exists():
            raise InputError(
                N_("{path} is there already and is not overwritten; name another file, or a folder by --to."),
                code="file_exists",
                path=str(target),
            )
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.tmp")
        try:
            manifest = _write(beside, home, settings, made_at, copy_store)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    return manifest


def _files(home: Path, settings: Path | None) -> Iterator[tuple[str, Path]]:
    folder = home / _BUNDLES
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.is_file() and not path.name.startswith("."):  # those are on their way to their names
            yield f"{_BUNDLES}/{path.name}", path
    if settings is not None and settings.is_file():
        yield SETTINGS, settings


def _write(
    beside: Path, home: Path, settings: Path | None, made_at: datetime, copy_store: Callable[[Path], int] | None
) -> Manifest:
    """The store comes last: what the pointers in the other files name is approved in it by then."""
    members: dict[str, Member] = {}
    version = 0
    with beside.open("wb") as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in _files(home, settings):
            with suppress(FileNotFoundError):  # taken away since it was listed
                members[name] = _add(archive, name, path)
        if copy_store is not None:
            with tempfile.TemporaryDirectory(prefix=".signboard-", dir=beside.parent) as folder:
                copy = Path(folder) / STORE
                version = copy_store(copy)
                members[STORE] = _add(archive, STORE, copy)
        manifest = Manifest(version, made_at, __version__, members)
        archive.writestr(MANIFEST, manifest.to_json())
    with beside.open("rb+") as written:
        os.fsync(written.fileno())
    return manifest


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> Member:
    with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
        return copy_digest(source, target, path.stat().st_size)


def keep_newest(folder: Path, pattern: str, count: int) -> None:
    """Delete the oldest files of a folder, by their names, until so many are left."""
    for path in sorted(folder.glob(pattern))[:-count]:
        with suppress(OSError):  # another was faster, or reads it: it goes the next time
            path.unlink()
