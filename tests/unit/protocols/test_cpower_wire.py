"""Tests of C-Power's packets and of both forms of the line."""

import pytest

from signboard.protocols.cpower_wire import ANSWER, WINDOWS, Form, Packet, pack, total, unpack
from signboard.protocols.cutting import Cutter

SERIAL, NET = Form(), Form(b"\xff\xff\xff\xff")
ON = bytes.fromhex("a5 68 32 01 76 01 00 01 00 00 00 00 00 00 00 13 01 ae")
SAVE = bytes.fromhex("a5 68 32 01 7b 01 04 00 00 00 07 00 00 00 22 01 ae")
ACK = bytes.fromhex("a5 e8 32 01 3c 01 01 59 01 ae")


def flaws(form: Form, *chunks: bytes) -> list[str]:
    """What the cutter says of each piece."""
    cutter = Cutter(form.rule)
    return [piece.flaw for chunk in chunks for piece in cutter.feed(chunk)]


@pytest.mark.parametrize(
    ("octets", "packet"),
    [
        (ON, Packet(1, 0x76, 1, b"\0\1" + bytes(7))),
        (SAVE, Packet(1, WINDOWS, 1, b"\7\0\0\0")),
        (ACK, Packet(1, 0x3C, 1, b"\1", kind=ANSWER)),
    ],
)
def test_known_packets_are_read_and_written(octets: bytes, packet: Packet) -> None:
    """Published bytes become packets and packets the published bytes."""
    assert list(SERIAL.packets_in(octets)) == [packet]
    assert SERIAL.wrap(pack(packet)) == octets


def test_the_sum_has_16_bits() -> None:
    """What does not fit is dropped, as the document's example says."""
    assert total(b"\xff" * 257 + b"\xfb\x09") == (257 * 255 + 0xFB + 9) & 0xFFFF


def test_every_byte_survives_both_forms() -> None:
    """Escapes lose nothing, and no framing byte is left inside; the network form needs none."""
    octets = bytes(range(256)) + b"\xaa\x05\xaa\x0a\xaa\x0e\xa5\xae"
    framed = SERIAL.wrap(octets)

    assert not {0xA5, 0xAE} & set(framed[1:-1])
    assert SERIAL.unwrap(framed) == octets
    assert NET.wrap(octets) == b"\xff\xff\xff\xff\x08\x01\x00\x00" + octets
    assert NET.unwrap(NET.wrap(octets)) == octets


@pytest.mark.parametrize("bad", ["a5aaae", "a5aa06ae", "a5aaaaae"])
def test_impossible_escapes_are_refused(bad: str) -> None:
    """AA followed by anything other than 05, 0A or 0E makes the packet worthless."""
    assert SERIAL.unwrap(bytes.fromhex(bad)) is None


@pytest.mark.parametrize("packet", [Packet(9, WINDOWS, 1, b"\3abc", 2, 5), Packet(9, 0x46, 0, b"\0" * 25)])
def test_any_flipped_bit_is_noticed(packet: Packet) -> None:
    """No packet with one wrong bit passes as a good one."""
    whole = pack(packet)
    for bit in range(8 * len(whole)):
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8

        assert unpack(bytes(damaged))[1]


@pytest.mark.parametrize(
    ("octets", "flaw"),
    [("", "short"), ("683201760100", "short"), ("6832017b0100000000ff", "short"), ("6932017601000000", "header")],
)
def test_what_has_no_head_has_no_packet(octets: str, flaw: str) -> None:
    """Too short a packet and an unknown head leave nothing to answer to."""
    assert unpack(bytes.fromhex(octets)) == (None, flaw)


def test_an_answer_comes_from_the_same_card() -> None:
    """Address and protocol id are kept, the order of packets begins anew."""
    assert Packet(3, WINDOWS, 1, b"?", 4, 7).answer(2) == Packet(3, WINDOWS, 2, b"", 0, 0, ANSWER)


def test_serial_streams_are_cut_at_starts_and_ends() -> None:
    """Stray bytes are noise, a new start breaks a packet off, runs of starts do no harm."""
    assert flaws(SERIAL, b"noise" + ON + b"\xae" + ON[:7] + ON, b"\xa5\xa5" + ON) == [
        "noise",
        "",
        "noise",
        "cut",
        "",
        "noise",
        "",
    ]
    assert flaws(SERIAL, b"\xa5" + b"x" * 9000) == ["long"]


def test_net_streams_are_cut_by_lengths() -> None:
    """A head that cannot be true is noise; one of an unlikely length is not waited for."""
    good = NET.wrap(pack(Packet(1, WINDOWS, 1, b"\6")))
    for front in (b"noise", b"\xff", b"\xff" * 7, NET.wrap(b"\x68\x32")[:9], b"\xff" * 4 + bytes(4) + b"\x00\x00"):
        assert flaws(NET, front + good + good)[-2:] == ["", ""]
    disagreeing = good[:4] + b"\x0d" + good[5:]
    assert flaws(NET, disagreeing + good)[-1] == ""
    assert flaws(NET, good[:4] + b"\xff\xff" + good[6:] + good)[-1] == ""


def test_an_id_code_is_the_cards_own() -> None:
    """A packet under another code is noise."""
    assert list(Form(b"\1\2\3\4").packets_in(NET.wrap(pack(Packet(1, WINDOWS, 1, b"\6"))))) == []
