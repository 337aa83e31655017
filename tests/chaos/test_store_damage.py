"""A damaged store: the board shows the approved slogan all the same, and what is lost is told."""

import json
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from chaos.theatre import approve, due
from damaged import DAMAGES, seeded
from showings import AT, SHOWING

from signboard.app import store_path
from signboard.cli.main import run
from signboard.clock import SystemClock
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard
from signboard.store.database import Store
from signboard.store.gaps import LOG_DAMAGED
from signboard.store.salvage import salvage, unsalvaged

ROWS = 1500


@pytest.fixture
def board() -> Iterator[SimulatedBoard]:
    """A board behind a socket, which counts as a real one."""
    with SimulatedBoard(PROTOCOLS.load("bx5"), BoardSpec(32, 16), 115200, port=open_port("tcp")) as made:
        yield made


@dataclass(frozen=True)
class Seen:
    """What became of one damaged store.

    Attributes:
        code: exit code of `run`.
        is_right: did the board show what is due, and nothing else?
        is_told: was the damage told where there was any?
        rows: that came back, of `ROWS`.
    """

    code: int
    is_right: bool
    is_told: bool
    rows: int


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A home's store with an approved list and a log, as it was before the damage."""
    approve(tmp_path, "An")
    with Store(store_path()) as store:
        store.keep(
            [
                replace(SHOWING, since_at=at, until_at=at + timedelta(seconds=9))
                for at in (AT + timedelta(seconds=10 * number) for number in range(ROWS))
            ]
        )
    for name in ("signboard.sqlite3", "signboard.sqlite3-audit"):
        shutil.copy(store_path().with_name(name), tmp_path / name)
    return tmp_path / "signboard.sqlite3"


def _play(board: SimulatedBoard, sound: Path, damage: str, seed: int) -> Seen:
    """A short run; on a machine so busy that the log was not opened by then, the same once more, longer."""
    seen = _played_for("0.6", board, sound, damage, seed)
    return seen if seen.is_told else _played_for("8", board, sound, damage, seed)


def _played_for(seconds: str, board: SimulatedBoard, sound: Path, damage: str, seed: int) -> Seen:
    path = store_path()
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    for name in (path.name, f"{path.name}-audit"):
        shutil.copy(sound.with_name(name), path.with_name(name))
    DAMAGES[damage](path, seeded(seed))
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        code = run(["run", "--port", board.url, "--seconds", seconds, "--json"])
    shown = {one["digest"] for one in json.loads(out.getvalue())["data"].get("shown", [])}
    expected = due().shot(SystemClock().now()).frame.digest if code == 0 else ""  # nothing is due where nothing plays
    with Store(path) as store:
        told = store.events()
    for bad in unsalvaged(path, told):  # the run was too short for it
        salvage(bad, path, AT)
    events = [event.event for event in told]
    with Store(path) as store:
        rows = len(store.showings("board", AT - timedelta(days=1), AT + timedelta(days=1)))
    is_told = LOG_DAMAGED in events and any(word in err.getvalue() for word in ("was damaged", "deleted or emptied"))
    is_sound = rows >= ROWS and not list(path.parent.glob(f"{path.name}.bad-*"))
    return Seen(code, shown == {expected}, is_told or is_sound, rows)


def test_a_damaged_store_costs_no_picture(board: SimulatedBoard, sound: Path) -> None:
    """Each kind of damage: a start without fault, the approved slogan and nothing else, the damage told."""
    seen = [_play(board, sound, damage, 5) for damage in DAMAGES]
    assert [(one.code, one.is_right, one.is_told) for one in seen] == [(0, True, True)] * len(DAMAGES)


def test_without_the_approval_nothing_plays(board: SimulatedBoard, sound: Path) -> None:
    """The control: where the chain's copy is gone with the store, the board stays dark: a pointer is no approval."""
    sound.with_name(f"{sound.name}-audit").write_bytes(b"")
    seen = _play(board, sound, "garbage", 0)
    assert (seen.code, seen.is_right) == (4, False)


@pytest.mark.long
def test_60_damaged_stores_cost_no_picture(board: SimulatedBoard, sound: Path) -> None:
    """Ten of each kind."""
    seen = [_play(board, sound, damage, seed) for damage in DAMAGES for seed in range(10)]
    for kind, first in zip(DAMAGES, range(0, 60, 10), strict=True):
        rows = sorted(one.rows for one in seen[first : first + 10])
        print(f"figure: {kind}, rows back of {ROWS}, least and median = {rows[0]}, {rows[5]}")  # noqa: T201 - told
    assert [(one.code, one.is_right, one.is_told) for one in seen] == [(0, True, True)] * 60
