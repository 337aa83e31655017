"""From the start of the process to the picture on the board: `signboard run` with 300 approved slogans.

Nothing is kept from one start to the next but the files of the home folder. The board is a virtual one behind a real
TCP port; the clock stops when it has decoded the first picture.
"""

import contextlib
import io
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from signboard.cli.main import run
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.directory import register
from signboard.simulator.event import Event
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard

__all__ = ["main", "starting"]

AIM_S = 2.0
COUNTS = (1, 300)
_RUNS = 7
_BAUD = 57_600
_SENTENCE = "Mỗi gia đình chung tay xóa bỏ bạo lực, vun đắp yêu thương, đợt {number}"
_ALWAYS = ("--first-day", "1/1", "--last-day", "31/12", "--hours", "00:00-24:00")


def _approve(home: Path, count: int) -> None:
    file = home / "list.txt"
    file.write_text("\n".join(_SENTENCE.format(number=number) for number in range(count)) + "\n", encoding="utf-8")
    lines = (["load", str(file), *_ALWAYS], ["approve", "--number", "1/KH", "--date", "9/10/2020", "--signer", "A"])
    for line in lines:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as said:
            code = run(line)
        if code:
            raise AssertionError(said.getvalue())


def _start_s(environ: dict[str, str], seen: threading.Event) -> float:
    """One start: seconds to the first picture."""
    seen.clear()
    began_s = time.perf_counter()
    command = [sys.executable, "-m", "signboard", "run", "--port", "sim://bench"]
    with subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        try:
            if not seen.wait(60):
                raise AssertionError("no picture within a minute")
            return time.perf_counter() - began_s
        finally:
            child.kill()


def _measure(count: int) -> list[float]:
    seen = threading.Event()

    def notice(event: Event) -> None:
        if event.kind == "picture":
            seen.set()

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        environ = {**os.environ, "SIGNBOARD_HOME": folder, "SIGNBOARD_LANG": "en", "SIGNBOARD_CONFIG": ""}
        with patch.dict(os.environ, environ):
            _approve(home, count)
            spec = BoardSpec(96, 32)
            board = SimulatedBoard(PROTOCOLS.load("bx5"), spec, _BAUD, port=open_port("tcp"), listeners=[notice])
            with board, register(home, "bench", board.url):
                taken = []
                for _ in range(_RUNS + 1):
                    (home / "run" / "board.json").unlink(missing_ok=True)  # a killed start is no fault of the list
                    taken.append(_start_s(environ, seen))
    return taken[1:]


def starting() -> Iterator[str]:
    """The table for the page."""
    yield "\n## From the start of the process to the picture\n"
    yield "`signboard run` after a kill, real time to the first picture that the virtual board (BX-5E, 96×32,"
    yield f"{_BAUD:,} baud) has decoded. Aim: {AIM_S:.0f} s.\n"
    yield "| approved slogans | median | worst |\n|---|---|---|"
    for count in COUNTS:
        taken = _measure(count)
        yield f"| {count} | **{statistics.median(taken):.2f} s** | {max(taken):.2f} s |"


def main(_arguments: Sequence[str]) -> None:
    """Print the table alone."""
    print("\n".join(starting()))
