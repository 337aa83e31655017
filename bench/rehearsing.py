"""What a rehearsal of three days costs: CPU and real time of the whole process, beside the decoding of bytes alone.

The peer is the least that a rehearsal can do: a panel that is fed as many pictures, encoded beforehand.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from unittest.mock import patch

from bench.timing import program_cpu_s
from signboard.frame.frame import Frame
from signboard.protocols.bx5 import SPEC
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Send

__all__ = ["main", "rehearsing"]

_DAYS = 3
_PICTURES_A_DAY = 16_000
_COMMAND = (sys.executable, "-m", "signboard", "rehearse", "--days", str(_DAYS), "--faults", "none")
_SHOWN = 25


def _decoded_s() -> float:
    """CPU seconds in which a BX-5 panel of 96x32 takes and acknowledges so many pictures."""
    board = BoardSpec(96, 32)
    driver, panel = SPEC.driver(board), SPEC.panel(board)
    dark = Frame.blank(96, 32)
    requests = []
    for number in range(_SHOWN):
        step = next(driver.show(dark.flipped([(number, 0)])))
        if not isinstance(step, Send):
            raise TypeError(step)
        requests.append(step.data)
    began_s = time.process_time()
    for number in range(_DAYS * _PICTURES_A_DAY):
        panel.feed(requests[number % _SHOWN], number)
    return time.process_time() - began_s


def rehearsing() -> Iterator[str]:
    """The table."""
    with tempfile.TemporaryDirectory() as home, patch.dict(os.environ, {"SIGNBOARD_HOME": home}):
        began_s = time.perf_counter()
        cpu_s = program_cpu_s(_COMMAND, runs=1)
        wall_s = (time.perf_counter() - began_s) / 2  # the first run counts here, too
    peer_s = _decoded_s()
    yield f"\n## A rehearsal of {_DAYS} days, whole process\n"
    yield "| work | CPU | real time | ratio |\n|---|---|---|---|"
    yield f"| {_DAYS * _PICTURES_A_DAY} pictures decoded alone | {peer_s:.1f} s | | 1 |"
    command = f"`signboard rehearse --days {_DAYS} --faults none`"
    yield f"| {command} | {cpu_s:.1f} s | {wall_s:.1f} s | **{cpu_s / peer_s:.1f}** |"


def main(_words: Sequence[str]) -> None:
    """Print the table."""
    print("\n".join(rehearsing()))
