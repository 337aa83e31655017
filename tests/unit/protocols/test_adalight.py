"""Tests of Adalight: the start and its check, counts that are wrong, and checks behind the pixels."""

import pytest

from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.protocols.adalight import SPEC, AdalightDriver, AdalightPanel, read
from signboard.protocols.loopback import carry
from signboard.protocols.spec import BoardSpec

TINY = art.parse("#..\n.#.")
DARK = Frame.blank(3, 2)


def board(**options: str) -> BoardSpec:
    """3x2 pixels."""
    return BoardSpec(3, 2, options=options)


def wire(frame: Frame = TINY, **options: str) -> bytes:
    """The bytes of a picture."""
    (octets,) = AdalightDriver(board(**options)).messages(frame)
    return octets


def shown(*octets: bytes, **options: str) -> tuple[Frame, dict[str, int]]:
    """What shows after these bytes, and the faults."""
    strip = AdalightPanel(board(**options))
    for chunk in octets:
        strip.feed(chunk, 0)
    return strip.picture(0), dict(strip.faults)


def test_the_start_counts_one_less_and_is_checked() -> None:
    """Six LEDs are written as five, with their check."""
    assert wire()[:6] == b"Ada\x00\x05\x50"
    assert len(wire()) == 6 + 18 == SPEC.wire_bytes(board())


def test_a_wrong_check_is_no_start() -> None:
    """A start whose check is wrong is dropped, and the next picture shows."""
    assert shown(b"Ada\x00\x05\x51", wire()) == (TINY, {"header": 1})


def test_octets_that_fit_no_start_are_swallowed_with_it() -> None:
    """`AAda` is no start for WLED: that picture is lost and the next shows."""
    picture, _ = shown(b"A" + wire())
    assert picture == DARK
    picture, _ = shown(b"A" + wire(), wire())
    assert picture == TINY


def test_a_lost_octet_costs_two_pictures() -> None:
    """The picture behind a shortened one is eaten into, the third is right."""
    picture, _ = shown(wire()[:-1], wire(), wire())
    assert picture == TINY


def test_a_count_too_high_loses_every_second_picture() -> None:
    """Senders that write the number instead of the number - 1 are shown every second time, as by WLED."""
    wrong = b"Ada\x00\x06\x53" + wire()[6:]
    strip = AdalightPanel(board())
    pictures = [event for _ in range(4) for event in strip.feed(wrong, 0)[1] if event.kind == "picture"]

    assert len(pictures) == 2


def test_checks_stand_behind_the_pixels() -> None:
    """With `fletcher` a picture begins with Awa, has three more octets, and damage is noticed."""
    octets = wire(check="fletcher")
    damaged = octets[:7] + b"\x01" + octets[8:]

    assert octets[:3] == b"Awa"
    assert len(octets) == 6 + 18 + 3 == SPEC.wire_bytes(board(check="fletcher"))
    assert shown(octets, check="fletcher") == (TINY, {})
    assert shown(damaged, check="fletcher") == (DARK, {"checksum": 1})


def test_a_check_never_looks_like_a_start() -> None:
    """A last check that would be an A is another octet, and the picture is taken."""
    spec = BoardSpec(1, 1, options={"check": "fletcher", "ink": "410102"})
    lit = Frame.blank(1, 1).flipped([(0, 0)])
    strip = AdalightPanel(spec)
    carry(AdalightDriver(spec).show(lit), strip)

    assert AdalightDriver(spec).messages(lit)[0][-1] == 0xAA
    assert strip.picture(0) == lit


def test_options_of_both_kinds_are_read() -> None:
    """The family's own option stands beside the shared ones."""
    options = read(board(check="fletcher", ink="00ff00"))

    assert (options.check, options.ink) == ("fletcher", "00ff00")


@pytest.mark.parametrize("frames", [1, 3])
def test_pictures_follow_each_other(frames: int) -> None:
    """Carried pictures show at once."""
    strip = AdalightPanel(board())
    for _ in range(frames):
        carry(AdalightDriver(board()).show(TINY), strip)

    assert strip.picture(0) == TINY
    assert strip.faults == {}
