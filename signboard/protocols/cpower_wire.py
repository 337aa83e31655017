"""The wire of C-Power cards: packets, sums, escapes, and the serial and the network form. Knows no command's meaning.

A packet, before it is framed; the sum is 16 bits wide over everything before it, low byte first:

    68 | 32 | card id | 7B | FF | length u16 LE | index | last index | data | sum u16 LE
    68 | 32 | card id | other protocol id | FF | data | sum u16 LE

68 asks, E8 answers. FF: bit 0 of a question asks for an answer; in an answer to 7B it is the result.

Serial form:    A5  escaped(packet)  AE                     A5 → AA 05   AE → AA 0E   AA → AA 0A
Network form:   id code, 4   length of the packet u16 LE   0, 0   packet          (no escapes)

Sources: the vendor's protocol document V1.9; its "basic protocol" for the other ids; packets of a public Ruby encoder.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from signboard.protocols.cutting import Cut, Cutter, Rule, noise_before

__all__ = [
    "ANSWER",
    "ASK",
    "EVERY_CARD",
    "MAX_DATA_BYTES",
    "WINDOWS",
    "Form",
    "Packet",
    "pack",
    "total",
    "unpack",
]

ASK, ANSWER = 0x68, 0xE8
EVERY_CARD = 0xFF
WINDOWS = 0x7B
MAX_DATA_BYTES = 4096  # the document names no limit; a card's buffer has one, and so has ours
_CARD_KIND = 0x32
_HEAD_BYTES, _LONG_HEAD_BYTES, _SUM_BYTES = 5, 9, 2
_MAX_PACKET_BYTES = _LONG_HEAD_BYTES + MAX_DATA_BYTES + _SUM_BYTES
_NET_HEAD_BYTES = 8
_MARK = re.compile(rb"[\xa5\xae]")
_BAD_ESCAPE = re.compile(rb"\xaa(?![\x05\x0a\x0e])")
_ESCAPES = ((b"\xaa", b"\xaa\x0a"), (b"\xa5", b"\xaa\x05"), (b"\xae", b"\xaa\x0e"))


@dataclass(frozen=True, slots=True)
class Packet:
    """One packet. `flag` is FF of the layout; `index` and `last` exist under protocol id 7B only."""

    card_id: int
    protocol: int
    flag: int
    data: bytes
    index: int = 0
    last: int = 0
    kind: int = ASK

    def answer(self, flag: int, data: bytes = b"") -> "Packet":
        """The answer from the same card under the same protocol id, in one packet."""
        return Packet(self.card_id, self.protocol, flag, data, kind=ANSWER)


def total(octets: bytes) -> int:
    """The sum of bytes in 16 bits."""
    return sum(octets) & 0xFFFF


def pack(packet: Packet) -> bytes:
    """A packet's bytes, sum included; `Form.wrap` makes them ready for the line."""
    head = bytes((packet.kind, _CARD_KIND, packet.card_id, packet.protocol, packet.flag))
    if packet.protocol == WINDOWS:
        head += len(packet.data).to_bytes(2, "little") + bytes((packet.index, packet.last))
    return head + packet.data + total(head + packet.data).to_bytes(2, "little")


def unpack(octets: bytes) -> tuple[Packet | None, str]:
    """The packet in these bytes, and what is wrong with it.

    Returns:
        A packet and "" when all is well; a packet and "checksum" when sum or length do not fit (its head may be wrong
        too); None and "short" or "header" when there is nothing to answer to.
    """
    is_long = octets[3:4] == bytes((WINDOWS,))
    head_bytes = _LONG_HEAD_BYTES if is_long else _HEAD_BYTES
    if len(octets) < head_bytes + _SUM_BYTES:
        return None, "short"
    kind, card_kind, card_id, protocol, flag = octets[:_HEAD_BYTES]
    if kind not in (ASK, ANSWER) or card_kind != _CARD_KIND:
        return None, "header"
    data = octets[head_bytes:-_SUM_BYTES]
    index, last = (octets[7], octets[8]) if is_long else (0, 0)
    fits = total(octets[:-_SUM_BYTES]) == int.from_bytes(octets[-_SUM_BYTES:], "little")
    if is_long:
        fits = fits and int.from_bytes(octets[5:7], "little") == len(data)
    return Packet(card_id, protocol, flag, data, index, last, kind), "" if fits else "checksum"


@dataclass(frozen=True, slots=True)
class Form:
    """How packets travel: `id_code` is None on a serial line, the card's four bytes in the network form."""

    id_code: bytes | None = None

    def wrap(self, octets: bytes) -> bytes:
        """A packet's bytes, ready for the line."""
        if self.id_code is not None:
            return self.id_code + len(octets).to_bytes(2, "little") + bytes(2) + octets
        for plain, escaped in _ESCAPES:
            octets = octets.replace(plain, escaped)
        return b"\xa5" + octets + b"\xae"

    def unwrap(self, framed: bytes) -> bytes | None:
        """What `wrap` was given; None for an impossible escape."""
        if self.id_code is not None:
            return framed[_NET_HEAD_BYTES:]
        if _BAD_ESCAPE.search(framed):
            return None
        octets = framed[1:-1]
        for plain, escaped in reversed(_ESCAPES):
            octets = octets.replace(escaped, plain)
        return octets

    @property
    def rule(self) -> Rule:
        """How a stream is cut into framed packets: flaws are `noise`, `cut` (a new start inside) and `long`."""
        return _serial_rule if self.id_code is None else self._net_rule

    def packets_in(self, received: bytes) -> Iterator[Packet]:
        """Every good packet in `received`; everything else is passed over."""
        for piece in Cutter(self.rule).feed(received):
            octets = None if piece.flaw else self.unwrap(piece.raw)
            packet, flaw = unpack(octets) if octets is not None else (None, "escape")
            if packet and not flaw:
                yield packet

    def _net_rule(self, received: bytearray) -> Cut | None:
        id_code = self.id_code or b""
        noise = noise_before(id_code, received)
        if noise or len(received) < _NET_HEAD_BYTES + _HEAD_BYTES:
            return noise
        length = int.from_bytes(received[4:6], "little")
        head = received[_NET_HEAD_BYTES:]
        is_packet = received[6:8] == bytes(2) and head[0] in (ASK, ANSWER) and head[1] == _CARD_KIND
        if not is_packet or not _HEAD_BYTES + _SUM_BYTES <= length <= _MAX_PACKET_BYTES:
            return 1, "noise"
        if head[3] == WINDOWS:
            if len(head) < _LONG_HEAD_BYTES:
                return None
            if int.from_bytes(head[5:7], "little") != length - _LONG_HEAD_BYTES - _SUM_BYTES:
                return 1, "noise"  # two lengths that disagree: one of them would make us wait for nothing
        whole = _NET_HEAD_BYTES + length
        return (whole, "") if len(received) >= whole else None


def _serial_rule(received: bytearray) -> Cut | None:
    noise = noise_before(b"\xa5", received)
    if noise:
        return noise
    most = 2 + 2 * _MAX_PACKET_BYTES
    mark = _MARK.search(received, 1, most)
    if mark is None:
        return (most, "long") if len(received) >= most else None
    if mark[0] == b"\xae":
        return mark.end(), ""
    return mark.start(), "cut" if mark.start() > 1 else "noise"
