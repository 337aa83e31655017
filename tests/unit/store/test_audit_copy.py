"""The copy of the audit chain beside the store."""

from dataclasses import replace
from pathlib import Path

import pytest

from signboard.campaign.approval import Approval
from signboard.store.audit_copy import AuditCopy, first_other_event, whole_part
from signboard.store.database import Store


def _numbers(path: Path) -> list[object]:
    return [row[0] for row in AuditCopy(path).rows()]


def test_every_act_reaches_the_copy(tmp_path: Path, approval: Approval) -> None:
    """In order, one line each, with the digest of the store."""
    path = tmp_path / "log.db"
    with Store(path) as store:
        for _number in range(3):
            store.add_approval(approval)
        rows = AuditCopy(path).rows()
        assert [row[0] for row in rows] == [1, 2, 3]
        assert rows[-1][-1] == store.last_digest()
    assert len((tmp_path / "log.db-audit").read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.parametrize("cut", [0, 1, 40, 500])
def test_a_torn_copy_is_made_whole_by_the_next_act(tmp_path: Path, approval: Approval, cut: int) -> None:
    """However much of its end is missing."""
    path = tmp_path / "log.db"
    with Store(path) as store:
        for _number in range(3):
            store.add_approval(approval)
        copy = AuditCopy(path)
        copy.path.write_bytes(copy.path.read_bytes()[: -cut or None])
        store.add_approval(approval)
    assert _numbers(path) == [1, 2, 3, 4]
    assert list(tmp_path.glob("*before*")) == []


def test_a_copy_counts_as_far_as_its_chain_holds(tmp_path: Path, approval: Approval) -> None:
    """A line that was edited or added by hand ends it."""
    path = tmp_path / "log.db"
    with Store(path) as store:
        for number in range(3):
            store.add_approval(replace(approval, number=f"{number}/KH"))
    copy = AuditCopy(path)
    lines = copy.path.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace("1/KH", "7/KH")
    copy.path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert _numbers(path) == [1]
    assert whole_part([]) == ()


def test_a_copy_of_another_chain_is_put_aside(tmp_path: Path, approval: Approval) -> None:
    """Somebody took the store away and began anew: the old chain stays readable under another name."""
    path = tmp_path / "log.db"
    with Store(path) as store:
        store.add_approval(approval)
    other = tmp_path / "other.db"
    Store(other).close()
    other.replace(path)
    with Store(path) as store:
        store.add_approval(replace(approval, number="9/KH"))
        assert AuditCopy(path).rows()[-1][-1] == store.last_digest()
    (before,) = tmp_path.glob("log.db-audit.before-*")
    assert "123/KH" in before.read_text(encoding="utf-8")


def test_a_disk_that_refuses_the_copy_stops_no_approval(tmp_path: Path, approval: Approval) -> None:
    """The store is what counts; a folder stands where the copy should be."""
    path = tmp_path / "log.db"
    (tmp_path / "log.db-audit").mkdir()
    with Store(path) as store:
        store.add_approval(approval)
        assert store.approval_of(approval.bundle) == approval
    assert AuditCopy(path).rows() == ()


def test_a_chain_that_was_written_anew_is_told_apart(tmp_path: Path, approval: Approval) -> None:
    """The copy may lack the last rows; a row that tells otherwise is found."""
    file, other = tmp_path / "s.sqlite3", tmp_path / "other.sqlite3"
    for path, signer in ((file, "A"), (other, "B")):
        with Store(path) as store:
            for number in range(3):
                store.add_approval(replace(approval, signer=signer if number else "Lan"))
    copy = AuditCopy(file).path
    lines = copy.read_bytes().splitlines(keepends=True)
    copy.write_bytes(b"".join(lines[:2]))
    short = first_other_event(file)
    copy.write_bytes(b"".join(lines))
    whole = first_other_event(file)
    copy.write_bytes(AuditCopy(other).path.read_bytes())

    assert (short, whole, first_other_event(file)) == (None, None, 2)


@pytest.mark.parametrize(
    "line", [b'["\\ud800",2,"","","","","","",""]', b"[" * 100_000, b'[[2],2,"","","","","","",""]']
)
def test_a_damaged_line_ends_the_copy(tmp_path: Path, approval: Approval, line: bytes) -> None:
    """Whatever it looks like; the rows before it count."""
    path = tmp_path / "log.db"
    with Store(path) as store:
        store.add_approval(approval)
    with AuditCopy(path).path.open("ab") as file:
        file.write(line + b"\n")

    assert _numbers(path) == [1]
