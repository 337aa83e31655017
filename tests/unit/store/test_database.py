"""Store: what is kept comes back, in order, and never says more than it was told."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from signboard.campaign.approval import Approval
from signboard.errors import ConfigurationError, RefusedError, SignboardError
from signboard.playlog.showing import Showing
from signboard.store.audit import Event
from signboard.store.connection import Connection, connect_file
from signboard.store.database import Store

MakeShowing = Callable[..., Showing]
MINUTE = timedelta(minutes=1)


def test_an_approval_comes_back_whole(store: Store, approval: Approval) -> None:
    """Every field, the instant to the microsecond, by the digest of its bundle."""
    store.add_approval(approval)
    assert store.approval_of(approval.bundle) == approval
    assert store.approval_of("c" * 64) is None


def test_the_latest_approval_of_a_bundle_counts(store: Store, approval: Approval) -> None:
    """A corrected entry comes after the first and wins."""
    store.add_approval(approval)
    corrected = replace(approval, number="124/KH-KHCN")
    store.add_approval(corrected)
    assert store.approval_of(approval.bundle) == corrected


def test_an_approval_is_in_the_audit_chain(store: Store, approval: Approval) -> None:
    """In the same transaction, with number, date and signer."""
    store.add_approval(approval, site_id="so-khcn", board_id="cong")
    (event,) = store.events()
    assert (event.event, event.actor, event.board_id) == ("approved", approval.actor, "cong")
    assert event.details["number"] == "123/KH-KHCN"


def test_showings_are_numbered_per_board(store: Store, make_showing: MakeShowing) -> None:
    """From 1 without gaps, each board for itself."""
    boards = ["cong", "sanh", "cong", "cong", "sanh"]
    assert [store.add_showing(make_showing(board_id=board)) for board in boards] == [1, 1, 2, 3, 2]


def test_a_showing_comes_back_whole(store: Store, make_showing: MakeShowing) -> None:
    """Every field, also a dark stretch without campaign and slogan."""
    shown, dark = make_showing(), make_showing(campaign=None, slogan=None, text="", reason="outside_hours")
    store.add_showing(shown)
    store.add_showing(dark)
    assert store.showings("cong", shown.since_at, shown.until_at) == (replace(shown, seq=1), replace(dark, seq=2))


def test_showings_are_found_by_half_open_intervals(store: Store, make_showing: MakeShowing) -> None:
    """One that ends where the question starts is not in it, nor one that starts where it ends."""
    shown = make_showing()
    store.add_showing(shown)
    assert store.showings("cong", shown.until_at, shown.until_at + MINUTE) == ()
    assert store.showings("cong", shown.since_at - MINUTE, shown.since_at) == ()
    assert len(store.showings("cong", shown.until_at - timedelta(microseconds=1), shown.until_at)) == 1
    assert store.showings("sanh", shown.since_at, shown.until_at) == ()


def test_what_is_kept_outlives_the_store(tmp_path: Path, make_showing: MakeShowing) -> None:
    """Closed and opened again, even through another zone's instants."""
    path = tmp_path / "signboard.db"
    shown = make_showing()
    with Store(path) as first:
        first.add_showing(shown)
    with Store(path) as second:
        assert second.showings("cong", shown.since_at, shown.until_at) == (replace(shown, seq=1),)
        assert second.add_showing(shown) == 2


def test_two_open_stores_share_one_file(tmp_path: Path, make_showing: MakeShowing) -> None:
    """The streamer writes while the console reads."""
    path = tmp_path / "signboard.db"
    shown = make_showing()
    with Store(path) as writer, Store(path) as reader:
        writer.add_showing(shown)
        assert len(reader.showings("cong", shown.since_at, shown.until_at)) == 1


class FailingConnection:
    """A real connection on which one kind of statement fails, as on a full disk."""

    def __init__(self, path: Path) -> None:
        self._real = connect_file(path)
        self.failing = ""

    def execute(self, sql: str, parameters: object = (), /) -> object:
        """Run it, or fail as a full disk does."""
        if self.failing and self.failing in sql:
            raise sqlite3.OperationalError("database or disk is full")
        return self._real.execute(sql, parameters)  # type: ignore[arg-type] # passed on as it came

    def close(self) -> None:
        """Let the file go."""
        self._real.close()


@pytest.mark.parametrize("failing", ["INSERT INTO audit", "COMMIT"])
def test_a_full_disk_is_told_and_leaves_nothing_half(tmp_path: Path, approval: Approval, failing: str) -> None:
    """Approval and event are kept both or not at all, and the store works on when there is room again."""
    made: list[FailingConnection] = []

    def connect(path: Path) -> Connection:
        made.append(FailingConnection(path))
        return made[0]  # type: ignore[return-value] # its rows are sqlite3's own

    with Store(tmp_path / "signboard.db", connect) as store:
        made[0].failing = failing
        with pytest.raises(SignboardError, match="disk is full") as caught:
            store.add_approval(approval)
        assert caught.value.code == "store_failed"
        assert store.approval_of(approval.bundle) is None
        made[0].failing = ""
        store.add_approval(approval)
        assert len(store.events()) == 1


def test_an_altered_event_is_found_by_its_number(tmp_path: Path, approval: Approval) -> None:
    """The chain holds, until somebody edits a row behind the store's back."""
    path = tmp_path / "signboard.db"
    event = Event("s", "b", datetime(2026, 11, 15, tzinfo=UTC), "Công", "current_set", {"bundle": "a" * 64})
    with Store(path) as store:
        store.add_approval(approval)
        last = store.add_event(event)
        store.add_event(event)
        assert store.first_broken_event() is None
        assert store.last_digest() != last
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("DROP TRIGGER audit_is_never_edited")
    connection.execute("UPDATE audit SET actor = 'Ai đó' WHERE seq = 2")
    connection.close()
    with Store(path) as store:
        assert store.first_broken_event() == 2


_FORGED = """
    INSERT INTO approvals (schema_version, site_id, board_id, bundle, number, date_day, signer, actor, approved_at)
    VALUES (1, '', '', ?, '1/KH', '2026-10-28', 'A', 'B', '2026-10-29T01:02:03.400000Z')
"""


def test_a_row_without_its_event_is_no_approval(tmp_path: Path, approval: Approval) -> None:
    """Written into the file behind our back, it is refused with exit code 4."""
    path = tmp_path / "log.db"
    with Store(path) as store:
        raw = connect_file(path)
        raw.execute(_FORGED, (approval.bundle,))
        raw.close()
        with pytest.raises(RefusedError, match="not entered through signboard") as caught:
            store.approval_of(approval.bundle)
        assert (caught.value.code, caught.value.exit_code) == ("approval_unproved", 4)
        store.add_approval(approval)
        assert store.approval_of(approval.bundle) == approval


def test_an_event_of_another_approval_confirms_nothing(tmp_path: Path, approval: Approval) -> None:
    """The chain must tell of this very bundle and paper."""
    path = tmp_path / "log.db"
    with Store(path) as store:
        store.add_approval(approval)
        raw = connect_file(path)
        raw.execute(_FORGED, ("d" * 64,))
        raw.close()
        with pytest.raises(RefusedError):
            store.approval_of("d" * 64)


def test_a_broken_chain_confirms_nothing(tmp_path: Path, approval: Approval) -> None:
    """Neither the approvals before the break nor new ones count."""
    path = tmp_path / "log.db"
    with Store(path) as store:
        store.add_approval(approval)
        raw = connect_file(path)
        raw.execute("DROP TRIGGER audit_is_never_edited")
        raw.execute("UPDATE audit SET actor = 'Somebody'")
        raw.close()
        with pytest.raises(RefusedError) as asked:
            store.approval_of(approval.bundle)
        with pytest.raises(RefusedError) as added:
            store.add_approval(approval)
        assert {asked.value.code, added.value.code} == {"audit_altered"}


def _approve_for_ever(store: Store, approval: Approval) -> None:
    for number in range(1000):
        store.add_approval(replace(approval, number=f"{number}/KH"))


def test_a_full_disk_is_told_as_such(tmp_path: Path, approval: Approval) -> None:
    """The sentence names the folder, and nothing was kept."""

    def connect_small(path: Path) -> Connection:
        connection = connect_file(path)
        connection.execute("PRAGMA max_page_count = 12")
        return connection

    with Store(tmp_path / "log.db", connect_small) as store:
        with pytest.raises(ConfigurationError) as caught:
            _approve_for_ever(store, approval)
        assert caught.value.code == "disk_full"
        assert str(tmp_path) in str(caught.value)
        assert store.first_broken_event() is None
