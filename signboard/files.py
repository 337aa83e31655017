"""Files: where the product's data and the user's home are, and how a file is replaced without ever being half there.

`fonts/` and `schedules/` lie at the top of a checkout (an editable install reads them there) and travel inside the
wheel as `signboard/_data/`. This is the only module that knows.
"""

import errno
import os
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import platformdirs

from signboard.errors import N_, ConfigurationError

__all__ = ["fonts_dir", "home_dir", "home_in_use", "schedules_dir", "unusable", "write_atomically"]

_PACKAGE = Path(__file__).resolve().parent

# Windows refuses to replace a file that another process holds open, such as a virus scanner or a reader for a moment.
_REPLACE_TRIES = 50
_REPLACE_PAUSE_S = 0.02

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC)
_LITTLE_ROOM_BYTES = 65_536
"""With less than this free, a failed write is the full disk's."""


def _shipped(name: str, package: Path) -> Path:
    for folder in (package / "_data" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise ConfigurationError(
        N_("The folder '{name}' that belongs to signboard is missing beside {place}; install signboard again."),
        code="data_missing",
        name=name,
        place=str(package),
    )


def fonts_dir(package: Path = _PACKAGE) -> Path:
    """The folder of the shipped fonts.

    Args:
        package: where the package lies; the running one unless told.

    Raises:
        ConfigurationError: `data_missing`, the installation is incomplete.
    """
    return _shipped("fonts", package)


def schedules_dir(package: Path = _PACKAGE) -> Path:
    """The folder of the shipped campaigns.

    Args:
        package: where the package lies; the running one unless told.

    Raises:
        ConfigurationError: `data_missing`, the installation is incomplete.
    """
    return _shipped("schedules", package)


def home_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """Where bundles, logs and pointers live: SIGNBOARD_HOME, else the place the system has for it. Creates nothing."""
    named = environ.get("SIGNBOARD_HOME", "").strip()
    if named:
        return Path(named).expanduser().absolute()
    return platformdirs.user_data_path("signboard", appauthor=False)


@contextmanager
def home_in_use(folder: Path) -> Iterator[None]:
    """What the system refuses while the home folder is read or written leaves the block as a plain sentence.

    Args:
        folder: the part of the home folder that is used.

    Raises:
        ConfigurationError: `disk_full`, `home_unusable`.
    """
    try:
        yield
    except OSError as error:
        raise unusable(folder, error.strerror or str(error), is_full=error.errno in _NO_ROOM) from error


def unusable(folder: Path, detail: str, *, is_full: bool = False) -> ConfigurationError:
    """The error for a folder that cannot be used.

    Args:
        folder: of signboard's home.
        detail: what the system said.
        is_full: it is known that the disk is full; else its free room is looked at.
    """
    if is_full or _free_bytes(folder) < _LITTLE_ROOM_BYTES:
        return ConfigurationError(
            N_("The disk of {folder} is full, so nothing was kept; delete what is not needed there, then try again."),
            code="disk_full",
            folder=str(folder),
        )
    return ConfigurationError(
        N_(
            "signboard cannot read or write {folder} ({detail}); see that the folder is yours to write in and that "
            "nothing else stands in its place, or name another one in SIGNBOARD_HOME."
        ),
        code="home_unusable",
        folder=str(folder),
        detail=detail,
    )


def _free_bytes(folder: Path) -> int:
    """Free room at the nearest folder that exists; plenty where nobody can tell, or on a disk that is none (/proc)."""
    for place in (folder, *folder.parents):
        try:
            usage = shutil.disk_usage(place)
        except OSError:
            continue
        return usage.free if usage.total else _LITTLE_ROOM_BYTES
    return _LITTLE_ROOM_BYTES


def write_atomically(path: Path, raw: bytes, replace: Callable[[Path, Path], object] = os.replace) -> None:
    """Put `raw` at `path` so that a reader, or a power cut, finds the old bytes or the new ones, never a part.

    Written to a file beside it, flushed to the disk, moved over the old one, and the folder flushed too.
    Folders that are missing are made.

    Args:
        path: the file to replace or make.
        raw: its new content.
        replace: how a file is moved over another.

    Raises:
        OSError: the disk is full or the folder cannot be written; the old file is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.tmp")
    try:
        with beside.open("wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        _replace_patiently(beside, path, replace)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _replace_patiently(beside: Path, path: Path, replace: Callable[[Path, Path], object]) -> None:
    for _ in range(_REPLACE_TRIES - 1):
        try:
            replace(beside, path)
        except PermissionError:
            sleep(_REPLACE_PAUSE_S)
        else:
            return
    replace(beside, path)


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows cannot open folders, and NTFS journals the move
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
