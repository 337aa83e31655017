"""Tests of a card reading a stored program."""

import pytest

from signboard.frame.frame import Colour, Frame
from signboard.protocols.bx5flash import program_file
from signboard.protocols.bx5flash_options import read
from signboard.protocols.bx5flash_program import read_program
from signboard.protocols.onbon_area import AreaError
from signboard.protocols.onbon_pages import HostPage
from signboard.protocols.onbon_wire import crc32
from signboard.protocols.spec import BoardSpec

SCREEN = Frame.blank(24, 8)
PAGE = HostPage(SCREEN.flipped([(3, 3)]), 1, 0, 500, 24)


def file(**options: str) -> bytes:
    """A program with one page."""
    return program_file(read(BoardSpec(24, 8, options=options)), [PAGE])


def sealed(octets: bytes) -> bytes:
    """The file with its checksum made right."""
    return octets[:-4] + crc32(octets[:-4]).to_bytes(4, "little")


def test_a_program_is_read() -> None:
    """Name, picture and time come back; without dates it is due on any day."""
    program = read_program(file(), SCREEN, 7)

    assert (program.name, program.area.pages[0].frame, program.area.pages[0].stay_ms) == (b"P000", PAGE.frame, 5000)
    assert program.area.since_ms == 7
    assert program.is_due("20000101")
    assert program.is_due("20991231")


def test_days_are_inclusive() -> None:
    """From the first day to the last, both days included."""
    program = read_program(file(first_day="2026-11-15", last_day="2026-12-15"), SCREEN, 0)

    days = ("20261114", "20261115", "20261215", "20261216")
    assert [program.is_due(day) for day in days] == [False, True, True, False]


def test_any_flipped_bit_is_noticed() -> None:
    """No file with one wrong bit passes as a good one."""
    whole = file()
    for bit in range(8 * len(whole)):
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        with pytest.raises(AreaError):
            read_program(bytes(damaged), SCREEN, 0)


@pytest.mark.parametrize(
    ("at", "value"),
    [(22, 2), (22, 0), (23, 5), (27, 1), (28, 1), (32, 25), (32, 0), (34, 9), (36, 1), (37, 2), (37, 0), (39, 5)],
)
def test_a_file_that_does_not_add_up_is_refused(at: int, value: int) -> None:
    """One wrong number under a right checksum, and nothing is shown of it."""
    octets = bytearray(file())
    octets[at] = value
    with pytest.raises(AreaError):
        read_program(sealed(bytes(octets)), SCREEN, 0)


def test_cut_files_and_other_colours_are_refused() -> None:
    """Any shorter file under a right checksum is refused, and a mono one by a board of two colours."""
    whole = file()
    for cut in range(len(whole)):
        with pytest.raises(AreaError):
            read_program(sealed(whole[:cut]), SCREEN, 0)
    with pytest.raises(AreaError):
        read_program(whole, Frame.blank(24, 8, Colour.DUAL), 0)
