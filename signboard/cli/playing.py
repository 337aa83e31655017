"""What stands around the player in `run`, `demo` and `test-pattern`: its clock, its line, a polite end."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from signboard.app import BITS_PER_BYTE
from signboard.clock import Clock, DemoClock, SystemClock
from signboard.link import Link
from signboard.player.streamer import BoardLine
from signboard.protocols.spec import BoardSpec, Driver, ProtocolSpec
from signboard.transports.opening import open_transport

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["OpenLine", "clock_for", "line_to", "link_use", "stopping"]


def clock_for(at: datetime | None, speed: float | None) -> Clock:
    """The computer's clock; a demonstration clock where an instant or a speed was asked for."""
    system = SystemClock()
    return system if at is None and speed is None else DemoClock(at or system.now(), speed or 1.0)


@dataclass(frozen=True, slots=True)
class OpenLine:
    """The way to a board, and the link below it for its counters."""

    board: BoardLine
    link: Link


def line_to(
    settings: Settings, spec: ProtocolSpec, url: str, home: Path, options: Mapping[str, str] | None = None
) -> OpenLine:
    """A line that greets the board whenever it is opened; nothing is opened yet.

    Args:
        settings: the board.
        spec: its protocol.
        url: its address.
        home: where virtual boards are registered.
        options: more options for the driver alone (test switches).
    """
    base = settings.board.spec
    board = BoardSpec(base.width_px, base.height_px, base.colour, {**base.options, **(options or {})})
    driver: Driver = spec.driver(board)
    transport = open_transport(url, settings.board.baud, home=home)
    link = Link(transport, SystemClock(), greet=driver.identify)
    lead_s = spec.wire_bytes(board) * BITS_PER_BYTE / settings.board.baud + spec.capabilities.answer_s
    return OpenLine(BoardLine(driver, link, spec.capabilities, lead_s), link)


def link_use(link: Link, baud: int, elapsed_s: float) -> float:
    """Part of the time during which the line carried bytes, both directions counted (it is used half duplex)."""
    octets = link.totals.sent_bytes + link.totals.received_bytes
    return octets * BITS_PER_BYTE / baud / elapsed_s if elapsed_s > 0 else 0.0


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """An event that is set when the process is asked to end politely (SIGTERM, SIGBREAK); Ctrl-C stays an exception."""
    stop = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    names = ("SIGTERM", "SIGBREAK")
    known = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.signal(number, ask) for number in known}
    try:
        yield stop
    finally:
        for number, old in before.items():
            signal.signal(number, old)
