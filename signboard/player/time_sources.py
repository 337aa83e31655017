"""Time sources: does anybody keep this computer's clock right? Asked of the system, in whatever way it tells.

Linux: the kernel knows (`adjtimex`, man page 2): whoever disciplines the clock clears its flag "unsynchronised", and
setting the clock by hand raises it again. A hardened service may not ask (ProtectClock filters the call), so then the
file counts that systemd-timesyncd touches at each synchronisation (man page systemd-timesyncd.service, FILES); a touch
is believed for two hours, because it synchronises every 34 minutes at least. Windows: `w32tm /query /status`, whose
first line ends in the leap indicator (3: not synchronised) and whose seventh names the last synchronisation.
"""

import ctypes
import functools
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "NOBODY",
    "Confirmation",
    "SystemSource",
    "TimeSource",
    "boot_id",
    "kernel_source",
    "touched_source",
    "w32tm_source",
]

FLAG = Path("/run/systemd/timesync/synchronized")
_FRESH_S = 7200.0
_TIME_ERROR = 5
_TIMEX_BYTES = 512  # larger than struct timex anywhere; all zero asks and changes nothing
_W32TM = ("w32tm", "/query", "/status")
_LAST_SYNC_LINE = 6
_LEAP = re.compile(r"\(?\b([0-3])\(")
_OWN_CLOCKS = ("Local CMOS Clock", "Free-running System Clock")
_ASK_EVERY_S = 30.0


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What a source says at one instant.

    Attributes:
        is_right: somebody keeps the clock right.
        mark: names the synchronisation that this rests on; another one after the next. Empty where the source itself
            takes its word back when somebody sets the clock.
    """

    is_right: bool
    mark: str = ""


NOBODY = Confirmation(is_right=False)
"""Nobody keeps the clock right, or nobody can be asked."""

TimeSource = Callable[[], Confirmation | None]
"""Asks; None: this source cannot be asked here. Never blocks, never raises."""


@functools.cache
def _libc() -> ctypes.CDLL:
    """The C library; loaded once, because each load leaves types behind that nobody frees."""
    return ctypes.CDLL(None, use_errno=True)


def kernel_source() -> Confirmation | None:
    """What the kernel says of its own clock; None where there is no such call, or it is not allowed."""
    if sys.platform != "linux":
        return None
    try:
        state = int(_libc().adjtimex(ctypes.create_string_buffer(_TIMEX_BYTES)))
    except (OSError, AttributeError):  # no such library, or no such call in it: then the next source is asked
        return None
    return None if state < 0 else Confirmation(state != _TIME_ERROR)


def touched_source(now_s: Callable[[], float], flag: Path = FLAG) -> Confirmation | None:
    """What the file of the time service says; None where there is none.

    Args:
        now_s: this computer's civil time in seconds since 1970, as files have it.
        flag: the file.
    """
    try:
        touched_s = flag.stat().st_mtime
    except OSError:  # no time service of this kind has ever synchronised here
        return None
    return Confirmation(abs(now_s() - touched_s) <= _FRESH_S, f"{touched_s:.6f}")


def w32tm_source(answer: str) -> Confirmation | None:
    """What Windows' time service said; None where that is no answer of its."""
    lines = answer.splitlines()
    leap = _LEAP.search(lines[0]) if lines else None
    if leap is None or len(lines) <= _LAST_SYNC_LINE:
        return None
    is_own = any(name in answer for name in _OWN_CLOCKS)
    return Confirmation(leap[1] != "3" and not is_own, lines[_LAST_SYNC_LINE].strip())


def boot_id(file: Path = Path("/proc/sys/kernel/random/boot_id")) -> str:
    """What names this run of the computer, until it is started anew; empty where the system gives no name."""
    try:
        return file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


class SystemSource:
    """The first of the sources that can be asked on this computer.

    Args:
        now_s: civil time in seconds since 1970.
        sources: to be asked in this order; None: those of this system.
    """

    def __init__(self, now_s: Callable[[], float], sources: tuple[TimeSource, ...] | None = None) -> None:
        self._windows = _WindowsService() if sys.platform == "win32" and sources is None else None
        usual: tuple[TimeSource, ...] = (kernel_source, lambda: touched_source(now_s))
        self._sources = sources or ((self._windows,) if self._windows else usual)

    def __call__(self) -> Confirmation:
        """What it says; NOBODY where none can be asked."""
        return next((said for source in self._sources if (said := source()) is not None), NOBODY)


class _WindowsService:
    """Asks Windows' time service in a thread, because its program takes its time."""

    def __init__(self) -> None:
        self._said: Confirmation | None = None
        threading.Thread(target=self._ask_for_ever, name="time service", daemon=True).start()

    def __call__(self) -> Confirmation | None:
        return self._said

    def _ask_for_ever(self) -> None:
        pause = threading.Event()
        while True:
            try:
                run = subprocess.run(_W32TM, capture_output=True, text=True, timeout=20, check=False)  # noqa: S603 - a program of the system, no words of others
            except (OSError, subprocess.SubprocessError, UnicodeDecodeError):  # who does not answer confirms nothing
                self._said = None
            else:
                self._said = w32tm_source(run.stdout)
            pause.wait(_ASK_EVERY_S)
