"""A virtual board: a card behind a real port, in a thread of its own, as slow as its line.

Wire time comes from a clock; waiting is done in the port (`select`), so an idle board costs next to nothing.
"""

import queue
import threading
from collections.abc import Callable, Iterable
from random import Random
from types import TracebackType
from typing import Self

from signboard.clock import Clock, SystemClock
from signboard.frame.frame import Frame
from signboard.protocols.spec import BoardSpec, PanelEvent, ProtocolSpec
from signboard.simulator.card import Card, check_refusals
from signboard.simulator.defects import as_seen
from signboard.simulator.event import Event
from signboard.simulator.faults import BoardFaults
from signboard.simulator.line import Inbound, Outbound
from signboard.simulator.mishap import Mishaps
from signboard.simulator.port import Port, open_port
from signboard.simulator.stranger import checkerboard, write_past_the_line

__all__ = ["SimulatedBoard"]

_IDLE_S = 0.25
_MERGE_S = 0.1


class SimulatedBoard:
    """One virtual board; use it as a context manager, or call `start` and `stop`.

    It does not model parity and framing errors, a host with another speed, or collisions on a shared line; what the
    card itself leaves out is told by its panel.

    Args:
        spec: the protocol.
        board: size, colour, options.
        baud: speed of the line, 8N1, both ways at once.
        faults: what goes wrong.
        port: the board's end of the line (None: `open_port()`); closed by `stop`.
        clock: wire time, and board time for the events.
        seed: of everything that chance decides; the same bytes at the same times then suffer the same.

    Attributes:
        url: what the host opens.
        listeners: called with every event, in the board's thread; must return quickly.
    """

    def __init__(  # noqa: PLR0913 - a board is put together here once; all but the first three have defaults
        self,
        spec: ProtocolSpec,
        board: BoardSpec,
        baud: int,
        faults: BoardFaults | None = None,
        *,
        port: Port | None = None,
        clock: Clock | None = None,
        seed: int = 0,
        listeners: Iterable[Callable[[Event], object]] = (),
    ) -> None:
        spec.check(board)
        self.spec = spec
        self.board = board
        self.baud = baud
        self.faults = faults or BoardFaults()
        self.clock = clock or SystemClock()
        self.listeners = list(listeners)
        self._panel = spec.panel(board)
        self._chance = Random(seed)  # noqa: S311 - faults to order, no secret
        self._card = Card(self._panel, self.faults, self._chance)
        self._lock = threading.Lock()
        self._calls: queue.SimpleQueue[tuple[Callable[[], None], threading.Event]] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._failure: BaseException | None = None
        self._is_lit = False
        self._has_news = False
        self._started_s = self.clock.monotonic_s()
        self._busy_until_s = self._started_s
        self._set_up(self.faults)
        self._port = port or open_port()  # last: nothing above may fail and leave it open

    @property
    def url(self) -> str:
        """What the host opens."""
        return self._port.url

    @property
    def device(self) -> str:
        """The port that it holds now, links followed; empty while it is unplugged."""
        return self._port.device

    def start(self) -> None:
        """Begin to listen to the host."""
        self._thread = threading.Thread(target=self._work, name=f"board {self.url}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop and close the port.

        Raises:
            Exception: whatever ended the board's thread, if something did.
        """
        self._stopping.set()
        self._port.wake()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._port.close()
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure

    def picture(self) -> Frame:
        """What the card holds to be shown now, decoded from the bytes."""
        with self._lock:
            return self._card.picture(self._card_ms())

    def seen(self) -> Frame:
        """What people see now: the picture on LEDs of which some may be broken."""
        return as_seen(self.picture(), self.faults)

    def fault_counts(self) -> dict[str, int]:
        """What the panel counted: noise, bad checksums, refusals."""
        with self._lock:
            return dict(self._panel.faults)

    def unplug(self) -> None:
        """Pull the plug; bytes on the way are lost."""
        self._call(self._unplug)

    def plug(self) -> None:
        """Plug it in again."""
        self._call(self._plug)

    def power_cycle(self) -> None:
        """Mains off and on: RAM is forgotten."""
        self._call(self._power_cycle)

    def write_strangely(self) -> None:
        """Let somebody else write a picture of his own into the card, past the line."""
        self._call(self._stranger)

    def set_faults(self, faults: BoardFaults) -> None:
        """Let other things go wrong from now on; bytes on the way are lost.

        Raises:
            UsageError: `no_refusals`.
        """
        check_refusals(self._panel, faults)
        self._call(lambda: self._set_up(faults))

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _set_up(self, faults: BoardFaults) -> None:
        self.faults = faults
        with self._lock:
            self._card = Card(self._panel, faults, self._chance)
        self._inbound = Inbound(self.baud, _MERGE_S if faults.merge else 0.0)
        piece_bytes = 1 if faults.split else 1 << 16 if faults.merge else None
        self._outbound = Outbound(self.baud, piece_bytes)
        self._mishaps = Mishaps(faults, self.clock.monotonic_s())

    def _call(self, work: Callable[[], None]) -> None:
        if self._thread is None or not self._thread.is_alive():
            work()
            return
        done = threading.Event()
        self._calls.put((work, done))
        self._port.wake()
        while not done.wait(_IDLE_S) and self._thread.is_alive():
            pass

    def _work(self) -> None:
        try:
            while not self._stopping.is_set():
                self._turn()
        except BaseException as error:  # noqa: BLE001 - kept for `stop`, which raises it where somebody can see it
            self._failure = error
            self._port.unplug()

    def _turn(self) -> None:
        while not self._calls.empty():
            work, done = self._calls.get()
            work()
            done.set()
        now_s = self.clock.monotonic_s()
        for mishap in self._mishaps.due(now_s):
            self._strike(mishap)
        self._understand(self._inbound.arrived(now_s), now_s)
        while piece := self._outbound.leaving(now_s):
            self._port.write(piece)
            self._tell("to_host", "bytes", raw=piece)
        is_idle = now_s >= self._busy_until_s
        if is_idle and self._inbound.room_bytes:
            piece = self._port.read(self._inbound.room_bytes)
            if piece:
                self._inbound.take(piece, now_s)
                self._tell("to_board", "bytes", raw=piece)
        self._notice()
        self._wait(now_s, is_idle=is_idle)

    def _strike(self, mishap: str) -> None:
        strokes = {
            "unplug": self._unplug,
            "plug": self._plug,
            "power_cycle": self._power_cycle,
            "stranger": self._stranger,
        }
        strokes[mishap]()

    def _notice(self) -> None:
        """Tell when the board goes dark or lights up by itself, as cards do that wait for a host in vain."""
        lit = bool(self.picture().lit)
        if lit == self._is_lit:
            return
        self._is_lit = lit
        template = "the board lit up without a word from the host" if lit else "the board went dark by itself"
        if not self._has_news:
            self._tell("-", "board", "lit" if lit else "dark", template)

    def _wait(self, now_s: float, *, is_idle: bool) -> None:
        times = [now_s + _IDLE_S, self._inbound.next_s, self._outbound.next_s, self._mishaps.next_s]
        if not is_idle:
            times.append(self._busy_until_s)
        soonest_s = min(time_s for time_s in times if time_s is not None)
        self._port.wait(soonest_s - now_s, for_input=is_idle and bool(self._inbound.room_bytes))

    def _understand(self, data: bytes, now_s: float) -> None:
        self._has_news = bool(data)
        pieces = [data[i : i + 1] for i in range(len(data))] if self.faults.split else [data] if data else []
        for piece in pieces:
            with self._lock:
                answer, events = self._card.feed(piece, self._card_ms())
            for event in events:
                self._tell_panel(event)
            if events and self.faults.slow_s:
                self._busy_until_s = now_s + self.faults.slow_s
            if answer:
                self._outbound.put(answer, max(now_s, self._busy_until_s) + self.faults.delay_s)
                self._tell("to_host", "answer", "answer", f"the board answers {len(answer)} bytes", raw=answer)

    def _unplug(self) -> None:
        self._port.unplug()
        self._inbound = Inbound(self.baud, _MERGE_S if self.faults.merge else 0.0)
        self._outbound.clear()
        self._tell("-", "injected", "unplug", "the plug was pulled")

    def _plug(self) -> None:
        self._port.plug()
        self._tell("-", "injected", "plug", "the plug is in again")

    def _power_cycle(self) -> None:
        with self._lock:
            self._panel.power_cycle()
        self._tell("-", "injected", "power_cycle", "the board's power went off and on")

    def _stranger(self) -> None:
        """Bytes of another host for the same card, through a door of its own (its network port, its radio)."""
        foreign = checkerboard(self.board)
        with self._lock:
            write_past_the_line(self.spec, self.board, self._panel, foreign, self._card_ms())
        self._has_news = True
        self._tell("-", "injected", "stranger", "somebody else wrote a picture into the card", frame=foreign)

    def _card_ms(self) -> int:
        """The card's own clock, which may drift."""
        return round(self._now_ms() * (1 + self.faults.drift))

    def _now_ms(self) -> int:
        return round((self.clock.monotonic_s() - self._started_s) * 1000)

    def _tell_panel(self, event: PanelEvent) -> None:
        direction = "to_host" if event.name in ("no_answer", "bent_answer") else "to_board"
        self._tell(direction, event.kind, event.name, event.meaning, raw=event.raw, frame=event.frame)

    def _tell(
        self,
        direction: str,
        kind: str,
        name: str = "",
        meaning: str = "",
        *,
        raw: bytes = b"",
        frame: Frame | None = None,
    ) -> None:
        event = Event(self._now_ms(), self.clock.now(), direction, kind, name, meaning, raw, frame)
        for listener in self.listeners:
            listener(event)
