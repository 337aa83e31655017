"""Tests of the simulated ZeDMD board: packages, answers, zones, silence."""

import zlib

import pytest

from signboard.frame.frame import Colour, Frame
from signboard.protocols.loopback import carry
from signboard.protocols.spec import BoardSpec
from signboard.protocols.zedmd import ZedmdDriver
from signboard.protocols.zedmd_panel import ZedmdPanel

BOARD = BoardSpec(128, 32)
DARK = Frame.blank(128, 32)
SPOTS = DARK.flipped([(0, 0), (127, 31), (64, 16)])


def panel(**options: str) -> ZedmdPanel:
    """A board."""
    return ZedmdPanel(BoardSpec(128, 32, options=options))


def command(number: int, payload: bytes = b"", compressed: int = 0) -> bytes:
    """One command."""
    return b"ZeDMD" + bytes((number, *divmod(len(payload), 256), compressed)) + payload


def packages(*parts: bytes) -> bytes:
    """A burst, padded."""
    whole = b"FRAME" + b"".join(parts)
    return whole.ljust(-(-len(whole) // 64) * 64, b"\0")


ZONE = bytes((5,)) + b"\x00\xf8" + bytes(62)


def test_zones_show_when_they_are_rendered() -> None:
    """What is drawn waits for the command to show it; other zones keep their pixels."""
    board = panel()
    carry(ZedmdDriver(BOARD).show(SPOTS), board)
    board.feed(packages(command(5, ZONE)), 0)
    assert board.picture(0) == SPOTS
    board.feed(packages(command(6)), 0)
    assert board.picture(0) == SPOTS.flipped([(40, 0)])
    board.feed(packages(command(5, b"\x85"), command(6)), 0)
    assert board.picture(0) == SPOTS


@pytest.mark.parametrize(
    ("burst", "word"),
    [
        (packages(command(5, ZONE[:-1])), "zones"),
        (packages(command(5, b"\xff\x00", compressed=1)), "compression"),
        (packages(command(5, zlib.compress(ZONE)[:-2], compressed=1)), "compression"),
        (packages(command(0x99)), "command"),
        (packages(b"rubbish"), "command"),
        (packages(command(0x16, b"\x10")), "brightness"),
        (packages(command(0x16)), "brightness"),
    ],
)
def test_a_board_refuses_what_it_cannot_read(burst: bytes, word: str) -> None:
    """Bad zones, bad compression and unknown commands are answered by `ZeDMDF`, and the next burst is taken."""
    board = panel()
    said, _ = board.feed(burst, 0)

    assert said.endswith(b"ZeDMDF")
    assert board.faults[word] == 1
    carry(ZedmdDriver(BOARD).show(SPOTS), board)
    assert board.picture(0) == SPOTS


def test_a_bomb_is_not_unpacked() -> None:
    """Octets that would unpack to more than a screen ever needs are refused."""
    board = panel()
    bomb = zlib.compress(bytes(10_000_000))[:60_000]

    assert board.feed(packages(command(5, bomb, compressed=1)), 0)[0].endswith(b"ZeDMDF")


def test_a_burst_that_stops_is_given_up() -> None:
    """After a tenth of a second of silence inside a package the board listens anew."""
    board = panel()
    board.feed(packages(command(5, ZONE))[:70], 0)
    board.feed(packages(command(6)), 101)
    assert board.faults == {"gap": 1}
    assert carry(ZedmdDriver(BOARD).show(SPOTS), board, 102)
    assert board.picture(102) == SPOTS


def test_a_new_burst_replaces_a_half_one() -> None:
    """A package that begins like a burst begins one, whatever was open."""
    board = panel()
    board.feed(packages(command(5, ZONE))[:64], 0)
    carry(ZedmdDriver(BOARD).show(SPOTS), board)

    assert board.faults == {"cut": 1}
    assert board.picture(0) == SPOTS


def test_a_command_may_end_with_its_package() -> None:
    """The next package may go on with another command, or begin a new burst, or be noise."""
    exact = packages(command(5, bytes((0x80,)) * 50))
    assert len(exact) == 64
    for behind in (command(6).ljust(64, b"\0"), packages(command(6)), b"noise" + packages(command(6))):
        board = panel()
        said, _ = board.feed(exact + behind, 0)

        assert said == b"ZeDMDA" * 2
        assert board.picture(0) == DARK


def test_silence_brings_its_own_picture() -> None:
    """Five seconds without a word, then the board's own picture; a keep-alive is a word, zeros are none."""
    board = panel(stored="border")
    own = board.picture(0)
    carry(ZedmdDriver(BOARD).show(SPOTS), board, 0)
    assert [board.picture(4999), board.picture(5000)] == [SPOTS, own]
    board.feed(packages(command(0x0B)), 4000)
    board.feed(bytes(300), 6000)
    assert [board.picture(8999), board.picture(9000)] == [SPOTS, own]
    assert board.faults == {}


def test_noise_is_told_once() -> None:
    """Stray octets are one fault, zeros among them are silence."""
    board = panel()
    _, events = board.feed(b"ab\0\0cd" + packages(command(0x1E)), 0)

    assert (events[0].name, events[0].raw) == ("noise", b"abcd")
    assert events[1].name == "save"


def test_endless_noise_is_told_in_pieces() -> None:
    """Noise without end does not fill the memory."""
    board = panel()
    board.feed(b"x" * 10_000, 0)

    assert board.faults == {"noise": 2}


def test_refusals_can_be_forced() -> None:
    """The test switch refuses every package."""
    board = panel()
    board.forced_nak = 3
    said, _ = board.feed(packages(command(6)), 0)

    assert said == b"ZeDMDF"
    assert board.faults == {"nak_3": 1}


def test_mains_off_forgets() -> None:
    """Without power picture, brightness and half bursts are gone."""
    board = panel()
    carry(ZedmdDriver(BOARD).set_brightness(9), board)
    carry(ZedmdDriver(BOARD).show(SPOTS), board)
    assert board.brightness == 9
    board.feed(packages(command(5, ZONE))[:40], 0)
    board.power_cycle()

    assert (board.brightness, board.picture(0)) == (6, DARK)
    assert board.feed(packages(command(5, ZONE))[40:], 0)[0] == b""


def test_planes_are_read_from_half_brightness_on() -> None:
    """Green's bits lie in both octets; half of a colour is lit, less is not."""
    board = ZedmdPanel(BoardSpec(128, 32, Colour.RGB))
    pixels = b"".join(value.to_bytes(2, "little") for value in (0x8000, 0x7800, 0x0400, 0x03E0, 0x0010, 0x000F))
    board.feed(packages(command(5, b"\0" + pixels.ljust(64, b"\0")), command(6)), 0)

    lit = [[board.picture(0).pixel(x, 0, plane) for plane in range(3)] for x in range(6)]
    assert lit == [
        [True, False, False],
        [False] * 3,
        [False, True, False],
        [False] * 3,
        [False, False, True],
        [False] * 3,
    ]
