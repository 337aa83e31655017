"""A store whose file is deleted or replaced while it is open."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from signboard.campaign.approval import Approval
from signboard.errors import ConfigurationError, SignboardError
from signboard.playlog.showing import Showing
from signboard.store.alerts import AlertBook
from signboard.store.clock_floor import ClockBook
from signboard.store.database import Store
from signboard.store.displaced import place_of
from signboard.store.gaps import LOG_REPLACED
from signboard.store.salvage import unsalvaged

MakeShowing = Callable[..., Showing]
LONG_AGO, LATER = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store is to lie."""
    return tmp_path / "signboard.sqlite3"


def removed(path: Path) -> None:
    """As by `rm signboard.sqlite3*`."""
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()


def refused(store: Store, showing: Showing) -> str:
    """The code with which the row is not taken."""
    with pytest.raises(SignboardError) as caught:
        store.keep([showing])
    return caught.value.code


def test_a_deleted_store_is_brought_back_whole(path: Path, make_showing: MakeShowing, approval: Approval) -> None:
    """With its rows and its approvals, both chains whole; what is kept afterwards is in it."""
    first, second = make_showing(), make_showing(since_at=make_showing().until_at, until_at=LATER - timedelta(days=1))
    with Store(path) as store:
        store.add_approval(approval)
        store.keep([first])
        removed(path)
        assert refused(store, second) == "store_gone"
    with Store(path) as anew:
        anew.keep([second])
        assert [row.since_at for row in anew.showings("cong", LONG_AGO, LATER)] == [first.since_at, second.since_at]
        assert anew.approval_of(approval.bundle) == approval
        assert [event.event for event in anew.events()] == ["approved", LOG_REPLACED]
        assert (anew.first_broken_event(), anew.first_broken_showing("cong")) == (None, None)
    assert unsalvaged(path, ()) == ()


def test_only_the_main_file_deleted_is_the_same(path: Path, make_showing: MakeShowing) -> None:
    """What SQLite left beside it is not taken for the new file's."""
    with Store(path) as store:
        store.keep([make_showing()])
        path.unlink()
        assert refused(store, make_showing()) == "store_gone"
    with Store(path) as anew:
        assert len(anew.showings("cong", LONG_AGO, LATER)) == 1


def test_beside_an_empty_new_store_the_record_is_taken_over(
    path: Path, make_showing: MakeShowing, approval: Approval
) -> None:
    """Another process made one; the rows wait beside it to be brought over."""
    with Store(path) as store:
        store.add_approval(approval)
        store.keep([make_showing()])
        removed(path)
        Store(path).close()
        assert refused(store, make_showing()) == "store_gone"
    with Store(path) as anew:
        assert anew.approval_of(approval.bundle) == approval
        assert len(unsalvaged(path, anew.events())) == 1


def test_a_store_with_a_record_of_its_own_keeps_it(path: Path, approval: Approval) -> None:
    """Somebody put another one there: its approvals count, not ours."""
    with Store(path) as store:
        store.add_approval(approval)
        removed(path)
        with Store(path) as other:
            other.add_approval(Approval("b" * 64, "1", approval.date_day, "A", "B", approval.approved_at))
        with pytest.raises(SignboardError):
            store.keep([])
    with Store(path) as anew:
        assert anew.approval_of(approval.bundle) is None


def test_a_file_that_stays_is_no_news(path: Path, make_showing: MakeShowing) -> None:
    """Rows go on."""
    with Store(path) as store:
        store.keep([make_showing()])
        store.keep([])
    assert place_of(path) is not None
    assert place_of(path.with_name("none")) is None


def emptied(path: Path) -> None:
    """The file has no bytes any more; it is the same file."""
    path.open("wb").close()


def without_header(path: Path) -> None:
    """Somebody wrote something else over its beginning."""
    with path.open("r+b") as file:
        file.write(b"\xff" * 4096)


def without_writes(path: Path) -> None:
    """The log of writes beside it was deleted."""
    path.with_name(f"{path.name}-wal").unlink()


def replaced_by_nothing(path: Path) -> None:
    """Another file without bytes stands there."""
    path.unlink()
    path.touch()


@pytest.mark.parametrize("spoil", [emptied, without_writes, replaced_by_nothing, without_header])
def test_what_the_open_file_still_holds_comes_back(
    path: Path, make_showing: MakeShowing, approval: Approval, spoil: Callable[[Path], None]
) -> None:
    """However the file was spoilt, as long as the log of writes or SQLite's memory has all of it."""
    with Store(path) as store:
        store.add_approval(approval)
        store.keep([make_showing()])
        if spoil is without_header:  # else the log of writes has a page that takes its place
            connection = sqlite3.connect(path)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            connection.close()
        store.keep([])
        spoil(path)
        assert refused(store, make_showing()) == "store_gone"
    with Store(path) as anew:
        assert len(anew.showings("cong", LONG_AGO, LATER)) == 1
        assert anew.approval_of(approval.bundle) == approval
        assert (anew.first_broken_event(), anew.first_broken_showing("cong")) == (None, None)
        assert unsalvaged(path, anew.events()) == ()


def test_what_lay_in_an_emptied_file_alone_is_damage(path: Path, make_showing: MakeShowing) -> None:
    """Nobody makes up the rest, and no part of a copy is left behind."""
    with Store(path) as store:
        for number in range(400):
            store.add_showing(make_showing(since_at=LONG_AGO + timedelta(minutes=number)))
    with Store(path) as store:
        store.look()
        emptied(path)
        assert refused(store, make_showing()) == "store_damaged"
    assert list(path.parent.glob("*.bad-*")) == []


def test_nobody_else_begins_a_file_in_its_place(path: Path, make_showing: MakeShowing, approval: Approval) -> None:
    """SQLite would forget the log of writes for the one who has the old file open."""
    with Store(path) as store:
        store.add_approval(approval)
        store.keep([make_showing()])
        path.unlink()
        for make in (Store, AlertBook, ClockBook(path).newest_trusted_at):
            with pytest.raises(ConfigurationError) as caught:
                make(path) if isinstance(make, type) else make()
            assert caught.value.code == "store_lost"
        assert not path.exists()
        assert refused(store, make_showing()) == "store_gone"


def test_a_look_brings_it_back_without_a_row(path: Path, make_showing: MakeShowing) -> None:
    """While nothing is to be written."""
    with Store(path) as store:
        store.keep([make_showing()])
        store.look()
        path.unlink()
        with pytest.raises(SignboardError):
            store.look()
    with Store(path) as anew:
        assert len(anew.showings("cong", LONG_AGO, LATER)) == 1
