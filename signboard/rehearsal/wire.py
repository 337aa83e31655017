"""The rehearsal's wire: a transport with a panel at its other end, at the speed of its baud rate, on rehearsal time.

Bytes arrive when the wire has carried them; what a pulled plug or a dead board leaves of them is what arrived before.
The board notes every change of its picture with the true time: that record is the judge's only witness.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from signboard.protocols.spec import Panel, PanelEvent
from signboard.rehearsal.clock import US, RehearsalClock
from signboard.rehearsal.judge import Seen
from signboard.transports import failure
from signboard.transports.noise import Noise, disturb

__all__ = ["RehearsalBoard", "RehearsalWire", "WireTotals"]

_BITS = 10
_WORK_US = 4000
"""A card thinks so long before it answers."""
_QUIET = Noise()


@dataclass(slots=True)
class WireTotals:
    """What really passed the wire and was decoded at its end."""

    sent_bytes: int = 0
    arrived_bytes: int = 0
    answered_bytes: int = 0
    questions: int = 0
    pictures: int = 0
    faults: int = 0


class RehearsalBoard:
    """The panel, its power, and its own record.

    Args:
        panel: the protocol's half.
        note: takes every change of the picture and every repetition of it.

    Attributes:
        is_powered: it has light.
    """

    def __init__(self, panel: Panel, note: Callable[[Seen], None]) -> None:
        self.panel = panel
        self.is_powered = True
        self.note = note

    def feed(self, data: bytes, began_us: int, at_us: int, baud: int) -> tuple[bytes, int, Sequence[PanelEvent]]:
        """Bytes that have arrived; what goes back, when all of it is back, and what was understood."""
        if not self.is_powered:
            return b"", at_us, ()
        answer, events = self.panel.feed(data, at_us // 1000)
        told_us = at_us + _WORK_US + wire_us(len(answer), baud) if answer else at_us
        if any(event.kind != "fault" for event in events):
            self.note(Seen(at_us, self.panel.picture(at_us // 1000), began_us, told_us))
        return answer, told_us, events

    def switch(self, *, on: bool, at_us: int) -> None:
        """Mains off (the picture and the memory are gone) or on."""
        self.is_powered = on
        if not on:
            self.panel.power_cycle()
        self.note(Seen(at_us, self.panel.picture(at_us // 1000) if on else None, at_us, at_us))


class RehearsalWire:
    """The way to the board.

    Args:
        board: at its other end.
        clock: rehearsal time; reading and being full pass it.
        baud: speed, 10 bits a byte.
        chance: of the noise.

    Attributes:
        is_plugged: the adapter is in the computer.
        is_fast: the cable is on the board.
        noise: what happens to bytes now, both ways.
        stranger: another board that stands at the other end instead; None: the right one does.
    """

    name = "rehearsal://"

    def __init__(self, board: RehearsalBoard, clock: RehearsalClock, baud: int, chance: Random) -> None:
        self.baud = baud
        self.board = board
        self.totals = WireTotals()
        self.is_plugged = True
        self.is_fast = True
        self.noise = _QUIET
        self.stranger: RehearsalBoard | None = None
        self._clock = clock
        self._chance = chance
        # when it began, when it is there whole, the bytes, how many have arrived
        self._flight: tuple[int, int, bytes, int] | None = None
        self._answers: list[tuple[int, bytes]] = []  # when it is there whole, and what
        self._is_open = False
        self._is_broken = False  # what was open when the adapter came out stays dead, whatever is plugged in since

    def open(self) -> None:
        """Open it.

        Raises:
            LinkDownError: `port_missing`, the adapter is out.
        """
        if not self.is_plugged:
            raise failure.cannot_open(self.name, FileNotFoundError(2, "No such file or directory"))
        self._is_open = True

    def is_there(self) -> bool:
        """Is the adapter in?"""
        return self.is_plugged

    def write(self, data: bytes) -> None:
        """Begin to send.

        Raises:
            LinkDownError: `wire_failed`.
        """
        self._check()
        self.settle()
        now_us = self._clock.now_us
        self._flight = (now_us, now_us + wire_us(len(data), self.baud), data, 0)
        self.totals.sent_bytes += len(data)
        self.totals.questions += 1

    def read(self, timeout_s: float) -> bytes:
        """What has come by the end of this time.

        Raises:
            LinkDownError: `wire_failed`.
        """
        clock = self._clock
        end_us = clock.now_us + math.ceil(timeout_s * US)
        while True:
            self._check()
            if self._flight is not None:
                self.settle()
            came = self._came() if self._answers else b""
            if came or clock.now_us >= end_us:
                return came
            clock.advance(self._next_us(end_us))

    def drop_input(self) -> None:
        """Forget what has come.

        Raises:
            LinkDownError: `wire_failed`.
        """
        self._check()
        self.settle()
        if self._answers:
            self._came()

    def close(self) -> None:
        """Close; bytes under way are lost in an adapter that is out, and arrive otherwise."""
        self._is_open = self._is_broken = False
        self._answers.clear()

    def settle(self) -> None:
        """Let arrive what has had the time to. Whoever changes anything about the wire or the board settles first."""
        if self._flight is None:
            return
        began_us, whole_us, data, arrived = self._flight
        now_us = self._clock.now_us
        if now_us >= whole_us:
            self._flight = None
            self._arrive(data[arrived:], began_us, whole_us)
            return
        count = (now_us - began_us) * self.baud // (_BITS * US)
        if count > arrived:
            self._flight = (began_us, whole_us, data, count)
            self._arrive(data[arrived:count], began_us, now_us)

    def pull(self) -> None:
        """The adapter comes out: what was under way is lost."""
        self.settle()
        self.is_plugged, self._flight, self._is_broken = False, None, self._is_open
        self._answers.clear()

    def forget(self) -> None:
        """The computer at this end is gone: nothing more leaves it."""
        self.settle()
        self.close()
        self._flight = None

    def _arrive(self, data: bytes, began_us: int, at_us: int) -> None:
        if not self.is_fast:
            return
        bent = data if self.noise is _QUIET else disturb(data, self.noise, self._chance)
        board, totals = self.stranger or self.board, self.totals
        answer, told_us, events = board.feed(bent, began_us, at_us, self.baud)
        totals.arrived_bytes += len(bent) if board.is_powered else 0
        for event in events:
            totals.pictures += event.kind == "picture"
            totals.faults += event.kind == "fault"
        if answer:
            back = answer if self.noise is _QUIET else disturb(answer, self.noise, self._chance)
            totals.answered_bytes += len(answer)
            self._answers.append((told_us, back))

    def _came(self) -> bytes:
        came, now_us = b"", self._clock.now_us
        for answer in [one for one in self._answers if one[0] <= now_us]:
            self._answers.remove(answer)
            came += answer[1]
        return came

    def _next_us(self, end_us: int) -> int:
        """When something may have come, at the latest the end."""
        next_us = end_us
        for at_us, _data in self._answers:
            next_us = min(next_us, at_us)
        if self._flight and self._flight[1] < next_us:
            next_us = self._flight[1]
        return max(self._clock.now_us + 1, next_us)

    def _check(self) -> None:
        if self._is_broken or not self.is_plugged:
            self._is_open = False
            raise failure.wire_failed(self.name, "the adapter was pulled out")
        if not self._is_open:
            raise failure.port_closed(self.name)


def wire_us(count: int, baud: int) -> int:
    """Microseconds that so many bytes take."""
    return -(-count * _BITS * US // baud)
