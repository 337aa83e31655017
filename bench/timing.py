"""How long calls and programs take: medians, after a first round that nobody counts."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

if sys.platform != "win32":
    import resource

__all__ = ["call_s", "program_cpu_s"]


def call_s(call: Callable[[int], object], count: int, rounds: int = 5) -> float:
    """Median seconds of one call; `call` is given its number, 0 to count - 1."""
    means = []
    for round_number in range(rounds + 1):
        began_s = time.perf_counter()
        for number in range(count):
            call(number)
        if round_number:
            means.append((time.perf_counter() - began_s) / count)
    return statistics.median(means)


def program_cpu_s(command: Sequence[str], runs: int = 15) -> float:
    """Median CPU seconds of a program from start to end; real seconds on Windows, which does not tell.

    The first run is not counted: it writes the compiled bytecode that an installed program has.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    taken = []
    for run_number in range(runs + 1):
        before_s = _spent_s()
        subprocess.run(command, check=True, env=environment, capture_output=True)
        if run_number:
            taken.append(_spent_s() - before_s)
    return statistics.median(taken)


def _spent_s() -> float:
    if sys.platform == "win32":
        return time.perf_counter()
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime
