"""recovery: a damaged store is put aside, and a new one begun that knows the approvals."""

import json
import shutil
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from damaged import APPROVAL, DAMAGES, fill_store, flip_bits, kept, seeded
from showings import AT, SHOWING

from signboard.errors import SignboardError
from signboard.store.audit_copy import AuditCopy
from signboard.store.chain import linked
from signboard.store.connection import connect_file
from signboard.store.database import Store
from signboard.store.gaps import LOG_DAMAGED, LOG_SALVAGED
from signboard.store.recovery import DELETED, damage_of, mend
from signboard.store.salvage import salvage, unsalvaged
from signboard.store.wear import WearLog

NOW_AT = AT + timedelta(days=9)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with an approval and some rows."""
    path = tmp_path / "signboard.sqlite3"
    fill_store(path, 300)
    return path


@pytest.mark.parametrize("damage", [name for name in DAMAGES if name not in ("blocks", "zeros")])
def test_a_damaged_store_is_put_aside_and_the_approval_counts(path: Path, damage: str) -> None:
    """The old bytes are kept under another name, the new file is whole, and it tells what was done."""
    DAMAGES[damage](path, seeded(7))
    raw = path.read_bytes()
    found = mend(path, NOW_AT)
    assert found
    assert found.bad.read_bytes() == raw
    assert found.bad.name == "signboard.sqlite3.bad-20261124T000000Z"
    with Store(path) as store:
        assert store.approval_of(APPROVAL.bundle) == APPROVAL
        assert store.first_broken_event() is None
        assert [event.event for event in store.events()] == ["approved", LOG_DAMAGED]
    assert mend(path, NOW_AT) is None


def test_a_deleted_store_is_begun_anew_out_of_the_copy(path: Path) -> None:
    """As an empty one; what lay beside it is put aside, and the record will tell how many rows are back: none."""
    path.unlink()
    found = mend(path, NOW_AT)
    assert found
    assert (found.detail, found.events) == (DELETED, 1)
    assert unsalvaged(path, ()) == (found.bad,)
    with Store(path) as store:
        assert store.approval_of(APPROVAL.bundle) == APPROVAL
    told = salvage(found.bad, path, NOW_AT)
    assert [(one.event, one.details["rows"], one.details["lost"]) for one in told] == [(LOG_SALVAGED, 0, None)]


@pytest.mark.parametrize("is_deleted", [True, False])
def test_rows_in_the_log_of_writes_outlive_the_file(tmp_path: Path, is_deleted: bool) -> None:
    """The program was killed before a page of them reached the file, and the file is deleted or emptied."""
    path, made = tmp_path / "signboard.sqlite3", tmp_path / "made" / "signboard.sqlite3"
    fill_store(made, 1)
    with Store(made) as store:  # its log of writes stays as long as it is open
        store.keep([replace(SHOWING, since_at=AT + timedelta(hours=1), until_at=AT + timedelta(hours=2))])
        for end in ("", "-wal", "-audit"):
            shutil.copyfile(made.with_name(made.name + end), path.with_name(path.name + end))
    if is_deleted:
        path.unlink()
    else:
        path.write_bytes(b"")
    found = mend(path, NOW_AT)
    assert found
    salvage(found.bad, path, NOW_AT)
    assert [row.since_at for row in kept(path)] == [AT, AT + timedelta(hours=1)]


def test_a_sound_store_is_left_alone(path: Path, tmp_path: Path) -> None:
    """Nor is one that is missing, new and empty, locked, or of a newer signboard."""
    missing, empty, newer = tmp_path / "no.sqlite3", tmp_path / "empty.sqlite3", tmp_path / "newer.sqlite3"
    empty.write_bytes(b"")
    raw = connect_file(newer)
    raw.execute("CREATE TABLE other (x INTEGER) STRICT")
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    locked = sqlite3.connect(path, isolation_level=None)
    locked.execute("BEGIN EXCLUSIVE")
    found = [mend(one, NOW_AT) for one in (path, missing, empty, newer)]
    locked.execute("COMMIT")
    locked.close()
    assert found == [None] * 4
    assert not missing.exists()


def test_without_the_copy_the_file_itself_gives_the_chain_back(path: Path) -> None:
    """As far as it can be read and holds."""
    AuditCopy(path).path.unlink()
    connection = connect_file(path)
    connection.execute("DROP TABLE showings")
    connection.close()
    assert damage_of(path) == "no such table: showings"
    found = mend(path, NOW_AT)
    assert found
    assert found.events == 1
    with Store(path) as store:
        assert store.approval_of(APPROVAL.bundle) == APPROVAL
    assert AuditCopy(path).rows()[-1][6] == LOG_DAMAGED


def test_damage_makes_no_approval(path: Path) -> None:
    """Nothing of the chain is left: the board goes dark rather than show what nobody is known to have approved."""
    AuditCopy(path).path.unlink()
    DAMAGES["garbage"](path, seeded(1))
    assert mend(path, NOW_AT)
    with Store(path) as store:
        assert store.approval_of(APPROVAL.bundle) is None


def _forge(path: Path) -> None:
    """Add a line to the copy that approves another list, with a digest that follows from the line before."""
    copy = AuditCopy(path)
    last = copy.rows()[-1]
    details = json.loads(str(last[7])) | {"bundle": "f" * 64}
    row = (1, *last[1:7], json.dumps(details, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    line = json.dumps([*row, linked("0" * 64, row)], ensure_ascii=False, separators=(",", ":"))
    copy.path.write_text(line + "\n", encoding="utf-8")


def test_a_forged_copy_counts_for_nothing_beside_a_sound_store(path: Path) -> None:
    """The store is asked, and nobody else."""
    _forge(path)
    assert mend(path, NOW_AT) is None
    with Store(path) as store:
        assert store.approval_of("f" * 64) is None


def test_a_forged_copy_counts_for_nothing_where_the_chain_can_be_read(path: Path) -> None:
    """A damaged store whose chain is whole: another chain beside it is put aside."""
    _forge(path)
    connection = connect_file(path)
    connection.execute("DROP TABLE showings")
    connection.close()
    assert mend(path, NOW_AT)
    with Store(path) as store:
        assert store.approval_of("f" * 64) is None
        assert store.approval_of(APPROVAL.bundle) == APPROVAL


def test_an_approval_altered_in_a_sound_file_is_still_refused(path: Path) -> None:
    """What somebody edited is no damage: nothing is mended, and nothing counts."""
    connection = connect_file(path)
    connection.execute("DROP TRIGGER audit_is_never_edited")
    connection.execute("UPDATE audit SET actor = 'Ai đó'")
    connection.close()
    assert mend(path, NOW_AT) is None
    with Store(path) as store, pytest.raises(SignboardError, match="altered"):
        store.approval_of(APPROVAL.bundle)


def test_the_record_of_a_boards_memory_comes_along(path: Path) -> None:
    """So that its guard goes on counting."""
    WearLog(path, "board").note(AT, "c" * 64)
    connection = connect_file(path)
    connection.execute("DROP TABLE showings")
    connection.close()
    assert mend(path, NOW_AT)
    assert WearLog(path, "board").past_at(AT - timedelta(days=1)) == (AT,)


def test_a_mending_that_was_cut_off_is_ended(path: Path) -> None:
    """The old file was away already, and the new one had not its name yet."""
    path.rename(path.with_name("signboard.sqlite3.new"))
    assert mend(path, NOW_AT) is None
    assert len(kept(path)) == 300


def test_two_damages_in_one_second_keep_both_files(path: Path) -> None:
    """Nothing that was put aside is overwritten."""
    names = set()
    for seed in range(2):
        DAMAGES["garbage"](path, seeded(seed))
        found = mend(path, NOW_AT)
        assert found
        names.add(found.bad.name)
    assert len(names) == 2


def test_later_approvals_follow_the_chain_that_was_brought_back(path: Path) -> None:
    """The new chain goes on where the old one ended."""
    DAMAGES["empty"](path, seeded(0))
    assert mend(path, NOW_AT)
    later = replace(APPROVAL, bundle="d" * 64)
    with Store(path) as store:
        store.add_approval(later)
        assert store.approval_of(later.bundle) == later
        assert len(store.events()) == 3
    assert len(AuditCopy(path).rows()) == 3


@pytest.mark.parametrize("seed", range(8))
def test_flipped_bits_in_a_damaged_file_keep_nobody_from_mending(path: Path, seed: int) -> None:
    """Whatever they make of its entries; the approval is in the copy, too."""
    flip_bits(path, seeded(seed), 60)
    path.write_bytes(path.read_bytes()[:-100])

    assert mend(path, NOW_AT)
    with Store(path) as store:
        assert store.approval_of(APPROVAL.bundle) == APPROVAL


@pytest.mark.parametrize("spoilt", ["written_at = 'yesterday'", "written_at = '2026-11-15T00:00:00'", "is_acked = 7"])
def test_damaged_writes_of_a_memory_keep_nobody_from_mending(path: Path, spoilt: str) -> None:
    """They are left out; the others count."""
    for number in range(3):
        WearLog(path, "a").note(AT + timedelta(minutes=number), "x")
    raw = connect_file(path)
    raw.execute(f"UPDATE memory_writes SET {spoilt} WHERE rowid = 2")  # noqa: S608 - constants
    raw.execute("DROP TABLE showings")
    raw.close()

    assert mend(path, NOW_AT)
    assert WearLog(path, "a").past_at(AT - timedelta(days=1)) == (AT, AT + timedelta(minutes=2))
