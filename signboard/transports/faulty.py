"""A transport that disturbs another one, by a seed: bad bytes, dribbled and merged reads, late reads, a pulled plug."""

from dataclasses import dataclass, field
from random import Random

from signboard.clock import Clock
from signboard.transports import failure
from signboard.transports.base import Transport, may_be_there
from signboard.transports.noise import Noise, disturb

__all__ = ["Faulty", "LineFaults"]


@dataclass(frozen=True, slots=True)
class LineFaults:
    """What goes wrong on the host's side of a line.

    Attributes:
        out, back: noise on what is written and on what is read.
        split: reads give one byte at a time.
        merge_s: reads wait this long and give all of it together.
        unplug_after_bytes: the plug is pulled inside the write that passes this many bytes (None: never); opening
            again plugs it in, and the count starts anew.
    """

    out: Noise = field(default_factory=Noise)
    back: Noise = field(default_factory=Noise)
    split: bool = False
    merge_s: float = 0.0
    unplug_after_bytes: int | None = None


class Faulty:
    """A transport with faults.

    Args:
        inner: the transport that does the work.
        faults: what goes wrong.
        chance: seeded source; the same seed gives the same faults for the same calls.
        clock: for merged reads.
    """

    def __init__(self, inner: Transport, faults: LineFaults, chance: Random, clock: Clock) -> None:
        self.name = inner.name
        self.baud = inner.baud
        self._inner = inner
        self._faults = faults
        self._chance = chance
        self._clock = clock
        self._held = b""
        self._written_bytes = 0

    def is_there(self) -> bool:
        """Is the inner one's device there?"""
        return may_be_there(self._inner)

    def open(self) -> None:
        """Open the line; a pulled plug is in again."""
        self._inner.open()

    def write(self, data: bytes) -> None:
        """Write what the bad line leaves of it.

        Raises:
            LinkDownError: `wire_failed` when the plug is pulled; a part has then been written.
        """
        limit = self._faults.unplug_after_bytes
        room = len(data) if limit is None else max(0, limit - self._written_bytes)
        self._inner.write(disturb(data[:room], self._faults.out, self._chance))
        self._written_bytes += min(room, len(data))
        if room < len(data):
            self.close()
            raise failure.wire_failed(self.name, "the plug was pulled")

    def read(self, timeout_s: float) -> bytes:
        """Read what the bad line leaves of it: at most one byte when split, all that comes in a while when merged."""
        if not self._held:
            self._held = disturb(self._inner.read(timeout_s), self._faults.back, self._chance)
            if self._held and self._faults.merge_s:
                self._clock.sleep(self._faults.merge_s)
                self._held += disturb(self._inner.read(0.0), self._faults.back, self._chance)
        size = 1 if self._faults.split else len(self._held)
        given, self._held = self._held[:size], self._held[size:]
        return given

    def drop_input(self) -> None:
        """Forget received bytes, those held back included."""
        self._held = b""
        self._inner.drop_input()

    def close(self) -> None:
        """Close the line."""
        self._held = b""
        self._written_bytes = 0
        self._inner.close()
