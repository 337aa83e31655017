"""Tests of the ZeDMD driver: bursts, packages, answers, identity."""

import zlib

import pytest

from signboard.errors import GarbledError, InputError, NakError, NoAnswerError, WrongBoardError
from signboard.frame.frame import Colour, Frame
from signboard.playlog.evidence import Evidence
from signboard.protocols.loopback import carry
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Expect, Outcome, Send
from signboard.protocols.zedmd import SPEC, ZedmdDriver
from signboard.protocols.zedmd_panel import ZedmdPanel

SPOTS = Frame.blank(128, 32).flipped([(0, 0), (127, 31), (64, 16)])


def board(**options: str) -> BoardSpec:
    """128x32 pixels, mono."""
    return BoardSpec(128, 32, options=options)


def commands(burst: bytes) -> list[tuple[int, bytes]]:
    """Numbers and unpacked payloads of a burst."""
    assert burst.startswith(b"FRAME")
    found, at = [], 5
    while burst[at : at + 5] == b"ZeDMD":
        size = int.from_bytes(burst[at + 6 : at + 8], "big")
        payload = burst[at + 9 : at + 9 + size]
        found.append((burst[at + 5], zlib.decompress(payload) if burst[at + 8] else payload))
        at += 9 + size
    assert not burst[at:].strip(b"\0")
    return found


def burst(frame: Frame, spec: BoardSpec | None = None) -> bytes:
    """A picture's packages, joined."""
    return b"".join(ZedmdDriver(spec or board()).messages(frame))


def test_dark_zones_are_one_octet() -> None:
    """Only zones with something lit carry pixels; the picture is shown at the end."""
    (zones, payload), render = commands(burst(SPOTS))

    assert (zones, render) == (0x05, (0x06, b""))
    assert len(payload) == 125 + 3 * 65
    assert payload[:3] == b"\x00\x00\xf8"
    assert payload[65] == 0x81


@pytest.mark.parametrize("compress", ["shorter", "never"])
def test_every_zone_is_sent_once(compress: str) -> None:
    """A full picture's zones are in several commands of at most 1040 octets, each zone once."""
    full = SPOTS.flipped((x, y) for x in range(128) for y in range(32))
    parts = [payload for number, payload in commands(burst(full, board(compress=compress))) if number == 5]

    assert [len(part) for part in parts] == [1040] * 8
    assert sorted(part[at] for part in parts for at in range(0, 1040, 65)) == list(range(128))


def test_packages_have_the_boards_size() -> None:
    """After the hello packages are as large as the board said."""
    device, host = ZedmdPanel(board(package="1920")), ZedmdDriver(board())
    assert {len(package) for package in host.messages(SPOTS)} == {64}
    assert carry(host.identify(), device).fields["package"] == 1920
    assert {len(package) for package in host.messages(SPOTS)} == {1920}
    carry(host.show(SPOTS), device)
    assert device.picture(0) == SPOTS


def test_each_package_waits_for_its_answer_and_is_never_repeated_alone() -> None:
    """After every package an answer is expected, and nobody may send that package again."""
    steps = ZedmdDriver(board()).clear()
    assert isinstance(next(steps), Send)
    step = steps.send(None)

    assert isinstance(step, Expect)
    assert not step.repeats
    assert step.scan(b"noise ZeDMD") is None
    reply = step.scan(b"noise ZeDMDA")
    assert reply
    assert reply.kind == "ack"


def test_a_refused_burst_may_be_sent_again() -> None:
    """`ZeDMDF` is an error that may be tried again; silence and nonsense too."""
    device = ZedmdPanel(board())
    device.forced_nak = 1
    with pytest.raises(NakError) as caught:
        carry(ZedmdDriver(board()).show(SPOTS), device)
    assert caught.value.retryable

    steps = ZedmdDriver(board()).clear()
    next(steps)
    steps.send(None)
    with pytest.raises(GarbledError):
        steps.send(None)


def test_identify_tells_what_the_board_says() -> None:
    """Size, version, package and brightness come from the board."""
    fields = carry(ZedmdDriver(board()).identify(), ZedmdPanel(board(firmware="5.1.0"))).fields

    assert fields == {
        "width_px": 128,
        "height_px": 32,
        "firmware": "5.1.0",
        "package": 64,
        "brightness": 6,
        "colour": "mono",
    }


def test_another_size_is_noticed() -> None:
    """A board of another size is an error with both sizes, never retried."""
    with pytest.raises(WrongBoardError) as caught:
        carry(ZedmdDriver(board()).identify(), ZedmdPanel(BoardSpec(256, 64)))

    assert not caught.value.retryable
    assert "256x64" in str(caught.value)


def test_a_hello_without_a_version_is_none() -> None:
    """As for the official client, a version that begins with 0 is no answer."""
    steps = ZedmdDriver(board()).identify()
    step = None
    while not isinstance(step, Expect):
        step = steps.send(None)
    answer = bytearray(ZedmdPanel(board()).feed(b"FRAMEZeDMD\x0c".ljust(64, b"\0"), 0)[0])
    assert step.scan(bytes(answer)) is not None
    answer[8] = 0
    assert step.scan(bytes(answer)) is None
    with pytest.raises(NoAnswerError):
        steps.throw(NoAnswerError("silence", code="no_answer"))


@pytest.mark.parametrize("level", [-1, 16])
def test_brightness_has_bounds(level: int) -> None:
    """Levels run from 0 to 15."""
    with pytest.raises(InputError):
        ZedmdDriver(board()).set_brightness(level)


def test_reset_is_acknowledged() -> None:
    """A reset is one more command."""
    device = ZedmdPanel(board())
    carry(ZedmdDriver(board()).show(SPOTS), device)

    assert carry(ZedmdDriver(board()).reset(), device).evidence is Evidence.ACKED
    assert device.picture(0).lit == 0


@pytest.mark.parametrize("colour", Colour)
def test_colours_come_back(colour: Colour) -> None:
    """Every combination of planes is painted and read as itself."""
    planes = tuple(
        Frame.blank(128, 32).flipped((x, y) for x in range(8) for y in range(2) if x >> p & 1).planes[0]
        for p in range(colour.value)
    )
    spec, frame = BoardSpec(128, 32, colour), Frame(128, 32, planes)
    device = ZedmdPanel(spec)
    carry(ZedmdDriver(spec).show(frame), device)

    assert device.picture(0) == frame


def test_a_faint_ink_is_not_black() -> None:
    """An ink too dark for RGB565 is still lit."""
    spec = board(ink="010101")
    device = ZedmdPanel(spec)
    carry(ZedmdDriver(spec).show(SPOTS), device)

    assert device.picture(0) == SPOTS


def test_the_budget_is_measured_on_speckles() -> None:
    """The budget is near the client's 1536 octets and its answers."""
    assert 1400 < SPEC.wire_bytes(board()) < 1800


def hello_of(panel: ZedmdPanel) -> bytes:
    """What this board answers to a hello."""
    steps = ZedmdDriver(board()).identify()
    next(steps)
    sent = steps.send(None)
    assert isinstance(sent, Send)
    return panel.feed(sent.data + bytes(1920), 0)[0]


def answered(*answers: bytes) -> Outcome:
    """A greeting that is answered so, one answer for each time that the board is asked."""
    exchange, left = ZedmdDriver(board()).identify(), list(answers)
    try:
        step = next(exchange)
        while True:
            step = exchange.send(step.scan(left.pop(0)) if isinstance(step, Expect) else None)
    except StopIteration as end:
        outcome: Outcome = end.value
        assert not left
        return outcome


def test_what_is_as_expected_is_told_once() -> None:
    """The usual hello."""
    assert answered(hello_of(ZedmdPanel(board()))).fields["package"] == 64


def test_another_package_is_told_twice() -> None:
    """A flipped bit would make packages of a wrong size, whose answers would be counted wrong."""
    right, wide = (hello_of(ZedmdPanel(board(package=size))) for size in ("64", "192"))
    assert answered(wide, wide).fields["package"] == 192
    with pytest.raises(GarbledError):
        answered(wide, right)


def test_another_size_is_told_twice_before_anybody_stops() -> None:
    """A wrong board stops the player for good, a flipped bit must not."""
    other = hello_of(ZedmdPanel(BoardSpec(256, 64)))
    with pytest.raises(GarbledError):
        answered(other, hello_of(ZedmdPanel(board())))
    with pytest.raises(WrongBoardError):
        answered(other, other)
