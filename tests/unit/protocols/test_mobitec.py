"""Tests of the Mobitec driver and sign."""

import pytest

from signboard.errors import ConfigurationError
from signboard.frame.frame import Colour, Frame
from signboard.protocols.loopback import carry
from signboard.protocols.mobitec import SPEC, MobitecDriver, MobitecPanel, read
from signboard.protocols.spec import BoardSpec

SPOTS = Frame.blank(12, 8).flipped([(0, 0), (11, 7), (3, 4), (3, 5)])


def board(**options: str) -> BoardSpec:
    """12x8 pixels."""
    return BoardSpec(12, 8, options=options)


def message(content: str) -> bytes:
    """A content in hex with its sum and marks."""
    octets = bytes.fromhex(content)
    total = sum(octets) & 0xFF
    escaped = {0xFE: b"\xfe\x00", 0xFF: b"\xfe\x01"}.get(total, bytes((total,)))
    return b"\xff" + octets + escaped + b"\xff"


def shown(*octets: bytes) -> tuple[Frame, dict[str, int]]:
    """The sign's picture and faults after these bytes."""
    sign = MobitecPanel(board())
    for chunk in octets:
        sign.feed(chunk, 0)
    return sign.picture(0), dict(sign.faults)


HEAD = "0ba2d00cd108"


def test_bands_have_five_rows_and_name_the_lowest() -> None:
    """Two bands for eight rows, y 4 and 9, every column 20 and its bits."""
    (octets,) = MobitecDriver(board()).messages(SPOTS)

    assert octets[:7].hex() == "ff" + HEAD
    assert octets[7:13].hex() == "d304d477d200"
    assert octets[13:25].hex() == "212020302020202020202020"
    assert octets[25:31].hex() == "d309d477d200"
    assert octets[31:43].hex() == "202020212020202020202024"


@pytest.mark.parametrize("address", range(40))
def test_sums_that_look_like_marks_are_escaped(address: int) -> None:
    """Whatever the sum is, FF stands only at the ends and the sign reads the picture."""
    spec = board(address=str(address))
    frame = Frame.blank(12, 8).flipped([(x, 0) for x in range(address % 12)])
    (octets,) = MobitecDriver(spec).messages(frame)
    sign = MobitecPanel(spec)
    carry(MobitecDriver(spec).show(frame), sign)

    assert b"\xff" not in octets[1:-1]
    assert sign.picture(0) == frame


def test_both_escapes_occur() -> None:
    """The sums FE and FF are written FE 00 and FE 01 and understood."""
    endings = set()
    for x in range(256):
        content = f"{HEAD}d3{x % 8:02x}d477d2{x % 12:02x}" + "20" * (x % 5) + f"{0x20 + x % 32:02x}"
        octets = message(content)
        endings.add(octets[-3:-1].hex() if octets[-3] == 0xFE else "")
        assert shown(octets)[1] == {}

    assert {"fe00", "fe01"} <= endings


def test_tags_come_in_any_order_and_several_times() -> None:
    """A message may jump between columns and bands; what it does not draw stays."""
    first = message(HEAD + "d200d304d477" + "3f" * 12)
    second = message(HEAD + "d477d304d20220d20420d309d20b24")
    picture, faults = shown(first, second)

    assert faults == {}
    assert picture == Frame.blank(12, 8).flipped(
        [(x, y) for x in range(12) for y in range(5) if x not in (2, 4)] + [(11, 7)]
    )


def test_rows_outside_the_sign_do_not_matter() -> None:
    """A band that begins above the sign or ends below it shows what is inside."""
    picture, faults = shown(message(HEAD + "d302d477d20024" + "d309d20138"))

    assert faults == {}
    assert picture == Frame.blank(12, 8).flipped([(0, 0)])


@pytest.mark.parametrize(
    ("octets", "word"),
    [
        (message(HEAD + "d304d477d2003f")[:-2] + b"\x00\xff", "checksum"),
        (message("0ba2d00dd108d304d477d2003f"), "size"),
        (message(HEAD + "d304d472d20041"), "text"),
        (message("0ba3d00cd108d304d477d2003f"), "command"),
        (b"\xff" + bytes(1000), "long"),
    ],
)
def test_a_sign_drops_what_it_cannot_take(octets: bytes, word: str) -> None:
    """Each wrong message is counted under its word and shows nothing."""
    picture, faults = shown(octets)

    assert faults[word] == 1
    assert picture.lit == 0


def test_other_signs_are_passed_over() -> None:
    """A message for another address is no fault."""
    picture, faults = shown(*MobitecDriver(board(address="6")).messages(SPOTS))

    assert faults == {}
    assert picture.lit == 0


def test_discs_stay_and_leds_forget() -> None:
    """Without power flip dots keep the picture, LEDs do not."""
    for pixels, due in (("discs", SPOTS), ("leds", Frame.blank(12, 8))):
        sign = MobitecPanel(board(pixels=pixels))
        carry(MobitecDriver(board()).show(SPOTS), sign)
        sign.power_cycle()

        assert sign.picture(0) == due


@pytest.mark.parametrize("wrong", [BoardSpec(12, 8, Colour.RGB), BoardSpec(251, 8), board(address="255")])
def test_impossible_boards_are_refused(wrong: BoardSpec) -> None:
    """Colours and sizes that there are not, and an address that would be a mark."""
    with pytest.raises(ConfigurationError):
        SPEC.check(wrong)


def test_the_budget_is_the_message() -> None:
    """545 octets for 128x16."""
    assert SPEC.wire_bytes(BoardSpec(128, 16)) == 545
    assert read(board()).address == 11
