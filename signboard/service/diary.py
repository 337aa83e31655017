"""The journal of starts on the disk: one small file a board, replaced whole. A disk that fails holds up no picture."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from signboard import __version__
from signboard.clock import Clock
from signboard.errors import SignboardError
from signboard.files import home_in_use, read_own, write_atomically
from signboard.service.starts import Boot, Journal, Moment, Start

__all__ = ["Diary", "Verdict", "boot_now"]

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_SAME_BOOT_S = 120


def boot_now(clock: Clock, boot_id: Path = _BOOT_ID) -> Boot:
    """Which run of the computer this is; by the instant of its start where the system gives it no name."""
    monotonic_s = clock.monotonic_s()
    try:
        return Boot(boot_id.read_text("ascii").strip(), monotonic_s)
    except (OSError, ValueError):
        started_s = clock.now().timestamp() - monotonic_s
        return Boot(f"boot {round(started_s / _SAME_BOOT_S)}", monotonic_s)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the journal says before a start.

    Attributes:
        barred: bundles that may not play.
        new: those among them that are barred since just now.
    """

    barred: frozenset[str]
    new: tuple[str, ...]


class Diary:
    """One board's journal.

    Args:
        path: its file.
        clock: board time and monotonic seconds.

    Attributes:
        trouble: why it could not be written the last time; None: it could.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self.trouble: SignboardError | None = None
        self._path = path
        self._clock = clock
        self._lock = threading.Lock()
        self._journal = self._read()

    def judge(self, approvals: Mapping[str, datetime]) -> Verdict:
        """Look back before a start; what is decided is kept with the start.

        Args:
            approvals: the latest approval of each bundle.
        """
        before = self._journal
        self._journal = before.judged(self._now(), __version__, approvals)
        known = {bar.bundle for bar in before.bars if bar in self._journal.bars}
        new = tuple(bar.bundle for bar in self._journal.bars if bar.bundle not in known)
        return Verdict(self.barred(approvals), new)

    @property
    def has_bars(self) -> bool:
        """Is there any, in force or not?"""
        return bool(self._journal.bars)

    def barred(self, approvals: Mapping[str, datetime]) -> frozenset[str]:
        """Bundles that may not play now."""
        return self._journal.barred(self._now(), __version__, approvals)

    def begin(self, bundle: str) -> None:
        """The process starts on this bundle."""
        self._keep(self._journal.begun(Start(bundle, boot_now(self._clock), __version__)))

    def move(self, bundle: str) -> None:
        """It goes on with this one."""
        self._keep(self._journal.moved(bundle))

    def end(self) -> None:
        """It ends in order."""
        self._keep(self._journal.ended())

    def _now(self) -> Moment:
        return Moment(boot_now(self._clock), self._clock.now())

    def _read(self) -> Journal:
        try:
            return Journal.from_json(read_own(self._path)) if self._path.exists() else Journal()
        except OSError:  # as with a journal that is torn: whoever breaks down again is barred again
            return Journal()

    def _keep(self, journal: Journal) -> None:
        with self._lock:
            self._journal = journal
            try:
                with home_in_use(self._path.parent):
                    write_atomically(self._path, journal.to_json())
                self.trouble = None
            except SignboardError as error:
                self.trouble = error
