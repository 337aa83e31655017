"""What `run` does for its records: mends a damaged store, salvages in the background, makes room on a full disk.

Nothing here holds up a picture: salvage is a process of its own, waited for by a thread.
"""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from signboard.clock import Clock
from signboard.errors import N_, SignboardError
from signboard.locale import fill, lines
from signboard.player.beside import Beside
from signboard.store.audit import Event
from signboard.store.ballast import Ballast
from signboard.store.database import Store
from signboard.store.gaps import LOG_SALVAGED
from signboard.store.recovery import DELETED, EMPTY, mend
from signboard.store.restore import finish_restore
from signboard.store.salvage import start_salvage, unsalvaged

__all__ = ["Mending"]

_DAMAGED = ("store_damaged", "store_unreadable", "store_lost")
_STOP_S = 0.5
_LAY_S = 60.0
_DAMAGED_LOG = N_(
    "The log was damaged and is put aside as {file}; a new one is begun, with {count} entries of approvals and "
    "acts. The board plays on; what can be read of the old one is being brought over."
)
_LOST = N_(
    "The file of the log was deleted or emptied; a new one is begun, with {count} entries of approvals and acts out of "
    "the copy beside it. Find out who did it; what is left of the rows is being brought over."
)


class Mending(Beside):
    """Keeps the store usable while a board plays; use it as a context manager around the playing.

    Args:
        store: the store's file.
        clock: tells when.
        says: takes each sentence.
        room: that is held for a full disk; the first of it is for the log.
    """

    def __init__(self, store: Path, clock: Clock, says: Callable[[str], object], room: Sequence[Ballast] = ()) -> None:
        super().__init__("salvage", _STOP_S)
        self._store = store
        self._clock = clock
        self._says = says
        self._room = tuple(room)
        self._news: list[str] = []
        self._bell = threading.Event()
        self._bell.set()  # what was put aside before is work, too
        self._child: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Before anything is asked of the store: mend it, and make room where the disk is full. Never fails."""
        with suppress(SignboardError):  # whoever needs the store next says why it cannot be had
            finish_restore(self._store.parent)
            self._mend()
        try:
            if self._store.is_file():
                Store(self._store).close()
        except SignboardError as error:
            self.remedy(error)
        self.watch()

    def remedy(self, error: SignboardError) -> bool:
        """Do what helps against a trouble of the log; did it?

        Raises:
            SignboardError: a damaged file cannot be put aside.
        """
        if error.code in _DAMAGED:
            return self._mend()
        if error.code == "store_gone":
            self._news += lines(error)
            self._bell.set()  # its rows may lie beside another file that took its place
            return True
        return error.code == "disk_full" and any(one.free() for one in self._room[:1])

    def watch(self) -> None:
        """Say what happened since the last time."""
        while self._news:
            self._says(self._news.pop(0))

    def _finish(self) -> None:
        """A salvage that is not done by now is begun again at the next start."""
        self._stop.set()
        self._bell.set()
        super()._finish()
        child = self._child
        if child is not None:
            child.kill()
            self._thread.join(_STOP_S)
        self.watch()

    def _mend(self) -> bool:
        damage = mend(self._store, self._clock.now())
        if damage is None:
            return False
        template = _LOST if damage.detail in (DELETED, EMPTY) else _DAMAGED_LOG
        self._news.append(fill(template, file=damage.bad.name, count=damage.events))
        self._bell.set()
        return True

    def _work(self) -> None:
        """Whenever there is something to salvage; and room that was given back is held again when there is plenty."""
        while not self._stop.is_set():
            for one in self._room:
                one.lay()
            if not self._bell.wait(_LAY_S):
                continue
            self._bell.clear()
            with suppress(SignboardError, OSError):  # the log's writer tells of it; the next start salvages again
                for bad in unsalvaged(self._store, self._events()):
                    self._salvage_one(bad)

    def _salvage_one(self, bad: Path) -> None:
        if self._stop.is_set():
            return
        self._child = start_salvage(bad, self._store)
        try:
            self._child.wait()
        finally:
            self._child.kill()
            self._child.wait()
            self._child = None
        self._news += _told(bad, self._events())

    def _events(self) -> tuple[Event, ...]:
        if not self._store.is_file():
            return ()
        with Store(self._store) as store:
            return store.events()


def _told(bad: Path, events: Iterable[Event]) -> list[str]:
    """What came back of a damaged file, in words."""
    done = [event for event in events if event.event == LOG_SALVAGED and event.details.get("file") == bad.name]
    rows, lost = (sum(int(event.details.get(name) or 0) for event in done) for name in ("rows", "lost"))
    template = N_("Of the damaged log {file}, {rows} rows are back; at least {lost} are lost.")
    if any(event.details.get("lost") is None for event in done):
        template = N_("Of the damaged log {file}, {rows} rows are back; how many are lost cannot be known.")
    return [fill(template, file=bad.name, rows=rows, lost=lost)] if done else []
