"""One connection to the store: how it is opened, brought up to date, and how a transaction begins and ends.

`synchronous=FULL` in WAL: no acknowledged row is lost in a power cut (NORMAL loses the last seconds). Transactions are
begun by hand, IMMEDIATE, so that two writers queue at the beginning instead of failing at the end.
"""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from signboard.clock import SystemClock
from signboard.errors import N_, ConfigurationError, InputError, SignboardError
from signboard.files import home_in_use, unusable
from signboard.store.archive import BACKUPS, SETTINGS, keep_newest, write_archive
from signboard.store.schema import MIGRATIONS, SCHEMA_VERSION

__all__ = [
    "Connect",
    "Connection",
    "Rows",
    "connect_file",
    "damaged",
    "has_traces",
    "is_begun",
    "is_damage",
    "open_up_to_date",
    "plainly",
    "transaction",
    "vacuum_into",
]

_PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA wal_autocheckpoint = 200",
    "PRAGMA journal_size_limit = 4194304",
)

_BEGIN = "BEGIN IMMEDIATE"
_KEPT_BACKUPS = 10
"""So many of those that are made before tables change."""

Value = str | int | float | bytes | None


class Rows(Protocol):
    """What a statement gave."""

    def fetchone(self) -> tuple[Value, ...] | None:
        """The next row."""

    def fetchall(self) -> list[tuple[Value, ...]]:
        """All rows that are left."""


class Connection(Protocol):
    """All that the store uses of sqlite3; a test may put another in its place."""

    def execute(self, sql: str, parameters: Sequence[Value] = (), /) -> Rows:
        """Run one statement."""

    def close(self) -> None:
        """Let the file go."""


Connect = Callable[[Path], Connection]


def connect_file(path: Path) -> Connection:
    """A plain connection to a file, which is made where nothing tells of one. It never begins a transaction by itself.

    A new file in the place of one that was deleted would make SQLite forget the log of writes beside it, for everybody
    who has the old one open.

    Raises:
        ConfigurationError: `store_lost`, it was deleted or emptied.
    """
    has_been = has_traces(path)
    if has_been and (not path.exists() or _size_bytes(path) == 0):
        raise _lost(path)
    if os.name != "posix" or not (path.exists() or has_been):  # Windows deletes no file that is open
        return sqlite3.connect(path, isolation_level=None)
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", isolation_level=None, uri=True)


def has_traces(path: Path) -> bool:
    """Does what lies beside the place of a store tell that one stood there: its log of writes, or its record's copy?"""
    return any(_size_bytes(path.with_name(path.name + end)) > 0 for end in ("-wal", "-audit"))


def is_begun(path: Path) -> bool:
    """Is there a store, or was there one? Where it is lost, opening it says so."""
    return path.is_file() or has_traces(path)


def _size_bytes(path: Path) -> int:
    """-1 where no file is."""
    try:
        found = path.stat()
    except OSError:  # none, or nobody can tell now
        return -1
    return found.st_size if stat.S_ISREG(found.st_mode) else -1


def open_up_to_date(path: Path, connect: Connect = connect_file) -> Connection:
    """A connection with its settings made and its tables brought to this version.

    A store that was deleted or emptied is not begun anew here, because its approvals and rows may still be had.

    Args:
        path: the file; its folder is made when missing.
        connect: how to connect.

    Raises:
        ConfigurationError: `store_unreadable`, the file is damaged, locked for long, or no store; `store_newer`, a
            newer signboard wrote it; `store_lost`, it was deleted or emptied; `disk_full`, `home_unusable`.
    """
    with home_in_use(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    connection: Connection | None = None
    try:
        connection = connect(path)
        for pragma in _PRAGMAS:
            connection.execute(pragma).fetchall()
        _migrate(connection, path)
    except (sqlite3.Error, SignboardError) as error:
        _close(connection)
        cause = error if isinstance(error, sqlite3.Error) else error.__cause__
        if isinstance(error, ConfigurationError):
            raise
        if _is_of_the_disk(cause):
            trouble = unusable(path.parent, str(cause), is_full=_says_full(cause))
            narrow = _open_narrow(path, connect, trouble)
            if narrow is not None:
                return narrow
            raise trouble from error
        raise ConfigurationError(
            N_(
                "The log {file} cannot be opened ({detail}); signboard run puts it aside and saves what can be read, "
                "or bring back a backup (signboard restore)."
            ),
            code="store_unreadable",
            file=str(path),
            detail=str(error.__cause__ or error),
        ) from error
    return connection


def _lost(path: Path) -> ConfigurationError:
    return ConfigurationError(
        N_(
            "The file of the log, {file}, was deleted or emptied; signboard run brings back what its copy knows, or "
            "bring back a backup (signboard restore)."
        ),
        code="store_lost",
        file=str(path),
    )


class _Narrow:
    """A connection on a disk that takes nothing: it answers all the same, and refuses to begin to write."""

    def __init__(self, real: Connection, trouble: SignboardError) -> None:
        self._real = real
        self._trouble = trouble

    def execute(self, sql: str, parameters: Sequence[Value] = (), /) -> Rows:
        """Run one statement, unless it begins to write."""
        if sql == _BEGIN:
            raise self._trouble
        return self._real.execute(sql, parameters)

    def close(self) -> None:
        """Let the file go."""
        self._real.close()


def _open_narrow(path: Path, connect: Connect, trouble: SignboardError) -> Connection | None:
    """A connection that asks the disk for nothing, so that approvals can be proved all the same; None: not even that.

    Locked alone, SQLite keeps in memory what it else keeps in a file beside the log of writes.
    """
    if not path.is_file() or path.stat().st_size == 0:
        return None
    connection: Connection | None = None
    with suppress(sqlite3.Error):  # not even that; the caller tells the trouble that it knows already
        connection = connect(path)
        for pragma in ("PRAGMA busy_timeout = 5000", "PRAGMA locking_mode = EXCLUSIVE"):
            connection.execute(pragma).fetchall()
        if _version(connection) == SCHEMA_VERSION:
            return _Narrow(connection, trouble)
    _close(connection)
    return None


def _close(connection: Connection | None) -> None:
    if connection is not None:
        connection.close()


def _version(connection: Connection) -> int:
    row = connection.execute("PRAGMA user_version").fetchone()
    return int(row[0] or 0) if row else 0


def vacuum_into(connection: Connection, target: Path) -> int:
    """Put a whole copy of the store at a path where nothing is, while others write; gives its schema version.

    Raises:
        SignboardError: `store_failed`, `store_damaged`, `disk_full`.
    """
    with plainly(connection):
        connection.execute("VACUUM INTO ?", (str(target),)).fetchall()
        return _version(connection)


def _keep_before(connection: Connection, path: Path) -> None:
    """A backup, before tables are brought to another version."""
    home, made_at = path.parent, SystemClock().now()
    name = f"before-version-{SCHEMA_VERSION}-{made_at:%Y%m%dT%H%M%SZ}.zip"
    with suppress(InputError):  # another process was faster and made it
        write_archive(
            home / BACKUPS / name,
            home,
            made_at=made_at,
            copy_store=lambda target: vacuum_into(connection, target),
            settings=home / SETTINGS,
        )
    keep_newest(home / BACKUPS, "before-version-*.zip", _KEPT_BACKUPS)


def _migrate(connection: Connection, path: Path) -> None:
    before = _version(connection)
    if before == SCHEMA_VERSION:
        return
    if 0 < before < SCHEMA_VERSION:
        _keep_before(connection, path)
    with transaction(connection):
        found = _version(connection)  # asked again: another process may have been faster
        if found > SCHEMA_VERSION:
            raise ConfigurationError(
                N_("The log {file} was written by a newer signboard (version {found}); install that one here too."),
                code="store_newer",
                file=str(path),
                found=found,
            )
        for statements in MIGRATIONS[found:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _result(error: BaseException | None) -> int:
    """SQLite's primary result code; 0 where there is none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Is the file at fault: no database, malformed, shorter than it says, unreadable here, or without our tables?"""
    code: int = getattr(error, "sqlite_errorcode", 0)
    if code in {sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ}:
        return True
    if _result(error) == sqlite3.SQLITE_ERROR:
        return "no such table" in str(error) or "malformed" in str(error)
    return _result(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}


def _says_full(error: BaseException | None) -> bool:
    return _result(error) == sqlite3.SQLITE_FULL


def _is_of_the_disk(error: BaseException | None) -> bool:
    """The folder or the disk is at fault, and a backup in place of the file would not help."""
    return _result(error) in {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PERM,
    }


def _folder_of(connection: Connection | None) -> Path:
    """Where the connection's file lies."""
    row = connection.execute("PRAGMA database_list").fetchone() if connection else None
    return Path(str(row[2])).parent if row else Path()


def damaged(detail: str) -> SignboardError:
    """What is told of a store whose file is at fault."""
    return SignboardError(
        N_("The log is damaged ({detail}); signboard run puts it aside, begins a new one and saves what can be read."),
        code="store_damaged",
        detail=detail,
    )


@contextmanager
def plainly(connection: Connection | None = None) -> Iterator[None]:
    """Errors of the database leave the block as ours, so that nobody else needs to know sqlite3.

    Args:
        connection: the one in use, so that the sentence can name its folder.

    Raises:
        SignboardError: `store_failed`, `store_damaged`; ConfigurationError: `disk_full`.
    """
    try:
        yield
    except sqlite3.Error as error:
        if _says_full(error):
            raise unusable(_folder_of(connection), str(error), is_full=True) from error
        if is_damage(error):
            raise damaged(str(error)) from error
        raise SignboardError(
            N_("The log cannot be used now ({detail}); see whether the disk is full or damaged."),
            code="store_failed",
            detail=str(error),
        ) from error


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All of it or nothing, on the disk when the block ends.

    Raises:
        SignboardError: `store_failed`, `disk_full`; nothing of it happened.
    """
    with plainly(connection):
        connection.execute(_BEGIN)
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # a full disk has rolled it back already
                connection.execute("ROLLBACK")
            raise
