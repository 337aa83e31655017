"""A full disk: the picture goes on, the log goes on when there is room, and what is missing is told."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from chaos.theatre import approve, due
from damaged import APPROVAL
from e2e.process import PACKAGE, environment

from signboard.clock import SystemClock
from signboard.files import home_dir
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard
from signboard.store.database import Store
from signboard.store.gaps import LOG_GAP
from signboard.store.orders import known_orders
from signboard.store.withdrawals import acts_in_file, acts_in_store

SCRIBE = Path(__file__).with_name("scribe.py")
PATHS = os.pathsep.join((PACKAGE, str(SCRIBE.parents[1])))
OWN_ROOT = ("unshare", "--user", "--map-root-user", "--mount")


def _played(command: Sequence[object]) -> dict[str, Any]:
    run = subprocess.run(
        list(map(str, command)), env=environment(PYTHONPATH=PATHS), capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stderr
    told: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return told


def _check(told: dict[str, Any], path: Path) -> None:
    """Pictures in all three stretches, a gap that names as many rows as were dropped, and rows after it."""
    before, meanwhile, after = told["pictures"]
    assert before < meanwhile < after
    assert told["dropped"] > 0
    assert told["slowest_s"] < 4  # who waits for the store waits five seconds
    now_at = SystemClock().now()
    with Store(path) as store:
        gaps = [event for event in store.events() if event.event == LOG_GAP]
        rows = store.showings("board", now_at - timedelta(hours=1), now_at)
        assert store.first_broken_showing("board") is None
        assert store.approval_of(APPROVAL.bundle) == APPROVAL
    assert sum(int(gap.details["rows"] or 0) for gap in gaps) == told["dropped"]
    assert rows[-1].since_at > gaps[-1].happened_at


def test_no_file_may_grow_for_a_while(tmp_path: Path) -> None:
    """The system's limit on the size of files stands in for a full disk."""
    path = tmp_path / "log.db"
    _check(_played((sys.executable, SCRIBE, "limited", path)), path)


def test_a_disk_of_three_megabytes_is_filled(tmp_path: Path) -> None:
    """In memory, where a user may have mounts of his own; elsewhere the limit of the test above does it once more."""
    disk, copy = tmp_path / "disk", tmp_path / "copy"
    disk.mkdir()
    if shutil.which("unshare") and subprocess.run([*OWN_ROOT, "true"], check=False).returncode == 0:
        script = 'mount -t tmpfs -o size=3m tmpfs "$1" && "$2" "$3" full "$1/log.db" "$1/filler" && cp -r "$1" "$4"'
        told = _played((*OWN_ROOT, "sh", "-c", script, "sh", disk, sys.executable, SCRIBE, copy))
        assert "disk_full" in told["troubles"]
        assert not (copy / "ballast").exists()
    else:
        told = _played((sys.executable, SCRIBE, "limited", copy / "log.db"))
    _check(told, copy / "log.db")


def _needs_no_room(script: str) -> tuple[str, ...]:
    """How `run` is started on a disk without room: one of its own, or where that is not allowed, by a limit."""
    if shutil.which("unshare") and subprocess.run([*OWN_ROOT, "true"], check=False).returncode == 0:
        return (*OWN_ROOT, "sh", "-c", script, "sh")
    limited = 'cp -r "$1/." "$2"; ulimit -f 0; trap "" XFSZ; SIGNBOARD_HOME="$2" "$3" -m signboard '
    return ("sh", "-c", limited + 'run --port "$4" --seconds 1 --json', "sh")


def test_a_start_on_a_full_disk_shows_the_approved_list(tmp_path: Path) -> None:
    """There is not one byte left for the files that the store makes beside itself."""
    approve(tmp_path, "An")
    disk = tmp_path / "disk"
    disk.mkdir()
    script = (
        'mount -t tmpfs -o size=3m tmpfs "$2" && cp -r "$1/." "$2" && { dd if=/dev/zero of="$2/filler" bs=1k 2>&-; '
        'true; } && SIGNBOARD_HOME="$2" "$3" -m signboard run --port "$4" --seconds 1 --json'
    )
    with SimulatedBoard(PROTOCOLS.load("bx5"), BoardSpec(32, 16), 115200, port=open_port("tcp")) as board:
        command = (*_needs_no_room(script), home_dir(), disk, sys.executable, board.url)
        run = subprocess.run(
            list(map(str, command)), env=environment(), capture_output=True, encoding="utf-8", check=False
        )
    assert run.returncode == 0, run.stderr
    shown = json.loads(run.stdout)["data"]["shown"]
    assert {one["digest"] for one in shown} == {due().shot(SystemClock().now()).frame.digest}


_FILLED = 'mount -t tmpfs -o size=12m tmpfs "$2" || exit 9; '
_URGENT = """
cp -r "$1/." "$2"; export SIGNBOARD_HOME="$2"
"$3" -m signboard run --port "$4" --seconds 100 2>&- &
until find "$2/reserve" -size +2047 2>&- | grep -q .; do sleep .1; done  # the whole of it: 2048 blocks
[ "$6" = small ] && dd if=/dev/zero of="$2/filler" bs=1k 2>&-
"$3" -m signboard blank --until 24:00 --per x >>"$5/why" 2>&1; echo $? >>"$5/said"
"$3" -m signboard withdraw 2 --per x >>"$5/why" 2>&1; echo $? >>"$5/said"
"$3" -m signboard override Gấp --until 24:00 --number 1 --date 9/10/2020 --signer A >>"$5/why" 2>&1; echo $? >>"$5/said"
"$3" -m signboard backup "$5/b.zip" >>"$5/why" 2>&1; echo $? >>"$5/said"
rm -f "$2/filler"; kill $!; wait; cp -r "$2" "$5/copy"
"""


@pytest.mark.timeout(120)
def test_urgent_acts_need_no_free_byte(tmp_path: Path) -> None:
    """Room is held for them while a board plays, so both places have them; a backup to another disk needs none."""
    approve(tmp_path, "An", "Vui")
    disk = tmp_path / "disk"
    disk.mkdir()
    is_small = shutil.which("unshare") and subprocess.run([*OWN_ROOT, "true"], check=False).returncode == 0
    command = (*OWN_ROOT, "sh", "-c", _FILLED + _URGENT) if is_small else ("sh", "-c", _URGENT)
    with SimulatedBoard(PROTOCOLS.load("bx5"), BoardSpec(32, 16), 115200, port=open_port("tcp")) as board:
        told = (home_dir(), disk, sys.executable, board.url, tmp_path, "small" if is_small else "wide")
        run = subprocess.run(
            list(map(str, (*command, "sh", *told))),
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    assert run.returncode == 0, run.stderr
    codes = (tmp_path / "said").read_text(encoding="utf-8").split()
    assert codes == ["0"] * 4, (tmp_path / "why").read_text(encoding="utf-8")
    copy = tmp_path / "copy"
    book, troubles = known_orders(copy, copy / "signboard.sqlite3")
    assert (len(book.in_file), len(book.in_chain), troubles) == (2, 2, ())
    assert len(acts_in_file(copy)) == len(acts_in_store(copy / "signboard.sqlite3")) == 1
    assert (copy / "reserve").stat().st_size < (1 << 20) or not is_small
