"""Tests of the simulated card with stored programs: the order of a write, refusals, what lasts."""

import pytest

from signboard.frame.frame import Frame
from signboard.frame.message import Page
from signboard.protocols.bx5flash import Bx5FlashDriver, program_file
from signboard.protocols.bx5flash_options import read
from signboard.protocols.bx5flash_panel import Bx5FlashPanel
from signboard.protocols.loopback import carry, carry_out
from signboard.protocols.onbon_pages import HostPage
from signboard.protocols.onbon_wire import Dialect, Packet, crc32, frames_in, pack, unpack, wrap
from signboard.protocols.spec import BoardSpec

BOARD = BoardSpec(24, 8)
SPOT = Frame.blank(24, 8).flipped([(3, 3)])
FILE = program_file(read(BOARD), [HostPage(SPOT, 1, 0, 500, 24)])
NAME = b"P000"


def told(card: Bx5FlashPanel, command: int, payload: bytes = b"", group: int = 0xA1) -> int:
    """The error number of the card's answer to a command."""
    body = bytes((1, group, command)) + len(payload).to_bytes(2, "little") + payload
    said = card.feed(wrap(pack(Packet(0xFFFE, 0x8000, b"\x51\x05", body, Dialect.COMMON, 1, 0, 9))), 0)[0]
    packet = unpack(next(frames_in(said)))[0]
    assert packet
    return int.from_bytes(packet.body[5:7], "little")


def opening(
    name: bytes = NAME, kind: int = 0, length: int = len(FILE), overwrites: int = 1, crc: bytes = FILE[-4:]
) -> bytes:
    """The payload that opens a file."""
    return name + bytes((kind,)) + length.to_bytes(4, "little") + bytes((overwrites,)) + crc


def block(piece: bytes, at: int = 0, is_last: int = 1, name: bytes = NAME) -> bytes:
    """The payload of a block."""
    return name + bytes((is_last,)) + at.to_bytes(4, "little") + piece


def test_a_write_in_order_is_taken_at_its_end() -> None:
    """Begin, open, blocks, end: the picture shows after the end and not before."""
    card = Bx5FlashPanel(BOARD)
    assert [told(card, 8), told(card, 2, opening()), told(card, 3, block(FILE))] == [0, 0, 0]
    assert (card.picture(0).lit, card.writes) == (0, 0)
    assert told(card, 9) == 0
    assert (card.picture(0), card.writes) == (SPOT, 1)


@pytest.mark.parametrize(
    ("payload", "number"),
    [
        (opening(name=b"L000"), 9),
        (opening(name=b"P0x0"), 9),
        (opening(kind=1), 10),
        (opening(length=0), 4),
        (opening(length=(1 << 20) + 1), 4),
        (opening()[:-1], 6),
    ],
)
def test_impossible_files_are_not_opened(payload: bytes, number: int) -> None:
    """Each wrong opening gets the number of its fault, and no block is taken after it."""
    card = Bx5FlashPanel(BOARD)

    assert told(card, 2, payload) == number
    assert told(card, 3, block(FILE)) == 6


@pytest.mark.parametrize(
    ("payload", "number"),
    [
        (block(FILE, at=1), 16),
        (block(FILE, is_last=0), 16),
        (block(FILE[:50], is_last=1), 16),
        (block(FILE + b"\0"), 16),
        (block(FILE, name=b"P001"), 9),
        (block(bytes(701)), 8),
        (block(b""), 6),
        (block(FILE[:-1] + b"\xff"), 11),
        (block(b"\1" + FILE[1:]), 11),
    ],
)
def test_impossible_blocks_are_refused(payload: bytes, number: int) -> None:
    """Out of turn, too long, of another file, or with a wrong checksum in the end."""
    card = Bx5FlashPanel(BOARD)
    told(card, 2, opening())

    assert told(card, 3, payload) == number
    assert told(card, 9) == 0
    assert card.writes == 0


def test_a_program_for_a_larger_board_is_refused() -> None:
    """What does not fit the screen is 18, and what is named otherwise inside is 9."""
    large = program_file(read(BoardSpec(40, 8)), [HostPage(Frame.blank(40, 8), 1, 0, 500, 40)])
    card = Bx5FlashPanel(BOARD)
    told(card, 2, opening(length=len(large), crc=large[-4:]))
    assert told(card, 3, block(large)) == 18
    renamed = FILE[:1] + b"P009" + FILE[5:-4]
    renamed += crc32(renamed).to_bytes(4, "little")
    told(card, 2, opening(crc=renamed[-4:]))
    assert told(card, 3, block(renamed)) == 9


def test_an_existing_file_is_kept_unless_overwriting() -> None:
    """Without the overwrite mark a stored name is refused with 15."""
    card = Bx5FlashPanel(BOARD)
    carry(Bx5FlashDriver(BOARD).show(SPOT), card)

    assert told(card, 2, opening(overwrites=0)) == 15
    assert told(card, 2, opening()) == 0


def test_room_shrinks_with_what_is_stored() -> None:
    """The free bytes are told, and a file that needs more is refused; replacing a file needs its own room only."""
    card = Bx5FlashPanel(BOARD)
    carry(Bx5FlashDriver(BOARD).show(SPOT), card)
    free = (1 << 20) - len(FILE)

    assert told(card, 2, opening(name=b"P001", length=free + 1)) == 4
    assert told(card, 2, opening(name=b"P001", length=free)) == 0
    assert told(card, 2, opening(length=1 << 20)) == 0


def test_mains_off_keeps_programs_and_loses_half_of_one() -> None:
    """Flash lasts; a file whose end did not come is gone."""
    card = Bx5FlashPanel(BOARD)
    carry(Bx5FlashDriver(BOARD).show(SPOT), card)
    other = Frame.blank(24, 8).flipped([(9, 1)])
    changed = program_file(read(BOARD), [HostPage(other, 1, 0, 500, 24)])
    told(card, 2, opening(length=len(changed), crc=changed[-4:]))
    told(card, 3, block(changed))
    card.power_cycle()
    told(card, 9)

    assert card.picture(0) == SPOT


@pytest.mark.parametrize(("group", "command", "payload"), [(0xA2, 0x0E, b"\0\1P000"), (0xA1, 0x01, b"\2\0P000")])
def test_cut_commands_are_refused(group: int, command: int, payload: bytes) -> None:
    """Lock and delete without all their bytes do nothing."""
    card = Bx5FlashPanel(BOARD)
    carry(Bx5FlashDriver(BOARD).show(SPOT), card)

    assert told(card, command, payload, group) == 6
    assert card.picture(0) == SPOT


def test_a_lock_is_lifted() -> None:
    """The lock's own mark says whether one program or all of them show."""
    card = Bx5FlashPanel(BOARD)
    other = Bx5FlashDriver(BoardSpec(24, 8, options={"program": "P001"}))
    dark = Frame.blank(24, 8).flipped([(0, 0)])
    carry(Bx5FlashDriver(BOARD).store([Page(SPOT, 1000)]), card)
    carry(other.store([Page(dark, 1000)]), card)
    carry(other.lock(), card)
    assert card.picture(0) == dark
    told(card, 0x0E, b"\0\0P001" + bytes(4), 0xA2)
    assert card.picture(0) == SPOT


def test_the_light_brings_what_is_stored() -> None:
    """Written in the dark a program is no picture yet; the light makes it one, a light that is on changes nothing."""
    driver, panel = Bx5FlashDriver(BOARD), Bx5FlashPanel(BOARD)
    carry(driver.clear(), panel)
    _, events = carry_out(driver.show(SPOT), panel)
    assert [(event.name, event.frame) for event in events if event.kind == "picture"] == [("power", SPOT)]
    _, again = carry_out(driver.set_power(True), panel)
    assert [event.kind for event in again] == ["command"]
