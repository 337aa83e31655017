"""A disk that forgets what was not flushed to it, fails a call, or dies: the store's own SQL runs on it.

SQLite asks the system through a VFS; this one keeps files in memory, each as what is safe and what was written since
the last flush. A power cut keeps any part of the latter, sector by sector. https://sqlite.org/vfs.html
"""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import apsw

from signboard.store.connection import Connection

__all__ = ["WeakDisk"]

_SECTOR_BYTES = 512
_POWERSAFE = 0x1000  # SQLITE_IOCAP_POWERSAFE_OVERWRITE, as on ordinary systems


@dataclass
class _File:
    """One file: its bytes as programs see them, those that are safe, and what was written since."""

    live: bytearray = field(default_factory=bytearray)
    safe: bytearray = field(default_factory=bytearray)
    unsafe: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, at: int, raw: bytes) -> None:
        """Into the system's memory only."""
        _put(self.live, at, raw)
        self.unsafe += [(at + n, raw[n : n + _SECTOR_BYTES]) for n in range(0, len(raw), _SECTOR_BYTES)]

    def truncate(self, size: int) -> None:
        """Likewise."""
        del self.live[size:]
        self.unsafe.append((size, None))

    def flush(self) -> None:
        """All of it is safe."""
        self.safe, self.unsafe = bytearray(self.live), []

    def cut(self, chance: random.Random) -> None:
        """Of what was not flushed any part may have arrived."""
        for at, raw in self.unsafe:
            if chance.random() < 0.5:
                if raw is None:
                    del self.safe[at:]
                else:
                    _put(self.safe, at, raw)
        self.live, self.unsafe = bytearray(self.safe), []


def _put(target: bytearray, at: int, raw: bytes) -> None:
    target.extend(bytes(max(0, at + len(raw) - len(target))))
    target[at : at + len(raw)] = raw


class WeakDisk:
    """Use it as a context manager; its `connect` is a connection factory of the store.

    Args:
        safely: what `synchronous` is to be in the place of FULL.

    Attributes:
        calls: how many calls were made that write or flush, or, with `counts_reads`, read.
        dies_at: at this call the power fails; everything fails from then on until `cut`.
        fails_at: at this call, once, the disk gives an error.
        error: which one.
    """

    def __init__(self, safely: str = "FULL") -> None:
        self.calls = 0
        self.dies_at: int | None = None
        self.fails_at: int | None = None
        self.error: type[apsw.Error] = apsw.IOError
        self.counts_reads = False
        self._safely = safely
        self._is_dead = False
        self._files: dict[str, _File] = {}
        self._vfs: _Vfs | None = None

    def __enter__(self) -> Self:
        self._vfs = _Vfs(f"weak-{id(self)}", self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._vfs
        self._vfs.unregister()
        self._vfs = None

    def connect(self, path: Path) -> Connection:
        """A connection to a file of this disk."""
        assert self._vfs
        return _Weak(path, self._vfs.name, self._safely)

    def cut(self, chance: random.Random) -> None:
        """The power fails, and comes back."""
        for file in self._files.values():
            file.cut(chance)
        self._is_dead, self.dies_at = False, None

    def call(self, *, is_read: bool = False) -> None:
        """One call of the database: it may be the one that fails."""
        if self._is_dead:
            raise apsw.IOError("the power is off")
        if is_read and not self.counts_reads:
            return
        self.calls += 1
        if self.calls == self.dies_at:
            self._is_dead = True
            raise apsw.IOError("the power fails")
        if self.calls == self.fails_at:
            raise self.error("the disk fails once")

    def open(self, name: str) -> _File:
        """The file; made when missing."""
        return self._files.setdefault(name, _File())

    def has(self, name: str) -> bool:
        """Is it there?"""
        return name in self._files

    def delete(self, name: str) -> None:
        """Gone at once."""
        self._files.pop(name, None)


@contextmanager
def _as_sqlite3() -> Iterator[None]:
    """The errors of one library as those of the other."""
    try:
        yield
    except apsw.Error as error:
        told = sqlite3.OperationalError(str(error))
        told.sqlite_errorcode = int(getattr(error, "extendedresult", 0) or getattr(error, "result", 0))
        raise told from error


class _Rows:
    """What a statement gave."""

    def __init__(self, rows: list[tuple[Any, ...]]) -> None:
        self._rows = rows[::-1]

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row."""
        return self._rows.pop() if self._rows else None

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows that are left."""
        rows, self._rows = self._rows[::-1], []
        return rows


class _Weak:
    """A connection whose errors are those of the standard library's."""

    def __init__(self, path: Path, vfs: str, safely: str) -> None:
        self._safely = safely
        with _as_sqlite3():
            self._real = apsw.Connection(str(path), vfs=vfs)
        self.execute("PRAGMA locking_mode = EXCLUSIVE")  # a VFS without shared memory: one connection at a time

    def execute(self, statement: str, parameters: Sequence[Any] = (), /) -> "_Rows":
        """Run one statement to its end."""
        statement = statement.replace("synchronous = FULL", f"synchronous = {self._safely}")
        with _as_sqlite3():
            return _Rows(self._real.execute(statement, tuple(parameters)).fetchall())

    def close(self) -> None:
        """Let the file go; a dead disk cannot say that it is dead."""
        with suppress(apsw.Error):
            self._real.close(True)  # by force


class _Vfs(apsw.VFS):
    def __init__(self, name: str, disk: WeakDisk) -> None:
        self.name = name
        self._disk = disk
        super().__init__(name, "")

    def xFullPathname(self, name: str) -> str:  # noqa: N802 - SQLite's name
        """As it is."""
        return name

    def xAccess(self, pathname: str, flags: int) -> bool:  # noqa: ARG002, N802 - SQLite's signature
        """Is it there?"""
        return self._disk.has(pathname)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: ARG002, N802 - SQLite's signature
        """Take it away."""
        self._disk.call()
        self._disk.delete(filename)

    def xOpen(self, name: Any, flags: list[int]) -> Any:  # noqa: ANN401, N802 - SQLite's signature
        """Open or make it."""
        self._disk.call(is_read=True)
        flags[1] = flags[0]
        filename = name.filename() if isinstance(name, apsw.URIFilename) else name
        return _Opened(self._disk, filename or f"temporary-{id(flags)}")


class _Opened:
    """One open file, by SQLite's names."""

    def __init__(self, disk: WeakDisk, name: str) -> None:
        self._disk = disk
        self._file = disk.open(name)

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802 - SQLite's name
        """What programs see."""
        self._disk.call(is_read=True)
        return bytes(self._file.live[offset : offset + amount])

    def xWrite(self, raw: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        """Into the system's memory."""
        self._disk.call()
        self._file.write(offset, bytes(raw))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - SQLite's name
        """Likewise."""
        self._disk.call()
        self._file.truncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: ARG002, N802 - SQLite's signature
        """To the disk."""
        self._disk.call()
        self._file.flush()

    def xFileSize(self) -> int:  # noqa: N802 - SQLite's name
        """In bytes."""
        return len(self._file.live)

    def xSectorSize(self) -> int:  # noqa: N802 - SQLite's name
        """In bytes."""
        return _SECTOR_BYTES

    def xDeviceCharacteristics(self) -> int:  # noqa: N802 - SQLite's name
        """A torn write spoils no neighbour."""
        return _POWERSAFE

    def xLock(self, level: int) -> None:  # noqa: N802 - SQLite's name
        """There is one connection."""

    def xUnlock(self, level: int) -> None:  # noqa: N802 - SQLite's name
        """Likewise."""

    def xCheckReservedLock(self) -> bool:  # noqa: N802 - SQLite's name
        """Nobody else is there."""
        return False

    def xFileControl(self, op: int, pointer: int) -> bool:  # noqa: ARG002, N802 - SQLite's signature
        """Nothing special."""
        return False

    def xClose(self) -> None:  # noqa: N802 - SQLite's name
        """Nothing to free."""
