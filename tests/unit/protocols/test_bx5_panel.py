"""Tests of the simulated BX-5E card: what it refuses, answers, shows and forgets."""

import struct

import pytest

from signboard.frame.frame import Colour, Frame
from signboard.protocols.bx5 import Bx5Driver
from signboard.protocols.bx5_panel import Bx5Panel
from signboard.protocols.loopback import carry
from signboard.protocols.onbon_wire import Dialect, Packet, frames_in, pack, unpack, wrap
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Send

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


@pytest.mark.parametrize("dialect", [Dialect.F0, Dialect.COMMON])
@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("01a1000000", 1),
        ("01b0000000", 1),
        ("01a2990000", 2),
        ("01a7020000", 2),
        ("01a202", 2),
        ("01a2020800 2620010203040505", 0),
        ("01a2020800 2620130203040505", 14),
        ("01a2020800 26200230030405 05", 14),
        ("01a2020800 2a20010203040505", 14),
        ("01a2020700 26200102030405", 14),
        ("01a2050100 02", 18),
        ("01a2050000", 18),
        ("01a2073100" + "00" * 48, 18),
        ("01a2073100" + "00" + "10" * 48, 18),
        ("01a7010300 020001", 0),
        ("01a7010200 0104", 18),
        ("01a7010200 0201", 18),
        ("01a7010000", 18),
        ("01a7000400 00000000", 18),
        ("01a7000400 01000000", 18),
    ],
)
def test_the_card_refuses_what_a_card_refuses(body: str, number: int, dialect: Dialect) -> None:
    """Each wrong command gets the number of its fault, each right one none, in both dialects."""
    card = panel()

    assert refusals(card, request(body, dialect)) == [number]
    assert card.faults == ({f"nak_{number}": 1} if number else {})


def test_another_type_of_card_is_refused_with_17() -> None:
    """A picture for a BX-6E does nothing on a BX-5E; one for any type does."""
    card = panel()

    assert refusals(card, bytes_of(SPOT, device_type="7401")) == [17]
    assert card.picture(0) == DARK
    assert refusals(card, bytes_of(SPOT, device_type="any")) == [0]


def test_an_area_outside_the_screen_is_refused_with_18() -> None:
    """A picture for a larger board is refused and leaves the old one standing."""
    card = panel()
    carry(driver().show(SPOT), card)
    step = next(Bx5Driver(BoardSpec(40, 16)).show(Frame.blank(40, 16)))
    assert isinstance(step, Send)

    assert refusals(card, step.data) == [18]
    assert card.picture(0) == SPOT


def test_damaged_bytes_are_refused_with_5() -> None:
    """A flipped bit is answered with the checksum refusal in the same dialect, and the next frame is taken."""
    for good in (bytes_of(SPOT), request("01a2000000", Dialect.COMMON)):
        card = panel()
        damaged = bytearray(good)
        damaged[-4] ^= 0x10

        assert refusals(card, bytes(damaged)) == [5]
        assert refusals(card, good) == [0]


def test_two_colours_stay_apart() -> None:
    """Red and green come back in their own planes."""
    board = BoardSpec(16, 8, Colour.DUAL)
    red, green = Frame.blank(16, 8).flipped([(1, 1)]), Frame.blank(16, 8).flipped([(2, 2), (3, 3)])
    frame = Frame(16, 8, (*red.planes, *green.planes))
    card = Bx5Panel(board)
    carry(Bx5Driver(board).show(frame), card)

    assert card.picture(0) == frame
