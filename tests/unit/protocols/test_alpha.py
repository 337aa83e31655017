"""Tests of the Alpha driver: pictures, texts, silences, memory and clock."""

import pytest

from signboard.errors import InputError, UsageError
from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.protocols.alpha import SPEC, AlphaDriver
from signboard.protocols.alpha_panel import AlphaPanel
from signboard.protocols.loopback import carry
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange, Pause, Send

TINY = art.parse("#....\n.####")


def driver(frame: Frame = TINY, **options: str) -> AlphaDriver:
    """A driver for a sign of the frame's size."""
    return AlphaDriver(BoardSpec(frame.width_px, frame.height_px, frame.colour, options))


def written(exchange: Exchange) -> list[bytes]:
    """Every write."""
    return [step.data for step in exchange if isinstance(step, Send)]


def rows(frame: Frame = TINY, **options: str) -> bytes:
    """The rows of a picture, without what stands around them."""
    return written(driver(frame, **options).show(frame))[2].split(b"\x03")[0]


def test_a_picture_is_a_file_and_a_text_that_shows_it() -> None:
    """Two messages, with 100 ms of silence behind 02 and behind the size."""
    steps = list(driver().show(TINY))

    assert [type(step) for step in steps] == [Send, Pause, Send, Pause, Send, Send, Pause, Send]
    assert {step.duration_s for step in steps if isinstance(step, Pause)} == {0.1}
    assert steps[0] == Send(bytes(5) + b"\x01Z00\x02")
    assert steps[2] == Send(b"IP0205")
    assert steps[4] == Send(b"10000\r01111\r\x030364\x04")
    assert steps[7] == Send(b"AA\x1b b\x14P\x030188\x04")


def test_options_change_what_is_written() -> None:
    """Address, labels, ink and check are as set."""
    whole = b"".join(written(driver(address="3f", picture="B", text="C", ink="3", checksum="no").show(TINY)))

    assert whole == (
        bytes(5) + b"\x01Z3F\x02" + b"IB020530000\r03333\r\x04" + bytes(5) + b"\x01Z3F\x02" + b"AC\x1b b\x14B\x04"
    )


@pytest.mark.parametrize(
    ("art_rows", "options", "due"),
    [
        ("RGY.", {}, b"1230\r"),
        ("RGB.", {}, b"FF000000FF000000FF000000\r"),
        ("#....", {"compress": "yes"}, b"1\x11030\r"),
        ("#...", {"compress": "yes"}, b"1000\r"),
        ("RRW", {"compress": "yes"}, b"\x1101FF0000FFFFFF\r"),
    ],
)
def test_rows_are_digits(art_rows: str, options: dict[str, str], due: bytes) -> None:
    """Every colour has its digit or its six, runs are shortened where that is worth it."""
    assert rows(art.parse(art_rows), **options) == due


def test_long_runs_are_cut() -> None:
    """A run holds at most 255 pixels."""
    frame = Frame.blank(300, 1)
    assert rows(frame, compress="yes", dots="large") == b"\x11FE0\x112C0\r"


def test_large_sizes_have_four_digits() -> None:
    """Large and RGB pictures write height and width with four digits each."""
    frame = Frame.blank(300, 40)
    assert written(driver(frame).show(frame))[1] == b"MP0028012C"


def test_the_memory_is_laid_out_on_request_only() -> None:
    """Showing never lays out; asking does, with the board's size and colours."""
    assert not [octets for octets in written(driver().show(TINY)) if octets.startswith(b"E")]
    assert written(driver().set_up_memory())[1] == b"E$AAU0100FFFFPDU02051000\x03058F\x04"
    assert written(driver(art.parse("RG")).set_up_memory())[1].startswith(b"E$AAU0100FFFFPDU01022000")


def test_a_layout_that_nobody_knows_is_refused() -> None:
    """Sizes beyond two digits have no known entry."""
    frame = Frame.blank(256, 8)
    with pytest.raises(UsageError) as caught:
        driver(frame).set_up_memory()

    assert caught.value.code == "no_layout"


def test_the_clock_is_three_functions() -> None:
    """Time, date and day of the week, Sunday being 1."""
    contents = [octets.split(b"\x03")[0] for octets in written(driver().set_clock(2026, 11, 15, 6, 5, 4))]

    assert contents[1::2] == [b"E 0605", b"E;111526", b"E&1"]


@pytest.mark.parametrize("civil", [(2026, 2, 30, 0, 0, 0), (2026, 1, 1, 24, 0, 0), (2026, 1, 1, 0, 0, 60)])
def test_impossible_times_are_refused(civil: tuple[int, int, int, int, int, int]) -> None:
    """Dates and times that are none."""
    with pytest.raises(InputError):
        driver().set_clock(*civil)


def test_the_budget_is_picture_and_text() -> None:
    """2086 octets for 128x16, 23 for the text."""
    assert SPEC.wire_bytes(BoardSpec(128, 16)) == 2086 + 23


def test_laying_out_and_showing_work_together() -> None:
    """A sign without files is laid out once and then shows."""
    sign = AlphaPanel(BoardSpec(5, 2, options={"memory": "empty"}))
    carry(driver().show(TINY), sign)
    assert sign.picture(0).lit == 0
    carry(driver().set_up_memory(), sign)
    carry(driver().show(TINY), sign)
    assert sign.picture(0) == TINY
