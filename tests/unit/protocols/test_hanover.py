"""Tests of the Hanover driver, sign and options."""

import pytest

from signboard.errors import ConfigurationError
from signboard.frame import art
from signboard.frame.frame import Colour, Frame
from signboard.protocols.hanover import SPEC, HanoverDriver, HanoverPanel, read
from signboard.protocols.loopback import carry
from signboard.protocols.spec import BoardSpec

PICTURE = art.parse("##..\n...#\n....\n....\n....\n....\n....\n....\n#...")


def board(**options: str) -> BoardSpec:
    """4x9 pixels."""
    return BoardSpec(4, 9, options=options)


def written(**options: str) -> bytes:
    """The bytes of the picture."""
    (octets,) = HanoverDriver(board(**options)).messages(PICTURE)
    return octets


def faults(octets: bytes, **options: str) -> dict[str, int]:
    """What a sign finds wrong."""
    sign = HanoverPanel(board(**options))
    sign.feed(octets, 0)
    return dict(sign.faults)


def test_columns_come_in_hex_with_the_top_row_lowest() -> None:
    """Two octets per column of nine rows, number of octets in front, check behind."""
    octets = written()

    assert octets[:-2] == b"\x02" + b"1" + b"1" + b"08" + b"0101" + b"0100" + b"0000" + b"0200" + b"\x03"
    assert (sum(octets[1:-2]) + int(octets[-2:], 16)) % 256 == 0


def test_the_size_is_masked_or_whole() -> None:
    """256 octets are written 00, or 100 where that is set."""
    frame = Frame.blank(128, 16)
    (masked,) = HanoverDriver(BoardSpec(128, 16)).messages(frame)
    (whole,) = HanoverDriver(BoardSpec(128, 16, options={"size": "whole"})).messages(frame)

    assert masked[3:7] == b"0000"
    assert whole[3:8] == b"10000"


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"rows": "bottom"},
        {"turned": "yes"},
        {"rows": "bottom", "turned": "yes"},
        {"hex_case": "lower"},
        {"size": "whole"},
        {"address": "15"},
    ],
)
def test_every_mounting_comes_back(options: dict[str, str]) -> None:
    """With the same options on both sides the picture is the picture."""
    sign = HanoverPanel(board(**options))
    carry(HanoverDriver(board(**options)).show(PICTURE), sign)

    assert sign.picture(0) == PICTURE


def test_mirrored_rows_put_the_bottom_lowest() -> None:
    """With rows from the bottom the first column's low bit is the bottom row."""
    assert written(rows="bottom")[5:9] == b"0101"
    assert written(rows="bottom")[9:13] == b"0001"


def test_turned_signs_see_the_last_column_first() -> None:
    """Upside down, the first column sent is the picture's last, bottom row first."""
    assert written(turned="yes")[5:9] == b"8000"


@pytest.mark.parametrize(
    ("octets", "word"),
    [
        (written()[:-1] + b"F", "checksum"),
        (b"\x0291\x0393", "command"),
        (b"\x0211080101\x03B2", "size"),
        (b"\x02110801010100000002zz\x03DC", "digits"),
        (b"\x0211" + b"\x02", "cut"),
        (b"\x02" + b"1" * 60, "long"),
    ],
)
def test_a_sign_drops_what_it_cannot_take(octets: bytes, word: str) -> None:
    """Each wrong message is counted under its word and shows nothing."""
    fitting = octets
    if word in ("command", "size", "digits"):
        content = octets[1:-2]
        fitting = b"\x02" + content + b"%02X" % (-sum(content) & 0xFF)

    assert faults(fitting) == {word: 1}


def test_other_signs_are_passed_over() -> None:
    """A picture for another address is no fault and shows nothing."""
    sign = HanoverPanel(board(address="2"))
    _, (event,) = sign.feed(written(address="3"), 0)

    assert (event.kind, event.name) == ("command", "other_sign")
    assert sign.picture(0).lit == 0
    assert sign.faults == {}


def test_a_picture_ends_the_self_test() -> None:
    """The self-test shows everything lit until a picture comes."""
    sign, host = HanoverPanel(board()), HanoverDriver(board())
    carry(host.self_test(True), sign)
    assert sign.picture(0).lit == 36
    carry(host.show(PICTURE), sign)
    assert sign.picture(0) == PICTURE


def test_discs_stay_and_leds_forget() -> None:
    """Without power flip dots keep the picture, LEDs do not; a half message is forgotten by both."""
    for pixels, due in (("discs", PICTURE), ("leds", Frame.blank(4, 9))):
        sign = HanoverPanel(board(pixels=pixels))
        carry(HanoverDriver(board()).show(PICTURE), sign)
        sign.feed(written()[:5], 0)
        sign.power_cycle()

        assert sign.picture(0) == due
        assert sign.feed(written()[5:], 0)[1] == []


@pytest.mark.parametrize(
    "wrong",
    [
        BoardSpec(4, 9, Colour.DUAL),
        BoardSpec(2000, 9),
        BoardSpec(4, 9, options={"address": "16"}),
        BoardSpec(4, 9, options={"rows": "left"}),
    ],
)
def test_impossible_boards_are_refused(wrong: BoardSpec) -> None:
    """Colours, sizes, addresses and words that there are not."""
    with pytest.raises(ConfigurationError):
        SPEC.check(wrong)


def test_defaults_are_pyflipdots() -> None:
    """Without options everything is as pyflipdot writes it."""
    options = read(board())

    assert (options.address, options.rows, options.size, options.hex_case, options.turned) == (
        1,
        "top",
        "masked",
        "upper",
        False,
    )
