"""connection: settings, versions, transactions."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from signboard.errors import ConfigurationError, SignboardError
from signboard.store.connection import (
    Connection,
    Rows,
    connect_file,
    has_traces,
    is_begun,
    open_up_to_date,
    plainly,
    transaction,
)
from signboard.store.schema import SCHEMA_VERSION


def setting(path: Path, name: str) -> object:
    """One PRAGMA of a connection opened as the store does."""
    connection = open_up_to_date(path)
    try:
        row = connection.execute(f"PRAGMA {name}").fetchone()
    finally:
        connection.close()
    return row[0] if row else None


@pytest.mark.parametrize(
    ("name", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("busy_timeout", 5000), ("user_version", SCHEMA_VERSION)],
)
def test_settings_that_survive_a_power_cut(tmp_path: Path, name: str, value: object) -> None:
    """WAL, FULL (2), patience with other writers, and the version of the tables."""
    assert setting(tmp_path / "signboard.db", name) == value


def test_every_table_is_strict(tmp_path: Path) -> None:
    """A wrong kind of value is refused by the file itself."""
    connection = open_up_to_date(tmp_path / "signboard.db")
    tables = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'table'").fetchall()
    connection.close()
    assert len(tables) >= 3
    assert all(str(sql).rstrip().endswith("STRICT") for (sql,) in tables)


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to look at", b"SQLite format 3\x00" + b"\xff" * 200]
)
def test_a_damaged_file_is_told_and_kept(tmp_path: Path, content: bytes) -> None:
    """The sentence names the file; its bytes stay as they were found."""
    path = tmp_path / "signboard.db"
    path.write_bytes(content)
    with pytest.raises(ConfigurationError, match=r"signboard\.db cannot be opened.*backup") as caught:
        open_up_to_date(path)
    assert caught.value.code == "store_unreadable"
    assert path.read_bytes() == content


@pytest.mark.parametrize("beside", ["-wal", "-audit"])
@pytest.mark.parametrize("is_empty", [True, False])
def test_a_lost_file_is_not_begun_anew(tmp_path: Path, beside: str, is_empty: bool) -> None:
    """What lies beside its place tells that it was there; nothing is touched."""
    path = tmp_path / "signboard.db"
    path.with_name(path.name + beside).write_bytes(b"x")
    if is_empty:
        path.touch()
    with pytest.raises(ConfigurationError, match="deleted or emptied") as caught:
        open_up_to_date(path)
    assert caught.value.code == "store_lost"
    assert is_begun(path)
    assert path.exists() == is_empty
    assert path.with_name(path.name + beside).read_bytes() == b"x"


def test_a_new_store_is_begun_where_nothing_was(tmp_path: Path) -> None:
    """Asking for it makes none."""
    path = tmp_path / "signboard.db"
    assert not is_begun(path)
    open_up_to_date(path).close()
    assert is_begun(path)
    assert not has_traces(path)


def test_a_file_of_a_newer_signboard_is_refused(tmp_path: Path) -> None:
    """Tables that this version does not know are not touched."""
    path = tmp_path / "signboard.db"
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    raw.close()
    with pytest.raises(ConfigurationError, match="newer signboard") as caught:
        open_up_to_date(path)
    assert caught.value.code == "store_newer"


def test_a_broken_transaction_leaves_nothing(tmp_path: Path) -> None:
    """An error in the block takes back what was done before it."""
    connection = connect_file(tmp_path / "a.db")
    connection.execute("CREATE TABLE t (x INTEGER UNIQUE) STRICT")

    def insert(*values: int) -> None:
        with transaction(connection):
            for value in values:
                connection.execute("INSERT INTO t VALUES (?)", (value,))

    with pytest.raises(SignboardError, match="UNIQUE"):
        insert(1, 1)
    insert(2)
    assert connection.execute("SELECT x FROM t").fetchall() == [(2,)]
    connection.close()


def test_errors_of_the_database_leave_as_ours() -> None:
    """With its words in the sentence."""
    with pytest.raises(SignboardError, match="disk I/O error") as caught, plainly():
        raise sqlite3.OperationalError("disk I/O error")
    assert caught.value.code == "store_failed"


def test_a_full_disk_needs_room_and_no_backup(tmp_path: Path) -> None:
    """The disk is at fault, so nobody is sent to look for a backup."""

    def connect_small(path: Path) -> Connection:
        connection = connect_file(path)
        connection.execute("PRAGMA max_page_count = 2")
        return connection

    with pytest.raises(ConfigurationError, match="full") as caught:
        open_up_to_date(tmp_path / "signboard.db", connect_small)
    assert caught.value.code == "disk_full"
    assert "backup" not in str(caught.value)


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    """Home is a file, or the log is a folder."""
    (tmp_path / "home").write_text("", encoding="utf-8")
    (tmp_path / "log.db").mkdir()
    for path in (tmp_path / "home" / "log.db", tmp_path / "log.db"):
        with pytest.raises(ConfigurationError) as caught:
            open_up_to_date(path)
        assert caught.value.code == "home_unusable"


class Cramped:
    """A connection on a disk that has no room for the file beside the log of writes."""

    def __init__(self, path: Path) -> None:
        self._real = connect_file(path)

    def execute(self, sql: str, parameters: Sequence[str | int | float | bytes | None] = (), /) -> Rows:
        """Run one statement, unless it asks for that file."""
        if "journal_mode" in sql:
            full = sqlite3.OperationalError("disk I/O error")
            full.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise full
        return self._real.execute(sql, parameters)

    def close(self) -> None:
        """Let the file go."""
        self._real.close()


def test_without_any_room_the_store_answers_and_takes_nothing(tmp_path: Path) -> None:
    """A board that starts on a full disk can prove what is approved; a new file is still refused."""
    path = tmp_path / "signboard.db"
    open_up_to_date(path).close()
    connection = open_up_to_date(path, Cramped)
    assert connection.execute("SELECT count(*) FROM approvals").fetchone() == (0,)
    with pytest.raises(ConfigurationError) as caught, transaction(connection):
        connection.execute("DELETE FROM approvals")
    connection.close()
    assert caught.value.code == "disk_full"
    with pytest.raises(ConfigurationError, match="full"):
        open_up_to_date(tmp_path / "new.db", Cramped)
    open_up_to_date(path).close()
