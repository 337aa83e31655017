"""The card's half of BX-5E: bytes in, picture and answers out. Shares numbers and checksums with the driver only.

It refuses what the card refuses, with the card's numbers: 1 unknown group, 2 unknown command, 5 checksum, 14 date or
time, 17 another type of card, 18 an area that does not fit the screen. Every other number comes by test switch only.

Not simulated: stored programs (one fixed picture stands for them), flash, sound, borders, effects other than strips
that move left (a lone full page is there at once), the timed brightness, the time that a card works before it
answers, and files (group A1 is refused as unknown). Guessed: all motion, the order of overlapping areas (by id),
which picture run mode 3 falls back to, the contents of the answers to A2/0F, 0A and 19.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from signboard.frame.frame import Colour, Frame
from signboard.protocols.bx5_area import AreaError, DynamicArea, overlay, read_area
from signboard.protocols.bx5_options import read
from signboard.protocols.onbon_codes import REFUSALS, Area, Group, Screen, device_name
from signboard.protocols.onbon_wire import (
    ANY_SCREEN,
    ANY_TYPE,
    EVERY_SCREEN,
    Packet,
    Piece,
    WireReader,
    pack,
    unpack,
    wrap,
)
from signboard.protocols.spec import BoardSpec, PanelEvent

__all__ = ["Bx5Panel"]

_CHECKSUM, _UNKNOWN_GROUP, _UNKNOWN_COMMAND, _CLOCK, _TYPE, _SCREEN = 5, 1, 2, 14, 17, 18
_COLOUR_CODES = {Colour.MONO: 1, Colour.DUAL: 3}
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


class _RefusedError(Exception):
    """A command is refused with this number."""

    def __init__(self, number: int, meaning: str) -> None:
        super().__init__(meaning)
        self.number = number


class Bx5Panel:
    """One simulated BX-5E card.

    Attributes:
        faults: how often each kind of fault was met (`noise` counts stretches; `nak_N` refusals).
        forced_nak: refuse every command with this number; 0 is off.
        is_silent: obey, but never answer.
        is_on, brightness: what the host last set.
    """

    def __init__(self, board: BoardSpec) -> None:
        self.board = board
        self.options = read(board)
        self.faults: dict[str, int] = Counter()
        self.forced_nak = self.options.test_nak
        self.is_silent = self.options.test_silent
        self.is_on = True
        self.brightness = 15
        self._levels = bytes((self.brightness,)) * 48
        self._mode = 0
        self._reader = WireReader()
        self._areas: dict[int, DynamicArea] = {}
        self._clock = (datetime(2000, 1, 1, tzinfo=UTC), 0)  # the card knows no zone; UTC stands for none
        self._dark = Frame.blank(board.width_px, board.height_px, board.colour)
        self._stored = _border(self._dark) if self.options.stored == "border" else self._dark
        self._commands: dict[tuple[int, int], Callable[[bytes, int], _Done]] = {
            (Group.AREA, Area.UPDATE): self._update_area,
            (Group.AREA, Area.DELETE): lambda payload, _: self._delete_areas(payload),
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

    def picture(self, now_ms: int) -> Frame:
        """What the board shows now: areas in the order of their ids over the stored picture, dark when switched off."""
        if not self.is_on:
            return self._dark
        shown = [(area, area.picture(now_ms)) for _, area in sorted(self._areas.items())]
        lasting = [(area, frame) for area, frame in shown if frame is not None]
        base = self._dark if any(area.play for area, _ in lasting) else self._stored
        for area, frame in lasting:
            base = overlay(base, frame, area.x, area.y)
        return base

    def power_cycle(self) -> None:
        """Mains off and on: areas are gone, the stored picture is back. Clock and brightness last (guessed)."""
        self._areas.clear()
        self._reader = WireReader()
        self.is_on = True

    def _take(self, piece: Piece, now_ms: int) -> tuple[bytes, PanelEvent]:
        packet, flaw = (None, piece.flaw) if piece.flaw else unpack(piece.inner)
        if packet is None:
            return b"", self._fault(flaw, f"{_FLAWS[flaw]}, {len(piece.raw)} bytes", piece.raw)
        if packet.destination not in (self.options.screen, ANY_SCREEN, EVERY_SCREEN):
            if flaw:
                return b"", self._fault("checksum", "a damaged frame, perhaps for another board", piece.raw)
            meaning = f"for screen {packet.destination}, not for this one: passed over"
            return b"", PanelEvent("command", "other_screen", meaning, raw=piece.raw)
        wants_answer = packet.body[:1] != b"\0"
        try:
            body, event = self._obey(packet, flaw, piece.raw, now_ms)
        except _RefusedError as refused:
            name = f"nak_{refused.number}"
            body = _answer(Group.ANSWER, 1, number=refused.number)
            event = self._fault(name, f"refused with {refused.number}: {refused}", piece.raw)
        if self.is_silent or not wants_answer:
            return b"", event
        return wrap(pack(packet.reply(body)), lead=self.options.test_lead, tail=self.options.test_tail), event

    def _obey(self, packet: Packet, flaw: str, raw: bytes, now_ms: int) -> tuple[bytes, PanelEvent]:
        if flaw:
            raise _RefusedError(_CHECKSUM, "length or checksum is wrong")
        if self.forced_nak:
            code = REFUSALS[self.forced_nak].code if self.forced_nak in REFUSALS else "unknown"
            raise _RefusedError(self.forced_nak, f"{code} (test switch)")
        if packet.device_type not in (self.options.device_type, ANY_TYPE) and self.options.device_type != ANY_TYPE:
            raise _RefusedError(_TYPE, f"for a {device_name(packet.device_type)}")
        if len(packet.body) < 5:  # noqa: PLR2004 - answer flag, group, command, length
            raise _RefusedError(_UNKNOWN_COMMAND, "no command in the frame")
        group, command = packet.body[1], packet.body[2]
        action = self._commands.get((group, command))
        if action is None:
            known = any(group == each for each, _ in self._commands)
            raise _RefusedError(_UNKNOWN_COMMAND if known else _UNKNOWN_GROUP, f"command {group:02X}/{command:02X}")
        done = action(packet.body[5:], now_ms)
        kind = "command" if done.frame is None else "picture"
        event = PanelEvent(kind, done.name, done.meaning, done.frame, raw)
        if done.content is None:
            return _answer(Group.ANSWER, 0), event
        return _answer(group, command | Screen.ANSWERS, content=done.content), event

    def _fault(self, name: str, meaning: str, raw: bytes) -> PanelEvent:
        self.faults[name] = self.faults.get(name, 0) + 1
        return PanelEvent("fault", name, meaning, raw=raw)

    def _update_area(self, payload: bytes, now_ms: int) -> "_Done":
        if int.from_bytes(payload[:4], "little") != len(payload) - 4:
            raise _RefusedError(_SCREEN, "the block's length is wrong")
        try:
            area = read_area(payload[4:], self._dark, now_ms)
        except AreaError as error:
            raise _RefusedError(_SCREEN, str(error)) from error
        self._areas[area.area_id] = area
        first = area.pages[0].frame
        place = f"area {area.area_id}, {first.width_px}x{first.height_px} at {area.x},{area.y}"
        how = f"{Area.RUN_MODES[area.run_mode]}, {area.timeout_s} s, effect {area.pages[0].effect}"
        if area.is_strip:
            return _Done("strip", f"{place}: a strip of {area.strip.width_px} pixels, {how}", area.strip)
        return _Done("area", f"{place}: {len(area.pages)} page(s), {how}", self._at_rest(now_ms))

    def _at_rest(self, now_ms: int) -> Frame:
        """The screen with every area's first page in its place, as if nothing moved."""
        lasting = [area for _, area in sorted(self._areas.items()) if area.picture(now_ms) is not None]
        base = self._dark if any(area.play for area in lasting) else self._stored
        for area in lasting:
            base = overlay(base, area.pages[0].frame, area.x, area.y)
        return base

    def _delete_areas(self, payload: bytes) -> "_Done":
        if payload == bytes((Area.EVERY,)):
            self._areas.clear()
            return _Done("delete", "delete all areas")
        ids = payload[1:]
        if not payload or payload[0] != len(ids) or any(area_id >= Area.COUNT for area_id in ids):
            raise _RefusedError(_SCREEN, "no such areas")
        for area_id in ids:
            self._areas.pop(area_id, None)
        return _Done("delete", f"delete areas {', '.join(map(str, ids))}")

    def _ping(self) -> "_Done":
        board, options = self.board, self.options
        content = b"".join(
            (
                options.device_type,
                options.firmware,
                b"\x01",
                options.screen.to_bytes(2, "little"),
                b"\x01",
                board.width_px.to_bytes(2, "little"),
                board.height_px.to_bytes(2, "little"),
                bytes((_COLOUR_CODES[board.colour], self.brightness, self.is_on)),
                _OTHERS,
            )
        )
        return _Done("ping", "who is there?", content=content)

    def _set_clock(self, payload: bytes, now_ms: int) -> "_Done":
        try:
            year_low, year_high, month, day, hour, minute, second, _ = (_from_bcd(octet) for octet in payload)
            set_to = datetime(year_high * 100 + year_low, month, day, hour, minute, second, tzinfo=UTC)
        except ValueError as error:
            raise _RefusedError(_CLOCK, "no date and time") from error
        self._clock = (set_to, now_ms)
        return _Done("clock", f"set the clock to {set_to:%Y-%m-%d %H:%M:%S}")

    def _set_power(self, payload: bytes) -> "_Done":
        if payload not in (b"\0", b"\1"):
            raise _RefusedError(_SCREEN, "neither on nor off")
        self.is_on = payload == b"\1"
        return _Done("power", "switch on" if self.is_on else "switch off")

    def _set_brightness(self, payload: bytes) -> "_Done":
        if len(payload) != 49 or any(level > 15 for level in payload[1:]):  # noqa: PLR2004 - mode and 48 levels 0-15
            raise _RefusedError(_SCREEN, "no brightness table")
        self._mode, self._levels = payload[0], payload[1:]
        self.brightness = payload[1]
        return _Done("brightness", f"set brightness to {self.brightness} of 15, mode {self._mode}")

    def _status(self, now_ms: int) -> "_Done":
        head = bytes((self.is_on, 0, 0, self.brightness, 1, 0)) + b"P000" + bytes(4)
        return _Done("status", "how are you?", content=(head + self._time(now_ms)).ljust(33, b"\0"))

    def _read_brightness(self) -> "_Done":
        return _Done("read_brightness", "how bright?", content=bytes((self._mode,)) + self._levels)

    def _controller_id(self) -> "_Done":
        return _Done("controller_id", "which controller?", content=self.options.firmware)

    def _time(self, now_ms: int) -> bytes:
        set_to, at_ms = self._clock
        now = set_to + timedelta(milliseconds=max(0, now_ms - at_ms))
        numbers = (now.year % 100, now.year // 100, now.month, now.day, now.hour, now.minute, now.second)
        return bytes(value // 10 << 4 | value % 10 for value in (*numbers, now.isoweekday()))


class _Done:
    """What came of a command: a word, a sentence, the new picture, the content of the answer (None: a plain ACK)."""

    def __init__(self, name: str, meaning: str, frame: Frame | None = None, *, content: bytes | None = None) -> None:
        self.name = name
        self.meaning = meaning
        self.frame = frame
        self.content = content


def _answer(group: int, command: int, *, number: int = 0, content: bytes = b"") -> bytes:
    status = int(command == 1 and group == Group.ANSWER)
    fields = b"".join(value.to_bytes(2, "little") for value in (status, number, len(content)))
    return bytes((0, group, command)) + fields + content


def _from_bcd(octet: int) -> int:
    if octet & 15 > 9 or octet >> 4 > 9:  # noqa: PLR2004 - decimal digits
        raise ValueError(octet)
    return (octet >> 4) * 10 + (octet & 15)


def _border(dark: Frame) -> Frame:
    """A frame line round the screen, in the first colour: unmistakably neither dark nor a slogan."""
    width_px, height_px = dark.width_px, dark.height_px
    edge = {(x, y) for x in range(width_px) for y in (0, height_px - 1)}
    edge |= {(x, y) for y in range(height_px) for x in (0, width_px - 1)}
    return dark.flipped(edge)
