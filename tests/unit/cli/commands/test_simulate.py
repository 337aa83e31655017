"""`simulate`: a virtual board in this process; with a host at its port it is tested in e2e."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import signboard
from signboard.cli.main import run
from signboard.files import home_dir
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.directory import entries, register
from signboard.simulator.event import Event
from signboard.simulator.orders import obey
from signboard.simulator.serve import serve
from signboard.simulator.server import SimulatedBoard
from signboard.simulator.tcp_port import TcpPort

Ask = Callable[..., Any]
EndsWhen = Callable[[str, Callable[[], bool]], None]
SIMULATE = "signboard.cli.commands.simulate"


def test_it_reports_what_it_decoded(ask: Ask) -> None:
    """A board that nobody talked to has decoded nothing, is dark, and takes its name off the list."""
    told = ask("simulate", "thu", "--listen", "tcp", "--size", "32x16", "--seconds", "0.2", "--json")

    assert told.code == 0
    assert (told.data["name"], told.data["pictures"], told.data["faults"]) == ("thu", 0, {})
    assert told.data["url"].startswith("socket://127.0.0.1:")
    assert "listens at" in told.err
    assert entries(home_dir()) == ()


def test_it_ends_with_its_parent(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """When standard input ends, so does the board."""
    monkeypatch.setattr("signboard.cli.playing.os", SimpleNamespace(read=lambda _descriptor, _size: b""))

    assert ask("simulate", "thu", "--listen", "tcp", "--with-parent").code == 0


ENDS_WHILE_WATCHING = """
import threading
from signboard.cli.playing import end_with_input
end_with_input(threading.Event())
threading.Event().wait(0.2)
"""


def test_it_may_end_before_its_parent() -> None:
    """A process that ends while it still waits for the end of its input ends without a fatal error."""
    environ = {**os.environ, "PYTHONPATH": str(Path(signboard.__file__).parents[1])}
    command = [sys.executable, "-c", ENDS_WHILE_WATCHING]
    with subprocess.Popen(command, env=environ, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stderr is not None
        told = child.stderr.read()

    assert (child.returncode, told) == (0, b"")


def test_ctrl_c_is_the_usual_end(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt ends it in order, with its report and exit code 130."""

    def interrupted(*_arguments: object, **_options: object) -> Iterator[Event]:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"{SIMULATE}.serve", interrupted)
    told = ask("simulate", "thu", "--listen", "tcp", "--json")

    assert (told.code, told.data["pictures"]) == (130, 0)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("Tên", "--listen", "tcp"), 2),
        (("thu", "--listen", "serial"), 2),
        (("thu", "--listen", "tcp", "--fault", "dropp=1%"), 2),
        (("thu", "--listen", "tcp", "--option", "xyz=1"), 2),
        (("thu", "--listen", "tcp", "--record", "/no/such/folder/x"), 3),
    ],
)
def test_what_cannot_be_is_refused(ask: Ask, arguments: tuple[str, ...], code: int) -> None:
    """A bad name, port, fault, option or file ends it at once."""
    assert ask("simulate", *arguments, "--seconds", "0.1").code == code


def test_a_record_is_kept(ask: Ask, tmp_path: Path, ends_when: EndsWhen, monkeypatch: pytest.MonkeyPatch) -> None:
    """Events go to the file, or to standard output and then nothing else does."""
    options = ("simulate", "thu", "--listen", "tcp", "--seconds", "60", "--fault", "power_cycle=0.2s")
    seen: list[str] = []

    def noted(*arguments: Any, **options: Any) -> Iterator[Event]:  # noqa: ANN401 - whatever `serve` takes
        for event in serve(*arguments, **options):
            seen.append(event.name)
            yield event

    monkeypatch.setattr(f"{SIMULATE}.serve", noted)
    ends_when(SIMULATE, lambda: "power_cycle" in seen)
    ask(*options, "--record", tmp_path / "a.jsonl")
    seen.clear()
    lines = ask(*options, "--record", "-").out.splitlines()

    recorded = [json.loads(line)["name"] for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    assert "power_cycle" in recorded
    assert "power_cycle" in [json.loads(line)["name"] for line in lines]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_the_board(ends_when: EndsWhen, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the board is drawn, its mark in the edge."""
    terminal = _Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    ends_when(SIMULATE, lambda: "sim://thu" in terminal.getvalue())
    code = run(["simulate", "thu", "--listen", "tcp", "--size", "32x16", "--seconds", "60"])

    assert code == 0
    assert "THỬ · sim://thu" in terminal.getvalue()
    assert terminal.getvalue().rpartition("\x1b[J")[2].startswith("\n")


def test_a_running_board_is_told(ask: Ask) -> None:
    """Another call of the command gives the order; a board that does not run, and an order that is none, are told."""
    gone = ask("simulate", "thu", "--tell", "unplug", "--json")
    unknown = ask("simulate", "thu", "--tell", "explode", "--json")
    with SimulatedBoard(PROTOCOLS.load("bx5"), BoardSpec(32, 16), 57_600, port=TcpPort()) as board:
        with register(home_dir(), "thu", board.url, lambda: board.device, lambda order: obey(board, order)):
            done = ask("simulate", "thu", "--tell", "faults stuck_row=3", "--json")
        faults = board.faults

    assert (gone.code, gone.envelope["errors"][0]["code"]) == (7, "no_virtual_board")
    assert (unknown.code, unknown.envelope["errors"][0]["code"]) == (2, "bad_order")
    assert (done.code, faults.stuck_rows) == (0, (3,))
