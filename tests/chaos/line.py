"""A real serial line between two pseudo-terminals, joined by a foreign program, that people unplug: rigs for tests."""

import os
import select
import shutil
import subprocess
import threading
import time
import tty
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.clock import DemoClock
from signboard.frame.frame import Frame
from signboard.frame.message import Page, Pages
from signboard.link import Link, Patience
from signboard.player.board_line import BoardLine
from signboard.player.ledger import Station
from signboard.player.recovery import rests_s
from signboard.player.screenplay import Screenplay
from signboard.player.streamer import Streamer
from signboard.playlog.showing import Showing
from signboard.protocols.spec import BoardSpec, Panel, ProtocolSpec
from signboard.transports.base import Transport

__all__ = ["Cable", "Desk", "Listener", "Rig", "ticking_play"]

OPEN_AT = datetime(2026, 11, 15, 2, tzinfo=UTC)
SIZE = BoardSpec(32, 16)


def picture(number: int) -> Frame:
    """A picture that tells its number."""
    return Frame.blank(32, 16).flipped([(x, 3) for x in range(16) if number >> x & 1] + [(31, 15)])


def number_of(frame: Frame) -> int:
    """The number of a picture."""
    return sum(1 << x for x in range(16) if frame.pixel(x, 3))


def ticking_play(page_ms: int, count: int = 1000) -> Screenplay:
    """A campaign of so many pages, each of its own number."""
    slogan = Slogan("ticking")
    message = Pages(tuple(Page(picture(number), page_ms) for number in range(count)))
    month = Campaign("month", "Month", Period(DayOfYear(11, 15), DayOfYear(12, 15)), (HourWindow(0, 1440),), (slogan,))
    return Screenplay([month], {slogan.key: message}, SIZE, UTC)


@dataclass
class Cable:
    """socat between two names; pulled out it takes both names with it, as udev does."""

    folder: Path
    child: "subprocess.Popen[bytes] | None" = None

    @property
    def host(self) -> Path:
        """The computer's end."""
        return self.folder / "host"

    @property
    def board(self) -> Path:
        """The board's end."""
        return self.folder / "board"

    def open_board(self) -> int:
        """The board's end, where it is plugged in."""
        return os.open(self.board, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)

    def plug(self) -> float:
        """Plug it in; when the device was there."""
        ends = [f"PTY,link={end},raw,echo=0" for end in (self.board, self.host)]
        self.child = subprocess.Popen([shutil.which("socat") or "socat", *ends])
        while not (self.host.exists() and self.board.exists()):
            time.sleep(0.001)
        return time.monotonic()

    def pull(self) -> None:
        """Pull it out in the middle of whatever passes."""
        if self.child:
            self.child.kill()
            self.child.wait()
        for end in (self.host, self.board):
            end.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        self.plug()
        return self

    def __exit__(self, *_: object) -> None:
        self.pull()


@dataclass
class Desk:
    """A pseudo-terminal alone: what the system itself buffers, and nobody in between."""

    def __post_init__(self) -> None:
        self._far, self._near = os.openpty()
        tty.setraw(self._near)
        self.host = Path(os.ttyname(self._near))

    def open_board(self) -> int:
        """The board's end."""
        os.set_blocking(self._far, False)
        return os.dup(self._far)

    def close(self) -> None:
        """Clear it away."""
        os.close(self._far)
        os.close(self._near)


@dataclass
class Listener:
    """Whatever hangs at the far end: reads what comes and, where it is a board, answers.

    Attributes:
        panel: decodes; a stranger's decodes, too, so that nothing it was sent is missed.
        answers: it is a board.
        baud: it takes no more than its wire would carry.
        reads: cleared, it takes nothing from the line.
        seen: when each picture was decoded, and its number.
    """

    line: "Cable | Desk"
    panel: Panel
    answers: bool = True
    baud: int = 57_600
    reads: threading.Event = field(default_factory=threading.Event)
    seen: list[tuple[float, int]] = field(default_factory=list)
    octets: int = 0
    _stop: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self.reads.set()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        if self._thread:
            self._thread.join()

    def _listen(self) -> None:
        while not self._stop.is_set():
            try:
                port = self.line.open_board()
            except OSError:
                time.sleep(0.005)
                continue
            try:
                self._hear(port)
            except OSError:
                time.sleep(0.005)
            finally:
                os.close(port)

    def _hear(self, port: int) -> None:
        while not self._stop.is_set():
            if not self.reads.is_set():
                time.sleep(0.01)
                continue
            ready, _, _ = select.select([port], [], [], 0.05)
            data = os.read(port, 128) if ready else b""
            if ready and not data:
                raise OSError("gone")
            time.sleep(len(data) * 10 / self.baud)
            self.octets += len(data)
            answer, events = self.panel.feed(data, round(time.monotonic() * 1000)) if data else (b"", ())
            now_s = time.monotonic()
            self.seen += [
                (now_s, number_of(event.frame)) for event in events if event.frame and event.kind == "picture"
            ]
            if answer and self.answers:
                with suppress(BlockingIOError):  # nobody reads: a board's answer is lost then
                    os.write(port, answer)


@dataclass
class Rig:
    """A streamer over a real port, in the thread of the test.

    Attributes:
        shown: when each picture was said to be on the board, and its number.
    """

    family: ProtocolSpec
    transport: Transport
    play: Screenplay
    is_greeted: bool = True
    rows: list[Showing] = field(default_factory=list)
    shown: list[tuple[float, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock = DemoClock(OPEN_AT)
        driver = self.family.driver(SIZE)
        patience = Patience(answer_s=1.0, backoff_s=rests_s(self.family.capabilities.refresh_s))
        greet = driver.identify if self.is_greeted else None
        self.link = Link(self.transport, self.clock, greet=greet, patience=patience)
        line = BoardLine(driver, self.link, self.family.capabilities)
        self.streamer = Streamer(self.play, line, self.clock, Station("site", "board", "b"), self.rows.append)
        self.streamer.observe = lambda shot, _at: self.shown.append((time.monotonic(), number_of(shot.frame)))

    def run(self, until: Callable[[], bool], seconds: float = 60) -> bool:
        """Play until it holds, or so long; does it hold?"""
        end_s = time.monotonic() + seconds
        while not until() and time.monotonic() < end_s:
            time.sleep(min(self.streamer.tick(), 0.05))
        return until()

    def due(self) -> int:
        """The number of the picture that is due now."""
        return number_of(self.play.shot(self.clock.now()).frame)
