"""audit: a chain that shows every change in its middle."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from signboard.store.audit import Event, append_event, events, first_broken_seq, last_digest
from signboard.store.connection import Connection, open_up_to_date

EVENT = Event("so-khcn", "cong", datetime(2026, 11, 15, tzinfo=UTC), "Công", "loaded", {"file": "a.txt", "items": 10})


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """A store file with three events."""
    opened = open_up_to_date(tmp_path / "signboard.db")
    for _ in range(3):
        append_event(opened, EVENT)
    yield opened
    opened.close()


def test_events_come_back_in_order(connection: Connection) -> None:
    """Whole, details too."""
    assert events(connection) == (EVENT, EVENT, EVENT)


def test_equal_events_have_different_digests(connection: Connection) -> None:
    """Each covers the one before."""
    digests = connection.execute("SELECT digest FROM audit").fetchall()
    assert len(set(digests)) == 3
    assert (last_digest(connection),) == digests[-1]


def test_an_empty_chain_has_a_digest_of_zeros(tmp_path: Path) -> None:
    """So that a report can always print one."""
    empty = open_up_to_date(tmp_path / "empty.db")
    assert (last_digest(empty), first_broken_seq(empty)) == ("0" * 64, None)
    empty.close()


@pytest.mark.parametrize("statement", ["UPDATE audit SET actor = 'x' WHERE seq = 2", "DELETE FROM audit WHERE seq = 2"])
def test_the_chain_is_append_only(connection: Connection, statement: str) -> None:
    """The file itself refuses edits."""
    with pytest.raises(sqlite3.IntegrityError, match="append only"):
        connection.execute(statement)


@pytest.mark.parametrize(
    ("trigger", "statement", "broken"),
    [
        ("audit_is_never_edited", "UPDATE audit SET details = '{}' WHERE seq = 2", 2),
        ("audit_is_never_edited", "UPDATE audit SET digest = '00' WHERE seq = 1", 1),
        ("audit_is_never_cut", "DELETE FROM audit WHERE seq = 2", 2),
        ("audit_is_never_cut", "DELETE FROM audit WHERE seq = 1", 1),
    ],
)
def test_a_change_behind_its_back_is_found(connection: Connection, trigger: str, statement: str, broken: int) -> None:
    """Control: the untouched chain holds."""
    assert first_broken_seq(connection) is None
    connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(statement)
    assert first_broken_seq(connection) == broken


@pytest.mark.parametrize(
    "spoilt", ["details = '{'", "details = '7'", "happened_at = 'x'", "happened_at = '2026-11-15'"]
)
def test_an_unreadable_event_is_left_out_and_the_chain_tells(connection: Connection, spoilt: str) -> None:
    """Whoever asks for the others gets them."""
    connection.execute("DROP TRIGGER audit_is_never_edited")
    connection.execute(f"UPDATE audit SET {spoilt} WHERE seq = 2")  # noqa: S608 - constants

    assert len(events(connection)) == 2
    assert first_broken_seq(connection) == 2
