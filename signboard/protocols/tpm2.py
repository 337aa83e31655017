"""TPM2: pictures for strips of RGB LEDs, streamed; WLED and others take it. Unchecked.

    C9  DA  length, high and low octet   R G B of every LED   36
    C9  AA  00 00  36                                          hello, answered by AC

What else passes on the line, the order of the LEDs and the options are in `rgb_strip`. The receiver falls back to its
own picture 2.5 s after the last one, so the picture is sent again before that.

WLED counts the pixels as high * 256 // 3 + low // 3, so some sizes lose their last pixel (28x14: 391 of 392 show), and
it does not look at the 36. With option `receiver=wled` the driver adds dark pixels until the count is right, and the
simulated board counts like WLED. Prefer Adalight where the receiver knows it.

Sources: WLED's parser, compiled and fed (`tests/vectors`); see docs/protocols/tpm2.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signboard.errors import N_
from signboard.frame.frame import Frame
from signboard.playlog.evidence import Evidence
from signboard.protocols import rgb_strip
from signboard.protocols.cutting import Cut
from signboard.protocols.options import Option, choice, described
from signboard.protocols.rgb_strip import CAPABILITIES, StripDriver, StripOptions, StripPanel, strip_rule
from signboard.protocols.spec import BoardSpec, PanelEvent, ProtocolSpec
from signboard.protocols.steps import Exchange, Expect, Outcome, Reply, Send

__all__ = ["OPTIONS", "SPEC", "Tpm2Driver", "Tpm2Options", "Tpm2Panel", "read"]

_HELLO = b"\xc9\xaa\x00\x00\x36"
_HERE = b"\xac"
_START = b"\xc9\xda"
_END = b"\x36"
_HEAD_BYTES = 4
_MOST_BYTES = 0xFFFF
_ANSWER_S = 0.5

OPTIONS: Mapping[str, Option] = {
    **rgb_strip.OPTIONS,
    "receiver": choice(
        "exact", ("exact", "wled"), N_("How the receiver counts pixels: as the length says, or as WLED.")
    ),
}
"""Every option of the family."""


@dataclass(frozen=True, slots=True)
class Tpm2Options(StripOptions):
    """The options of a board, checked; names and units as in `OPTIONS`."""

    receiver: str


def read(board: BoardSpec) -> Tpm2Options:
    """The checked options.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    return rgb_strip.read(board, OPTIONS, Tpm2Options)


def _wled_count(length: int) -> int:
    """Pixels that WLED takes for this length; it counts down from zero through all of its 16 bits."""
    return (length // 256 * 256 // 3 + length % 256 // 3) or 0x10000


class Tpm2Driver(StripDriver):
    """Frames to bytes for one board behind a TPM2 receiver."""

    def __init__(self, board: BoardSpec) -> None:
        self.options = read(board)
        super().__init__(board, self.options)

    def ask_version(self) -> Exchange:
        """Ask whether somebody is there; TPM2's own hello, which tells no version."""
        yield Send(_HELLO)
        yield Expect(_is_here, _ANSWER_S, "hello")
        return Outcome(Evidence.ACKED)

    def messages(self, frame: Frame) -> Sequence[bytes]:
        """One picture."""
        pixels = self.pixels(frame)
        if self.options.receiver == "wled":
            pixels = _padded(pixels)
        return [_START + len(pixels).to_bytes(2, "big") + pixels + _END]


def _padded(pixels: bytes) -> bytes:
    """With dark pixels behind them until WLED counts them all, as far as a length can say."""
    due = len(pixels) // 3
    while _wled_count(len(pixels)) < due and len(pixels) + 3 <= _MOST_BYTES:
        pixels += bytes(3)
    return pixels


def _is_here(received: bytes) -> Reply | None:
    return Reply("hello", {}, _HERE) if _HERE in received else None


class Tpm2Panel(StripPanel):
    """A board behind a TPM2 receiver.

    A false start in noise announces up to 65535 octets (or, for WLED, 196608) and swallows as many: so many good
    pictures are lost as fit in there, then the next shows. A length that is not the board's is believed. Answers hello
    and version. Not simulated: Adalight on the same line (WLED takes both), speeds, the JSON beyond `on` and `bri`,
    reading the LEDs back, effects; commands among octets that WLED leaves over.
    """

    def __init__(self, board: BoardSpec) -> None:
        self.options = read(board)
        alone = _END if self.options.receiver == "wled" else b""
        super().__init__(board, self.options, strip_rule(_START[0], self._cut, alone))

    def _cut(self, received: bytearray) -> Cut | None:
        if len(received) < 2:  # noqa: PLR2004 - start and kind
            return None
        if received[1] == _HELLO[1]:
            return _hello_cut(received)
        if received[1] != _START[1]:
            return 2, "noise"
        return self._pixels_cut(received) if len(received) >= _HEAD_BYTES else None

    def _pixels_cut(self, received: bytearray) -> Cut | None:
        length = int.from_bytes(received[2:_HEAD_BYTES], "big")
        if self.options.receiver == "wled":
            total = _HEAD_BYTES + max(length, 3 * _wled_count(length))
            return (total, "") if len(received) >= total else None
        total = _HEAD_BYTES + length
        if len(received) <= total:
            return None
        return (total + 1, "") if received[total] == _END[0] else (total, "end")

    def take(self, raw: bytes) -> tuple[bytes, PanelEvent]:
        """Obey one message."""
        if raw == _HELLO:
            return _HERE, PanelEvent("command", "hello", "is somebody there?", raw=raw)
        if raw == _END:
            return b"", PanelEvent("command", "end", "the end of a picture, which nobody looks at", raw=raw)
        if not raw.startswith(_START):
            return self.obey(raw)
        length = int.from_bytes(raw[2:_HEAD_BYTES], "big")
        count = _wled_count(length) if self.options.receiver == "wled" else length // 3
        return b"", self.light(raw[_HEAD_BYTES : _HEAD_BYTES + 3 * count], raw)


def _hello_cut(received: bytearray) -> Cut | None:
    wrong = next((at for at, octet in enumerate(received[: len(_HELLO)]) if octet != _HELLO[at]), None)
    if wrong is not None:
        return wrong, "noise"
    return (len(_HELLO), "") if len(received) >= len(_HELLO) else None


def _check(board: BoardSpec) -> None:
    read(board)


def _wire_bytes(board: BoardSpec) -> int:
    return _HEAD_BYTES + 3 * board.width_px * board.height_px + len(_END)


def _recovery_frames(board: BoardSpec) -> int:
    swallowed = 3 * 0x10000 if read(board).receiver == "wled" else _MOST_BYTES + _HEAD_BYTES
    return 2 + swallowed // _wire_bytes(board)


SPEC = ProtocolSpec(
    name="tpm2",
    title="TPM2 (WLED …)",
    capabilities=CAPABILITIES,
    options=described(OPTIONS),
    driver=Tpm2Driver,
    panel=Tpm2Panel,
    check=_check,
    wire_bytes=_wire_bytes,
    recovery_frames=_recovery_frames,
)
"""What the family states about itself."""
