"""Files: where the product's data and the user's home are, how people's files are read, and how one is replaced whole.

`fonts/` and `schedules/` lie at the top of a checkout (an editable install reads them there) and travel inside the
wheel as `signboard/_data/`. This is the only module that knows.
"""

import errno
import os
import shutil
import stat
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import platformdirs

from signboard.errors import N_, ConfigurationError, InputError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

__all__ = [
    "MOST_BYTES",
    "fonts_dir",
    "home_dir",
    "home_in_use",
    "lock_opened",
    "read_file",
    "read_own",
    "schedules_dir",
    "unusable",
    "write_atomically",
]

MOST_BYTES = 64 << 20
"""No file that people give is larger."""

_PACKAGE = Path(__file__).resolve().parent

# Windows refuses to replace a file that another process holds open, such as a virus scanner or a reader for a moment.
_REPLACE_TRIES = 50
_REPLACE_PAUSE_S = 0.02

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC)
_FAR = 1 << 20
_HELD = (errno.EWOULDBLOCK, errno.EACCES)
"""What the system says of a lock that another process holds: on POSIX the one, on Windows the other."""
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


def lock_opened(opened: int) -> None:
    """Hold a file until this process closes it or ends, however it ends.

    On Windows a locked byte cannot be read by others, so the byte that is locked lies far behind what is written.

    Args:
        opened: a descriptor that may write.

    Raises:
        BlockingIOError: another process holds it.
        OSError: the disk knows no locks.
    """
    try:
        if sys.platform == "win32":
            os.lseek(opened, _FAR, os.SEEK_SET)
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            raise BlockingIOError(*error.args) from error
        raise


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


def read_file(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """The bytes of a file that somebody named, at most so many of them. Pipes and devices are never waited for.

    Raises:
        InputError: `file_missing`, `file_is_folder`, `file_unreadable`.
    """
    try:
        return _regular_bytes(path, most_bytes)
    except FileNotFoundError as error:
        raise InputError(
            N_("There is no file {path}; see whether its name and folder are right."),
            code="file_missing",
            path=str(path),
        ) from error
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error


def read_own(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """The bytes of a file in a folder of ours; what stands there and is no file of bytes is not waited for.

    Raises:
        OSError: it is not there, not ours, or no regular file.
    """
    try:
        return _regular_bytes(path, most_bytes)
    except InputError as error:
        raise OSError(errno.EINVAL, str(error), str(path)) from error


def _regular_bytes(path: Path, most_bytes: int) -> bytes:
    _check_regular(path, path.stat().st_mode)
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(opened, "rb") as file:
        _check_regular(path, os.fstat(opened).st_mode)  # another may have taken its place
        return file.read(most_bytes)


def _check_regular(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise InputError(
            N_("{path} is a folder; name the file in it that is meant."),
            code="file_is_folder",
            path=str(path),
        )
    if not stat.S_ISREG(mode):
        raise _unreadable(path)


def _unreadable(path: Path) -> InputError:
    return InputError(
        N_("The file {path} cannot be read; see whether it is a file, and yours to read."),
        code="file_unreadable",
        path=str(path),
    )


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
