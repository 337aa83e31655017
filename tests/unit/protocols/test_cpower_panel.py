"""Tests of the simulated C-Power card: what it refuses, answers, shows and forgets."""

import pytest

from signboard.frame.frame import Colour, Frame
from signboard.protocols.cpower import CPowerDriver
from signboard.protocols.cpower_panel import CPowerPanel
from signboard.protocols.cpower_wire import ANSWER, WINDOWS, Form, Packet, pack
from signboard.protocols.loopback import carry
from signboard.protocols.spec import BoardSpec

SERIAL = Form()
BOARD = BoardSpec(24, 8)
DARK = Frame.blank(24, 8)
IMAGE = "03 00 00 00 ffff 04 0000 0000 4931 0800 0200 01 00 80 01"


def told(card: CPowerPanel, *packets: Packet) -> list[tuple[int, bytes]]:
    """FF and data of the card's answers."""
    said = card.feed(b"".join(SERIAL.wrap(pack(packet)) for packet in packets), 0)[0]
    return [(packet.flag, packet.data) for packet in SERIAL.packets_in(said)]


def command(text: str, index: int = 0, last: int = 0, card_id: int = 1) -> Packet:
    """A command under 7B, in hex."""
    return Packet(card_id, WINDOWS, 1, bytes.fromhex(text), index, last)


def test_an_image_shows_in_its_window() -> None:
    """Without a division window 0 is the whole screen; the picture clears it."""
    card = CPowerPanel(BOARD)

    assert told(card, command(IMAGE)) == [(0, b"")]
    assert card.picture(0) == DARK.flipped([(0, 0), (7, 1)])
    told(card, command(IMAGE.replace("0000 0000 4931", "0004 0002 4931")))
    assert card.picture(0) == DARK.flipped([(4, 2), (11, 3)])


def test_windows_lie_over_each_other_and_cut_their_pictures() -> None:
    """A picture larger than its window is cut at the edges; a later window covers an earlier one."""
    card = CPowerPanel(BOARD)
    told(card, command("01 02 0000 0000 0018 0008 0000 0000 0007 0002"))
    told(card, command(IMAGE), command(IMAGE.replace("03 00", "03 01")))

    assert card.picture(0) == DARK.flipped([(0, 0), (7, 1)])
    told(card, command(IMAGE.replace("80 01", "01 ff")))
    assert card.picture(0) == DARK.flipped([(7, 0), (7, 1), (0, 0)])


@pytest.mark.parametrize(
    "text",
    [
        "01",
        "01 00",
        "01 09" + "0000 0000 0001 0001" * 9,
        "01 01 0000 0000 0019 0008",
        "01 01 0000 0001 0018 0008",
        "01 01 0000 0000 0000 0008",
        "01 01 0000 0000 0018 0008 00",
        "03",
        "03 00 00 00 ffff 01 0000 0000 4931 0800 0200 01 00 80 01",
        "03 01 00 00 ffff 04 0000 0000 4931 0800 0200 01 00 80 01",
        "03 00 00 00 ffff 04 0018 0000 4931 0800 0200 01 00 80 01",
        "03 00 00 00 ffff 04 0000 0000 4932 0800 0200 01 00 80 01",
        "03 00 00 00 ffff 04 0000 0000 4931 0000 0200 01 00",
        "03 00 00 00 ffff 04 0000 0000 4931 0800 0200 01 00 80",
        "03 00 00 00 ffff 04 0000 0000 4931 0800 0200 01 00 80 01 00",
        "03 00 00 00 ffff 04 0000 0000 4931 0800 0200 03 00 80 01",
        "03 00 00 00 ffff 04 0000 0000 4931 0800 0200 09 00 80 01",
        "03 00 00 00 ffff 04 0000 0000 4931 0800 0200 11 00 80 01",
        "06 00",
        "07 00",
        "07 02 00 00",
        "83",
        "7f",
    ],
)
def test_what_does_not_add_up_is_refused(text: str) -> None:
    """Each wrong command is refused and nothing of it shows."""
    card = CPowerPanel(BOARD)

    assert told(card, command(text)) == [(255, b"")]
    assert card.picture(0) == DARK
    assert card.faults == {"nak_255": 1}


@pytest.mark.parametrize(
    ("protocol", "data"),
    [
        (0x2D, b""),
        (0x3C, b"\0" * 18),
        (0x3E, b"\2"),
        (0x46, b"\0" * 24),
        (0x47, b"\0\0\0\x18\0\1\1\x1a"),
        (0x47, b"\0"),
        (0x76, b"\0\2"),
        (0x76, b""),
        (0x99, b"\0"),
        (0xFE, b"APP?"),
    ],
)
def test_wrong_short_commands_fail(protocol: int, data: bytes) -> None:
    """Under the other ids the data says 00."""
    assert told(CPowerPanel(BOARD), Packet(1, protocol, 1, data)) == [(1, b"\0")]


@pytest.mark.parametrize(
    ("protocol", "data", "length"),
    [(0x2E, b"\0", 8), (0x3C, b"\1", 19), (0x3E, b"\1", 3), (0x3E, b"\0\1\5", 1), (0x46, b"\1", 25), (0x47, b"\1", 8)],
)
def test_questions_are_answered(protocol: int, data: bytes, length: int) -> None:
    """Version, network, address, brightness and clock can be asked for."""
    ((_, answer),) = told(CPowerPanel(BOARD), Packet(1, protocol, 1, data))

    assert len(answer) == length


def test_the_clock_is_given_back() -> None:
    """What was set is told."""
    card = CPowerPanel(BOARD)
    carry(CPowerDriver(BOARD).set_clock(2026, 11, 15, 6, 30, 5), card)

    assert told(card, Packet(1, 0x47, 1, b"\1")) == [(1, bytes.fromhex("01051e06000f0b1a"))]


def test_damaged_bytes_are_refused_with_1() -> None:
    """A flipped bit is answered with the checksum result, and the next packet is taken."""
    card = CPowerPanel(BOARD)
    damaged = bytearray(SERIAL.wrap(pack(command(IMAGE))))
    damaged[-6] ^= 0x10
    said = card.feed(bytes(damaged), 0)[0]

    assert [packet.flag for packet in SERIAL.packets_in(said)] == [1]
    assert told(card, command(IMAGE)) == [(0, b"")]


@pytest.mark.parametrize(
    ("packets", "results"),
    [
        ([(0, 2), (2, 2)], [0, 2]),
        ([(0, 2), (1, 2), (1, 2)], [0, 0, 2]),
        ([(1, 2)], [2]),
        ([(3, 2)], [2]),
        ([(0, 2), (0, 2), (1, 2)], [0, 0, 0]),
    ],
)
def test_packets_out_of_turn_are_refused_with_2(packets: list[tuple[int, int]], results: list[int]) -> None:
    """A gap, a repetition or a late start; packet 0 always begins anew."""
    found = told(CPowerPanel(BOARD), *(command("03 00", index, last) for index, last in packets))

    assert [flag for flag, _ in found] == results


def test_endless_commands_do_not_fill_the_memory() -> None:
    """A command longer than any picture is refused."""
    card = CPowerPanel(BOARD)
    found = told(card, *(Packet(1, WINDOWS, 1, bytes(4000), index, 255) for index in range(70)))

    assert [flag for flag, _ in found].index(2) == 65


def test_texts_are_taken_and_not_drawn() -> None:
    """The card's own fonts are not simulated; the board stays as it is."""
    card = CPowerPanel(BOARD)

    assert told(card, command("12 00 00 00 00 00 03 02 ff 00 00 61 62 63 00")) == [(0, b"")]
    assert card.picture(0) == DARK


def test_other_cards_and_answers_are_passed_over() -> None:
    """On a shared line a card hears its own address and the one for all, which it does not answer."""
    card = CPowerPanel(BOARD)

    assert told(card, command(IMAGE, card_id=2), Packet(1, WINDOWS, 0, b"", kind=ANSWER)) == []
    assert card.picture(0) == DARK
    assert told(card, command(IMAGE, card_id=255)) == []
    assert card.picture(0).lit == 2
    assert card.faults == {}
    damaged = bytearray(SERIAL.wrap(pack(command(IMAGE, card_id=2))))
    damaged[-6] ^= 0x10
    assert card.feed(bytes(damaged), 0)[0] == b""
    assert card.faults == {"checksum": 1}


def test_refusals_and_silence_can_be_forced() -> None:
    """The test switches refuse with a number, and obey without an answer."""
    card = CPowerPanel(BoardSpec(24, 8, options={"test_nak": "9"}))
    assert told(card, command(IMAGE)) == [(9, b"")]
    card.forced_nak, card.is_silent = 0, True
    assert told(card, command(IMAGE)) == []
    assert card.picture(0).lit == 2


@pytest.mark.parametrize(
    ("colour", "planes", "pixels", "lit"),
    [
        (Colour.MONO, "07", "80 40 20", [(0, 0)]),
        (Colour.MONO, "06", "80 40", []),
        (Colour.DUAL, "02", "80", [(0, 1)]),
        (Colour.DUAL, "07", "80 40 20", [(0, 0), (1, 1)]),
        (Colour.RGB, "05", "80 40", [(0, 0), (1, 2)]),
    ],
)
def test_planes_go_to_the_colours_that_the_board_has(
    colour: Colour, planes: str, pixels: str, lit: list[tuple[int, int]]
) -> None:
    """Planes that are not there are dark, planes that the board lacks are dropped."""
    card = CPowerPanel(BoardSpec(8, 1, colour))
    told(card, command(f"03 00 00 00 ffff 04 0000 0000 4931 0800 0100 {planes} 00 {pixels}"))
    shown = card.picture(0)

    assert [(x, plane) for plane in range(colour.value) for x in range(8) if shown.pixel(x, 0, plane)] == lit


def test_shades_are_lit_from_half_on() -> None:
    """With eight bits for each pixel, 80 and more is lit."""
    card = CPowerPanel(BoardSpec(4, 1))
    told(card, command("03 00 00 00 ffff 04 0000 0000 4931 0400 0100 71 00 00 7f 80 ff"))

    assert card.picture(0) == Frame.blank(4, 1).flipped([(2, 0), (3, 0)])


def test_mains_off_forgets_windows_and_half_commands() -> None:
    """After a power cut the screen is dark, and the rest of a half picture is out of turn."""
    card = CPowerPanel(BOARD)
    told(card, command(IMAGE), command("03 00", 0, 1))
    card.power_cycle()

    assert card.picture(0) == DARK
    assert told(card, command("00", 1, 1)) == [(2, b"")]
