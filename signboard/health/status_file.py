"""Status documents at rest: `status/<board>.json`, replaced every few seconds by a thread beside the player's loop.

The picture never waits: the loop leaves its vitals in a slot and goes on, and a disk that hangs holds up the thread
alone. What the thread writes bears the instant at which the *loop* spoke, so a loop that hangs grows old in the
document however well the thread fares. Nothing is flushed to the disk: after a power cut the document is old news
anyway. A virtual board has a file of its own, so that a trial never speaks for the board on the wall.
"""

import contextlib
import errno
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType

from signboard.clock import Clock
from signboard.errors import InputError, SignboardError
from signboard.files import read_own
from signboard.health.status import Player, Status, Surroundings
from signboard.player.beside import Beside
from signboard.player.vitals import Vitals

__all__ = ["StatusWriter", "read_status", "status_folder", "status_path"]

BEAT_S = 5.0
"""A document is at most so old while its player lives."""
_LOOK_S = 30.0
_STOP_S = 2.0
_MOST_CRASHES = 50
_CRASHES_KEPT = timedelta(days=7)
_MOST_BYTES = 1 << 20
_BLOCK_BYTES = 4096


def status_folder(home: Path, named: str = "") -> Path:
    """Where the documents of this home lie, unless the settings name another folder, such as one in memory."""
    return Path(named).expanduser() if named else home / "status"


def status_path(folder: Path, board_id: str, *, is_virtual: bool) -> Path:
    """The document of one board."""
    return folder / f"{board_id}{'.virtual' if is_virtual else ''}.json"


def read_status(path: Path) -> Status | None:
    """The document at this place; None where there is none, or half of one after a power cut."""
    try:
        return Status.from_json(read_own(path, _MOST_BYTES))
    except (OSError, InputError):
        return None


class StatusWriter(Beside):
    """Writes the document of one board; use it as a context manager, whose end says that the player stopped in order.

    Args:
        path: see `status_path`.
        player: who writes.
        clock: the computer's.
        look: asks for what lies around, every half minute, in the thread. A SignboardError leaves the last answer.
        beat_s: the pace where nothing changes.

    Attributes:
        trouble: why the document could not be written last; None while all is well.
    """

    def __init__(
        self,
        path: Path,
        player: Player,
        clock: Clock,
        look: Callable[[], Surroundings] = Surroundings,
        *,
        beat_s: float = BEAT_S,
    ) -> None:
        super().__init__("status", _STOP_S)
        self.trouble: OSError | None = None
        self._path = path
        self._clock = clock
        self._look = look
        self._beat_s = beat_s
        self._status = Status(player, player.started_at)
        self._slot: tuple[Vitals, datetime] | None = None
        self._told_s = float("-inf")
        self._told: tuple[object, ...] = ()
        self._looked_s = float("-inf")
        self._bell = threading.Event()
        self._stopped_at: datetime | None = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write once more, within a bounded time; after an error the document stays, and grows old."""
        if kind is None or issubclass(kind, KeyboardInterrupt):
            self._stopped_at = self._clock.now()
        super().__exit__(kind, error, trace)

    def tell(self, vitals: Vitals) -> None:
        """Take what the loop knows; returns at once. Call it every time the loop goes round."""
        now_s = self._clock.monotonic_s()
        told = (vitals.bundle, vitals.line, vitals.trust, vitals.campaign, vitals.slogan, vitals.reason, vitals.error)
        if told == self._told and now_s - self._told_s < self._beat_s:
            return
        self._told, self._told_s = told, now_s
        self._slot = (vitals, self._clock.now())
        self._bell.set()

    def _work(self) -> None:
        self._status = replace(self._status, crashes=self._crashes())
        while not self._stop.is_set():
            self._write()
            self._bell.wait()
            self._bell.clear()
        self._write()

    def _finish(self) -> None:
        self._stop.set()
        self._bell.set()
        super()._finish()

    def _crashes(self) -> tuple[datetime, ...]:
        """A player that left a document without an end was missed: killed, crashed, or without power."""
        before = read_status(self._path)
        if before is None:
            return ()
        started_at = self._status.player.started_at
        kept = [at for at in before.crashes if abs(started_at - at) < _CRASHES_KEPT]
        return tuple((kept if before.stopped_at else [*kept, started_at])[-_MOST_CRASHES:])

    def _write(self) -> None:
        self._status = self._next()
        try:
            self._replace(self._status.to_json())
        except OSError as error:
            self.trouble = error
        else:
            self.trouble = None

    def _next(self) -> Status:
        before, slot = self._status, self._slot
        if slot is None:
            return replace(before, stopped_at=self._stopped_at)
        (vitals, told_at), around = slot, self._surroundings()
        has_alarm = vitals.alarms > (before.vitals.alarms if before.vitals else 0)
        return replace(
            before,
            vitals=vitals,
            told_at=told_at,
            stopped_at=self._stopped_at,
            around=around,
            alarmed_at=told_at if has_alarm else before.alarmed_at,
            differs_since_at=_since(before.differs_since_at, told_at, _differs(around, vitals.bundle)),
            log_since_at=_since(before.log_since_at, told_at, bool(around.log_trouble)),
        )

    def _surroundings(self) -> Surroundings:
        now_s = self._clock.monotonic_s()
        if now_s - self._looked_s >= _LOOK_S and not self._stop.is_set():
            self._looked_s = now_s
            with contextlib.suppress(SignboardError, OSError):  # the last answer stays
                return self._look()
        return self._status.around

    def _replace(self, raw: bytes) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_name(f".{self._path.name}.{os.getpid()}.tmp")
        try:
            beside.write_bytes(raw)
        except OSError as error:
            with contextlib.suppress(OSError):  # half a file stays, and the next one takes its place
                beside.unlink(missing_ok=True)
            if error.errno != errno.ENOSPC:
                raise
            _overwrite(self._path, raw)
        else:
            beside.replace(self._path)  # Windows: refused for a moment while somebody reads; the next beat cures it


def _overwrite(path: Path, raw: bytes) -> None:
    """On a full disk into the room that the document has already: an old one would say that the player hangs.

    Raises:
        OSError: there is no document, or it has not so much room.
    """
    room = -(-path.stat().st_size // _BLOCK_BYTES) * _BLOCK_BYTES
    if len(raw) > room:
        raise OSError(errno.ENOSPC, "the document has outgrown its room")
    with path.open("r+b") as file:
        file.write(raw.ljust(path.stat().st_size))


def _differs(around: Surroundings, bundle: str) -> bool:
    return bool(around.list_trouble) or around.desired not in ("", bundle)


def _since(before_at: datetime | None, now_at: datetime, lasts: bool) -> datetime | None:
    return (before_at or now_at) if lasts else None
