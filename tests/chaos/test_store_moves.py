"""The store is moved while a board plays: a backup goes to another computer and plays there; the file is deleted."""

import json
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from chaos.theatre import approve, due
from e2e.process import signboard_command, start, until, wait_for_board

from signboard.app import store_path
from signboard.cli.main import run
from signboard.clock import SystemClock
from signboard.errors import SignboardError
from signboard.files import home_dir
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.directory import register
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard
from signboard.store.database import Store
from signboard.store.gaps import LOG_DAMAGED, LOG_REPLACED


@pytest.fixture
def board() -> Iterator[SimulatedBoard]:
    """A virtual board of the settings' size."""
    with SimulatedBoard(PROTOCOLS.load("bx5"), BoardSpec(32, 16), 115200, port=open_port("tcp")) as made:
        yield made


def _run(*arguments: object) -> tuple[int, dict[str, object]]:
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()):
        code = run([*map(str, arguments), "--json"])
    return code, json.loads(out.getvalue())["data"]


@pytest.mark.timeout(120)
def test_another_computer_plays_what_was_backed_up(
    board: SimulatedBoard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Backed up beside a running board, restored into an empty home, played by `run` on a virtual and a real board."""
    digest = approve(tmp_path, "An")
    with start("simulate", "thu", "--size", "32x16", "--baud", "115200", "--listen", "tcp", "--seconds", 100):
        url = wait_for_board("thu")
        with start("run", "--port", url, "--seconds", 90):
            _wait_for_rows()
            made = signboard_command("backup", tmp_path / "a.zip", "--json")
            refused = signboard_command("restore", tmp_path / "a.zip", "--json")
    assert (made.code, refused.code) == (0, 5)
    monkeypatch.setenv("SIGNBOARD_HOME", str(tmp_path / "other"))
    assert _run("restore", tmp_path / "a.zip")[0] == 0
    expected = due().shot(SystemClock().now()).frame.digest
    with register(home_dir(), "day", board.url):
        for port in ("sim://day", board.url):
            code, told = _run("run", "--port", port, "--seconds", "0.6")
            shown = told["shown"]
            assert isinstance(shown, list)
            assert (code, told["source"], told["bundle"], told["failed"]) == (0, "approved", digest, 0)
            assert {one["digest"] for one in shown} == {expected}
    with Store(store_path()) as store:
        rows = store.showings("board", SystemClock().now().replace(year=2020), SystemClock().now())
        assert store.first_broken_showing("board") is None
    assert [row.is_cut for row in rows].count(True) == 1  # the one that was open when the backup was made


@pytest.mark.timeout(120)
@pytest.mark.parametrize("lost", [("",), ("", "-wal", "-shm"), ()], ids=["deleted", "deleted with all", "emptied"])
def test_a_log_that_is_lost_while_a_board_plays_is_back(tmp_path: Path, lost: tuple[str, ...]) -> None:
    """By the player itself, with every row and approval, although all of its parts open the file by name."""
    digest = approve(tmp_path, "An")
    with start("simulate", "thu", "--size", "32x16", "--baud", "115200", "--listen", "tcp", "--seconds", 100):
        url = wait_for_board("thu")
        with start("run", "--port", url, "--seconds", 90):
            _wait_for_rows()
            SystemClock().sleep(1)  # all of its parts have opened the file by now
            before = _rows()
            for end in lost:
                store_path().with_name(store_path().name + end).unlink()
            if not lost:
                store_path().open("wb").close()
            until(lambda: _rows() >= before)
    with Store(store_path()) as store:
        assert store.approval_of(digest) is not None
        assert (store.first_broken_event(), store.first_broken_showing("board")) == (None, None)
        assert any(event.event in {LOG_DAMAGED, LOG_REPLACED} for event in store.events())
    assert _rows() >= before


def _rows() -> set[str]:
    """When each row begins; none while there is no file to ask."""
    now_at = SystemClock().now()
    try:
        with Store(store_path()) as store:
            return {row.since_at.isoformat() for row in store.showings("board", now_at.replace(year=2020), now_at)}
    except SignboardError:
        return set()


def _wait_for_rows() -> None:
    clock = SystemClock()
    for _try in range(600):
        if store_path().is_file():
            with Store(store_path()) as store:
                if store.boards():
                    return
        clock.sleep(0.05)
    raise AssertionError("the board wrote no row within 30 s")
