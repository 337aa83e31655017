"""What the play log costs: bytes a row, rows a second, a commit beside a bare commit of SQLite.

`python -m bench store` prints; the figures of docs/reliability.md come from here.
"""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.store.backup import back_up
from signboard.store.connection import connect_file
from signboard.store.database import Store
from signboard.store.recovery import damage_of

__all__ = ["main"]

ROWS = 100_000
"""Twelve days of a page each ten seconds, day and night."""
COMMITS = 200
AT = datetime(2026, 11, 15, tzinfo=UTC)
TEXT = "Chấm dứt bạo lực, vun đắp yêu thương"


def _row(number: int) -> Showing:
    """The one of these ten seconds."""
    since_at = AT + timedelta(seconds=10 * number)
    until_at = since_at + timedelta(seconds=10)
    return Showing(
        0, "so-khcn", "cong", "a" * 64, "binh-dang-gioi", "0123456789ab", TEXT, 0, 0, "pages", since_at, until_at,
        "b" * 64, 3, Evidence.ACKED, "playing", pass_since_at=since_at, pass_until_at=until_at,
    )  # fmt: skip


def _rows(first: int, count: int) -> list[Showing]:
    return [_row(number) for number in range(first, first + count)]


def _took_s(call: Callable[[], object]) -> float:
    began_s = time.perf_counter()
    call()
    return time.perf_counter() - began_s


def _bare_s(path: Path) -> list[float]:
    """Seconds of each commit of one row into one table without index or chain, flushed as the store flushes."""
    raw = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "wal_autocheckpoint = 200"):
        raw.execute(f"PRAGMA {pragma}").fetchall()
    raw.execute("CREATE TABLE rows (content TEXT NOT NULL) STRICT")
    taken = []
    for row in _rows(0, COMMITS):
        began_s = time.perf_counter()
        raw.execute("INSERT INTO rows VALUES (?)", (repr(row)[:400],))
        taken.append(time.perf_counter() - began_s)
    raw.close()
    return taken


def _commits_s(path: Path, rows: int) -> list[float]:
    """Seconds of each commit of so many rows and the open one."""
    taken = []
    with Store(path) as store:
        for number in range(COMMITS):
            batch = _rows(number * rows, rows)
            began_s = time.perf_counter()
            store.keep(batch, {"cong": batch[-1]}, run="bench")
            taken.append(time.perf_counter() - began_s)
    return taken


def _wal_bytes(path: Path, rows: int) -> float:
    """Bytes that go to the log of writes for each row, in a store that holds some already."""
    wal = path.with_name(f"{path.name}-wal")
    with Store(path) as store:
        store.keep(_rows(0, 5000))
        raw = connect_file(path)
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        raw.close()
        for number in range(10):
            batch = _rows(5000 + number * rows, rows)
            store.keep(batch, {"cong": batch[-1]}, run="bench")
        return wal.stat().st_size / (10 * rows)


def _lines(folder: Path) -> Iterator[str]:
    path = folder / "signboard.sqlite3"
    rows = _rows(0, ROWS)
    with Store(path) as store:
        began_s = time.perf_counter()
        for at in range(0, ROWS, 500):
            store.keep(rows[at : at + 500])
        write_s = time.perf_counter() - began_s
        walk_s = _took_s(lambda: store.first_broken_showing("cong"))
        ask_s = _took_s(lambda: store.showings("cong", AT, AT + timedelta(days=400)))
    size = path.stat().st_size
    texts = sum(len(row.text.encode()) + 2 * 64 + 4 * 27 for row in rows)
    yield f"{ROWS:,} rows: {size / 1e6:.1f} MB, {size / ROWS:.0f} bytes a row ({size / texts:.1f} times what it says)"
    yield f"written 500 at a time: {ROWS / write_s:,.0f} rows/s; a board makes 0.1 to 1 a second"
    yield f"chain walked: {ROWS / walk_s:,.0f} rows/s; all rows read: {ROWS / ask_s:,.0f} rows/s"
    yield f"quick_check at the start: {_took_s(lambda: damage_of(path)):.2f} s"
    backup_s = _took_s(lambda: back_up(folder / "a.zip", folder, path, settings=None, made_at=AT))
    yield f"backup: {backup_s:.1f} s, {(folder / 'a.zip').stat().st_size / size:.0%} of the size"
    bare = sorted(_bare_s(folder / "bare.sqlite3"))
    yield f"bare commit of SQLite, one row, no index: median {statistics.median(bare) * 1e3:.2f} ms, p99 1"
    for count in (1, 6):
        taken = sorted(_commits_s(folder / f"{count}.sqlite3", count))
        median, p99 = statistics.median(taken) / statistics.median(bare), taken[-2] / bare[-2]
        written = _wal_bytes(folder / f"{count}-bytes.sqlite3", count)
        yield (
            f"commit of {count} rows and the open one: {median:.1f} times the bare median, {p99:.1f} times its p99; "
            f"{written / 1e3:.1f} KB written a row"
        )


def main(_arguments: Sequence[str]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        for line in _lines(Path(folder)):
            print(line)
