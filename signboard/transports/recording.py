"""A recording of every byte on a line, one JSON line per event, and the way back from it.

pyserial's own `spy://` wraps native ports only, so the record is taken around any transport. A line holds `t_ms` (wire
time since the recording began), `at` (UTC), `direction` (`to_board` or `to_host`), `hex`, and for a
failure `kind: "failure"` with its `meaning`.
"""

import json
from collections.abc import Callable, Iterable
from typing import TypeVar

from signboard.clock import Clock
from signboard.errors import N_, InputError, LinkDownError
from signboard.transports.base import Transport, may_be_there

__all__ = ["Recording", "recorded_bytes"]

T = TypeVar("T")


class Recording:
    """A transport that writes down what passes through another one.

    Args:
        inner: the transport that does the work.
        clock: for the times in the record.
        write_line: takes each JSON line, without its line feed.
    """

    def __init__(self, inner: Transport, clock: Clock, write_line: Callable[[str], object]) -> None:
        self.name = inner.name
        self.baud = inner.baud
        self._inner = inner
        self._clock = clock
        self._write_line = write_line
        self._started_s = clock.monotonic_s()

    def is_there(self) -> bool:
        """Is the inner one's device there?"""
        return may_be_there(self._inner)

    def open(self) -> None:
        """Open the line and note it."""
        self._watched(self._inner.open)
        self._note("open", "-")

    def write(self, data: bytes) -> None:
        """Note the bytes, then write them: after a failure the record shows what was tried."""
        self._note("bytes", "to_board", hex=data.hex())
        self._watched(lambda: self._inner.write(data))

    def read(self, timeout_s: float) -> bytes:
        """Read and note what came."""
        data = self._watched(lambda: self._inner.read(timeout_s))
        if data:
            self._note("bytes", "to_host", hex=data.hex())
        return data

    def drop_input(self) -> None:
        """Forget received bytes; they are in no record, because nobody has read them."""
        self._watched(self._inner.drop_input)

    def close(self) -> None:
        """Close the line and note it."""
        self._inner.close()
        self._note("close", "-")

    def _watched(self, step: Callable[[], T]) -> T:
        try:
            return step()
        except LinkDownError as error:
            self._note("failure", "-", name=error.code, meaning=str(error))
            raise

    def _note(self, kind: str, direction: str, **more: str) -> None:
        t_ms = round((self._clock.monotonic_s() - self._started_s) * 1000)
        line = {"t_ms": t_ms, "at": self._clock.now().isoformat(), "direction": direction, "kind": kind, **more}
        self._write_line(json.dumps(line, ensure_ascii=False))


def recorded_bytes(lines: Iterable[str], direction: str) -> bytes:
    """All recorded bytes of one direction, in order.

    Args:
        lines: the lines of a recording or of a simulator's record; blank ones are skipped.
        direction: `to_board` or `to_host`.

    Raises:
        InputError: `bad_recording`, naming the line.
    """
    found = bytearray()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            event = json.loads(line)
            if event["direction"] == direction and event["kind"] == "bytes":
                found += bytes.fromhex(event["hex"])
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                N_("Line {line} is no event of a recording; give a file that signboard recorded."),
                code="bad_recording",
                line=number,
            ) from error
    return bytes(found)
