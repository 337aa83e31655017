"""What stands around the player in `run`, `demo` and `test-pattern`: its clock, its line, a polite end."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import FrameType, MappingProxyType
from typing import TYPE_CHECKING

from signboard.app import BITS_PER_BYTE
from signboard.clock import Clock, DemoClock, SystemClock
from signboard.link import Link, Patience
from signboard.player.keeper import Keeper, WriteBook
from signboard.player.recovery import answer_s, frame_s, refresh_s, rests_s
from signboard.player.streamer import BoardLine
from signboard.protocols import PROTOCOLS
from signboard.protocols.arranged import arranged
from signboard.protocols.spec import Capabilities, ProtocolSpec, StoringDriver
from signboard.transports.base import Transport
from signboard.transports.opening import open_transport
from signboard.transports.shared_line import SharedLine

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import BoardSettings, Settings

__all__ = ["Keeping", "OpenLine", "clock_for", "end_with_input", "line_to", "lines_to", "link_use", "stopping"]

_NEIGHBOURLY_S = 1.0
"""On a shared line nobody is waited for longer than this, unless its own options say so."""


def clock_for(at: datetime | None, speed: float | None) -> Clock:
    """The computer's clock; a demonstration clock where an instant or a speed was asked for."""
    system = SystemClock()
    return system if at is None and speed is None else DemoClock(at or system.now(), speed or 1.0)


@dataclass(frozen=True, slots=True)
class OpenLine:
    """The way to a board, and the link below it for its counters."""

    board: BoardLine
    link: Link


@dataclass(frozen=True, slots=True)
class Keeping:
    """How boards that keep content are written.

    Attributes:
        clock: board time.
        book_of: the record of writes of a board, by its id; None: the writes of this process alone count.
    """

    clock: Clock
    book_of: Callable[[str], WriteBook | None]


def line_to(
    settings: Settings,
    spec: ProtocolSpec,
    url: str,
    home: Path,
    options: Mapping[str, str] | None = None,
    keeping: Keeping | None = None,
) -> OpenLine:
    """A line that greets the board whenever it is opened; nothing is opened yet.

    Args:
        settings: the board.
        spec: its protocol.
        url: its address.
        home: where virtual boards are registered.
        options: more options for the driver alone (test switches).
        keeping: how a board that keeps content is written; None: it is told every picture.
    """
    transport = open_transport(url, settings.board.baud, home=home, framing=spec.capabilities.framing)
    return _line(_OneOf(settings.board, spec, transport), keeping, options=options or {})


def lines_to(settings: Settings, url: str, home: Path, keeping: Keeping) -> tuple[OpenLine, ...]:
    """A line to every board at this address, in the order of the settings; one port, whose boards take turns."""
    boards = settings.board.line
    families = [PROTOCOLS.load(board.protocol) for board in boards]
    transport = open_transport(url, settings.board.baud, home=home, framing=families[0].capabilities.framing)
    if len(boards) == 1:
        return (_line(_OneOf(boards[0], families[0], transport), keeping),)
    turnaround_s = settings.board.turnaround_ms / 1000
    shared = SharedLine(transport, SystemClock(), turnaround_s)
    ones = [_OneOf(board, family, shared.place()) for board, family in zip(boards, families, strict=True)]
    lead_s = sum(one.wire_s + turnaround_s for one in ones)
    return tuple(_line(one, keeping, lead_s=lead_s, neighbours=len(ones) - 1) for one in ones)


@dataclass(frozen=True, slots=True)
class _OneOf:
    """A board, its family, and its way."""

    board: BoardSettings
    family: ProtocolSpec
    transport: Transport

    @property
    def wire_s(self) -> float:
        """Seconds that a picture is under way, answer included."""
        spec = self.board.spec
        return frame_s(self.family, spec, self.board.baud) + answer_s(self.family, spec)

    @property
    def able(self) -> Capabilities:
        """What the family can do, refreshed as often as the wire of this very board bears."""
        able = self.family.capabilities
        return replace(able, refresh_s=refresh_s(self.family, self.board.spec, self.board.baud))


def _line(
    one: _OneOf,
    keeping: Keeping | None = None,
    *,
    options: Mapping[str, str] = MappingProxyType({}),
    lead_s: float | None = None,
    neighbours: int = 0,
) -> OpenLine:
    spec, able = one.board.spec, one.able
    inner = one.family.driver(replace(spec, options={**spec.options, **options}))
    patience = Patience(backoff_s=rests_s(able.refresh_s))
    if neighbours:
        patience = replace(patience, resends=0, answer_s=_NEIGHBOURLY_S)
    link = Link(one.transport, SystemClock(), greet=inner.identify, patience=patience)
    driver = arranged(inner, one.board.arrangement)
    keeps = able.keeps == "pages" or (able.keeps == "picture" and one.board.keep_picture)
    keeper = None
    if keeping and keeps and isinstance(driver, StoringDriver):
        keeper = Keeper(driver, keeping.clock, keeping.book_of(one.board.id))
    board = BoardLine(driver, link, able, one.wire_s if lead_s is None else lead_s, keeper, neighbours)
    return OpenLine(board, link)


def link_use(link: Link, baud: int, elapsed_s: float) -> float:
    """Part of the time during which the line carried bytes, both directions counted (it is used half duplex).

    Over a network more may come than the line behind it could carry, such as a stranger's flood: that is all the time.
    """
    octets = link.totals.sent_bytes + link.totals.received_bytes
    return min(1.0, octets * BITS_PER_BYTE / baud / elapsed_s) if elapsed_s > 0 else 0.0


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """An event that is set when the process is asked to end politely; Ctrl-C stays an exception.

    That is SIGTERM, SIGBREAK, and SIGHUP unless somebody (nohup) had it ignored.
    """
    stop = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    names = ("SIGTERM", "SIGBREAK", "SIGHUP")
    known = [getattr(signal, name) for name in names if hasattr(signal, name)]
    known = [number for number in known if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, ask) for number in known}
    try:
        yield stop
    finally:
        for number, old in before.items():
            signal.signal(number, old)


def end_with_input(stop: threading.Event) -> None:
    """Set it when standard input ends: whoever started this process has gone, or wants it stopped.

    Read below Python's own stream: a thread that waits inside that holds its lock, and an interpreter that ends
    meanwhile aborts with a fatal error.
    """

    def hold() -> None:
        with suppress(OSError):  # there is none: as good as ended
            while os.read(0, 1024):
                continue
        stop.set()

    threading.Thread(target=hold, name="leash", daemon=True).start()
