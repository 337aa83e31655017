"""Power cuts, and every call of the disk that fails once: what was acknowledged is there, and nothing is half."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import apsw
import pytest
from chaos.weak_disk import WeakDisk
from damaged import APPROVAL, seeded
from showings import AT, SHOWING

from signboard.errors import SignboardError
from signboard.playlog.showing import Showing
from signboard.store.database import Store

LONGEST = 1500
"""Calls of the disk until the power fails, at most: enough that the log of writes was emptied several times."""


@dataclass
class Kept:
    """What the store acknowledged.

    Attributes:
        rows: finished rows.
        is_approved: the approval.
        open_until: how far the open row had come, in seconds.
    """

    rows: int = 0
    is_approved: bool = False
    open_until: int = 0


def _row(number: int) -> Showing:
    begins_at = AT + timedelta(seconds=10 * number)
    return replace(SHOWING, since_at=begins_at, until_at=begins_at + timedelta(seconds=9))


def _write(store: Store, kept: Kept, most: int) -> None:
    store.add_approval(APPROVAL)
    kept.is_approved = True
    while kept.rows < most:
        open_row = replace(_row(kept.rows + 1), until_at=_row(kept.rows + 1).since_at + timedelta(seconds=1))
        store.keep([_row(kept.rows)], {"board": open_row}, run="first")
        kept.rows += 1
        kept.open_until = 10 * kept.rows + 1


def _missing(disk: WeakDisk, path: Path, kept: Kept) -> int:
    """How many acknowledged rows are not there; what is there has to be whole."""
    with Store(path, disk.connect) as store:
        rows = store.showings("board", AT - timedelta(days=1), AT + timedelta(days=30))
        assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
        assert store.first_broken_showing("board") is None
        assert store.first_broken_event() is None
        assert len(rows) <= kept.rows + 2  # the one under way, and the open one
        if not kept.is_approved:
            return 0
        unapproved = store.approval_of(APPROVAL.bundle) != APPROVAL
        finished = [row for row in rows if row.until_at - row.since_at == timedelta(seconds=9)]
        confirmed = max((row.until_at for row in rows), default=AT)
        is_behind = confirmed < AT + timedelta(seconds=kept.open_until) and kept.rows > 0
        return max(kept.rows - len(finished), int(is_behind)) + unapproved


def _cut_once(folder: Path, seed: int, safely: str) -> int:
    chance, kept, path = seeded(seed), Kept(), folder / f"{seed}" / "log.db"
    with WeakDisk(safely) as disk:
        disk.dies_at = chance.randint(1, LONGEST)
        with suppress(SignboardError), Store(path, disk.connect) as store:  # until the power fails
            _write(store, kept, 10_000)
        disk.cut(chance)
        return _missing(disk, path, kept)


def test_a_power_cut_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    """At 20 instants by seed, in the middle of whatever the disk did then."""
    assert [_cut_once(tmp_path, seed, "FULL") for seed in range(20)] == [0] * 20


def test_without_flushing_rows_are_lost(tmp_path: Path) -> None:
    """The control: with `synchronous=NORMAL` the same disk forgets acknowledged rows."""
    assert sum(_cut_once(tmp_path, seed, "NORMAL") for seed in range(20)) > 0


@pytest.mark.long
def test_300_power_cuts_lose_nothing(tmp_path: Path) -> None:
    """Nor do they spoil the file."""
    lost = [_cut_once(tmp_path, seed, "FULL") for seed in range(300)]
    forgotten = sum(_cut_once(tmp_path, seed, "NORMAL") for seed in range(60))
    print(f"figure: 300 power cuts, acknowledged rows lost = {sum(lost)}")  # noqa: T201 - told to the long run
    print(f"figure: 60 power cuts with NORMAL, rows lost = {forgotten}")  # noqa: T201 - told to the long run
    assert lost == [0] * 300
    assert forgotten > 0


def _calls(folder: Path) -> int:
    """How many calls the scenario of failing calls makes."""
    with WeakDisk() as disk:
        disk.counts_reads = True
        with Store(folder / "count" / "log.db", disk.connect) as store:
            _write(store, Kept(), 8)
        return disk.calls


def _fail_once(folder: Path, call: int, error: type[apsw.Error]) -> int:
    """One call fails; the store says so or goes on, and works again. Gives how many rows are missing."""
    kept, path = Kept(), folder / f"{call}-{error.__name__}" / "log.db"
    with WeakDisk() as disk:
        disk.counts_reads, disk.fails_at, disk.error = True, call, error
        with suppress(SignboardError), Store(path, disk.connect) as store:  # it may say so, or go on
            _write(store, kept, 8)
        missing = _missing(disk, path, kept)
        with Store(path, disk.connect) as store:
            store.add_showing(_row(99))
            assert store.first_broken_showing("board") is None
        return missing


def test_each_call_of_the_disk_may_fail_once(tmp_path: Path) -> None:
    """Every seventh, each with an error of the disk and with a full disk."""
    calls = range(1, _calls(tmp_path), 7)
    assert len(calls) > 10
    failures = [(call, error) for call in calls for error in (apsw.IOError, apsw.FullError)]
    assert [_fail_once(tmp_path, call, error) for call, error in failures] == [0] * len(failures)


@pytest.mark.long
def test_every_call_of_the_disk_may_fail_once(tmp_path: Path) -> None:
    """All of them, with four kinds of errors."""
    errors = (apsw.IOError, apsw.FullError, apsw.CantOpenError, apsw.PermissionsError)
    failures = [(call, error) for call in range(1, _calls(tmp_path) + 1) for error in errors]
    print(f"figure: failing calls of the disk, rows lost = {len(failures)}, 0")  # noqa: T201 - told to the long run
    assert [_fail_once(tmp_path, call, error) for call, error in failures] == [0] * len(failures)
