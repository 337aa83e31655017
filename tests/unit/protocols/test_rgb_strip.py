"""Tests of strips of RGB LEDs: wiring, colours, light, and what shows without a host."""

from typing import ClassVar

import pytest

from signboard.errors import InputError, SignboardError
from signboard.frame import art
from signboard.frame.frame import Colour, Frame
from signboard.protocols.cutting import Cut
from signboard.protocols.loopback import carry
from signboard.protocols.rgb_strip import OPTIONS, StripDriver, StripOptions, StripPanel, read, strip_rule, wired
from signboard.protocols.spec import BoardSpec, PanelEvent
from signboard.protocols.steps import Send

TINY = art.parse("#..\n.#.")


class Raw(StripDriver):
    """Writes nothing but a start and the pixels."""

    START: ClassVar[bytes] = b"P"

    def __init__(self, board: BoardSpec) -> None:
        super().__init__(board, read(board, OPTIONS, StripOptions))

    def messages(self, frame: Frame) -> list[bytes]:
        """The start and the pixels."""
        return [self.START + self.pixels(frame)]


class Receiver(StripPanel):
    """Takes as many pixels as it has LEDs."""

    def __init__(self, board: BoardSpec) -> None:
        self._octets = 1 + 3 * board.width_px * board.height_px
        super().__init__(board, read(board, OPTIONS, StripOptions), strip_rule(ord("P"), self._cut, b"="))

    def _cut(self, received: bytearray) -> Cut | None:
        return (self._octets, "") if len(received) >= self._octets else None

    def take(self, raw: bytes) -> tuple[bytes, PanelEvent]:
        """Pixels, or what stands between."""
        if raw == b"=":
            return b"", PanelEvent("command", "alone", "an octet of its own", raw=raw)
        return (b"", self.light(raw[1:], raw)) if raw.startswith(b"P") else self.obey(raw)


def sized(frame: Frame, **options: str) -> BoardSpec:
    """A board of the frame's size and colour."""
    return BoardSpec(frame.width_px, frame.height_px, frame.colour, options)


def board(**options: str) -> BoardSpec:
    """A board of 3x2 pixels."""
    return sized(TINY, **options)


def order(**options: str) -> list[int]:
    """The wiring of 3x2 pixels."""
    spec = board(**options)
    return wired(spec, read(spec, OPTIONS, StripOptions))


@pytest.mark.parametrize(
    ("options", "due"),
    [
        ({}, [0, 1, 2, 3, 4, 5]),
        ({"serpentine": "yes"}, [0, 1, 2, 5, 4, 3]),
        ({"start": "top_right"}, [2, 1, 0, 5, 4, 3]),
        ({"start": "bottom_left", "serpentine": "yes"}, [3, 4, 5, 2, 1, 0]),
        ({"wiring": "columns"}, [0, 3, 1, 4, 2, 5]),
        ({"wiring": "columns", "serpentine": "yes"}, [0, 3, 4, 1, 2, 5]),
        ({"wiring": "columns", "start": "bottom_right", "serpentine": "yes"}, [5, 2, 1, 4, 3, 0]),
    ],
)
def test_strips_run_as_they_are_wired(options: dict[str, str], due: list[int]) -> None:
    """Rows or columns, from any corner, to and fro."""
    assert order(**options) == due
    spec = board(**options)
    strip = Receiver(spec)
    carry(Raw(spec).show(TINY), strip)
    assert strip.picture(0) == TINY


def test_mono_boards_have_an_ink() -> None:
    """Lit pixels are painted with the ink, and half of it still counts as lit."""
    spec = board(ink="204000")
    (octets,) = Raw(spec).messages(TINY)
    strip = Receiver(spec)

    assert octets[1:7].hex() == "204000000000"
    strip.feed(b"P" + bytes.fromhex("102000") + bytes.fromhex("101f00") + bytes(12), 0)
    assert strip.picture(0) == art.parse("#..\n...")


@pytest.mark.parametrize("rows", ["R.G\nY..", "RGB\nYMC", "W..\n..W"])
def test_colours_are_painted_and_read(rows: str) -> None:
    """Two and three colours come back as they were."""
    frame = art.parse(rows)
    strip = Receiver(sized(frame))
    carry(Raw(sized(frame)).show(frame), strip)

    assert frame.colour in (Colour.DUAL, Colour.RGB)
    assert strip.picture(0) == frame


def test_without_a_host_the_board_shows_its_own() -> None:
    """After the time-out its own picture shows, with the next picture ours again."""
    spec = board(timeout_ms="2500", stored="border")
    strip = Receiver(spec)
    own = strip.picture(0)
    carry(Raw(spec).show(TINY), strip, 1000)

    assert own.lit == 6
    assert [strip.picture(3499), strip.picture(3500)] == [TINY, own]
    carry(Raw(spec).show(TINY), strip, 9000)
    assert strip.picture(9001) == TINY


def test_light_and_brightness_are_json() -> None:
    """Off and brightness 0 are dark, on shows again, numbers are written as WLED wants them."""
    spec = board()
    strip, host = Receiver(spec), Raw(spec)
    carry(host.show(TINY), strip)
    assert list(host.set_power(False)) == [Send(b'{"on":false}\n')]
    carry(host.set_power(False), strip)
    assert strip.picture(0).lit == 0
    carry(host.set_power(True), strip)
    assert strip.picture(0) == TINY
    carry(host.set_brightness(0), strip)
    assert strip.picture(0).lit == 0
    assert list(host.set_brightness(255)) == [Send(b'{"on":true,"bri":255}\n')]
    with pytest.raises(InputError):
        host.set_brightness(256)


def test_the_version_is_asked_where_wanted() -> None:
    """With option `hello` the version comes back; an answer is found behind noise only when whole."""
    spec = board(hello="yes", firmware="0.15.1")
    steps = Raw(spec).identify()

    assert carry(Raw(spec).identify(), Receiver(spec)).fields == {"firmware": "0.15.1"}
    assert next(steps) == Send(b"v")


@pytest.mark.parametrize(
    ("noise", "faults"),
    [
        (b"{x", {"noise": 1}),
        (b'{"on":tr\x01', {"noise": 1}),
        (b'{"on"}\n', {"json": 1}),
        (b'{"' + b"x" * 600, {"noise": 1}),
        (b"zzz", {"noise": 1}),
    ],
)
def test_what_is_none_is_dropped(noise: bytes, faults: dict[str, int]) -> None:
    """Braces without JSON, endless JSON and stray octets are faults; the picture behind them shows."""
    strip = Receiver(board())
    strip.feed(noise, 0)
    carry(Raw(board()).show(TINY), strip)

    assert strip.faults == faults
    assert strip.picture(0) == TINY


def test_single_octets_are_commands() -> None:
    """Speeds are told, not done; a family's own single octets are its own."""
    strip = Receiver(board())
    _, events = strip.feed(b"\xb0\xb7=", 0)

    assert [event.name for event in events] == ["speed", "speed", "alone"]


def test_odd_json_changes_nothing() -> None:
    """A brightness that is none is left alone."""
    strip = Receiver(board())
    strip.feed(b'{"bri":999}\n{"bri":"x"}\n{}\n', 0)

    assert (strip.brightness, strip.is_on, strip.faults) == (128, True, {})


def test_too_few_and_too_many_pixels_are_believed() -> None:
    """LEDs without octets stay, octets without LEDs are lost."""
    strip = Receiver(board())
    strip.light(b"\xff\0\0" * 9, b"")
    strip.light(bytes(3), b"")

    assert strip.picture(0) == art.parse(".##\n###")


def test_mains_off_forgets() -> None:
    """Without power the picture and the settings are gone."""
    strip = Receiver(board())
    carry(Raw(board()).show(TINY), strip)
    carry(Raw(board()).set_power(False), strip)
    strip.power_cycle()

    assert strip.is_on
    assert strip.picture(0).lit == 0


@pytest.mark.parametrize(
    "wrong",
    [
        BoardSpec(1024, 22),
        BoardSpec(1025, 1),
        board(ink="000000"),
        board(ink="red"),
        board(timeout_ms="99"),
    ],
)
def test_impossible_boards_are_refused(wrong: BoardSpec) -> None:
    """More pixels than a length can count, and inks that are none."""
    with pytest.raises(SignboardError):
        read(wrong, OPTIONS, StripOptions)
