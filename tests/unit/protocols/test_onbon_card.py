"""Tests of what every simulated Onbon card does, on a BX-5E."""

import struct

import pytest

from signboard.frame.frame import Frame
from signboard.protocols.bx5 import Bx5Driver
from signboard.protocols.bx5_panel import Bx5Panel
from signboard.protocols.loopback import carry
from signboard.protocols.onbon_wire import Dialect, Packet, frames_in, pack, unpack, wrap
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Send

SIXTH = Packet(0xFFFE, 0x8000, b"\x54\x01", bytes.fromhex("01a2000000"), Dialect.COMMON6, 5, 0, 9)
DARK = Frame.blank(32, 16)


SPOT = DARK.flipped([(9, 9)])


def panel(**options: str) -> Bx5Panel:
    """A card with 32x16 pixels, mono."""
    return Bx5Panel(BoardSpec(32, 16, options=options))


def driver(**options: str) -> Bx5Driver:
    """A host for 32x16 pixels, mono."""
    return Bx5Driver(BoardSpec(32, 16, options=options))


def bytes_of(frame: Frame, **options: str) -> bytes:
    """The wire bytes of a picture."""
    step = next(driver(**options).show(frame))
    assert isinstance(step, Send)
    return step.data


def request(body: str, dialect: Dialect = Dialect.F0, device_type: bytes = b"\x54\x01", screen: int = 0xFFFE) -> bytes:
    """A request with this body in hex."""
    return wrap(pack(Packet(screen, 0x8000, device_type, bytes.fromhex(body), dialect, 5, 1, 9)))


def refusals(card: Bx5Panel, octets: bytes) -> list[int]:
    """The error numbers of the card's answers."""
    numbers = []
    for inner in frames_in(card.feed(octets, 0)[0]):
        packet, _ = unpack(inner)
        assert packet
        numbers.append(struct.unpack_from("<H", packet.body, 5)[0])
    return numbers


@pytest.mark.parametrize("number", range(1, 20))
def test_any_refusal_can_be_forced(number: int) -> None:
    """The test switch refuses everything with its number and obeys nothing."""
    card = panel(test_nak=str(number))

    assert refusals(card, bytes_of(SPOT)) == [number]
    assert card.picture(0) == DARK


def test_the_switches_can_be_turned_while_running() -> None:
    """Faults can be switched on and off on a running card."""
    card = panel()
    card.forced_nak = 3
    assert refusals(card, bytes_of(SPOT)) == [3]
    card.forced_nak, card.is_silent = 0, True
    assert refusals(card, bytes_of(SPOT)) == []
    assert card.picture(0) == SPOT
    card.is_silent = False
    assert refusals(card, bytes_of(SPOT)) == [0]


def test_a_silent_request_is_obeyed_without_answer() -> None:
    """A request that wants no answer gets none, refused or not."""
    card = panel()

    assert refusals(card, bytes_of(SPOT, reply="no") + request("00b0000000")) == []
    assert card.picture(0) == SPOT
    assert card.faults == {"nak_1": 1}


def test_answers_keep_dialect_sequence_and_ends() -> None:
    """The answer's header is the request's with the ends swapped."""
    for dialect in (Dialect.F0, Dialect.COMMON):
        answer = panel(screen="7").feed(request("01a2000000", dialect, screen=7), 0)[0]
        packet, flaw = unpack(next(frames_in(answer)))

        assert packet
        assert flaw == ""
        assert (packet.destination, packet.source, packet.dialect) == (0x8000, 7, dialect)
        assert (packet.sequence, packet.random) == ((5, 9) if dialect is Dialect.COMMON else (0, 0))


@pytest.mark.parametrize(
    "frame_bytes",
    ["", "feff00800900" + "00" * 40, pack(SIXTH).hex()],
    ids=["empty", "unknown header", "sixth generation"],
)
def test_what_cannot_be_answered_is_a_silent_fault(frame_bytes: str) -> None:
    """Without a readable header there is nobody to answer to."""
    card = panel()

    assert card.feed(wrap(bytes.fromhex(frame_bytes)), 0)[0] == b""
    assert sum(card.faults.values()) == 1


def test_other_boards_pictures_are_passed_over() -> None:
    """On a shared line a card hears its own address and the two that mean everyone, and answers no one else's."""
    card = panel(screen="7")
    for screen, heard in ((8, []), (7, [0]), (0xFFFE, [0]), (0xFFFF, [0])):
        assert refusals(card, bytes_of(SPOT, screen=str(screen))) == heard
    assert card.faults == {}

    damaged = bytearray(bytes_of(SPOT, screen="8"))
    damaged[-4] ^= 1
    assert refusals(card, bytes(damaged)) == []
    assert card.faults == {"checksum": 1}


def test_events_explain_themselves() -> None:
    """Every event has a word, a sentence and its bytes as they came."""
    card = panel()
    octets = b"noise" + bytes_of(SPOT) + request("01a2050100 00") + request("01b0000000")
    events = card.feed(octets, 0)[1]

    assert [event.name for event in events] == ["noise", "area", "power", "nak_1"]
    assert [event.kind for event in events] == ["fault", "picture", "command", "fault"]
    assert b"".join(event.raw for event in events) == octets
    assert "area 0, 32x16 at 0,0" in events[1].meaning


def test_off_is_dark_and_on_shows_again() -> None:
    """Switching off hides the picture, switching on brings it back."""
    card, host = panel(), driver()
    carry(host.show(SPOT), card)
    carry(host.set_power(False), card)
    assert card.picture(0) == DARK
    carry(host.set_power(True), card)
    assert card.picture(0) == SPOT


@pytest.mark.parametrize(("lead", "tail"), [(1, 2), (8, 1), (3, 0)])
def test_answers_can_be_framed_differently(lead: int, tail: int) -> None:
    """The test switches change start and end bytes of the answers."""
    said = panel(test_lead=str(lead), test_tail=str(tail)).feed(request("01a2000000"), 0)[0]

    assert said[:lead] == b"\xa5" * lead
    assert said[lead] != 0xA5
    assert len(said) - len(said.rstrip(b"\x5a")) == tail
