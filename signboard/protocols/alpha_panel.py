"""The sign's half of the Alpha protocol: files, texts, and what shows. Shares numbers and checks with the driver."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signboard.frame import pack
from signboard.frame.frame import Colour, Frame
from signboard.protocols import alpha_wire as wire
from signboard.protocols.alpha_wire import Mark
from signboard.protocols.cutting import Cut, noise_before
from signboard.protocols.plain import FlawError, PlainPanel
from signboard.protocols.spec import BoardSpec, PanelEvent

__all__ = ["AlphaPanel"]

_PATIENCE_MS = 1000
_ENTRY_BYTES = 11
_SIZE_DIGITS = {b"I": 2, b"M": 4, b"K": 4}
_CALL = re.compile(rb"\x14([ -~])")
_DIGIT = re.compile(rb"[0-8]")
_COLOUR = re.compile(rb"[0-9A-Fa-f]{6}")
_HEX = re.compile(rb"[0-9A-F]+")
_CHECK_DIGITS = 4
_HALF = 0x80
_DIGIT_COLOURS = {0: 0, 1: 1, 2: 2, 3: 3, 4: 1, 5: 2, 6: 3, 7: 3, 8: 3}  # planes: bit 0 red, bit 1 green
_EVEN = bytes(value & 0x7F for value in range(256))
_ODD_PARITY = bytes(value for value in range(128, 256) if value.bit_count() % 2)


@dataclass(slots=True)
class _File:
    """A file of the sign: text or picture, the size of a picture (None: not known), and its content."""

    is_text: bool
    size: tuple[int, int] | None = None
    calls: str = ""
    frame: Frame | None = None


class AlphaPanel(PlainPanel):
    """One simulated sign.

    01 stands nowhere inside a message, so after any noise the first good picture shows. A message without check digits
    is taken, as signs do, but only if its rows are whole. Octets with a parity bit are taken when the parity is even,
    octets of seven bits as they are; zeros are silence. A gap of more than a second ends a message. The sign starts
    with a text that shows the picture's file (option `memory`), refuses files that its layout has not, and forgets
    pictures without power (guessed: a battery may hold them). Not simulated: everything that moves, several texts (the
    option's one shows), fonts, reading back, the 100 ms that a sign needs, brightness, what sizes of large pictures a
    layout may have, shades (dim and mixed colours count as lit).
    """

    def __init__(self, board: BoardSpec) -> None:
        self.options = wire.read(board)
        self._longest = 1024 + 12 * board.width_px * board.height_px
        flaws = {
            "cut": "a message broken off by a new start",
            "long": "a message too long",
            "gap": "a message that stopped",
        }
        super().__init__(board, self._cut, flaws)
        self._fed_ms = 0
        self._files = self._laid_out() if self.options.memory == "ready" else {}

    def feed(self, data: bytes, now_ms: int) -> tuple[bytes, Sequence[PanelEvent]]:
        """Take bytes in any chunks; nothing is answered."""
        events: list[PanelEvent] = []
        if now_ms - self._fed_ms > _PATIENCE_MS and self.forget_input():
            events.append(self.fault("gap", "a message that stopped for more than a second"))
        self._fed_ms = now_ms
        plain = data.translate(_EVEN, _ODD_PARITY + b"\0")
        bad = sum(octet in _ODD_PARITY for octet in data)
        if bad:
            self.faults["parity"] += bad
        return b"", [*events, *super().feed(plain, now_ms)[1]]

    def take(self, raw: bytes) -> tuple[bytes, PanelEvent]:
        """Obey one message, which may hold several contents."""
        contents = _contents(raw[4:-1])
        if raw[1:2] != b"Z" or raw[2:4].upper() not in (wire.EVERYONE, self.options.address.encode()):
            return b"", PanelEvent("command", "other_sign", "for another sign: passed over", raw=raw)
        events = [self._obey(content) for content in contents]
        chosen = next((event for event in reversed(events) if event.kind == "picture"), events[-1])
        return b"", PanelEvent(chosen.kind, chosen.name, chosen.meaning, chosen.frame, raw)

    def picture(self, now_ms: int) -> Frame:  # noqa: ARG002 - these signs hold what they have
        """What the sign shows: the file that its text calls."""
        file = self._files.get(self._called())
        return file.frame if file and file.frame else self.dark

    def power_cycle(self) -> None:
        """Mains off and on: the layout stays, pictures are forgotten."""
        self.forget_input()
        for file in self._files.values():
            file.frame = None

    def _cut(self, received: bytearray) -> Cut | None:
        if not received.startswith(wire.START):
            return noise_before(wire.START, received)
        end = received.find(wire.END, 1, self._longest) + 1
        again = received.find(wire.START, 1, end or self._longest)
        if again > 0:
            return again, "cut"
        if end:
            return end, ""
        return (self._longest, "long") if len(received) >= self._longest else None

    def _laid_out(self) -> dict[str, _File]:
        size = (self.board.width_px, self.board.height_px)
        return {
            self.options.text: _File(is_text=True, calls=self.options.picture),
            self.options.picture: _File(is_text=False, size=size),
        }

    def _called(self) -> str:
        text = self._files.get(self.options.text)
        return text.calls if text else ""

    def _obey(self, content: bytes) -> PanelEvent:
        kind, rest = content[:1], content[1:]
        if kind in _SIZE_DIGITS:
            return self._write_dots(kind, rest)
        if kind == Mark.TEXT:
            return self._write_text(rest)
        if kind == Mark.SPECIAL:
            return self._special(rest)
        raise FlawError("command", "an unknown command")

    def _write_dots(self, kind: bytes, rest: bytes) -> PanelEvent:
        count = _SIZE_DIGITS[kind]
        label, digits, rows = rest[:1].decode("ascii"), rest[1 : 1 + 2 * count], rest[1 + 2 * count :]
        if len(digits) != 2 * count or not _HEX.fullmatch(digits):
            raise FlawError("size", "a picture without a size")
        size = (int(digits[count:], 16), int(digits[:count], 16))
        file = self._files.get(label)
        if file is None or file.is_text:
            raise FlawError("no_file", f"no picture file '{label}' in the sign's layout")
        if file.size is not None and size != file.size:
            raise FlawError("size", f"{size[0]}x{size[1]} pixels for a file of {file.size[0]}x{file.size[1]}")
        file.frame = self._frame(size, _rows(rows, size, is_rgb=kind == Mark.DOTS["rgb"]))
        is_shown = label == self._called()
        meaning = f"picture '{label}' of {size[0]}x{size[1]}" + ("" if is_shown else ", which no text shows")
        return PanelEvent("picture" if is_shown else "command", "dots", meaning, file.frame if is_shown else None)

    def _frame(self, size: tuple[int, int], dots: bytes) -> Frame:
        width_px, height_px = self.board.width_px, self.board.height_px
        if size != (width_px, height_px):
            lines = [
                dots[at : at + size[0]][:width_px].ljust(width_px, b"\0") for at in range(0, len(dots), size[0] or 1)
            ]
            dots = b"".join(lines)[: width_px * height_px].ljust(width_px * height_px, b"\0")
        if self.board.colour is Colour.MONO:
            dots = bytes(min(dot, 1) for dot in dots)
        planes = pack.columns_from_dots(dots, width_px, height_px, self.board.colour.value)
        return Frame(width_px, height_px, planes)

    def _write_text(self, rest: bytes) -> PanelEvent:
        label = rest[:1].decode("ascii")
        file = self._files.get(label)
        if file is None or not file.is_text:
            raise FlawError("no_file", f"no text file '{label}' in the sign's layout")
        before, found = self._called(), _CALL.search(rest, 1)
        file.calls = found[1].decode("ascii") if found else ""
        what = f"picture '{file.calls}'" if found else "words (not simulated: dark)"
        frame = self.picture(0) if self._called() != before else None
        return PanelEvent("picture" if frame else "command", "text", f"text '{label}' shows {what}", frame)

    def _special(self, rest: bytes) -> PanelEvent:
        function, rest = rest[:1], rest[1:]
        if function == b"$":
            self._files = {} if not rest or rest == b"$$$" else _layout(rest)
            return PanelEvent("picture", "memory", "erase everything and lay out the memory anew", self.picture(0))
        names = {b" ": "time", b";": "date", b"&": "weekday", b",": "reset"}
        return PanelEvent("command", names.get(function, "special"), f"special function {function!r}: {rest!r}")


def _contents(body: bytes) -> list[bytes]:
    """The contents of a message, their check digits looked at where there are any."""
    contents = []
    while body:
        if not body.startswith(Mark.CONTENT):
            raise FlawError("content", "a message that is not made of contents")
        end = body.find(Mark.CHECK) + 1
        if not end:
            contents.append(body[1:])
            break
        again = body.find(Mark.CONTENT, end)
        digits = body[end:again] if again > 0 else body[end:]
        if digits and digits != wire.checksum(body[:end]):
            raise FlawError("checksum", "the check digits are wrong")
        contents.append(body[1 : end - 1])
        body = body[end + len(digits) :]
    if not contents or any(not content for content in contents):
        raise FlawError("content", "a message without content")
    return contents


def _layout(rest: bytes) -> dict[str, _File]:
    files = {}
    if len(rest) % _ENTRY_BYTES:
        raise FlawError("memory", "a memory layout with a broken entry")
    for at in range(0, len(rest), _ENTRY_BYTES):
        label, kind, size = rest[at : at + 1].decode("ascii"), rest[at + 1 : at + 2], rest[at + 3 : at + 7]
        if kind not in (b"A", b"B", b"D") or not _HEX.fullmatch(size):
            raise FlawError("memory", "a memory layout with an unknown entry")
        height_px, width_px = bytes.fromhex(size.decode("ascii"))
        files[label] = _File(is_text=kind != b"D", size=(width_px, height_px))
    return files


def _rows(rows: bytes, size: tuple[int, int], *, is_rgb: bool) -> bytes:
    """One octet per pixel, its planes as bits; every row must be whole."""
    lines = rows.split(b"\r")
    if len(lines) != size[1] + 1 or lines[-1]:
        raise FlawError("rows", f"{len(lines) - 1} rows where {size[1]} are due")
    dots = [_row(line, is_rgb=is_rgb) for line in lines[:-1]]
    if any(len(row) != size[0] for row in dots):
        raise FlawError("rows", f"a row that has not {size[0]} pixels")
    return b"".join(dots)


def _row(line: bytes, *, is_rgb: bool) -> bytes:
    pixel = _COLOUR if is_rgb else _DIGIT
    dots = bytearray()
    at = 0
    while at < len(line):
        count = 1
        if line[at] == wire.RUN:
            if not _HEX.fullmatch(line, at + 1, at + 3) or at + 3 > len(line):
                raise FlawError("rows", "a run without a length")
            count, at = int(line[at + 1 : at + 3], 16) + 1, at + 3
        found = pixel.match(line, at)
        if found is None:
            raise FlawError("rows", "a pixel that is none")
        dots += bytes((_dot(found[0], is_rgb=is_rgb),)) * count
        at = found.end()
    return bytes(dots)


def _dot(pixel: bytes, *, is_rgb: bool) -> int:
    if is_rgb:
        return sum((octet >= _HALF) << plane for plane, octet in enumerate(bytes.fromhex(pixel.decode("ascii"))))
    return _DIGIT_COLOURS[int(pixel)]
