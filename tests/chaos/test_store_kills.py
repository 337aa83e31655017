"""Killed while it writes: what was acknowledged is there, the open row is cut, and nothing is invented."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from damaged import seeded
from e2e.process import PACKAGE, environment
from showings import SHOWING

from signboard.clock import SystemClock
from signboard.player.log_writer import LogWriter
from signboard.playlog.showing import Showing
from signboard.store.database import Store

SCRIBE = Path(__file__).with_name("scribe.py")
PATHS = os.pathsep.join((PACKAGE, str(SCRIBE.parents[1])))


@contextmanager
def _scribe(what: str, path: Path) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, str(SCRIBE), what, str(path)]
    child = subprocess.Popen(
        command, env=environment(PYTHONPATH=PATHS), stdout=subprocess.PIPE, encoding="utf-8", bufsize=1
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def _killed(what: str, path: Path, after_s: float) -> list[str]:
    """What it said until it was killed, so long after its first word."""
    with _scribe(what, path) as child:
        assert child.stdout
        said = [child.stdout.readline()]
        time.sleep(after_s)
        child.kill()
        said += child.stdout.read().splitlines(keepends=True)
    return [line.strip() for line in said if line.endswith("\n")]


def _rows(path: Path) -> tuple[Showing, ...]:
    now_at = SystemClock().now()
    with Store(path) as store:
        assert store.first_broken_showing("board") is None
        assert store.first_broken_event() is None
        rows = store.showings("board", SHOWING.since_at - timedelta(days=9), now_at + timedelta(days=365))
    assert sorted(row.seq for row in rows) == list(range(1, len(rows) + 1))
    return rows


def _missing(folder: Path, seed: int) -> int:
    """How many acknowledged rows a kill took."""
    path = folder / f"{seed}.db"
    said = _killed("kept", path, seeded(seed).uniform(0.0, 0.2))
    return max(0, int(said[-1]) - _last_number(path))


def _last_number(path: Path) -> int:
    """The highest number in the store, before another row is added."""
    with Store(path) as store:
        assert store.first_broken_showing("board") is None
        return store.add_showing(SHOWING) - 1


def test_a_kill_takes_no_acknowledged_row(tmp_path: Path) -> None:
    """Four times at a random moment; the file opens, and its chain holds."""
    assert [_missing(tmp_path, seed) for seed in range(4)] == [0] * 4


@pytest.mark.long
def test_200_kills_take_no_acknowledged_row(tmp_path: Path) -> None:
    """A kill is no power cut, and takes nothing either."""
    lost = [_missing(tmp_path, seed) for seed in range(200)]
    print(f"figure: 200 kills of a writer, acknowledged rows lost = {sum(lost)}")  # noqa: T201 - told to the long run
    assert lost == [0] * 200


def _shortfall(folder: Path, seed: int) -> float:
    """Seconds that the log falls short of what was confirmed; never below zero."""
    path = folder / f"{seed}.db"
    said = _killed("paced", path, seeded(seed).uniform(0.2, 1.2))
    before = _rows(path)
    with LogWriter(lambda: Store(path)) as log:
        log.put(replace(SHOWING, since_at=SystemClock().now(), until_at=SystemClock().now()))
    *rows, last = _rows(path)
    assert [row.until_at for row in rows] == [row.until_at for row in before]
    assert [row.is_cut for row in rows].count(True) <= 1
    assert not last.is_cut
    confirmed = (datetime.fromisoformat(said[-1]) - datetime.fromisoformat(said[0])).total_seconds()
    logged = sum((row.until_at - row.since_at for row in rows), timedelta()).total_seconds()
    assert logged <= confirmed
    return confirmed - logged


def test_a_kill_never_lengthens_what_was_shown(tmp_path: Path) -> None:
    """The row that was open ends where it was written down; the next start marks it as cut, once."""
    assert min(_shortfall(tmp_path, seed) for seed in range(2)) >= 0


@pytest.mark.long
def test_40_kills_cost_an_interval_each_at_most(tmp_path: Path) -> None:
    """Two tenths of a second here, and what the machine needs for a commit."""
    lost = [_shortfall(tmp_path, seed) for seed in range(40)]
    print(f"figure: 40 kills at a commit each 0.2 s, longest shortfall = {max(lost):.2f} s")  # noqa: T201 - as above
    assert max(lost) < 2
