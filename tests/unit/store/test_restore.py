"""restore: a backup takes the place of what is there, wholly or not at all."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from damaged import APPROVAL, DAMAGES, fill_store, kept, seeded
from showings import AT

from signboard.campaign.correction import WITHDRAWN, Act
from signboard.campaign.order import BLANK, Order
from signboard.campaign.ordered import Given
from signboard.errors import ConfigurationError, InputError, RefusedError
from signboard.store import restore as module
from signboard.store.archive import STORE
from signboard.store.audit import Event
from signboard.store.audit_copy import AuditCopy
from signboard.store.backup import back_up
from signboard.store.database import Store
from signboard.store.orders import keep_order, known_orders
from signboard.store.restore import finish_restore, restore
from signboard.store.withdrawals import acts_in_file, acts_in_store, keep_act

OLD = 7
HOUR = timedelta(hours=1)
LATER_AT = AT + timedelta(days=3)


def _home(home: Path, rows: int, pointer: str) -> Path:
    """Its record begins with all of the archive's, which has seven rows."""
    (home / "bundles").mkdir(parents=True)
    (home / "bundles" / "current").write_text(pointer, encoding="ascii")
    (home / "signboard.toml").write_text(f"# {pointer}", encoding="ascii")
    paper = replace(APPROVAL, number="7/KH")
    if rows != OLD:
        with Store(home / STORE) as store:
            store.add_approval(paper)
        paper = replace(paper, number=f"{rows}/KH", approved_at=paper.approved_at + HOUR)
    fill_store(home / STORE, rows, paper)
    return home


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A backup of a home with seven rows."""
    home = _home(tmp_path / "old", 7, "old")
    back_up(tmp_path / "a.zip", home, home / STORE, settings=home / "signboard.toml", made_at=AT)
    return tmp_path / "a.zip"


def _is_of(home: Path, rows: int, pointer: str) -> bool:
    number = f"{rows}/KH"
    with Store(home / STORE) as store:
        approval = store.approval_of(APPROVAL.bundle)
    texts = {(home / "bundles" / "current").read_text("ascii"), (home / "signboard.toml").read_text("ascii")[2:]}
    return (len(kept(home / STORE)), approval and approval.number, texts) == (rows, number, {pointer})


def test_an_empty_home_gets_everything(archive: Path, tmp_path: Path) -> None:
    """Store, lists, settings, and the copy of the chain; nothing else is left there."""
    home = tmp_path / "new"
    done = restore(archive, home, settings=home / "signboard.toml", now_at=LATER_AT)
    assert _is_of(home, 7, "old")
    assert done.kept is None
    assert AuditCopy(home / STORE).rows()
    assert sorted(path.name for path in home.iterdir()) == ["bundles", STORE, f"{STORE}-audit", "signboard.toml"]


def test_what_was_there_is_kept_whole(archive: Path, tmp_path: Path) -> None:
    """In a folder named after the time, from which it could be brought back by hand."""
    home = _home(tmp_path / "new", 3, "new")
    done = restore(archive, home, settings=home / "signboard.toml", now_at=LATER_AT)
    assert _is_of(home, 7, "old")
    assert done.kept
    assert _is_of(done.kept, 3, "new")


def test_a_damaged_store_is_replaced(archive: Path, tmp_path: Path) -> None:
    """That is what backups are for."""
    home = _home(tmp_path / "new", 300, "new")
    DAMAGES["garbage"](home / STORE, seeded(0))
    restore(archive, home, settings=home / "signboard.toml", now_at=LATER_AT)
    assert _is_of(home, 7, "old")


def test_a_record_of_somebody_else_is_refused(archive: Path, tmp_path: Path) -> None:
    """However whole it is: nothing is changed, and nothing left behind."""
    home = tmp_path / "new"
    fill_store(home / STORE, 3, replace(APPROVAL, number="3/KH"))
    with pytest.raises(RefusedError) as caught:
        restore(archive, home, settings=home / "signboard.toml", now_at=LATER_AT)

    assert (caught.value.code, caught.value.exit_code) == ("other_record", 4)
    assert (len(kept(home / STORE)), sorted(path.name for path in home.glob("[.b]*"))) == (3, [])


def test_a_record_in_which_nobody_did_anything_gives_way(archive: Path, tmp_path: Path) -> None:
    """A new computer was set up, and told its record so."""
    home = tmp_path / "new"
    with Store(home / STORE) as store:
        store.add_event(Event("", "", AT, "an", "people_set", {"people": 2}))
    done = restore(archive, home, settings=home / "signboard.toml", now_at=LATER_AT)

    assert done.is_first
    assert _is_of(home, 7, "old")


def test_after_too_old_a_backup_a_newer_one_comes_back(archive: Path, tmp_path: Path) -> None:
    """It goes with the record that the first restore put aside."""
    home = _home(tmp_path / "new", 3, "new")
    back_up(tmp_path / "b.zip", home, home / STORE, settings=home / "signboard.toml", made_at=AT)
    first = restore(archive, home, settings=home / "signboard.toml", now_at=LATER_AT)
    with Store(home / STORE) as store:
        store.add_event(Event("", "", LATER_AT, "an", "restored", {}))
    restore(tmp_path / "b.zip", home, settings=home / "signboard.toml", now_at=LATER_AT + HOUR)

    assert not first.is_first
    assert _is_of(home, 3, "new")


def test_a_store_in_use_is_left_alone(archive: Path, tmp_path: Path) -> None:
    """Whoever has it open would write into a file that is no longer there."""
    home = _home(tmp_path / "new", 3, "new")
    with Store(home / STORE), pytest.raises(RefusedError) as caught:
        restore(archive, home, settings=home / "signboard.toml", now_at=LATER_AT)
    assert (caught.value.code, caught.value.exit_code) == ("store_in_use", 4)
    assert _is_of(home, 3, "new")
    assert list(home.glob(".restoring*")) == []


def test_a_bad_archive_changes_nothing(archive: Path, tmp_path: Path) -> None:
    """And leaves nothing behind."""
    home = _home(tmp_path / "new", 3, "new")
    archive.write_bytes(archive.read_bytes()[:-30])
    with pytest.raises(InputError):
        restore(archive, home, settings=home / "signboard.toml", now_at=LATER_AT)
    assert _is_of(home, 3, "new")
    assert list(home.glob(".restoring*")) == []


class PowerCutError(BaseException):
    """The computer is off."""


def _dies_at(step: int) -> Callable[[Path, Path], object]:
    """Moves files until the power fails."""
    left = [step]

    def move(source: Path, target: Path) -> object:
        if left[0] == 0:
            raise PowerCutError
        left[0] -= 1
        return shutil.move(source, target)

    return move


@pytest.mark.parametrize("step", range(7))
def test_a_power_cut_in_between_is_ended_by_whoever_comes_next(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """At each of the moves: afterwards the new home is whole, and so is what was kept."""
    home = _home(tmp_path / "new", 3, "new")
    with monkeypatch.context() as patch:
        patch.setattr(module, "_carry", _dies_at(step))
        with pytest.raises(PowerCutError):
            restore(archive, home, settings=home / "signboard.toml", now_at=LATER_AT)
    assert finish_restore(home)
    assert not finish_restore(home)
    assert _is_of(home, 7, "old")
    assert _is_of(next(home.glob("before-restore-*")), 3, "new")


def test_an_archive_without_a_store_leaves_the_store(tmp_path: Path) -> None:
    """Its log of writes, too."""
    home = _home(tmp_path / "new", 3, "new")
    (tmp_path / "old" / "bundles").mkdir(parents=True)
    (tmp_path / "old" / "bundles" / "current").write_text("old", encoding="ascii")
    back_up(tmp_path / "b.zip", tmp_path / "old", tmp_path / "old" / STORE, settings=None, made_at=AT)
    restore(tmp_path / "b.zip", home, settings=home / "signboard.toml", now_at=LATER_AT)
    assert len(kept(home / STORE)) == 3
    assert (home / "bundles" / "current").read_text("ascii") == "old"


def test_an_older_backup_brings_no_withdrawn_text_back(archive: Path, tmp_path: Path) -> None:
    """What was taken off since it was made stays off, in both places."""
    home = _home(tmp_path / "new", 3, "new")
    act = Act(WITHDRAWN, LATER_AT, "an", "Một câu")
    keep_act(home, home / STORE, act)
    restore(archive, home, settings=home / "signboard.toml", now_at=LATER_AT)

    assert _is_of(home, 7, "old")
    assert acts_in_file(home) == acts_in_store(home / STORE) == (act,)


def test_a_board_that_was_ordered_dark_stays_dark(archive: Path, tmp_path: Path) -> None:
    """Also where the list of orders there is damaged; an order's text needs the word of the chain that came."""
    home = _home(tmp_path / "new", 3, "new")
    (home / "bundles" / "orders.json").write_bytes(b"{")
    blank = Given(Order("blank-1", BLANK, LATER_AT, LATER_AT + timedelta(days=1)), LATER_AT)
    keep_order(home, home / STORE, blank)
    restore(archive, home, settings=home / "signboard.toml", now_at=LATER_AT)
    book, troubles = known_orders(home, home / STORE)

    assert (book.in_file, book.in_chain, troubles) == ((blank,), (), ())
    assert book.in_force() == (blank,)


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b'{"stage": 1}'])
def test_a_damaged_note_is_told_in_one_sentence(tmp_path: Path, raw: bytes) -> None:
    """Whoever starts then knows which file it is, and nothing is moved."""
    home = _home(tmp_path / "new", 3, "new")
    (home / "restoring.json").write_bytes(raw)
    with pytest.raises(ConfigurationError, match=r"restoring\.json"):
        finish_restore(home)

    assert _is_of(home, 3, "new")
