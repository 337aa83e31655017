"""Makes the faults of a plan happen: to the wire, the board, the computer and its clock."""

from collections.abc import Callable
from dataclasses import dataclass, field

from signboard.rehearsal.clock import US, RehearsalClock
from signboard.rehearsal.computer import PowerCutError
from signboard.rehearsal.faults import Fault, Kind
from signboard.rehearsal.wire import RehearsalBoard, RehearsalWire
from signboard.transports.noise import Noise

__all__ = ["Mishaps"]

_BOOT_US = 30 * US
"""The board is lit so long before a computer that starts from nothing plays."""
_QUIET = Noise()

Work = Callable[[], None]


@dataclass(slots=True)
class Mishaps:
    """What can happen, and what it does.

    Attributes:
        wire, clock: what it happens to.
        stranger: another board.
        last_us: when something happened last.
        offsets: from when on the computer's clock was how far off: (true time, microseconds).
    """

    wire: RehearsalWire
    clock: RehearsalClock
    stranger: RehearsalBoard
    last_us: int
    offsets: list[tuple[int, int]] = field(default_factory=list)

    def arrange(self, fault: Fault) -> None:
        """Let it happen in its time."""
        at_us, end_us = round(fault.at_s * US), round((fault.at_s + fault.lasts_s) * US)
        begin, end = self._works(fault, end_us)
        self._call(at_us, begin)
        if end:
            self._call(end_us, end)
        if fault.kind is Kind.WRONG_BOOT:
            self._call(round(fault.until_s * US), lambda: self.set_clock(0.0))

    def set_clock(self, ahead_s: float) -> None:
        """Set the computer's clock so far ahead of true time."""
        self.clock.offset_us = round(ahead_s * US)
        self.offsets.append((self.clock.now_us, self.clock.offset_us))

    def _call(self, at_us: int, work: Work) -> None:
        def happen() -> None:
            self.wire.settle()
            self.last_us = self.clock.now_us
            work()

        self.clock.call_at(at_us, happen)

    def _works(self, fault: Fault, end_us: int) -> tuple[Work, Work | None]:
        """What it does at first, and in the end."""
        wire = self.wire
        share = fault.share / 3
        works: dict[Kind, tuple[Work, Work | None]] = {
            Kind.UNPLUG: (wire.pull, self._plug),
            Kind.LOOSE: (lambda: self._fasten(is_fast=False), lambda: self._fasten(is_fast=True)),
            Kind.BOARD_POWER: (lambda: self._switch(on=False), lambda: self._switch(on=True)),
            Kind.STRANGER: (self._swap, self._swap_back),
            Kind.NOISE: (lambda: self._disturb(Noise(share, share, share)), lambda: self._disturb(_QUIET)),
            Kind.CLOCK: (lambda: self.set_clock(fault.step_s), lambda: self.set_clock(0.0)),
            Kind.CRASH: (lambda: self._cut(end_us, is_dead=False), None),
            Kind.COMPUTER: (lambda: self._cut(end_us, is_dead=True), None),
            Kind.MAINS: (lambda: self._black_out(fault, end_us), None),
            Kind.WRONG_BOOT: (lambda: self._black_out(fault, end_us), lambda: self.set_clock(fault.step_s)),
        }
        return works[fault.kind]

    def _plug(self) -> None:
        self.wire.is_plugged = True

    def _swap(self) -> None:
        self.wire.pull()
        self.wire.is_plugged, self.wire.stranger = True, self.stranger

    def _swap_back(self) -> None:
        self.wire.pull()
        self.wire.is_plugged, self.wire.stranger = True, None

    def _fasten(self, *, is_fast: bool) -> None:
        self.wire.is_fast = is_fast

    def _disturb(self, noise: Noise) -> None:
        self.wire.noise = noise

    def _switch(self, *, on: bool) -> None:
        self.wire.board.switch(on=on, at_us=self.clock.now_us)

    def _cut(self, until_us: int, *, is_dead: bool) -> None:
        if is_dead:
            self.wire.forget()  # of a process that died the system sends what it was given
        raise PowerCutError(until_us)

    def _black_out(self, fault: Fault, end_us: int) -> None:
        self._switch(on=False)
        self._call(end_us - min(_BOOT_US, round(fault.lasts_s * US) // 2), lambda: self._switch(on=True))
        self._cut(end_us, is_dead=True)
