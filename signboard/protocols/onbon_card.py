"""What every simulated Onbon BX card does: takes packets, refuses, answers, keeps light, clock and identity.

Commands that every card knows are here; a family adds its own to `commands`. Numbers of refusals as the card's: 1
unknown group, 2 unknown command, 5 checksum, 14 date or time, 17 another type of card, 18 what does not fit the
screen. Guessed: the contents of the answers to A2/0F, 0A and 19.
"""

import struct
from abc import abstractmethod
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from signboard.frame.frame import Colour, Frame
from signboard.protocols.onbon_codes import REFUSALS, Group, Screen, device_name
from signboard.protocols.onbon_options import OnbonOptions
from signboard.protocols.onbon_wire import (
    ANY_SCREEN,
    ANY_TYPE,
    EVERY_SCREEN,
    Dialect,
    Packet,
    Piece,
    WireReader,
    ready,
    unpack,
)
from signboard.protocols.spec import BoardSpec, PanelEvent

__all__ = ["SCREEN_REFUSAL", "Done", "OnbonCard", "RefusedCommandError"]

_CHECKSUM, _UNKNOWN_GROUP, _UNKNOWN_COMMAND, _CLOCK, _TYPE = 5, 1, 2, 14, 17
SCREEN_REFUSAL = 18
_COLOUR_CODES = {Colour.MONO: 1, Colour.DUAL: 3, Colour.RGB: 255}
_ANSWER = struct.Struct("<BBBHHH")  # for the host, group, command, status, error, length
_OTHERS = bytes.fromhex("00001000000000000100")  # the tail of the ping answer that the vendor's parser took
_FLAWS = {
    "noise": "bytes outside any frame",
    "cut": "a frame broken off by a new start",
    "escape": "a frame with an impossible escape",
    "empty": "a frame without content",
    "long": "a frame longer than the card's buffer",
    "short": "a frame shorter than its header",
    "header": "a frame with an unknown header",
}


class RefusedCommandError(Exception):
    """A command is refused with this number."""

    def __init__(self, number: int, meaning: str) -> None:
        super().__init__(meaning)
        self.number = number


class Done:
    """What came of a command: a word, a sentence, the new picture, the content of the answer (None: a plain ACK)."""

    def __init__(self, name: str, meaning: str, frame: Frame | None = None, *, content: bytes | None = None) -> None:
        self.name = name
        self.meaning = meaning
        self.frame = frame
        self.content = content


class OnbonCard:
    """The common part of the panels.

    Attributes:
        faults: how often each kind of fault was met (`noise` counts stretches; `nak_N` refusals).
        forced_nak: refuse every command with this number; 0 is off.
        is_silent: obey, but never answer.
        is_on, brightness: what the host last set.
        commands: (group, command) → what it does with the payload at an instant.
    """

    dialects: tuple[Dialect, ...] = (Dialect.F0, Dialect.COMMON)
    """Headers that the card knows; it is silent towards others."""
    ping_bytes = 0
    """The answer to a ping is filled up with zeros to this length."""

    def __init__(self, board: BoardSpec, line: OnbonOptions) -> None:
        self.board = board
        self._line = line
        self.faults: dict[str, int] = Counter()
        self.forced_nak = line.test_nak
        self.is_silent = line.test_silent
        self.is_on = True
        self.brightness = 15
        self._levels = bytes((self.brightness,)) * 48
        self._mode = 0
        self._reader = WireReader()
        self._clock = (datetime(2000, 1, 1, tzinfo=UTC), 0)  # the card knows no zone; UTC stands for none
        self._dark = Frame.blank(board.width_px, board.height_px, board.colour)
        self.commands: dict[tuple[int, int], Callable[[bytes, int], Done]] = {
            (Group.SCREEN, Screen.PING): lambda *_: self._ping(),
            (Group.SCREEN, Screen.CLOCK): self._set_clock,
            (Group.SCREEN, Screen.POWER): lambda payload, _: self._set_power(payload),
            (Group.SCREEN, Screen.BRIGHTNESS): lambda payload, _: self._set_brightness(payload),
            (Group.SCREEN, Screen.STATUS): lambda _, now_ms: self._status(now_ms),
            (Group.SCREEN, Screen.READ_BRIGHTNESS): lambda *_: self._read_brightness(),
            (Group.SCREEN, Screen.CONTROLLER_ID): lambda *_: self._controller_id(),
        }

    def feed(self, data: bytes, now_ms: int) -> tuple[bytes, Sequence[PanelEvent]]:
        """Take bytes in any chunks; return the card's answer bytes and what was understood."""
        answers: list[bytes] = []
        events: list[PanelEvent] = []
        for piece in self._reader.feed(data):
            answer, event = self._take(piece, now_ms)
            answers.append(answer)
            events.append(event)
        return b"".join(answers), events

    @abstractmethod
    def picture(self, now_ms: int) -> Frame:
        """What the board shows now."""

    def power_cycle(self) -> None:
        """Mains off and on. Clock and brightness last (guessed)."""
        self._reader = WireReader()
        self.is_on = True

    def _take(self, piece: Piece, now_ms: int) -> tuple[bytes, PanelEvent]:
        packet, flaw = (None, piece.flaw) if piece.flaw else unpack(piece.inner)
        if packet and packet.dialect not in self.dialects:
            packet, flaw = None, "header"
        if packet is None:
            return b"", self._fault(flaw, f"{_FLAWS[flaw]}, {len(piece.raw)} bytes", piece.raw)
        if packet.destination not in (self._line.screen, ANY_SCREEN, EVERY_SCREEN):
            if flaw:
                return b"", self._fault("checksum", "a damaged frame, perhaps for another board", piece.raw)
            meaning = f"for screen {packet.destination}, not for this one: passed over"
            return b"", PanelEvent("command", "other_screen", meaning, raw=piece.raw)
        wants_answer = packet.body[:1] != b"\0"
        try:
            body, event = self._obey(packet, flaw, piece.raw, now_ms)
        except RefusedCommandError as refused:
            name = f"nak_{refused.number}"
            body = _answer(Group.ANSWER, 1, number=refused.number)
            event = self._fault(name, f"refused with {refused.number}: {refused}", piece.raw)
        if self.is_silent or not wants_answer:
            return b"", event
        return ready(packet.reply(body), lead=self._line.test_lead, tail=self._line.test_tail), event

    def _obey(self, packet: Packet, flaw: str, raw: bytes, now_ms: int) -> tuple[bytes, PanelEvent]:
        if flaw:
            raise RefusedCommandError(_CHECKSUM, "length or checksum is wrong")
        if self.forced_nak:
            code = REFUSALS[self.forced_nak].code if self.forced_nak in REFUSALS else "unknown"
            raise RefusedCommandError(self.forced_nak, f"{code} (test switch)")
        if packet.device_type not in (self._line.device_type, ANY_TYPE) and self._line.device_type != ANY_TYPE:
            raise RefusedCommandError(_TYPE, f"for a {device_name(packet.device_type)}")
        if len(packet.body) < 5:  # noqa: PLR2004 - answer flag, group, command, length
            raise RefusedCommandError(_UNKNOWN_COMMAND, "no command in the frame")
        group, command = packet.body[1], packet.body[2]
        action = self.commands.get((group, command))
        if action is None:
            known = any(group == each for each, _ in self.commands)
            raise RefusedCommandError(
                _UNKNOWN_COMMAND if known else _UNKNOWN_GROUP, f"command {group:02X}/{command:02X}"
            )
        done = action(packet.body[5:], now_ms)
        kind = "command" if done.frame is None else "picture"
        event = PanelEvent(kind, done.name, done.meaning, done.frame, raw)
        if done.content is None:
            return _ACK, event
        return _answer(group, command | Screen.ANSWERS, content=done.content), event

    def _fault(self, name: str, meaning: str, raw: bytes) -> PanelEvent:
        self.faults[name] = self.faults.get(name, 0) + 1
        return PanelEvent("fault", name, meaning, raw=raw)

    def _ping(self) -> Done:
        board, line = self.board, self._line
        content = b"".join(
            (
                line.device_type,
                line.firmware,
                b"\x01",
                line.screen.to_bytes(2, "little"),
                b"\x01",
                board.width_px.to_bytes(2, "little"),
                board.height_px.to_bytes(2, "little"),
                bytes((_COLOUR_CODES[board.colour], self.brightness, self.is_on)),
                _OTHERS,
            )
        )
        return Done("ping", "who is there?", content=content.ljust(self.ping_bytes, b"\0"))

    def _set_clock(self, payload: bytes, now_ms: int) -> Done:
        try:
            year_low, year_high, month, day, hour, minute, second, weekday = (_from_bcd(octet) for octet in payload)
            set_to = datetime(year_high * 100 + year_low, month, day, hour, minute, second, tzinfo=UTC)
        except ValueError as error:
            raise RefusedCommandError(_CLOCK, "no date and time") from error
        if not 1 <= weekday <= 7:  # noqa: PLR2004 - Monday to Sunday
            raise RefusedCommandError(_CLOCK, "no day of the week")
        self._clock = (set_to, now_ms)
        return Done("clock", f"set the clock to {set_to:%Y-%m-%d %H:%M:%S}")

    def _set_power(self, payload: bytes) -> Done:
        if payload not in (b"\0", b"\1"):
            raise RefusedCommandError(SCREEN_REFUSAL, "neither on nor off")
        self.is_on = payload == b"\1"
        return Done("power", "switch on" if self.is_on else "switch off")

    def _set_brightness(self, payload: bytes) -> Done:
        if len(payload) != 49 or any(level > 15 for level in payload[1:]):  # noqa: PLR2004 - mode and 48 levels 0-15
            raise RefusedCommandError(SCREEN_REFUSAL, "no brightness table")
        self._mode, self._levels = payload[0], payload[1:]
        self.brightness = payload[1]
        return Done("brightness", f"set brightness to {self.brightness} of 15, mode {self._mode}")

    def _status(self, now_ms: int) -> Done:
        head = bytes((self.is_on, 0, 0, self.brightness, 1, 0)) + b"P000" + bytes(4)
        return Done("status", "how are you?", content=(head + self._time(now_ms)).ljust(33, b"\0"))

    def _read_brightness(self) -> Done:
        return Done("read_brightness", "how bright?", content=bytes((self._mode,)) + self._levels)

    def _controller_id(self) -> Done:
        return Done("controller_id", "which controller?", content=self._line.firmware)

    def _time(self, now_ms: int) -> bytes:
        set_to, at_ms = self._clock
        now = set_to + timedelta(milliseconds=max(0, now_ms - at_ms))
        numbers = (now.year % 100, now.year // 100, now.month, now.day, now.hour, now.minute, now.second)
        return bytes(value // 10 << 4 | value % 10 for value in (*numbers, now.isoweekday()))


def _answer(group: int, command: int, *, number: int = 0, content: bytes = b"") -> bytes:
    status = int(command == 1 and group == Group.ANSWER)
    return _ANSWER.pack(0, group, command, status, number, len(content)) + content


_ACK = _answer(Group.ANSWER, 0)


def _from_bcd(octet: int) -> int:
    if octet & 15 > 9 or octet >> 4 > 9:  # noqa: PLR2004 - decimal digits
        raise ValueError(octet)
    return (octet >> 4) * 10 + (octet & 15)
