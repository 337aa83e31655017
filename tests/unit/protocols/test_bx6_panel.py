"""Tests of the simulated BX-6 card: what it refuses and answers beyond what every card does."""

import pytest

from signboard.frame.frame import Colour, Frame
from signboard.protocols.bx6 import Bx6Driver
from signboard.protocols.bx6_panel import Bx6Panel
from signboard.protocols.loopback import carry
from signboard.protocols.onbon_pages import HostPage, bitmap5
from signboard.protocols.onbon_wire import Dialect, Packet, frames_in, pack, unpack, wrap
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Send

BOARD = BoardSpec(64, 16)
SPOT = Frame.blank(64, 16).flipped([(9, 9)])


def request(body: str, dialect: Dialect = Dialect.F0, device_type: bytes = b"\x74\x01") -> bytes:
    """A request with this body in hex."""
    return wrap(pack(Packet(0xFFFE, 0x8000, device_type, bytes.fromhex(body), dialect, 5, 0, 9)))


def answers(card: Bx6Panel, octets: bytes) -> list[Packet]:
    """The card's answers."""
    found = [unpack(inner)[0] for inner in frames_in(card.feed(octets, 0)[0])]
    return [packet for packet in found if packet]


def number_of(answer: Packet) -> int:
    """The error number of an answer."""
    return int.from_bytes(answer.body[5:7], "little")


@pytest.mark.parametrize("dialect", [Dialect.F0, Dialect.COMMON6])
@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("01a1000000", 1),
        ("01a2990000", 2),
        ("01a2050100 02", 18),
        ("01a7010300 02001f", 0),
        ("01a7010200 0120", 18),
        ("01a7000200 0000", 18),
    ],
)
def test_the_card_refuses_what_a_card_refuses(body: str, number: int, dialect: Dialect) -> None:
    """Each wrong command gets the number of its fault, each right one none, in the header that it came in."""
    (answer,) = answers(Bx6Panel(BOARD), request(body, dialect))

    assert (number_of(answer), answer.dialect) == (number, dialect)


def test_the_fifth_generations_header_is_unknown() -> None:
    """A control command in the header 05 is a silent fault."""
    card = Bx6Panel(BOARD)

    assert answers(card, request("01a2000000", Dialect.COMMON)) == []
    assert card.faults == {"header": 1}


def test_a_fifth_generation_picture_is_refused() -> None:
    """A BX-5 update has no meaning here, and one for a BX-5 card another type."""
    card = Bx6Panel(BOARD)

    assert [number_of(each) for each in answers(card, request("01a700 0400 00000000", device_type=b"\x54\x01"))] == [17]


def test_pixels_of_the_fifth_generation_are_scrambled() -> None:
    """They have the same length on a board of whole words, so nothing refuses them: only the picture tells."""
    host, card = Bx6Driver(BOARD), Bx6Panel(BOARD)
    page = HostPage(SPOT, 1, 0, 500, 64)
    good = next(host.show(SPOT))
    assert isinstance(good, Send)
    inner = next(frames_in(good.data))
    packet = unpack(inner)[0]
    assert packet
    bitmap = bitmap5(page.frame, 0)
    wrong = Packet(packet.destination, packet.source, packet.device_type, packet.body[: -len(bitmap)] + bitmap)
    (answer,) = answers(card, wrap(pack(wrong)))

    assert number_of(answer) == 0
    assert card.picture(0) == Frame.blank(64, 16).flipped([(17, 9)])


def test_the_ping_of_a_full_colour_card_says_so() -> None:
    """Colour, size and type of a 6Q come back."""
    board = BoardSpec(64, 16, Colour.RGB)
    fields = carry(Bx6Driver(board).identify(), Bx6Panel(board)).fields

    assert (fields["colour"], fields["device_type"], fields["width_px"]) == ("rgb", "6Q2", 64)
