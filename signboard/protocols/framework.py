"""Framework LED Matrix modules: 9x34 pixels on USB, the cheapest real board for a bench.

    32 AC 06  39 octets       the whole picture; bit x + 9 * y counted from the lowest bit of the first octet, 1 = lit
    32 AC 07  column  34      one column in grey, kept until
    32 AC 08  00              the grey columns show
    32 AC 00  level           brightness
    32 AC 03  01 / 00         sleep, wake
    32 AC 20                  version, answered by 32 octets: version (1.2.3 = 01 23), pre-release 0 or 1, zeros

The firmware takes one command per USB read of at most 64 octets: every command is a write of its own. It sleeps after
a minute without commands. Sources: bytes of the maker's Python, the maker's command list.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signboard.errors import N_, ConfigurationError, GarbledError
from signboard.frame import pack
from signboard.frame.frame import Colour, Frame
from signboard.playlog.evidence import Evidence
from signboard.protocols.cutting import Cut, noise_before
from signboard.protocols.options import Option, Value, choice, described
from signboard.protocols.plain import (
    FlawError,
    PlainDriver,
    PlainPanel,
    Problems,
    checked,
    require_level,
    shape_problems,
)
from signboard.protocols.spec import BoardSpec, Capabilities, PanelEvent, ProtocolSpec
from signboard.protocols.steps import Exchange, Expect, Outcome, Reply, Send

__all__ = ["OPTIONS", "SPEC", "FrameworkDriver", "FrameworkOptions", "FrameworkPanel", "read"]

_MAGIC = b"\x32\xac"
_BRIGHTNESS, _SLEEP, _PICTURE, _COLUMN, _FLUSH, _VERSION = 0x00, 0x03, 0x06, 0x07, 0x08, 0x20
_WIDTH_PX, _HEIGHT_PX = 9, 34
_PICTURE_BYTES = 39
_ARGUMENTS = {
    _BRIGHTNESS: 1,
    _SLEEP: 1,
    _PICTURE: _PICTURE_BYTES,
    _COLUMN: 1 + _HEIGHT_PX,
    _FLUSH: 1,
    _VERSION: 0,
}
_HEAD_BYTES = 3
_ANSWER_BYTES = 32
_LEVELS = 256
_HALF = 128
_SLEEPS_MS = 60_000
_ANSWER_S = 0.5
_ANSWER = re.compile(rb"([\s\S]{2})([\x00\x01])\x00{29}")

OPTIONS: Mapping[str, Option] = {
    "draw": choice("bits", ("bits", "grey"), N_("Send the picture in one command of bits, or as nine grey columns.")),
    "firmware": Option(
        "0.1.9",
        N_("Simulated board only: its version."),
        "three numbers, 99.9.9 at most",
        lambda text: _version_octets(text).hex(),
    ),
}
"""Every option of the family."""


def _version_octets(text: str) -> bytes:
    found = re.fullmatch(r"([0-9]{1,2})\.([0-9])\.([0-9])", text)
    if not found:
        raise ValueError(text)
    return bytes((int(found[1]), int(found[2]) << 4 | int(found[3])))


@dataclass(frozen=True, slots=True)
class FrameworkOptions:
    """The options of a board, checked; names as in `OPTIONS`."""

    draw: str
    firmware: str


def read(board: BoardSpec) -> FrameworkOptions:
    """The checked options.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    return checked(board, OPTIONS, FrameworkOptions, _problems)


def _problems(board: BoardSpec, _: Mapping[str, Value]) -> Problems:
    problems = shape_problems(board, "Framework", SPEC.capabilities.colours, (_WIDTH_PX, _HEIGHT_PX))
    if not problems and (board.width_px, board.height_px) != (_WIDTH_PX, _HEIGHT_PX):
        problems.append(
            ConfigurationError(
                N_("A Framework LED Matrix has 9x34 pixels, not {width_px}x{height_px}; correct the size."),
                code="bad_size",
                width_px=board.width_px,
                height_px=board.height_px,
            )
        )
    return problems


def _command(number: int, *arguments: int) -> bytes:
    return _MAGIC + bytes((number, *arguments))


def _version(received: bytes) -> Reply | None:
    found = _ANSWER.search(received)
    if found is None:
        return None
    major, others = found[1]
    beta = "-pre" if found[2] == b"\1" else ""
    return Reply("version", {"firmware": f"{major}.{others >> 4}.{others & 15}{beta}"}, found[0])


class FrameworkDriver(PlainDriver):
    """Frames to bytes for one module. Only the hello is answered."""

    def __init__(self, board: BoardSpec) -> None:
        super().__init__(board)
        self.options = read(board)

    def identify(self) -> Exchange:
        """Ask for the version. Outcome fields: firmware, and the one size that there is.

        Raises (inside the exchange): GarbledError where something else comes.
        """
        yield Send(_command(_VERSION))
        reply = yield Expect(_version, _ANSWER_S, "version")
        if reply is None:
            raise GarbledError(
                N_("The board answered '{found}' where '{due}' was due; it is asked again."),
                code="other_answer",
                found="-",
                due="version",
            )
        size: dict[str, int | str] = {"width_px": _WIDTH_PX, "height_px": _HEIGHT_PX, "colour": "mono"}
        return Outcome(Evidence.ACKED, {**reply.fields, **size})

    def messages(self, frame: Frame) -> Sequence[bytes]:
        """One command, or ten in grey."""
        dots = pack.dots_from_columns(frame.planes, _WIDTH_PX, _HEIGHT_PX)
        if self.options.draw == "bits":
            return [_command(_PICTURE, *pack.bits_from_dots(dots, len(dots), mode="1;R"))]
        columns = [_command(_COLUMN, x, *(255 * lit for lit in dots[x::_WIDTH_PX])) for x in range(_WIDTH_PX)]
        return [*columns, _command(_FLUSH, 0)]

    def set_power(self, on: bool) -> Exchange:
        """Let the module sleep, or wake it."""
        return self.told(_command(_SLEEP, not on))

    def set_brightness(self, level: int) -> Exchange:
        """Level 0 to 255.

        Raises:
            InputError: `bad_level`.
        """
        require_level(level, _LEVELS)
        return self.told(_command(_BRIGHTNESS, level))


class FrameworkPanel(PlainPanel):
    """One simulated module.

    A false start in noise takes up to 39 octets as its picture, so after noise the *second* good picture shows at the
    latest. It answers the version only, sleeps after a minute without commands, and wakes with the next (guessed).
    A stream does not show where a USB read ends: commands are told apart by their length, and asking for a setting
    (the same command without its argument) is not simulated. Nor are the other patterns, games, animation, shades
    of grey (lit from half brightness on), and the picture after power-on (dark here).
    """

    def __init__(self, board: BoardSpec) -> None:
        super().__init__(board, _cut, {"command": "an unknown command"})
        self.options = read(board)
        self.brightness = 255
        self._shown = self.dark
        self._staged = bytearray(_WIDTH_PX * _HEIGHT_PX)
        self._is_asleep = False
        self._heard_ms = 0

    def take(self, raw: bytes) -> tuple[bytes, PanelEvent]:
        """Obey one command."""
        number, arguments = raw[2], raw[_HEAD_BYTES:]
        self._heard_ms, self._is_asleep = self.now_ms, number == _SLEEP and arguments == b"\1"
        if number == _VERSION:
            answer = bytes.fromhex(self.options.firmware).ljust(_ANSWER_BYTES, b"\0")
            return answer, PanelEvent("command", "version", "which version?", raw=raw)
        if number in (_PICTURE, _FLUSH):
            dots = pack.dots_from_bits(arguments, len(self._staged)) if number == _PICTURE else bytes(self._staged)
            self._staged = bytearray(_WIDTH_PX * _HEIGHT_PX)
            self._shown = Frame(_WIDTH_PX, _HEIGHT_PX, pack.columns_from_dots(dots, _WIDTH_PX, _HEIGHT_PX, 1))
            return b"", PanelEvent("picture", "draw", "a picture", self._shown, raw)
        if number == _COLUMN:
            return b"", self._stage(raw, arguments[0], arguments[1:])
        if number == _BRIGHTNESS:
            self.brightness = arguments[0]
            return b"", PanelEvent("command", "brightness", f"set brightness to {arguments[0]} of 255", raw=raw)
        return b"", PanelEvent("command", "sleep", "sleep" if self._is_asleep else "wake", raw=raw)

    def _stage(self, raw: bytes, x: int, greys: bytes) -> PanelEvent:
        if x >= _WIDTH_PX:
            raise FlawError("column", f"there is no column {x}")
        self._staged[x::_WIDTH_PX] = bytes(grey >= _HALF for grey in greys)
        return PanelEvent("command", "column", f"column {x}, not shown yet", raw=raw)

    def picture(self, now_ms: int) -> Frame:
        """What the module shows now; dark while it sleeps."""
        is_asleep = self._is_asleep or now_ms - self._heard_ms >= _SLEEPS_MS
        return self.dark if is_asleep or not self.brightness else self._shown

    def power_cycle(self) -> None:
        """Unplugged and plugged in: everything is forgotten."""
        self.forget_input()
        self._shown, self._is_asleep, self.brightness = self.dark, False, 255
        self._staged = bytearray(_WIDTH_PX * _HEIGHT_PX)


def _cut(received: bytearray) -> Cut | None:
    if not received.startswith(_MAGIC):
        return noise_before(_MAGIC, received)
    if len(received) < _HEAD_BYTES:
        return None
    count = _ARGUMENTS.get(received[2])
    if count is None:
        return _HEAD_BYTES, "command"
    return (_HEAD_BYTES + count, "") if len(received) >= _HEAD_BYTES + count else None


def _check(board: BoardSpec) -> None:
    read(board)


def _wire_bytes(board: BoardSpec) -> int:
    is_bits = read(board).draw == "bits"
    return _HEAD_BYTES + _PICTURE_BYTES if is_bits else _WIDTH_PX * (_HEAD_BYTES + 1 + _HEIGHT_PX) + _HEAD_BYTES + 1


SPEC = ProtocolSpec(
    name="framework",
    title="Framework LED Matrix",
    capabilities=Capabilities(
        answers=False,
        storage="ram",
        colours=(Colour.MONO,),
        bauds=(115200,),
        max_fps=10.0,  # a plan: users report ceilings between 6 and 60
        refresh_s=2.0,  # nobody tells when a picture was lost; it also keeps the module awake
        answer_s=_ANSWER_S,
        brightness_levels=_LEVELS,
        sets_power=True,
        host_loss=("blank",),
        greets=True,
    ),
    options=described(OPTIONS),
    driver=FrameworkDriver,
    panel=FrameworkPanel,
    check=_check,
    wire_bytes=_wire_bytes,
    recovery_frames=lambda _: 2,
)
"""What the family states about itself."""
