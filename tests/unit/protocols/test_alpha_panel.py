"""Tests of the simulated Alpha sign: files, texts, checks, parity, gaps."""

import pytest

from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.protocols.alpha import AlphaDriver
from signboard.protocols.alpha_panel import AlphaPanel
from signboard.protocols.alpha_wire import checksum
from signboard.protocols.loopback import carry, carry_out
from signboard.protocols.spec import BoardSpec

TINY = art.parse("#....\n.####")
DARK = Frame.blank(5, 2)


def sign(**options: str) -> AlphaPanel:
    """A sign of 5x2 pixels."""
    return AlphaPanel(BoardSpec(5, 2, options=options))


def message(*contents: bytes, head: bytes = b"Z00", checked: bool = True) -> bytes:
    """Contents with what stands around them."""
    body = b""
    for content in contents:
        whole = b"\x02" + content + b"\x03"
        body += whole + checksum(whole) if checked else whole[: -1 if len(contents) == 1 else None]
    return bytes(5) + b"\x01" + head + body + b"\x04"


def shown(*octets: bytes, **options: str) -> tuple[Frame, dict[str, int]]:
    """What a sign shows after these bytes, and its faults."""
    panel = sign(**options)
    for chunk in octets:
        panel.feed(chunk, 0)
    return panel.picture(0), dict(panel.faults)


GOOD = b"IP020510000\r01111\r"


def test_a_picture_shows_because_a_text_calls_it() -> None:
    """The file's picture is an event; the text behind it changes nothing."""
    _, events = carry_out(AlphaDriver(BoardSpec(5, 2)).show(TINY), sign())

    assert [(event.kind, event.name, event.frame) for event in events] == [
        ("picture", "dots", TINY),
        ("command", "text", None),
    ]


def test_words_hide_the_picture_until_it_is_called_again() -> None:
    """A stranger's words darken the simulated sign; the next picture brings itself back."""
    panel = sign()
    carry(AlphaDriver(BoardSpec(5, 2)).show(TINY), panel)
    panel.feed(message(b"AA\x1b bHELLO"), 0)
    assert panel.picture(0) == DARK
    carry(AlphaDriver(BoardSpec(5, 2)).show(TINY), panel)
    assert panel.picture(0) == TINY


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"IQ020510000\r01111\r", "no_file"),
        (b"IA020510000\r01111\r", "no_file"),
        (b"IP030510000\r01111\r00000\r", "size"),
        (b"IP02", "size"),
        (b"IP02zz1\r", "size"),
        (b"IP020510000\r", "rows"),
        (b"IP020510000\r0111\r", "rows"),
        (b"IP020510000\r01191\r", "rows"),
        (b"IP020510000\r01111\rX", "rows"),
        (b"IP020510000\r0\x110z1\r", "rows"),
        (b"IP020510000\r0\x1105", "rows"),
        (b"IP020510000\r0\x110", "rows"),
        (b"AB\x1b b\x14P", "no_file"),
        (b"Q", "command"),
        (b"E$AAU", "memory"),
        (b"E$AXU0100FFFF", "memory"),
    ],
)
def test_a_sign_drops_what_it_cannot_take(content: bytes, word: str) -> None:
    """Each wrong content is counted under its word and shows nothing."""
    assert shown(message(content)) == (DARK, {word: 1})


@pytest.mark.parametrize(
    ("octets", "word"),
    [
        (message(GOOD).replace(b"1111", b"0111"), "checksum"),
        (b"\x01Z00\x04", "content"),
        (b"\x01Z00junk\x04", "content"),
        (b"\x01Z00\x02\x04", "content"),
        (b"\x01Z00\x02IP" + b"\x01", "cut"),
        (b"\x01" + b"x" * 3000, "long"),
    ],
)
def test_broken_messages_are_dropped(octets: bytes, word: str) -> None:
    """Damage, nothing, and messages without an end."""
    picture, faults = shown(octets)

    assert picture == DARK
    assert faults[word] == 1


def test_runs_and_lower_digits_are_read() -> None:
    """A run counts one more than it says."""
    assert shown(message(b"IP02051\x11030\r0\x11031\r")) == (TINY, {})


def test_unchecked_messages_are_taken() -> None:
    """A message without check digits is obeyed."""
    assert shown(message(GOOD, checked=False)) == (TINY, {})


def test_several_contents_travel_together() -> None:
    """Picture and text in one message are both obeyed; the picture is the event."""
    panel = sign()
    _, (event,) = panel.feed(message(GOOD, b"AA\x1b b\x14P"), 0)

    assert (event.kind, panel.picture(0)) == ("picture", TINY)


@pytest.mark.parametrize(
    ("head", "hears"), [(b"Z00", True), (b"Z3F", True), (b"Z3f", True), (b"Z3E", False), (b"!00", False)]
)
def test_signs_hear_their_own_address_and_everyones(head: bytes, hears: bool) -> None:
    """Other addresses and types are passed over without a fault."""
    picture, faults = shown(message(GOOD, head=head), address="3f")

    assert picture == (TINY if hears else DARK)
    assert faults == {}


def test_parity_bits_are_looked_at() -> None:
    """Octets with their even parity bit are read; a wrong one is dropped and counted, and spoils the check."""
    even = bytes(octet | 0x80 if octet.bit_count() % 2 else octet for octet in message(GOOD))
    assert shown(even) == (TINY, {})
    spoilt = bytearray(even)
    spoilt[-10] ^= 0x80 if spoilt[-10] < 0x80 else 0x01
    picture, faults = shown(bytes(spoilt))
    assert picture == DARK
    assert faults["checksum"] == 1


def test_wrong_parity_is_counted() -> None:
    """An octet whose parity is odd is a fault."""
    assert shown(b"\x80\x81")[1] == {"parity": 1}


def test_a_gap_ends_a_message() -> None:
    """More than a second of silence inside a message drops it; the next is taken."""
    panel = sign()
    panel.feed(message(GOOD)[:20], 0)
    panel.feed(message(GOOD)[20:], 1000)
    assert panel.picture(1000) == TINY
    panel.feed(message(b"IP020500000\r00000\r")[:20], 2000)
    panel.feed(message(b"IP020500000\r00000\r")[20:], 3001)
    assert panel.picture(3001) == TINY
    assert panel.faults["gap"] == 1


def test_pictures_of_other_files_do_not_show() -> None:
    """A picture that no text calls is kept, not shown; then it is called."""
    panel = sign(memory="empty")
    panel.feed(message(b"E$AAU0100FFFFPDU02051000QDU02051000"), 0)
    _, (event,) = panel.feed(message(b"IQ020511111\r11111\r"), 0)
    assert (event.kind, event.frame) == ("command", None)
    panel.feed(message(b"AA\x1b b\x14Q"), 0)
    assert panel.picture(0).lit == 10


def test_a_file_of_another_size_is_cut_to_the_sign() -> None:
    """A layout may hold larger and smaller pictures; what is inside the sign shows."""
    panel = sign(memory="empty")
    panel.feed(message(b"E$AAU0100FFFFPDU03021000"), 0)
    panel.feed(message(b"AA\x1b b\x14P", b"IP030211\r01\r11\r"), 0)

    assert panel.picture(0) == art.parse("##...\n.#...")


def test_colours_are_planes() -> None:
    """Red, green, amber and their kin light the planes they are made of."""
    panel = AlphaPanel(BoardSpec(9, 1, art.parse("RG").colour))
    panel.feed(message(b"IP0109012345678\r"), 0)

    assert panel.picture(0) == art.parse(".RGYRGYYY")


def test_rgb_is_lit_from_half_on() -> None:
    """Six digits a pixel, each colour on its own."""
    panel = AlphaPanel(BoardSpec(3, 1, art.parse("B").colour))
    panel.feed(message(b"KP0001000380007F007F80FFFFFF\r"), 0)

    assert panel.picture(0) == art.parse("RBW")


def test_mains_off_forgets_pictures() -> None:
    """Without power pictures are gone, files and texts stay laid out."""
    panel = sign()
    carry(AlphaDriver(BoardSpec(5, 2)).show(TINY), panel)
    panel.power_cycle()
    assert panel.picture(0) == DARK
    panel.feed(message(GOOD), 0)
    assert panel.picture(0) == TINY
