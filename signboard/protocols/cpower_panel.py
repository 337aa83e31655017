"""The card's half of C-Power: bytes in, picture and answers out. Shares numbers and framing with the driver only.

It refuses under 7B with 1 (checksum) and 2 (a packet out of turn, also one that comes twice) as the document says, and
with a number of its own choice (255) what does not add up. Under the other ids a failure is answered with 00.

Not simulated: texts, clocks, GIF pictures and programs (obeyed with success, nothing is drawn), effects and stay times,
brightness by the hour, other commands of the templates than the query, files, and the time that a card works before it
answers. A picture shows after its last packet, never in parts. Guessed: that a picture clears its window first and is
cut at the window's edges, that dividing the screen clears it, that without a division window 0 is the whole screen,
which answer the unknown command gets, and how shades show (lit from half on).
"""

from collections import Counter
from collections.abc import Callable, Sequence

from signboard.frame import pack as bits
from signboard.frame.frame import Colour, Frame
from signboard.protocols.cpower_options import WINDOW_COUNT, read
from signboard.protocols.cpower_wire import ANSWER, EVERY_CARD, WINDOWS, Packet, pack, unpack
from signboard.protocols.cutting import Cutter, Piece
from signboard.protocols.placing import overlay
from signboard.protocols.spec import BoardSpec, PanelEvent

__all__ = ["CPowerPanel"]

_CHECKSUM, _ORDER, _FAILED = 1, 2, 255
_MAX_COMMAND_BYTES = 256 * 1024
_SIMPLE_PICTURE, _IMAGE_HEAD_BYTES, _PICTURE_HEAD_BYTES = 4, 10, 8
_FULL_SHADES = 7
_HOURS, _LEVELS = 24, 32
_UNDRAWN = {
    0x02: "text",
    0x04: "static text",
    0x05: "clock",
    0x08: "choice of programs",
    0x09: "choice of programs",
    0x0A: "variables",
    0x0B: "a program and variables",
    0x0C: "zones of the whole screen",
    0x0D: "variables",
    0x0E: "stop watch",
    0x0F: "zones and variables",
    0x12: "plain text",
    0x81: "template",
    0x82: "template on or off",
    0x84: "deletion of programs",
    0x85: "text of a program",
    0x86: "picture of a program",
    0x87: "clock of a program",
    0x88: "program",
    0x8A: "properties of programs",
    0x8B: "plan",
    0x8C: "deletion of plans",
}
_FLAWS = {
    "noise": "bytes outside any packet",
    "cut": "a packet broken off by a new start",
    "long": "a packet longer than the card's buffer",
    "escape": "a packet with an impossible escape",
    "short": "a packet shorter than its head",
    "header": "a packet with an unknown head",
}


class _RefusedError(Exception):
    """A command is refused with this number."""

    def __init__(self, number: int, meaning: str) -> None:
        super().__init__(meaning)
        self.number = number


class _Done:
    """What came of a command: a word, a sentence, the new picture, the data of the answer."""

    def __init__(self, name: str, meaning: str, frame: Frame | None = None, *, data: bytes = b"") -> None:
        self.name = name
        self.meaning = meaning
        self.frame = frame
        self.data = data


class CPowerPanel:
    """One simulated C-Power card.

    Attributes:
        faults: how often each kind of fault was met (`noise` counts stretches; `nak_N` refusals).
        forced_nak: refuse every command with this number; 0 is off.
        is_silent: obey, but never answer.
        is_on, brightness: what the host last set.
        saves: how often the flash was written.
    """

    def __init__(self, board: BoardSpec) -> None:
        self.board = board
        self.options = read(board)
        self.faults: dict[str, int] = Counter()
        self.forced_nak = self.options.test_nak
        self.is_silent = self.options.test_silent
        self.is_on = True
        self.brightness = _LEVELS - 1
        self.saves = 0
        self._form = self.options.line
        self._cutter = Cutter(self._form.rule)
        self._dark = Frame.blank(board.width_px, board.height_px, board.colour)
        self._windows: list[tuple[int, int, Frame]] = [(0, 0, self._dark)]
        self._saved: list[tuple[int, int, Frame]] | None = None
        self._clock = bytes(7)
        self._command = bytearray()
        self._due_index = 0
        self._commands: dict[int, Callable[[bytes], _Done]] = {
            **dict.fromkeys(_UNDRAWN, self._undrawn),
            0x01: self._divide,
            0x03: self._image,
            0x06: self._leave,
            0x07: self._save,
            0x83: self._template,
        }
        self._shorts: dict[int, Callable[[bytes], _Done]] = {
            0x2D: self._restart,
            0xFE: self._restart,
            0x2E: lambda _: _Done("version", "which card?", data=bytes((0, 0x52, 0x10, 0x10, 0, 0, 0, 0x36))),
            0x3C: self._network,
            0x3E: self._address,
            0x46: self._set_brightness,
            0x47: self._set_clock,
            0x76: self._power,
        }

    def feed(self, data: bytes, now_ms: int) -> tuple[bytes, Sequence[PanelEvent]]:  # noqa: ARG002 - nothing here moves
        """Take bytes in any chunks; return the card's answer bytes and what was understood."""
        answers: list[bytes] = []
        events: list[PanelEvent] = []
        for piece in self._cutter.feed(data):
            answer, event = self._take(piece)
            answers.append(answer)
            events.append(event)
        return b"".join(answers), events

    def picture(self, now_ms: int) -> Frame:  # noqa: ARG002 - nothing here moves
        """What the board shows now: the windows in their order, dark when switched off."""
        base = self._dark
        if self.is_on:
            for x, y, frame in self._windows:
                base = overlay(base, frame, x, y)
        return base

    def power_cycle(self) -> None:
        """Mains off and on: what was saved is back, else the screen is one dark window."""
        self._cutter = Cutter(self._form.rule)
        self._command.clear()
        self._due_index = 0
        self._windows = list(self._saved) if self._saved else [(0, 0, self._dark)]
        self.is_on = True

    def _take(self, piece: Piece) -> tuple[bytes, PanelEvent]:
        octets = None if piece.flaw else self._form.unwrap(piece.raw)
        packet, flaw = unpack(octets) if octets is not None else (None, piece.flaw or "escape")
        if packet is None:
            return b"", self._fault(flaw, f"{_FLAWS[flaw]}, {len(piece.raw)} bytes", piece.raw)
        is_ours = packet.card_id in (self.options.card_id, EVERY_CARD) or self.options.card_id == EVERY_CARD
        if packet.kind == ANSWER or not is_ours:
            if flaw:
                return b"", self._fault("checksum", "a damaged packet, perhaps for another card", piece.raw)
            whose = "an answer of a card" if packet.kind == ANSWER else f"for card {packet.card_id}, not for this one"
            return b"", PanelEvent("command", "other_card", f"{whose}: passed over", raw=piece.raw)
        try:
            done = self._obeyed(packet, flaw)
            flag, data = (0 if packet.protocol == WINDOWS else 1), done.data
            kind = "command" if done.frame is None else "picture"
            event = PanelEvent(kind, done.name, done.meaning, done.frame, piece.raw)
        except _RefusedError as refused:
            flag, data = (refused.number, b"") if packet.protocol == WINDOWS else (1, b"\0")
            event = self._fault(f"nak_{refused.number}", f"refused with {refused.number}: {refused}", piece.raw)
        is_answered = packet.flag & 1 and packet.card_id != EVERY_CARD and not self.is_silent
        return self._form.wrap(pack(packet.answer(flag, data))) if is_answered else b"", event

    def _fault(self, name: str, meaning: str, raw: bytes) -> PanelEvent:
        self.faults[name] = self.faults.get(name, 0) + 1
        return PanelEvent("fault", name, meaning, raw=raw)

    def _obeyed(self, packet: Packet, flaw: str) -> _Done:
        if flaw:
            raise _RefusedError(_CHECKSUM, "length or sum is wrong")
        if self.forced_nak:
            raise _RefusedError(self.forced_nak, "test switch")
        if packet.protocol != WINDOWS:
            short = self._shorts.get(packet.protocol)
            if short is None:
                raise _RefusedError(_FAILED, f"unknown protocol id {packet.protocol:02X}")
            return short(packet.data)
        command = self._gathered(packet)
        if command is None:
            return _Done("packet", f"packet {packet.index + 1} of {packet.last + 1}")
        action = self._commands.get(command[0])
        if action is None:
            raise _RefusedError(_FAILED, f"unknown command {command[0]:02X}")
        return action(command)

    def _gathered(self, packet: Packet) -> bytes | None:
        """The whole command, once its last packet is here."""
        if packet.index == 0:
            self._command.clear()
            self._due_index = 0
        is_due = packet.index == self._due_index and packet.index <= packet.last and packet.data
        if not is_due or len(self._command) + len(packet.data) > _MAX_COMMAND_BYTES:
            self._command.clear()
            self._due_index = 0
            raise _RefusedError(_ORDER if packet.data else _FAILED, f"packet {packet.index} of {packet.last}")
        self._command += packet.data
        self._due_index += 1
        if packet.index < packet.last:
            return None
        command = bytes(self._command)
        self._command.clear()
        self._due_index = 0
        return command

    def _divide(self, command: bytes) -> _Done:
        count = command[1] if len(command) > 1 else 0
        if not 1 <= count <= WINDOW_COUNT or len(command) != 2 + 8 * count:
            raise _RefusedError(_FAILED, "no windows")
        windows = []
        for at in range(2, len(command), 8):
            x, y, width_px, height_px = (int.from_bytes(command[at + n : at + n + 2], "big") for n in (0, 2, 4, 6))
            is_inside = x + width_px <= self.board.width_px and y + height_px <= self.board.height_px
            if not (width_px and height_px and is_inside):
                raise _RefusedError(_FAILED, "a window outside the screen")
            windows.append((x, y, Frame.blank(width_px, height_px, self.board.colour)))
        self._windows = windows
        places = ", ".join(f"{frame.width_px}x{frame.height_px} at {x},{y}" for x, y, frame in windows)
        return _Done("windows", f"divide the screen: {places}")

    def _image(self, command: bytes) -> _Done:
        if len(command) < _IMAGE_HEAD_BYTES + 1 + _PICTURE_HEAD_BYTES:
            raise _RefusedError(_FAILED, "an image without a picture")
        number, effect, speed, kind = command[1], command[2], command[3], command[6]
        if number >= len(self._windows) or kind != _SIMPLE_PICTURE:
            raise _RefusedError(_FAILED, f"window {number}, picture format {kind}")
        left, top = (int.from_bytes(command[at : at + 2], "big") for at in (7, 9))
        picture = _simple_picture(command[11:], self.board.colour)
        x, y, frame = self._windows[number]
        if left >= frame.width_px or top >= frame.height_px:
            raise _RefusedError(_FAILED, f"a picture at {left},{top}, outside its window")
        drawn = Frame.blank(frame.width_px, frame.height_px, self.board.colour).paste(picture, left, top)
        self._windows[number] = (x, y, drawn)
        size = f"{picture.width_px}x{picture.height_px}"
        meaning = f"window {number}: picture of {size} at {left},{top}, effect {effect}, speed {speed}"
        return _Done("image", meaning, self._lit())

    def _lit(self) -> Frame:
        """The windows, as if the light were on."""
        base = self._dark
        for x, y, frame in self._windows:
            base = overlay(base, frame, x, y)
        return base

    def _leave(self, command: bytes) -> _Done:
        if len(command) != 1:
            raise _RefusedError(_FAILED, "more than a command")
        self._windows = [(0, 0, self._dark)]
        return _Done("leave", "back to the stored program", self._dark)

    def _save(self, command: bytes) -> _Done:
        if len(command) != 4 or command[1] > 1:  # noqa: PLR2004 - command, choice, two reserved
            raise _RefusedError(_FAILED, "neither save nor clear")
        self.saves += 1
        self._saved = None if command[1] else list(self._windows)
        return _Done("save", "clear what is saved" if command[1] else "save the windows to flash")

    def _template(self, command: bytes) -> _Done:
        if len(command) < 2:  # noqa: PLR2004 - command and choice
            raise _RefusedError(_FAILED, "what is asked?")
        has_template, board = self.options.template, self.board
        planes = (1 << board.colour.value) - 1 if has_template else 0
        size = (board.width_px, board.height_px) if has_template else (0, 0)
        content = bytes((has_template, has_template, planes)) + b"".join(side.to_bytes(2, "big") for side in size)
        return _Done("template", "which template?", data=command[:2] + content + bytes((has_template,)))

    def _undrawn(self, command: bytes) -> _Done:
        return _Done("undrawn", f"{_UNDRAWN[command[0]]}, {len(command)} bytes: taken, not simulated")

    def _restart(self, data: bytes) -> _Done:
        if data not in (b"\0", b"APP!"):
            raise _RefusedError(_FAILED, "no confirmation")
        self._windows = list(self._saved) if self._saved else [(0, 0, self._dark)]
        return _Done("restart", "restart", data=b"\1")

    def _network(self, data: bytes) -> _Done:
        if data[:1] == b"\1":
            return _Done("network", "which network?", data=b"\1" + bytes(18))
        if len(data) != 19 or data[0]:  # noqa: PLR2004 - choice, three addresses, port, id code
            raise _RefusedError(_FAILED, "no network settings")
        address = ".".join(str(octet) for octet in data[1:5])
        return _Done("network", f"set the network: {address}, port {int.from_bytes(data[13:15], 'big')}", data=b"\1")

    def _address(self, data: bytes) -> _Done:
        if data[:1] not in (b"\0", b"\1"):
            raise _RefusedError(_FAILED, "neither asked nor set")
        if data[0]:
            return _Done("address", "which address?", data=bytes((1, self.options.card_id, 0)))
        return _Done("address", "set address and speed: taken, not simulated", data=b"\1")

    def _set_brightness(self, data: bytes) -> _Done:
        if data == b"\1":
            return _Done("read_brightness", "how bright?", data=b"\1" + bytes((self.brightness,)) * _HOURS)
        if len(data) != 1 + _HOURS or data[0]:
            raise _RefusedError(_FAILED, "no brightness table")
        self.brightness = data[1]
        return _Done("brightness", f"set brightness to {self.brightness} of {_LEVELS - 1}", data=b"\1")

    def _set_clock(self, data: bytes) -> _Done:
        if data == b"\1":
            return _Done("read_clock", "what time?", data=b"\1" + self._clock)
        second, minute, hour, weekday, day, month, year = data[1:8] if len(data) >= 8 else bytes(7)  # noqa: PLR2004 - choice and seven numbers
        is_time = second < 60 and minute < 60 and hour < 24 and weekday < 7  # noqa: PLR2004 - hours and minutes
        if data[:1] != b"\0" or not (is_time and 1 <= day <= 31 and 1 <= month <= 12 and year < 100):  # noqa: PLR2004 - days and months
            raise _RefusedError(_FAILED, "no date and time")
        self._clock = data[1:8]
        meaning = f"set the clock to 20{year:02}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"
        return _Done("clock", meaning, data=b"\1")

    def _power(self, data: bytes) -> _Done:
        if data[:1] == b"\1":
            return _Done("read_power", "is the light on?", data=bytes((1, self.is_on)) + bytes(8))
        if len(data) < 2 or data[0] or data[1] > 1:  # noqa: PLR2004 - choice and switch
            raise _RefusedError(_FAILED, "neither on nor off")
        self.is_on = bool(data[1])
        return _Done("power", "switch on" if self.is_on else "switch off", data=data[:2])


def _simple_picture(octets: bytes, colour: Colour) -> Frame:
    """The picture "I1" in the board's colours: planes that the board lacks are dropped, missing ones are dark."""
    width_px, height_px = (int.from_bytes(octets[at : at + 2], "little") for at in (2, 4))
    planes, shades, rows = octets[6] & 7, octets[6] >> 4, octets[8:]
    if octets[:2] != b"I1" or not (width_px and height_px) or shades not in (0, _FULL_SHADES):
        raise _RefusedError(_FAILED, "no simple picture")
    plane_bytes = (width_px if shades else (width_px + 7) // 8) * height_px
    if len(rows) != plane_bytes * planes.bit_count() or octets[6] & 8:
        raise _RefusedError(_FAILED, "the picture's length is wrong")
    found, at = [], 0
    for plane in range(colour.value):
        if not planes >> plane & 1:
            found.append(Frame.blank(width_px, height_px).planes[0])
            continue
        part = rows[at : at + plane_bytes]
        found.append(_plane(part, width_px, height_px, is_shaded=bool(shades)))
        at += plane_bytes
    return Frame(width_px, height_px, tuple(found))


def _plane(part: bytes, width_px: int, height_px: int, *, is_shaded: bool) -> bytes:
    if not is_shaded:
        return bits.columns_from_rows(part, width_px, height_px)
    pixels = bytes(value for value in part for _ in range(3))
    return bits.columns_from_rgb(pixels, width_px, height_px)[0]
