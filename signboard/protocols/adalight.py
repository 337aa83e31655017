"""Adalight: pictures for strips of RGB LEDs, streamed; WLED, Hyperion's and many other receivers take it. Unchecked.

    'A' 'd' 'a'   count - 1, high and low octet   high ^ low ^ 55   R G B of every LED

What else passes on the line, the order of the LEDs and the options are in `rgb_strip`. The receiver falls back to its
own picture 2.5 s after the last one, so the picture is sent again before that. With option `check=fletcher` a picture
begins with `Awa` and ends with three octets of checks, as HyperSerial's receivers want it.

Sources: WLED's parser, compiled and fed (`tests/vectors`); see docs/protocols/adalight.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signboard.errors import N_
from signboard.frame.frame import Frame
from signboard.protocols import rgb_strip
from signboard.protocols.cutting import Cut
from signboard.protocols.options import Option, choice, described
from signboard.protocols.plain import FlawError
from signboard.protocols.rgb_strip import CAPABILITIES, StripDriver, StripOptions, StripPanel, strip_rule
from signboard.protocols.spec import BoardSpec, PanelEvent, ProtocolSpec

__all__ = ["OPTIONS", "SPEC", "AdalightDriver", "AdalightOptions", "AdalightPanel", "read"]

_HEAD_BYTES = 6
_CHECK_BYTES = 3

OPTIONS: Mapping[str, Option] = {
    **rgb_strip.OPTIONS,
    "check": choice("none", ("none", "fletcher"), N_("Send checks behind the pixels, for HyperSerial's receivers.")),
}
"""Every option of the family."""


@dataclass(frozen=True, slots=True)
class AdalightOptions(StripOptions):
    """The options of a board, checked; names and units as in `OPTIONS`."""

    check: str


def read(board: BoardSpec) -> AdalightOptions:
    """The checked options.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    return rgb_strip.read(board, OPTIONS, AdalightOptions)


def _start(options: AdalightOptions) -> bytes:
    return b"Ada" if options.check == "none" else b"Awa"


def _checks(pixels: bytes) -> bytes:
    """Three sums modulo 255: of the octets, of those sums, and of the octets crossed with their places."""
    plain = again = placed = 0
    for place, octet in enumerate(pixels):
        plain = (plain + octet) % 255
        again = (again + plain) % 255
        placed = (placed + (octet ^ (place & 0xFF))) % 255
    return bytes((plain, again, 0xAA if placed == ord("A") else placed))  # an A could be taken for a start


class AdalightDriver(StripDriver):
    """Frames to bytes for one board behind an Adalight receiver."""

    def __init__(self, board: BoardSpec) -> None:
        options = read(board)
        super().__init__(board, options)
        self._start = _start(options)

    def messages(self, frame: Frame) -> Sequence[bytes]:
        """One picture."""
        pixels = self.pixels(frame)
        high, low = divmod(len(pixels) // 3 - 1, 256)
        checks = _checks(pixels) if self._start == b"Awa" else b""
        return [self._start + bytes((high, low, high ^ low ^ 0x55)) + pixels + checks]


class AdalightPanel(StripPanel):
    """A board behind WLED.

    An octet that does not fit a start is swallowed with it (`A` `A` `d` `a` is no start), and a picture that lost
    octets takes the next one's first: after noise the *second* good picture shows at the latest, save where noise
    makes a false start with a good check (one in 2^32). A count that is not the board's is believed. Answers the
    version only. Not simulated: TPM2 on the same line (WLED takes both), speeds, the JSON beyond `on` and `bri`,
    reading the LEDs back, effects.
    """

    def __init__(self, board: BoardSpec) -> None:
        options = read(board)
        self._start = _start(options)
        self._checks = _CHECK_BYTES if options.check == "fletcher" else 0
        super().__init__(board, options, strip_rule(ord("A"), self._cut))

    def _cut(self, received: bytearray) -> Cut | None:
        for at, octet in enumerate(received[1:3], 1):
            if octet != self._start[at]:
                return at + 1, "noise"
        if len(received) < _HEAD_BYTES:
            return None
        high, low, check = received[3:_HEAD_BYTES]
        if high ^ low ^ 0x55 != check:
            return _HEAD_BYTES, "header"
        total = _HEAD_BYTES + 3 * (high * 256 + low + 1) + self._checks
        return (total, "") if len(received) >= total else None

    def take(self, raw: bytes) -> tuple[bytes, PanelEvent]:
        """Obey one message."""
        if not raw.startswith(self._start):
            return self.obey(raw)
        pixels = raw[_HEAD_BYTES : len(raw) - self._checks]
        if self._checks and raw[-_CHECK_BYTES:] != _checks(pixels):
            raise FlawError("checksum", "the checks behind the pixels are wrong")
        return b"", self.light(pixels, raw)


def _check(board: BoardSpec) -> None:
    read(board)


def _wire_bytes(board: BoardSpec) -> int:
    checks = _CHECK_BYTES if read(board).check == "fletcher" else 0
    return _HEAD_BYTES + 3 * board.width_px * board.height_px + checks


SPEC = ProtocolSpec(
    name="adalight",
    title="Adalight (WLED, Hyperion …)",
    capabilities=CAPABILITIES,
    options=described(OPTIONS),
    driver=AdalightDriver,
    panel=AdalightPanel,
    check=_check,
    wire_bytes=_wire_bytes,
    recovery_frames=lambda _: 2,
)
"""What the family states about itself."""
