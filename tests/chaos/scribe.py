"""A process that only writes the play log, for tests that kill it or fill its disk; it tells what it does on stdout.

scribe.py kept STORE            rows one by one, each told when the store has acknowledged it
scribe.py paced STORE           a log writer with short intervals; each confirmation told before it is made
scribe.py full STORE FILLER     a board plays while a filler takes all room for a while; one JSON document
scribe.py limited STORE         the same while no file of this process may grow
"""

import json
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from damaged import APPROVAL
from showings import SHOWING
from stage import BOARD, STATION, Stage

from signboard.clock import SystemClock
from signboard.player.log_writer import LogWriter, Pace
from signboard.player.streamer import BoardLine, Streamer
from signboard.store.ballast import Ballast
from signboard.store.database import Store
from signboard.testing import PAPER, PaperBoard, PaperDriver

PACED = Pace(every_s=0.2, retry_s=0.05)
FEW_ROWS = 90
STRETCH = 60
"""Ticks of each stretch: more rows than the writer keeps."""


def say(text: object) -> None:
    """To the test, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def kept(path: Path) -> None:
    """Rows without end."""
    with Store(path) as store:
        while True:
            say(store.add_showing(SHOWING))


def paced(path: Path) -> None:
    """Rows of three tenths of a second, the open one confirmed each hundredth."""
    with LogWriter(lambda: Store(path), PACED) as log:
        began_at = datetime.now(UTC)
        say(began_at.isoformat())
        row = replace(SHOWING, since_at=began_at, until_at=began_at)
        while True:
            now_at = datetime.now(UTC)
            say(now_at.isoformat())
            row = replace(row, until_at=now_at)
            if now_at - row.since_at > timedelta(seconds=0.3):
                log.put(row)
                row = replace(SHOWING, since_at=now_at, until_at=now_at)
            else:
                log.beat(row)
            time.sleep(0.01)


def play(path: Path, fill: Callable[[], object], empty: Callable[[], object]) -> None:
    """A board plays; the disk is full for the second of three stretches."""
    clock = SystemClock()
    board = PaperBoard(BOARD, clock, wire_s=0)
    ballast = Ballast(path.parent, 1 << 16)
    ballast.lay()
    freed: list[str] = []

    def remedy(error: Exception) -> bool:
        freed.append(str(getattr(error, "code", "")))
        return ballast.free()

    with LogWriter(lambda: Store(path), replace(PACED, most_rows=FEW_ROWS), remedy=remedy) as log:
        line = BoardLine(PaperDriver(BOARD), board, replace(PAPER, refresh_s=0.05))
        streamer = Streamer(Stage().screenplay, line, clock, STATION, log)
        pictures, slowest_s = [], 0.0
        for step in (lambda: None, fill, empty):
            step()
            for _tick in range(STRETCH):
                began_s = clock.monotonic_s()
                streamer.tick()
                for _row in range(4):
                    now_at = clock.now()
                    log.put(replace(SHOWING, since_at=now_at, until_at=now_at))
                slowest_s = max(slowest_s, clock.monotonic_s() - began_s)
                clock.sleep(0.01)
            pictures.append(board.words.count("show"))
        streamer.stop()
    say(json.dumps({"pictures": pictures, "slowest_s": slowest_s, "dropped": log.dropped, "troubles": freed}))


def full(path: Path, filler: Path) -> None:
    """On a disk of its own."""

    def fill() -> None:
        with filler.open("wb", buffering=0) as file, suppress(OSError):  # until there is no room, as is wanted
            while True:
                file.write(bytes(4096))

    play(path, fill, filler.unlink)


def limited(path: Path) -> None:
    """The system lets no file grow."""
    import resource  # noqa: PLC0415 - only POSIX has it
    import signal  # noqa: PLC0415 - likewise, what follows

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]

    def limit(size: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))

    play(path, lambda: limit(path.stat().st_size), lambda: limit(most))


if __name__ == "__main__":
    Path(sys.argv[2]).parent.mkdir(parents=True, exist_ok=True)
    with Store(Path(sys.argv[2])) as made:
        made.add_approval(APPROVAL)
    parts: dict[str, Callable[..., None]] = {"kept": kept, "paced": paced, "full": full, "limited": limited}
    parts[sys.argv[1]](*map(Path, sys.argv[2:]))
