"""Sandbox: files of people are read by a child process that may take so much time and memory and no more.

A parser that a file has turned against us can crash, hang or fill memory there and nothing else: the child is started
bare (no settings of the environment, no folder of the user), gets the bytes on standard input, and answers in JSON
that is checked again here. What the limits are:

* time, everywhere: wall time is ours to count, and the child is killed at its end;
* memory, on Linux by RLIMIT_AS, on Windows by a job object; macOS knows no limit that holds, so there only time counts;
* no files written and no processes started on POSIX (RLIMIT_FSIZE, RLIMIT_NPROC, which root is exempt from); on Windows
  the job object forbids processes, and nothing forbids writing files; nowhere is the network cut off by the system.
"""

import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import signboard
from signboard.errors import N_, InputError, SignboardError
from signboard.manuscript.model import NOTHING_ASKED, Asked
from signboard.manuscript.result import ImportResult
from signboard.manuscript.wire import MOST_BYTES, WireError, read_answer, write_asked

__all__ = ["LIMITS", "Limits", "read_apart"]

_MIB = 1 << 20
_START = (
    "import sys; sys.path[:] = sys.argv[3:]; from signboard.sandbox_child import main; "
    "sys.exit(main(sys.stdin.buffer, sys.stdout.buffer, int(sys.argv[1]), int(sys.argv[2])))"
)
_ENVIRONMENT = ("SYSTEMROOT", "WINDIR", "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What a system needs to start a program at all."""

_NO_MEMORY = 86
_OUT_OF_MEMORY = {_NO_MEMORY, -6, -9, 0xC0000017, 0xC0000409}
"""Said by the child itself; aborted; killed by the system; Windows' STATUS_NO_MEMORY and what its abort gives."""
_OUT_OF_TIME = {-24}
"""SIGXCPU."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    Attributes:
        wall_s: seconds until the child is killed; generous, since importers refuse what is too large by themselves.
        cpu_s: seconds of processor time (POSIX).
        memory_bytes: of address space.
    """

    wall_s: float = 20.0
    cpu_s: int = 15
    memory_bytes: int = 512 * _MIB


LIMITS = Limits()


def read_apart(raw: bytes, file: str, asked: Asked = NOTHING_ASKED, limits: Limits = LIMITS) -> ImportResult:
    """The slogans in a file, read by a child process.

    Args:
        raw: the whole content.
        file: its name without folders.
        asked: what a person says about it.
        limits: what it may cost.

    Raises:
        InputError: what the importer says; `took_too_long`, `too_much_memory`, `reader_died`.
        UsageError: what was asked for does not exist.
    """
    child = _start(limits)
    answer = _Answer(child, limits.wall_s)
    try:
        _cap_memory(child, limits.memory_bytes)
        code = answer.exchange(write_asked(file, asked) + raw)
    finally:
        answer.close()
    if code is None or code in _OUT_OF_TIME:
        raise _took_too_long(file)
    if code in _OUT_OF_MEMORY:
        raise _too_much_memory(file)
    if code != 0:
        raise _reader_died(file)
    try:
        found = read_answer(answer.raw)
    except WireError as error:
        raise _reader_died(file) from error
    if isinstance(found, SignboardError):
        raise found
    return found


def _start(limits: Limits) -> "subprocess.Popen[bytes]":
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would open a console of its own
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
        [
            sys.executable,
            "-I",
            "-S",
            "-X",
            "utf8",
            "-c",
            _START,
            str(limits.memory_bytes),
            str(limits.cpu_s),
            *_paths(),
        ],
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=flags,
    )


def _paths() -> list[str]:
    """Where this process finds its modules, without the folder that a person happens to stand in."""
    package = Path(signboard.__file__).resolve().parents[1]
    here = Path.cwd()
    found = [Path(entry) for entry in sys.path if entry and Path(entry).is_absolute()]
    return [str(path) for path in dict.fromkeys([package, *found]) if path == package or path != here]


class _Answer:
    """The talk with a child: bytes in, bytes out up to a bound, an end in time."""

    def __init__(self, child: "subprocess.Popen[bytes]", wall_s: float) -> None:
        self.raw = b""
        self._child = child
        self._wall_s = wall_s
        self._threads: list[threading.Thread] = []

    def exchange(self, question: bytes) -> int | None:
        """Send, receive, wait; gives the exit code, None where the time was over."""
        child = self._child
        if child.stdin is None or child.stdout is None:
            raise AssertionError("a child without pipes")
        self._run(_send, child.stdin, question)
        receiving = self._run(self._receive, child.stdout)
        receiving.join(self._wall_s)
        if receiving.is_alive():
            return None
        if len(self.raw) > MOST_BYTES:
            return 1  # it still writes, and would for ever
        try:
            return child.wait(self._wall_s)
        except subprocess.TimeoutExpired:
            return None

    def _run(self, work: object, *arguments: object) -> threading.Thread:
        thread = threading.Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]  # both are calls
        thread.start()
        self._threads.append(thread)
        return thread

    def _receive(self, stream: IO[bytes]) -> None:
        self.raw = stream.read(MOST_BYTES + 1)

    def close(self) -> None:
        """End the child, at the latest by force, and let the pipes go."""
        self._child.kill()
        self._child.wait()
        for thread in self._threads:
            thread.join()
        for stream in (self._child.stdin, self._child.stdout):
            if stream:
                stream.close()


def _send(stream: IO[bytes], question: bytes) -> None:
    try:
        stream.write(question)
        stream.close()
    except OSError:  # it ended before it had read everything; its exit code tells why
        return


def _cap_memory(child: "subprocess.Popen[bytes]", memory_bytes: int) -> None:
    """On Windows the parent caps; the child waits for its bytes until this is done. Elsewhere it caps itself."""
    if sys.platform == "win32":
        from signboard.sandbox_windows import cap  # noqa: PLC0415 - ctypes, which others do without

        handle = vars(child)["_handle"]  # subprocess has no public name for it
        cap(int(handle), memory_bytes)


def _took_too_long(file: str) -> InputError:
    return InputError(
        N_(
            "Reading {file} takes too long, so it was stopped; open it in its own program, copy the slogans alone into "
            "a new file, and load that."
        ),
        code="took_too_long",
        file=file,
    )


def _too_much_memory(file: str) -> InputError:
    return InputError(
        N_(
            "Reading {file} takes too much memory, so it was stopped; open it in its own program, copy the slogans "
            "alone into a new file, and load that."
        ),
        code="too_much_memory",
        file=file,
    )


def _reader_died(file: str) -> InputError:
    return InputError(
        N_(
            "{file} is damaged in a way that ended its reader; open it in its own program, save it under a new name, "
            "and load that."
        ),
        code="reader_died",
        file=file,
    )
