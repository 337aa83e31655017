"""Tests of TPM2: lengths, ends, WLED's way of counting, the hello."""

import pytest

from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.playlog.evidence import Evidence
from signboard.protocols.loopback import carry
from signboard.protocols.spec import BoardSpec
from signboard.protocols.tpm2 import SPEC, Tpm2Driver, Tpm2Panel, read

TINY = art.parse("#..\n.#.")
DARK = Frame.blank(3, 2)


def board(**options: str) -> BoardSpec:
    """3x2 pixels."""
    return BoardSpec(3, 2, options=options)


def wire(frame: Frame = TINY, **options: str) -> bytes:
    """The bytes of a picture."""
    (octets,) = Tpm2Driver(board(**options)).messages(frame)
    return octets


def test_the_length_counts_octets() -> None:
    """Eighteen octets for six LEDs, 36 behind them."""
    assert wire()[:4].hex() == "c9da0012"
    assert wire()[-1] == 0x36
    assert len(wire()) == SPEC.wire_bytes(board()) == 23


def test_a_wrong_end_drops_the_picture() -> None:
    """What does not end with 36 is no picture; the next one shows."""
    strip = Tpm2Panel(board())
    strip.feed(wire()[:-1] + b"\x37", 0)
    assert strip.picture(0) == DARK
    assert strip.faults["end"] == 1
    strip.feed(wire(), 0)
    assert strip.picture(0) == TINY


@pytest.mark.parametrize("size", [(28, 14), (24, 8), (128, 16), (37, 13), (85, 1), (9, 34)])
def test_wled_gets_as_many_pixels_as_it_needs_to_count_all(size: tuple[int, int]) -> None:
    """With dark pixels behind them every LED lights, the last too."""
    spec = BoardSpec(*size, options={"receiver": "wled"})
    full = Frame.blank(*size).flipped((x, y) for x in range(size[0]) for y in range(size[1]))
    strip = Tpm2Panel(spec)
    for _ in range(2):
        carry(Tpm2Driver(spec).show(full), strip)

    assert strip.picture(0) == full


def test_wled_loses_the_last_pixel_of_others() -> None:
    """Without them it shows 391 of 392."""
    full = Frame.blank(28, 14).flipped((x, y) for x in range(28) for y in range(14))
    strip = Tpm2Panel(BoardSpec(28, 14, options={"receiver": "wled"}))
    carry(Tpm2Driver(BoardSpec(28, 14)).show(full), strip)

    assert strip.picture(0) == full.flipped([(27, 13)])


def test_a_false_start_swallows_as_much_as_it_says() -> None:
    """Pictures inside a false length are lost; the first behind it shows, within the frames that the family states."""
    for receiver in ("exact", "wled"):
        strip = Tpm2Panel(board(receiver=receiver))
        strip.feed(b"\xc9\xda\x00\x00" if receiver == "wled" else b"\xc9\xda\xff\xff", 0)
        strip.feed(wire(receiver=receiver), 0)
        assert strip.picture(0) == DARK
        for _ in range(SPEC.recovery_frames(board(receiver=receiver)) - 1):
            strip.feed(wire(receiver=receiver), 0)
        assert strip.picture(0) == TINY


def test_the_hello_is_answered() -> None:
    """With option `hello` somebody must be there."""
    spec = board(hello="yes")
    assert carry(Tpm2Driver(spec).identify(), Tpm2Panel(spec)).evidence is Evidence.ACKED


@pytest.mark.parametrize("noise", ["c9ff", "c9aa01", "c9aa000037"])
def test_what_is_no_hello_is_noise(noise: str) -> None:
    """Other kinds and broken hellos are dropped without an answer."""
    strip = Tpm2Panel(board())
    said, _ = strip.feed(bytes.fromhex(noise) + wire(), 0)

    assert said == b""
    assert strip.picture(0) == TINY
    assert strip.faults["noise"] == 1


def test_options_of_both_kinds_are_read() -> None:
    """The family's own option stands beside the shared ones."""
    assert (read(board(receiver="wled")).receiver, read(board()).ink) == ("wled", "ff0000")
