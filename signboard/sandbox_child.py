"""The other side of the wall: one file in on standard input, one answer out on standard output, and the end.

First come the limits, then the file's name and what was asked (one line), then its bytes. Nothing of the file is
touched before the limits stand. What a system cannot limit is said in `signboard.sandbox`.
"""

import contextlib
import importlib
from typing import BinaryIO

from signboard.errors import SignboardError
from signboard.manuscript.model import Asked
from signboard.manuscript.result import ImportResult
from signboard.manuscript.wire import read_asked, write_answer

__all__ = ["NO_MEMORY", "limit_itself", "main"]

NO_MEMORY = 86
"""Exit code of a reader that was refused memory and could still say so."""


def limit_itself(memory_bytes: int, cpu_s: int) -> None:
    """No more memory and time than this, no files written, no processes started. POSIX; elsewhere the parent's work.

    Args:
        memory_bytes: of address space.
        cpu_s: of processor time.
    """
    try:
        resource = importlib.import_module("resource")  # POSIX only
    except ImportError:
        return
    limits = {"AS": memory_bytes, "CPU": cpu_s, "FSIZE": 0, "CORE": 0, "NPROC": 0}
    for name, most in limits.items():
        number = getattr(resource, f"RLIMIT_{name}", None)
        hard = most + 1 if name == "CPU" else most  # a second later the signal would not tell the reason
        if number is not None:
            with contextlib.suppress(OSError, ValueError):  # macOS knows some by name only, and time is capped anyway
                resource.setrlimit(number, (most, hard))


def main(source: BinaryIO, sink: BinaryIO, memory_bytes: int, cpu_s: int) -> int:
    """Read one file under limits and answer; gives the exit code."""
    limit_itself(memory_bytes, cpu_s)
    try:
        file, asked = read_asked(source.readline())
        sink.write(write_answer(_read(source.read(), file, asked)))
    except MemoryError:
        return NO_MEMORY
    sink.flush()
    return 0


def _read(raw: bytes, file: str, asked: Asked) -> ImportResult | SignboardError:
    from signboard.importers import kind  # noqa: PLC0415 - the limits come first

    try:
        return kind.read(raw, file, asked)
    except SignboardError as error:
        return error
