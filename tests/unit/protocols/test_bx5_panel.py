"""Tests of the simulated BX-5E card: what it refuses, answers, shows and forgets."""

import struct

import pytest

from signboard.frame.frame import Colour, Frame
from signboard.protocols.bx5 import Bx5Driver
from signboard.protocols.bx5_panel import Bx5Panel
from signboard.protocols.loopback import carry, carry_out
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


@pytest.mark.parametrize("dialect", Dialect)
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
    for dialect in Dialect:
        answer = panel(screen="7").feed(request("01a2000000", dialect, screen=7), 0)[0]
        packet, flaw = unpack(next(frames_in(answer)))

        assert packet
        assert flaw == ""
        assert (packet.destination, packet.source, packet.dialect) == (0x8000, 7, dialect)
        assert (packet.sequence, packet.random) == ((5, 9) if dialect is Dialect.COMMON else (0, 0))


@pytest.mark.parametrize("frame_bytes", ["", "feff00800900" + "00" * 40], ids=["empty", "unknown header"])
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


def test_areas_stand_side_by_side() -> None:
    """Two areas show together; updating one leaves the other."""
    card = panel()
    small = Frame.blank(8, 16).flipped([(0, 0)])
    carry(driver(area_id="0").show(small), card)
    carry(driver(area_id="3", x="10").show(small), card)
    carry(driver(area_id="0", x="20").show(small), card)

    assert card.picture(0) == DARK.flipped([(20, 0), (10, 0)])


def test_an_event_shows_the_whole_screen() -> None:
    """The picture of an event is the board with all areas, at rest, even while the card moves one in."""
    card = panel()
    small = Frame.blank(8, 16).flipped([(0, 0)])
    carry(driver().show(small), card)
    _, events = carry_out(driver(area_id="1", x="10", effect="3").show(small), card)

    assert [(event.kind, event.name, event.frame) for event in events] == [
        ("picture", "area", DARK.flipped([(0, 0), (10, 0)]))
    ]


def test_events_explain_themselves() -> None:
    """Every event has a word, a sentence and its bytes as they came."""
    card = panel()
    octets = b"noise" + bytes_of(SPOT) + request("01a2050100 00") + request("01b0000000")
    events = card.feed(octets, 0)[1]

    assert [event.name for event in events] == ["noise", "area", "power", "nak_1"]
    assert [event.kind for event in events] == ["fault", "picture", "command", "fault"]
    assert b"".join(event.raw for event in events) == octets
    assert "area 0, 32x16 at 0,0" in events[1].meaning


def test_beside_stored_programs_both_show() -> None:
    """An area with play 0 lies over the stored picture, with play 1 it replaces it."""
    corner = Frame.blank(4, 4)
    card = panel(stored="border")
    stored = card.picture(0)
    carry(driver(play="0").show(corner), card)
    assert card.picture(0).lit == stored.lit - 7
    carry(driver(play="1").show(corner), card)
    assert card.picture(0) == DARK


def test_mode_2_blanks_and_an_update_wakes() -> None:
    """Host silence darkens the board although a stored program waits; the next picture shows again."""
    card = panel(stored="border")
    host = driver(run_mode="2", timeout_s="10")
    carry(host.show(SPOT), card, 0)
    assert [card.picture(9_999), card.picture(10_000)] == [SPOT, DARK]
    carry(host.show(SPOT), card, 20_000)
    assert card.picture(29_999) == SPOT


def test_mode_3_falls_back_to_the_stored_picture() -> None:
    """Host silence brings the stored picture back."""
    card = panel(stored="border")
    stored = card.picture(0)
    carry(driver(run_mode="3", timeout_s="10").show(SPOT), card, 0)

    assert [card.picture(9_999), card.picture(10_000)] == [SPOT, stored]


def test_a_ping_is_no_update() -> None:
    """Only pictures keep an area alive."""
    card = panel()
    host = driver(run_mode="2", timeout_s="10")
    carry(host.show(SPOT), card, 0)
    carry(host.identify(), card, 9_000)

    assert card.picture(10_000) == DARK


def test_off_is_dark_and_on_shows_again() -> None:
    """Switching off hides the picture, switching on brings it back."""
    card, host = panel(), driver()
    carry(host.show(SPOT), card)
    carry(host.set_power(False), card)
    assert card.picture(0) == DARK
    carry(host.set_power(True), card)
    assert card.picture(0) == SPOT


def test_mains_off_forgets_areas_and_half_frames() -> None:
    """After a power cut the areas are gone, the stored picture is back, and a half frame is forgotten."""
    card = panel(stored="border")
    stored = card.picture(0)
    carry(driver().show(SPOT), card)
    card.feed(bytes_of(SPOT)[:40], 0)
    card.power_cycle()

    assert card.picture(0) == stored
    assert card.feed(bytes_of(SPOT)[40:], 0)[0] == b""


@pytest.mark.parametrize(("lead", "tail"), [(1, 2), (8, 1), (3, 0)])
def test_answers_can_be_framed_differently(lead: int, tail: int) -> None:
    """The test switches change start and end bytes of the answers."""
    said = panel(test_lead=str(lead), test_tail=str(tail)).feed(request("01a2000000"), 0)[0]

    assert said[:lead] == b"\xa5" * lead
    assert said[lead] != 0xA5
    assert len(said) - len(said.rstrip(b"\x5a")) == tail


def test_two_colours_stay_apart() -> None:
    """Red and green come back in their own planes."""
    board = BoardSpec(16, 8, Colour.DUAL)
    red, green = Frame.blank(16, 8).flipped([(1, 1)]), Frame.blank(16, 8).flipped([(2, 2), (3, 3)])
    frame = Frame(16, 8, (*red.planes, *green.planes))
    card = Bx5Panel(board)
    carry(Bx5Driver(board).show(frame), card)

    assert card.picture(0) == frame
