"""The wire of Onbon BX cards: framing, escapes, CRC-16/ARC, three header dialects. Knows no command and no picture.

Outer layer (PHY0), requests and replies alike:

    A5 x 8   escaped(inner)   5A            A5 → A6 02   A6 → A6 01   5A → 5B 02   5B → 5B 01

Inner layer (PHY1), dynamic header "F0", all numbers little-endian:

    0  2  destination screen (FFFE any)      6  2  device type, in wire order (FE FF any)
    2  2  source (8000 = PC)                 8  4  0
    4  1  F0                                12  4  length of body
    5  1  00                                16  n  body, then CRC-16 over everything before it

Inner layer, common header "05" (27 bytes, then the body; no CRC behind it):

    0  2  destination                       10  2  sequence              16  6  key, 0
    2  2  source                            12  1  00                    22  2  length of body
    4  2  05 00                             13  1  90 maximum frame      24  2  CRC-16 of body
    6  2  device type                       14  1  96 encryption         26  1  XOR of the 26 bytes before
    8  2  flag 01, 00                       15  1  random

Inner layer, common header "07" of the sixth generation (28 bytes): as "05", but

    8  2  flag 00, 00                       12  2  01 90 maximum frame, u16
                                            26  1  00, then the XOR of the 27 bytes before

Sources: the vendor's 5th-generation dynamic-area manual; frames captured from the vendor's Java encoder
(`tests/vectors`).
"""

import enum
import functools
import re
import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

__all__ = [
    "ANY_SCREEN",
    "ANY_TYPE",
    "MAX_INNER_BYTES",
    "PC",
    "Dialect",
    "Packet",
    "Piece",
    "WireReader",
    "crc16",
    "crc32",
    "frames_in",
    "pack",
    "ready",
    "unescape",
    "unpack",
    "wrap",
]

LEAD = b"\xa5" * 8
TAIL = b"\x5a"
PC = 0x8000
ANY_SCREEN = 0xFFFE
EVERY_SCREEN = 0xFFFF  # the vendor's MIT source addresses any screen so
ANY_TYPE = b"\xfe\xff"
MAX_INNER_BYTES = 64 * 1024  # the vendor names about 63 KiB for one packet
_NOISE_BYTES = 4096  # noise is told in pieces of at most so much

_F0 = struct.Struct("<HHBB2s4xI")
_COMMON = struct.Struct("<HHBB2sBBHBBBB6xHH")
_COMMON6 = struct.Struct("<HHBB2sBBHHBB6xHHB")
_MAX_FRAME, _MAX_FRAME6, _ENCRYPTION = 0x90, 0x0190, 0x96

_MARKS = re.compile(rb"([\xa5\x5a])\1*+")
_WHOLE = re.compile(rb"\xa5([^\xa5\x5a]++)\x5a")
_BAD_ESCAPE = re.compile(rb"[\xa6\x5b](?![\x01\x02])")
_ALONE = re.compile(rb"\xa5++([^\xa5\x5a]++)\x5a++")


class Dialect(enum.Enum):
    """Which header a packet has; a card answers in the one it was asked in."""

    F0 = 0xF0
    COMMON = 0x05
    COMMON6 = 0x07


class Packet(NamedTuple):
    """One message between host and card, without framing and checksums.

    Attributes:
        device_type: two bytes in wire order (`54 01` = 5E1).
        sequence, flag, random: exist in the common headers only; a reply repeats them.
    """

    destination: int
    source: int
    device_type: bytes
    body: bytes
    dialect: Dialect = Dialect.F0
    sequence: int = 0
    flag: int = 1
    random: int = 0

    def reply(self, body: bytes) -> "Packet":
        """The same header with the two ends swapped, around another body."""
        return Packet(
            self.source, self.destination, self.device_type, body, self.dialect, self.sequence, self.flag, self.random
        )


def _table() -> tuple[int, ...]:
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)  # noqa: PLW2901 - shifting the loop's own start value
        table.append(value)
    return tuple(table)


_CRC = _table()
_FACTOR = 0xC001  # x^15 + x + 1 in the order of the table
_FOLDED = 29  # of so many times n bits none is left in its old place when 14 n of them are folded
_LEAST_POWER = 2  # 14 << 2 bits are whole octets


@functools.lru_cache(maxsize=16)  # who sends and who receives in one process ask for the same
def crc16(octets: bytes) -> int:
    """CRC-16/ARC: reflected polynomial A001, start 0, no final xor; of b"123456789" it is BB3D.

    The polynomial is (x + 1)(x^15 + x + 1). By the second factor, in the order of the wire, a one at place 0 is worth
    the same as two at 14n and 15n, for every n that is a power of two: so the first 14n bits are folded over what
    follows, all at once, until few are left for the table. The first factor is parity, which tells the two apart that
    are left.
    """
    rest, count = int.from_bytes(octets, "little"), 8 * len(octets)
    parity = rest.bit_count() & 1
    for power in range((count // _FOLDED).bit_length() - 1, _LEAST_POWER - 1, -1):
        width, mask = 14 << power, (1 << (14 << power)) - 1
        while count >= _FOLDED << power:
            first = rest & mask
            rest = rest >> width ^ first ^ first << (1 << power)
            count -= width
    crc = 0
    for octet in rest.to_bytes(count // 8, "little"):
        crc = crc >> 8 ^ _CRC[(crc ^ octet) & 0xFF]
    return crc if crc.bit_count() & 1 == parity else crc ^ _FACTOR


def crc32(octets: bytes) -> int:
    """The cards' CRC-32 over files: zlib's polynomial, start 0, no final xor; of b"123456789" it is 2DFD2D88."""
    return zlib.crc32(octets, 0xFFFFFFFF) ^ 0xFFFFFFFF


def wrap(inner: bytes, *, lead: int = len(LEAD), tail: int = len(TAIL)) -> bytes:
    """Inner bytes, escaped and framed. `lead` and `tail` count the framing bytes (cards and senders differ)."""
    escaped = inner.replace(b"\xa6", b"\xa6\x01").replace(b"\xa5", b"\xa6\x02")
    escaped = escaped.replace(b"\x5b", b"\x5b\x01").replace(b"\x5a", b"\x5b\x02")
    return LEAD[:1] * lead + escaped + TAIL * tail


def unescape(escaped: bytes) -> bytes | None:
    """The inner bytes, or None where A6 or 5B is followed by anything other than 01 or 02."""
    if b"\xa6" not in escaped and b"\x5b" not in escaped:
        return escaped
    if _BAD_ESCAPE.search(escaped):
        return None
    # 02 before 01: what "A6 01" leaves behind must not be read as the start of another escape
    plain = escaped.replace(b"\xa6\x02", b"\xa5").replace(b"\xa6\x01", b"\xa6")
    return plain.replace(b"\x5b\x02", b"\x5a").replace(b"\x5b\x01", b"\x5b")


@functools.lru_cache(maxsize=64)  # the same picture leaves again and again
def ready(packet: Packet, *, lead: int = len(LEAD), tail: int = len(TAIL)) -> bytes:
    """A packet as it goes over the wire: `pack` and `wrap`."""
    return wrap(pack(packet), lead=lead, tail=tail)


def pack(packet: Packet) -> bytes:
    """A packet's inner bytes, checksums included; `wrap` makes them ready for the wire."""
    if packet.dialect is Dialect.F0:
        head = _F0.pack(packet.destination, packet.source, 0xF0, 0, packet.device_type, len(packet.body))
        return head + packet.body + crc16(head + packet.body).to_bytes(2, "little")
    head = _common_head(packet)
    return head + bytes((_xor(head),)) + packet.body


def _common_head(packet: Packet) -> bytes:
    ends = (packet.destination, packet.source, packet.dialect.value, 0, packet.device_type, packet.flag, 0)
    size = (len(packet.body), crc16(packet.body))
    if packet.dialect is Dialect.COMMON:
        return _COMMON.pack(*ends, packet.sequence, 0, _MAX_FRAME, _ENCRYPTION, packet.random, *size)
    return _COMMON6.pack(*ends, packet.sequence, _MAX_FRAME6, _ENCRYPTION, packet.random, *size, 0)


@functools.lru_cache(maxsize=64)  # the same picture comes, and the same answer
def unpack(inner: bytes) -> tuple[Packet | None, str]:
    """The packet in `inner`, and what is wrong with it.

    Returns:
        A packet and "" when all is well; a packet and "checksum" when lengths or checksums do not fit (its header may
        be wrong too); None and "short" or "header" when there is nothing to answer to.
    """
    if len(inner) < _F0.size + 2:
        return None, "short"
    if inner[4] == Dialect.F0.value:
        return _unpack_f0(inner)
    layouts = {Dialect.COMMON.value: _COMMON, Dialect.COMMON6.value: _COMMON6}
    layout = layouts.get(inner[4])
    if layout is None:
        return None, "header"
    return _unpack_common(inner, layout) if len(inner) > layout.size else (None, "short")


def _unpack_f0(inner: bytes) -> tuple[Packet, str]:
    destination, source, _, _, device_type, length = _F0.unpack_from(inner)
    packet = Packet(destination, source, device_type, inner[_F0.size : -2])
    fits = length == len(packet.body) and crc16(inner[:-2]) == int.from_bytes(inner[-2:], "little")
    return packet, "" if fits else "checksum"


def _unpack_common(inner: bytes, layout: struct.Struct) -> tuple[Packet, str]:
    head = layout.unpack_from(inner)
    destination, source, version, _, device_type, flag, _, sequence = head[:8]
    random, length, crc = head[10:13] if layout is _COMMON6 else head[11:14]
    body = inner[layout.size + 1 :]
    packet = Packet(destination, source, device_type, body, Dialect(version), sequence, flag, random)
    fits = _xor(inner[: layout.size]) == inner[layout.size] and length == len(body) and crc == crc16(body)
    return packet, "" if fits else "checksum"


def _xor(octets: bytes) -> int:
    total = 0
    for octet in octets:
        total ^= octet
    return total


def frames_in(received: bytes) -> Iterator[bytes]:
    """The inner bytes of every complete, well-escaped frame in `received`; noise is passed over. Linear time."""
    for match in _WHOLE.finditer(received):
        inner = unescape(match[1])
        if inner is not None:
            yield inner


class Piece(NamedTuple):
    """A stretch of received bytes: a frame (`flaw` is "" and `inner` its content) or something that is none.

    Attributes:
        flaw: "" for a frame, else `noise` (outside any frame), `cut` (a new start inside a frame), `escape`, `empty`,
            `long`.
        raw: the bytes as they came (a `long` piece keeps its first 4096).
    """

    flaw: str
    raw: bytes
    inner: bytes = b""


@functools.lru_cache(maxsize=64)  # mostly a frame comes whole and by itself, and the same picture again and again
def _alone(received: bytes) -> Piece | None:
    """The one good frame that these bytes are; None where they are anything else."""
    found = _ALONE.fullmatch(received)
    inner = unescape(found[1]) if found else None
    return Piece("", received[: found.end(1) + 1], inner) if found and inner is not None else None


class WireReader:
    """Cuts a byte stream into pieces, whatever the chunks; needs no more memory than one longest packet.

    Any run of A5 is a start, an unescaped 5A is the end, an A5 inside a frame starts anew, and 5A between frames is
    tolerated (the vendor's encoder ends its frames with two).
    """

    def __init__(self) -> None:
        self._raw = bytearray()  # since the first A5 of the open frame, or the noise gathered so far
        self._lead = 0  # A5 bytes at the front of _raw; 0 while no frame is open

    def feed(self, received: bytes) -> list[Piece]:
        """Take bytes in any chunks; return what has become complete, in order."""
        alone = _alone(received) if not self._raw and len(received) <= _NOISE_BYTES else None
        if alone:
            return [alone]
        pieces: list[Piece] = []
        at = 0
        for match in _MARKS.finditer(received):
            if at < match.start():
                self._take(received[at : match.start()], pieces)
            at = match.end()
            mark = self._end if match[1] == TAIL else self._start
            mark(match[0], pieces)
        self._take(received[at:], pieces)
        return pieces

    def _take(self, octets: bytes, pieces: list[Piece]) -> None:
        limit = 2 * MAX_INNER_BYTES + self._lead if self._lead else _NOISE_BYTES
        while octets:
            room = limit - len(self._raw)
            self._raw += octets[:room]
            octets = octets[room:]
            if len(self._raw) >= limit:
                self._drop("long" if self._lead else "noise", pieces)
                limit = _NOISE_BYTES

    def _start(self, run: bytes, pieces: list[Piece]) -> None:
        if self._lead != len(self._raw):
            self._drop("cut" if self._lead else "noise", pieces)
        kept = run[: _NOISE_BYTES - self._lead]  # a line stuck at A5 must not fill the memory
        self._raw += kept
        self._lead += len(kept)

    def _end(self, run: bytes, pieces: list[Piece]) -> None:
        if not self._lead:
            if self._raw:
                self._take(run, pieces)
            return
        escaped = bytes(self._raw[self._lead :])
        self._raw += TAIL
        inner = unescape(escaped)
        if inner is None:
            self._drop("escape", pieces)
        elif not inner:
            self._drop("empty", pieces)
        else:
            pieces.append(Piece("", bytes(self._raw), inner))
            self._raw.clear()
            self._lead = 0

    def _drop(self, flaw: str, pieces: list[Piece]) -> None:
        pieces.append(Piece(flaw, bytes(self._raw[:_NOISE_BYTES])))
        self._raw.clear()
        self._lead = 0
