"""Tests of the Onbon wire: framing, escapes, checksums and both headers."""

import hashlib
import tracemalloc

import pytest

from signboard.protocols import onbon_wire
from signboard.protocols.onbon_wire import Dialect, Packet, Piece, WireReader, crc16, frames_in, unescape, unpack, wrap

ACK = bytes.fromhex("a5a5a5a5a5a5a5a5 0080 feff f000 5401 00000000 09000000 00a000 0000 0000 0000 6207 5a")
PING = bytes.fromhex("a5a5a5a5a5a5a5a5feff00800500feff0100987c0090961b00000000000005001e781e01a20000005a")
PING_6 = bytes.fromhex("a5a5a5a5a5a5a5a5feff00800700feff000030689001967c00000000000005001e7800c701a20000005a")
PING_F0 = bytes.fromhex("a5a5a5a5a5a5a5a5 feff 0080 f000 feff 00000000 05000000 01a200 0000 c686 5a")
QUESTION = bytes.fromhex("01a2000000")


def flaws(*chunks: bytes) -> list[str]:
    """The flaws of what a reader finds; "" for a frame."""
    reader = WireReader()
    return [piece.flaw for chunk in chunks for piece in reader.feed(chunk)]


def test_the_checksum_is_crc_16_arc() -> None:
    """The usual nine digits give BB3D."""
    assert crc16(b"123456789") == 0xBB3D


def bit_by_bit(octets: bytes) -> int:
    """The checksum as textbooks define it."""
    crc = 0
    for octet in octets:
        crc ^= octet
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


@pytest.mark.parametrize("count", [*range(60), 115, 116, 117, 463, 464, 465, 1000, 4097])
def test_the_folded_checksum_is_that_of_single_bits(count: int) -> None:
    """Of no octets, few and many, about every length at which another fold begins; a bit more gives another one."""
    octets = hashlib.shake_128(b"%d" % count).digest(count)
    assert crc16(octets) == bit_by_bit(octets)
    for zeros in (bytes(count), b"\xff" * count, b"\1" + bytes(count)):
        assert crc16(zeros) == bit_by_bit(zeros)


@pytest.mark.parametrize(
    ("plain", "escaped"), [(0xA5, "a602"), (0xA6, "a601"), (0x5A, "5b02"), (0x5B, "5b01"), (0x5C, "5c")]
)
def test_four_bytes_are_escaped(plain: int, escaped: str) -> None:
    """The framing bytes and the escape bytes travel as pairs, all others as they are."""
    assert wrap(bytes((plain,)), lead=0, tail=0).hex() == escaped


def test_escapes_are_undone_for_every_pair_of_bytes() -> None:
    """Any two bytes side by side survive, escapes next to escapes too."""
    every_pair = b"".join(bytes((first, second)) for first in range(256) for second in range(256))

    assert unescape(wrap(every_pair, lead=0, tail=0)) == every_pair


@pytest.mark.parametrize("bad", ["a6", "5b", "a600", "a603", "5b5b", "a6a6", "a65b"])
def test_impossible_escapes_are_refused(bad: str) -> None:
    """An escape byte followed by anything other than 01 or 02 makes the frame worthless."""
    assert unescape(bytes.fromhex(bad)) is None


@pytest.mark.parametrize(
    ("octets", "packet"),
    [
        (ACK, Packet(0x8000, 0xFFFE, b"\x54\x01", bytes.fromhex("00a000000000000000"))),
        (PING_F0, Packet(0xFFFE, 0x8000, b"\xfe\xff", QUESTION)),
        (PING, Packet(0xFFFE, 0x8000, b"\xfe\xff", QUESTION, Dialect.COMMON, 0x7C98, 1, 0x1B)),
        (PING_6, Packet(0xFFFE, 0x8000, b"\xfe\xff", QUESTION, Dialect.COMMON6, 0x6830, 0, 0x7C)),
    ],
    ids=["acknowledgement", "ping in F0", "ping in 05", "ping in 07"],
)
def test_known_packets_are_read_and_written(octets: bytes, packet: Packet) -> None:
    """Published bytes become packets and packets the published bytes."""
    assert [(packet, "")] == [unpack(inner) for inner in frames_in(octets)]
    assert octets == wrap(onbon_wire.pack(packet))


@pytest.mark.parametrize("octets", [PING, PING_6, PING_F0], ids=["05", "07", "F0"])
def test_any_flipped_bit_is_noticed(octets: bytes) -> None:
    """No packet with one wrong bit passes as a good one."""
    inner = next(frames_in(octets))
    for bit in range(8 * len(inner)):
        damaged = bytearray(inner)
        damaged[bit // 8] ^= 1 << bit % 8

        assert unpack(bytes(damaged))[1]


@pytest.mark.parametrize(
    ("inner", "flaw"),
    [
        (b"", "short"),
        (bytes(17), "short"),
        (bytes.fromhex("feff008005") + bytes(21), "short"),
        (bytes.fromhex("feff008007") + bytes(22), "short"),
        (bytes.fromhex("feff008006") + bytes(40), "header"),
    ],
)
def test_what_has_no_header_has_no_packet(inner: bytes, flaw: str) -> None:
    """Too short a frame and an unknown header leave nothing to answer to."""
    assert unpack(inner) == (None, flaw)


def test_a_reply_goes_the_other_way() -> None:
    """A reply swaps the ends and keeps the rest of the header."""
    asked = Packet(1, 2, b"\x54\x01", b"?", Dialect.COMMON, 7, 1, 9)

    assert Packet(2, 1, b"\x54\x01", b"!", Dialect.COMMON, 7, 1, 9) == asked.reply(b"!")


@pytest.mark.parametrize("lead", range(1, 9))
def test_any_run_of_start_bytes_starts_a_frame(lead: int) -> None:
    """Senders use eight start bytes, one is enough."""
    assert flaws(b"\xa5" * lead + b"x\x5a") == [""]


def test_end_bytes_between_frames_are_tolerated() -> None:
    """Extra end bytes are neither frames nor faults."""
    assert flaws(b"\x5a\x5a" + PING + b"\x5a" + ACK + b"\x5a\x5a") == ["", ""]


@pytest.mark.parametrize("octets", [PING, PING + b"\x5a", PING[7:], b"\xa5" * 99 + PING, b"\xa5\xa6\x5a", b"\xa5\x5a"])
def test_a_frame_that_comes_alone_is_read_as_byte_by_byte(octets: bytes) -> None:
    """The same pieces, whatever stands round it, also where it is none; and not while another frame is open."""
    whole, apart, late = WireReader(), WireReader(), WireReader()

    assert whole.feed(octets) == [piece for octet in octets for piece in apart.feed(bytes((octet,)))]
    assert late.feed(ACK[:20]) == []
    assert late.feed(octets)[0] == Piece("cut", ACK[:20])


def test_a_start_byte_inside_a_frame_starts_anew() -> None:
    """What began before the new start is dropped and told."""
    assert flaws(b"\xa5abc" + PING) == ["cut", ""]


def test_noise_is_told_when_it_ends() -> None:
    """Bytes outside frames are one fault, however they came."""
    assert flaws(b"no", b"i", b"se", PING) == ["noise", ""]


def test_a_bad_escape_drops_its_frame_only() -> None:
    """The frame behind a spoilt one is read."""
    assert flaws(b"\xa5a\xa6\x03b\x5a" + PING) == ["escape", ""]


def test_an_empty_frame_is_no_frame() -> None:
    """A start followed by an end says nothing."""
    assert flaws(b"\xa5\xa5\x5a" + PING) == ["empty", ""]


def test_an_endless_frame_is_dropped() -> None:
    """A frame that never ends is given up, the next one is read."""
    endless = b"\xa5" + b"x" * (onbon_wire.MAX_INNER_BYTES * 2 + 10)

    assert flaws(endless + PING) == ["long", "noise", ""]


def test_pieces_keep_the_bytes_as_they_came() -> None:
    """A trace shows start bytes, escapes and all."""
    assert [piece.raw for piece in WireReader().feed(PING)] == [PING]


@pytest.mark.parametrize("octet", [0xA5, 0x5A, 0xA6, 0x00])
def test_a_stuck_line_fills_no_memory(octet: int) -> None:
    """Megabytes of one byte leave the reader as small as it was."""
    reader = WireReader()
    chunk = bytes((octet,)) * 65_536
    tracemalloc.start()
    try:
        for _ in range(16):
            reader.feed(chunk)
        kept_bytes = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()

    assert kept_bytes < 300_000
    assert reader.feed(b"\x5a" + PING)[-1].flaw == ""


def test_frames_are_found_in_noise() -> None:
    """Among noise, spoilt and cut frames the good ones are found."""
    received = b"x\xa5y\xa5\xa6\x5a" + PING + b"\x5a\x5a zz" + ACK + PING[:20]

    assert list(frames_in(received)) == [next(frames_in(PING)), next(frames_in(ACK))]
