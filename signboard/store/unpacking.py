"""Unpacking: an archive that somebody brings is believed in nothing that is not checked.

Names are those that `archive` writes and no others, each once, and in the manifest; sizes and digests are those of the
manifest, counted while a file is unpacked; what is a link, encrypted or packed in another way is refused.
"""

import hashlib
import json
import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from signboard.errors import N_, ConfigurationError, InputError, SignboardError
from signboard.files import home_in_use, unusable
from signboard.store.archive import FORMAT, MANIFEST, SETTINGS, STORE, Manifest, Member, copy_digest
from signboard.store.recovery import damage_of
from signboard.store.schema import SCHEMA_VERSION

__all__ = ["unpack"]

_BUNDLE_FILE = re.compile(r"bundles/[A-Za-z0-9][A-Za-z0-9._-]{0,120}", re.ASCII)
_BUNDLE = re.compile(r"bundles/([0-9a-f]{64})\.json")
_MOST_MANIFEST_BYTES = 8 << 20
_MOST_FILES = 50_000


def unpack(path: Path, folder: Path) -> Manifest:
    """Unpack an archive into a folder that is made for it, and check every byte.

    Args:
        path: the zip.
        folder: where to; empty or missing.

    Raises:
        InputError: `file_missing`, `bad_archive`: no archive of ours, damaged or altered.
        ConfigurationError: `archive_newer`; `disk_full`, `home_unusable`.
    """
    if not path.is_file():
        raise InputError(
            N_("There is no file {path}; see whether its name and folder are right."),
            code="file_missing",
            path=str(path),
        )
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(archive)
            _check_names(archive, manifest.members)
            with home_in_use(folder):
                _check_room(folder, manifest.members)
                for name, member in manifest.members.items():
                    _unpack_one(archive, name, member, folder)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _bad(path.name) from error
    _check_content(folder, manifest)
    return manifest


def _bad(detail: str) -> InputError:
    return InputError(
        N_("This is no whole backup of signboard ({detail}), so nothing was changed; take another one."),
        code="bad_archive",
        detail=detail[:200],
    )


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    infos = [info for info in archive.infolist() if info.filename == MANIFEST]
    if len(infos) != 1 or infos[0].file_size > _MOST_MANIFEST_BYTES:
        raise _bad("manifest.json")
    with archive.open(infos[0]) as file:
        raw = file.read(_MOST_MANIFEST_BYTES + 1)
    try:
        content = json.loads(raw)
        if int(content["format"]) > FORMAT or int(content["schema_version"]) > SCHEMA_VERSION:
            raise ConfigurationError(
                N_("This backup was made by a newer signboard ({program}); install that one here, then restore it."),
                code="archive_newer",
                program=str(content.get("program", ""))[:40],
            )
        members = {str(name): _member(one) for name, one in content["files"].items()}
        made_at = datetime.fromisoformat(content["made_at"])
        return Manifest(int(content["schema_version"]), made_at, str(content["program"]), members)
    except SignboardError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise _bad("manifest.json") from error


def _member(one: Mapping[str, object]) -> Member:
    size_bytes = int(str(one["bytes"]))
    if size_bytes < 0:  # it would be read to its end, however long that is
        raise ValueError(size_bytes)
    return Member(size_bytes, str(one["sha256"]))


def _check_names(archive: zipfile.ZipFile, members: Mapping[str, Member]) -> None:
    infos = [info for info in archive.infolist() if info.filename != MANIFEST]
    names = [info.filename for info in infos]
    if len(names) > _MOST_FILES or len(set(map(str.casefold, names))) != len(names) or set(names) != set(members):
        raise _bad("manifest.json")
    for info in infos:
        known = info.filename in (STORE, SETTINGS) or _BUNDLE_FILE.fullmatch(info.filename)
        is_plain = not info.is_dir() and not stat.S_ISLNK(info.external_attr >> 16) and not info.flag_bits & 1
        if not known or not is_plain or info.filename.endswith("."):
            raise _bad(info.filename)


def _check_room(folder: Path, members: Mapping[str, Member]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if sum(member.size_bytes for member in members.values()) > shutil.disk_usage(folder).free:
        raise unusable(folder, "", is_full=True)


def _unpack_one(archive: zipfile.ZipFile, name: str, member: Member, folder: Path) -> None:
    target = folder.joinpath(*name.split("/"))
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as source, target.open("wb") as file:
        found = copy_digest(source, file, member.size_bytes)
    if found != member:
        raise _bad(name)


def _check_content(folder: Path, manifest: Manifest) -> None:
    """A list bears its digest as its name, and the store can be read."""
    for name in manifest.members:
        named = _BUNDLE.fullmatch(name)
        path = folder.joinpath(*name.split("/"))
        if named and hashlib.sha256(path.read_bytes()).hexdigest() != named[1]:
            raise _bad(name)
    if STORE in manifest.members:
        detail = damage_of(folder / STORE)
        if detail:
            raise _bad(detail)
