"""The board's half of ZeDMD: packages in, acknowledgements and picture out. Shares numbers with the driver only."""

import zlib
from collections import Counter
from collections.abc import Callable, Sequence

from signboard.frame import pack
from signboard.frame.frame import Colour, Frame
from signboard.protocols import zedmd_wire as wire
from signboard.protocols.plain import FlawError
from signboard.protocols.spec import BoardSpec, PanelEvent
from signboard.protocols.zedmd_wire import Command

__all__ = ["ZedmdPanel"]

_HEAD_BYTES = len(wire.CONTROL) + 4
_NOISE_BYTES = 4096
_UNPACKED_BYTES = 64 * 1024
_PATIENCE_MS = 100
_SILENCE_MS = 5000
_OTHERS = bytes.fromhex("0000000008003c")  # what the hello tells after the brightness; the client took it


class ZedmdPanel:
    """One simulated ZeDMD board.

    A burst begins with `FRAME`, which hardly occurs elsewhere: after noise the first good picture shows. A burst that
    stops inside a package is given up after 100 ms of silence, and a package that begins like a new burst begins one
    (both guessed). Zones that cannot be read, unknown commands and broken bursts are answered by `ZeDMDF`, and what was
    drawn but not shown stays drawn. Zones not sent keep their pixels. 5 s after the last word the board shows its own
    picture; the next picture shows again. Not simulated: RGB888 zones, boot chatter, settings, a reset's silence, the
    time that work takes, how bright a colour is (lit from half on; a mono board counts every pixel that is not black).

    Attributes:
        faults: how often each kind of fault was met.
        forced_nak: answer every package by `ZeDMDF`; 0 is off.
        brightness: what the host last set.
    """

    def __init__(self, board: BoardSpec) -> None:
        self.board = board
        self.options = wire.read(board)
        self.faults: dict[str, int] = Counter()
        self.forced_nak = 0
        self.brightness = 6
        self._dark = Frame.blank(board.width_px, board.height_px, board.colour)
        self._stored = _border(self._dark) if self.options.stored == "border" else self._dark
        self._acts: dict[int, Callable[[bytes], PanelEvent]] = {
            Command.ZONES: self._zones,
            Command.RENDER: lambda _: self._render("render", "show what was drawn"),
            Command.CLEAR: self._clear,
            Command.BRIGHTNESS: self._brightness,
            Command.KEEP_ALIVE: lambda _: PanelEvent("command", "keep_alive", "the host lives"),
            Command.HELLO: lambda _: PanelEvent("command", "hello", "who is there?"),
            Command.SAVE: lambda _: PanelEvent("command", "save", "save the settings (not simulated)"),
            Command.RESET: self._reset,
        }
        self._fed_ms = 0
        self._forget()

    def feed(self, data: bytes, now_ms: int) -> tuple[bytes, Sequence[PanelEvent]]:
        """Take bytes in any chunks; return the answers to whole packages and what was understood."""
        events: list[PanelEvent] = []
        answers: list[bytes] = []
        if self._is_open and now_ms - self._fed_ms > _PATIENCE_MS and (self._open or self._burst):
            self._give_up("gap", "a burst that stopped", events)
        self._fed_ms = now_ms
        self._open += data
        while self._goes_on() or self._find_start(events):
            size = self.options.package
            if len(self._open) < size:
                break
            package = bytes(self._open[:size])
            del self._open[:size]
            answers.append(self._take(package, events, now_ms))
        return b"".join(answers), events

    def picture(self, now_ms: int) -> Frame:
        """What the board shows now: the host's picture while it is heard, else its own."""
        is_heard = self._heard_ms is not None and now_ms - self._heard_ms < _SILENCE_MS
        return self._shown if is_heard else self._stored

    def power_cycle(self) -> None:
        """Mains off and on: everything is forgotten (the brightness too: nobody saved it)."""
        self.brightness = 6
        self._forget()

    def _forget(self) -> None:
        self._open = bytearray()
        self._noise = bytearray()
        self._burst = bytearray()
        self._is_open = False
        self._heard_ms: int | None = None
        self._drawn = bytearray(2 * self.board.width_px * self.board.height_px)
        self._shown = self._dark

    def _goes_on(self) -> bool:
        """Is a burst open? Where a command ended with its package, only another command keeps it open."""
        if self._is_open and not self._burst and self._open and not self._open.startswith(wire.BURST):
            head = bytes(self._open[: len(wire.CONTROL)])
            self._is_open = wire.CONTROL.startswith(head)
        return self._is_open

    def _find_start(self, events: list[PanelEvent]) -> bool:
        """Drop what stands before `FRAME`; zeros are silence, the rest is noise."""
        at = self._open.find(wire.BURST)
        kept = next((n for n in range(len(wire.BURST) - 1, 0, -1) if self._open.endswith(wire.BURST[:n])), 0)
        until = at if at >= 0 else len(self._open) - kept
        self._noise += self._open[:until].replace(b"\0", b"")
        del self._open[:until]
        while len(self._noise) >= _NOISE_BYTES:
            self._fault("noise", "bytes outside any burst", bytes(self._noise[:_NOISE_BYTES]), events)
            del self._noise[:_NOISE_BYTES]
        if at < 0:
            return False
        if self._noise:
            self._fault("noise", "bytes outside any burst", bytes(self._noise), events)
            self._noise.clear()
        self._is_open = True
        return True

    def _take(self, package: bytes, events: list[PanelEvent], now_ms: int) -> bytes:
        """Obey as much as this package completes; the answer to it."""
        if package.startswith(wire.BURST):
            if self._burst:
                self._fault("cut", "a burst broken off by a new one", bytes(self._burst), events)
            self._burst.clear()
            package = package[len(wire.BURST) :]
        self._burst += package
        answer = wire.ACK
        try:
            self._refuse_if_told()
            while command := self._next_command():
                answer = self._obey(command, events, now_ms) or answer
        except FlawError as flaw:
            self._give_up(flaw.name, str(flaw), events)
            return wire.NAK
        return answer

    def _refuse_if_told(self) -> None:
        if self.forced_nak:
            raise FlawError(f"nak_{self.forced_nak}", "refused (test switch)")

    def _next_command(self) -> bytes | None:
        """The next whole command of the burst; zeros behind a command are the end of the burst."""
        if not self._burst.strip(b"\0"):
            self._is_open = self._is_open and not self._burst
            self._burst.clear()
            return None
        if not wire.CONTROL.startswith(bytes(self._burst[: len(wire.CONTROL)])):
            raise FlawError("command", "something else than a command")
        if len(self._burst) < _HEAD_BYTES:
            return None
        end = _HEAD_BYTES + int.from_bytes(self._burst[6:8], "big")
        if len(self._burst) < end:
            return None
        command = bytes(self._burst[:end])
        del self._burst[:end]
        return command

    def _obey(self, command: bytes, events: list[PanelEvent], now_ms: int) -> bytes | None:
        number, is_compressed, payload = command[5], command[8], command[_HEAD_BYTES:]
        act = self._acts.get(number)
        if act is None:
            raise FlawError("command", f"unknown command {number:02X}")
        event = act(_unpacked(payload) if is_compressed else payload)
        events.append(PanelEvent(event.kind, event.name, event.meaning, event.frame, command))
        if event.frame is not None or number == Command.KEEP_ALIVE:
            self._heard_ms = now_ms
        return self._told() if number == Command.HELLO else None

    def _give_up(self, name: str, meaning: str, events: list[PanelEvent]) -> None:
        self._fault(name, meaning, bytes(self._burst), events)
        self._burst.clear()
        if name == "gap":
            self._open.clear()
        self._is_open = False

    def _fault(self, name: str, meaning: str, raw: bytes, events: list[PanelEvent]) -> None:
        self.faults[name] += 1
        events.append(PanelEvent("fault", name, meaning, raw=raw))

    def _told(self) -> bytes:
        """The answer to hello."""
        head = self.board.width_px.to_bytes(2, "little") + self.board.height_px.to_bytes(2, "little")
        version = bytes(int(number) for number in self.options.firmware.split("."))
        package = self.options.package.to_bytes(2, "little")
        told = wire.CONTROL[:4] + head + version + package + bytes((self.brightness,)) + _OTHERS
        return told.ljust(wire.REPLY_BYTES - 7, b"\0") + b"R" + wire.ACK

    def _zones(self, payload: bytes) -> PanelEvent:
        across, down = wire.zone_size(self.board)
        drawn = bytearray(self._drawn)
        at = count = 0
        while at < len(payload):
            number, is_dark = payload[at] & 0x7F, payload[at] >= wire.DARK_ZONE
            size = 0 if is_dark else 2 * across * down
            zone = bytes(2 * across * down) if is_dark else payload[at + 1 : at + 1 + size]
            if len(zone) < 2 * across * down:
                raise FlawError("zones", "zones that do not add up")
            self._draw(drawn, number, zone)
            at, count = at + 1 + size, count + 1
        self._drawn = drawn
        return PanelEvent("command", "zones", f"{count} zones, not shown yet")

    def _draw(self, drawn: bytearray, number: int, zone: bytes) -> None:
        across, down = wire.zone_size(self.board)
        row, column = divmod(number, wire.ACROSS)
        for y in range(down):
            first = ((row * down + y) * self.board.width_px + column * across) * 2
            drawn[first : first + 2 * across] = zone[y * 2 * across : (y + 1) * 2 * across]

    def _clear(self, _: bytes) -> PanelEvent:
        self._drawn = bytearray(len(self._drawn))
        return self._render("clear", "a dark picture")

    def _render(self, name: str, meaning: str) -> PanelEvent:
        size = (self.board.width_px, self.board.height_px)
        dots = _dots(self._drawn, self.board.colour)
        self._shown = Frame(*size, pack.columns_from_dots(dots, *size, self.board.colour.value))
        return PanelEvent("picture", name, meaning, self._shown)

    def _brightness(self, payload: bytes) -> PanelEvent:
        if len(payload) != 1 or payload[0] >= wire.LEVELS:
            raise FlawError("brightness", "no such brightness")
        self.brightness = payload[0]
        return PanelEvent("command", "brightness", f"set brightness to {self.brightness} of 15")

    def _reset(self, _: bytes) -> PanelEvent:
        self._drawn = bytearray(len(self._drawn))
        self._shown, self._heard_ms = self._dark, None
        return PanelEvent("command", "reset", "start anew")


def _unpacked(payload: bytes) -> bytes:
    reader = zlib.decompressobj()
    try:
        plain = reader.decompress(payload, _UNPACKED_BYTES)
    except zlib.error as error:
        raise FlawError("compression", "octets that cannot be unpacked") from error
    if not reader.eof:
        raise FlawError("compression", "octets whose end is missing")
    return plain


def _dots(pixels: bytearray, colour: Colour) -> bytes:
    low, high = pixels[0::2], pixels[1::2]
    if colour is Colour.MONO:
        return bytes(1 if one or other else 0 for one, other in zip(low, high, strict=True))
    count = colour.value
    mask = (1 << count) - 1
    pairs = zip(low, high, strict=True)
    return bytes((other >> 7 | (other >> 2 & 1) << 1 | (one >> 4 & 1) << 2) & mask for one, other in pairs)


def _border(dark: Frame) -> Frame:
    width_px, height_px = dark.width_px, dark.height_px
    edge = {(x, y) for x in range(width_px) for y in (0, height_px - 1)}
    return dark.flipped(edge | {(x, y) for y in range(height_px) for x in (0, width_px - 1)})
