"""ZeDMD: open boards of HUB75 panels (ESP32, RP2350) that tell their size and acknowledge every package.

    FRAME  ZeDMD 0C 00 00 00                     hello, answered by 64 octets with size and package
    FRAME  ZeDMD 05 size compressed zones …      zones (see `zedmd_wire`), several commands if many
           ZeDMD 06 00 00 00                     show them
    FRAME  ZeDMD 0A / 16 / 0B / 1F …             clear, brightness (one octet 0-15), keep-alive, reset

Every package is answered by `ZeDMDA`, or by `ZeDMDF`: then the whole burst is sent again. Answers name no package, so
a package is never repeated alone. Zones are compressed by zlib where that is shorter. The board falls back to its own
picture 5 s after the last word. Every picture goes whole: 1.5 KB at 921600 baud are 17 ms, and nothing has to be
remembered across restarts of either side.

Sources: bytes of the official client, compiled and run (`tests/vectors`); see docs/protocols/zedmd.md.
"""

import hashlib
import re
import zlib
from collections.abc import Generator, Iterator, Sequence

from signboard.errors import N_, NakError, WrongBoardError
from signboard.frame import pack
from signboard.frame.frame import Colour, Frame, column_stride
from signboard.playlog.evidence import Evidence
from signboard.protocols import zedmd_wire as wire
from signboard.protocols.options import described
from signboard.protocols.plain import PlainDriver, require_fit, require_level, require_reply
from signboard.protocols.spec import BoardSpec, Capabilities, ProtocolSpec
from signboard.protocols.steps import Exchange, Expect, Outcome, Pause, Reply, Send, Step
from signboard.protocols.zedmd_panel import ZedmdPanel
from signboard.protocols.zedmd_wire import Command

__all__ = ["SPEC", "ZedmdDriver"]

_ANSWER_S = 0.5
_QUIET_S = 0.2
_WIDE_PACKAGES = bytes(64 * 29)  # a board that waits for 1920 octets answers after these
_ANSWERS = re.compile(rb"ZeDMD[AF]")
_HELLO = re.compile(rb"ZeDM([\s\S]{53})R" + wire.ACK)


class ZedmdDriver(PlainDriver):
    """Frames to bytes for one ZeDMD board. Beyond the shape of every driver it has `reset`."""

    def __init__(self, board: BoardSpec) -> None:
        super().__init__(board)
        self.options = wire.read(board)
        self._package_bytes = self.options.package
        self._inks = _inks(board, self.options.ink)

    def identify(self) -> Exchange:
        """Hello. Outcome fields: width_px, height_px, colour (as configured: a board lights all), firmware, package.

        Nothing checks the answer, and a flipped bit in it would be another board, or packages of a wrong size whose
        answers are then counted wrong. So what is not as expected has to be told twice.

        Raises (inside the exchange): WrongBoardError for another size than configured.
        """
        due_size = (self.board.width_px, self.board.height_px, self._package_bytes)
        fields = yield from self._hello()
        if (fields["width_px"], fields["height_px"], fields["package"]) != due_size:
            again = yield from self._hello()
            _require(Reply("hello") if again == fields else None, "hello")
        found, due = (fields["width_px"], fields["height_px"]), (self.board.width_px, self.board.height_px)
        if found != due:
            raise WrongBoardError(
                N_(
                    "The board has {found_width_px}x{found_height_px} pixels, but the settings say "
                    "{due_width_px}x{due_height_px}; correct the settings."
                ),
                code="wrong_board",
                found_width_px=found[0],
                found_height_px=found[1],
                due_width_px=due[0],
                due_height_px=due[1],
            )
        self._package_bytes = int(fields["package"])
        yield Pause(_QUIET_S)
        return Outcome(Evidence.ACKED, {**fields, "colour": self.board.colour.name.lower()})

    def _hello(self) -> Generator[Step, Reply | None, dict[str, int | str]]:
        yield Pause(_QUIET_S)
        yield Send((wire.BURST + _command(Command.HELLO)).ljust(wire.PACKAGE_BYTES, b"\0"))
        yield Send(_WIDE_PACKAGES)
        reply = yield Expect(_hello, _ANSWER_S + _QUIET_S, "hello")
        return _require(reply, "hello").fields

    def show(self, frame: Frame) -> Exchange:
        """Put this picture on the board.

        Raises:
            InputError: `wrong_colour` or `wrong_size`.
        """
        require_fit(self.board, frame)
        return self._burst(self._picture(frame))

    def messages(self, frame: Frame) -> Sequence[bytes]:
        """The packages of one picture."""
        return list(self._packages(self._picture(frame)))

    def clear(self) -> Exchange:
        """A dark picture, by the command for it."""
        return self._burst(_command(Command.CLEAR))

    def set_brightness(self, level: int) -> Exchange:
        """Level 0 to 15.

        Raises:
            InputError: `bad_level`.
        """
        require_level(level, wire.LEVELS)
        return self._burst(_command(Command.BRIGHTNESS, bytes((level,))))

    def reset(self) -> Exchange:
        """Let the board start anew; it is greeted again afterwards."""
        return self._burst(_command(Command.RESET))

    def _burst(self, commands: bytes) -> Exchange:
        """Package by package, each acknowledged before the next."""
        for package in self._packages(commands):
            yield Send(package)
            reply = yield Expect(_answer, _ANSWER_S, "ack", repeats=False)
            _require(reply, "ack")
        return Outcome(Evidence.ACKED)

    def _packages(self, commands: bytes) -> Iterator[bytes]:
        burst, size = wire.BURST + commands, self._package_bytes
        for at in range(0, len(burst), size):
            yield burst[at : at + size].ljust(size, b"\0")

    def _picture(self, frame: Frame) -> bytes:
        commands = b"".join(self._zones_command(zones) for zones in _bundled(self._zones(frame)))
        return commands + _command(Command.RENDER)

    def _zones_command(self, zones: bytes) -> bytes:
        shorter = zlib.compress(zones) if self.options.compress == "shorter" else zones
        is_shorter = len(shorter) < len(zones)
        return _command(Command.ZONES, shorter if is_shorter else zones, is_compressed=is_shorter)

    def _zones(self, frame: Frame) -> Iterator[bytes]:
        """The record of every zone, row by row of zones."""
        pixels = _pixels(frame, self._inks)
        across, down = wire.zone_size(self.board)
        row_bytes, zone_bytes = 2 * frame.width_px, 2 * across
        for number in range(wire.ACROSS * wire.DOWN):
            row, column = divmod(number, wire.ACROSS)
            first = row * down * row_bytes + column * zone_bytes
            lines = (pixels[at : at + zone_bytes] for at in range(first, first + down * row_bytes, row_bytes))
            zone = b"".join(lines)
            yield bytes((number,)) + zone if any(zone) else bytes((number | wire.DARK_ZONE,))


def _bundled(zones: Iterator[bytes]) -> Iterator[bytes]:
    """Records, as many together as fit into a command."""
    bundle = b""
    for zone in zones:
        if len(bundle) + len(zone) > wire.ZONES_BYTES:
            yield bundle
            bundle = b""
        bundle += zone
    yield bundle


def _command(number: int, payload: bytes = b"", *, is_compressed: bool = False) -> bytes:
    return wire.CONTROL + bytes((number, *divmod(len(payload), 256), is_compressed)) + payload


def _inks(board: BoardSpec, ink: str) -> list[int]:
    """RGB565 for every set of planes that a pixel may be lit by."""
    red, green, blue = 0xF800, 0x07E0, 0x001F
    if board.colour is Colour.MONO:
        r, g, b = bytes.fromhex(ink)
        return [0, (r >> 3 << 11 | g >> 2 << 5 | b >> 3) or blue]
    singles = (red, green, blue)[: board.colour.value]
    return [sum(ink for plane, ink in enumerate(singles) if dot >> plane & 1) for dot in range(1 << len(singles))]


def _pixels(frame: Frame, inks: Sequence[int]) -> bytes:
    dots = pack.dots_from_columns(frame.planes, frame.width_px, frame.height_px)
    octets = bytearray(2 * len(dots))
    octets[0::2] = dots.translate(bytes(ink & 0xFF for ink in inks).ljust(256, b"\0"))
    octets[1::2] = dots.translate(bytes(ink >> 8 for ink in inks).ljust(256, b"\0"))
    return bytes(octets)


def _answer(received: bytes) -> Reply | None:
    found = _ANSWERS.search(received)
    return Reply("ack" if found[0] == wire.ACK else "nak", {"error": 1}, found[0]) if found else None


def _hello(received: bytes) -> Reply | None:
    found = _HELLO.search(received)
    if found is None or not found[1][4]:
        return None
    told = found[1]
    fields: dict[str, int | str] = {
        "width_px": int.from_bytes(told[0:2], "little"),
        "height_px": int.from_bytes(told[2:4], "little"),
        "firmware": ".".join(str(number) for number in told[4:7]),
        "package": int.from_bytes(told[7:9], "little") or wire.PACKAGE_BYTES,
        "brightness": told[9],
    }
    return Reply("hello", fields, found[0])


def _require(reply: Reply | None, kind: str) -> Reply:
    return require_reply(reply, kind, _refusal)


def _refusal(number: int) -> NakError:
    return NakError(
        N_("The board could not read the picture; it is sent again."), code="checksum", nak=number, retryable=True
    )


def _check(board: BoardSpec) -> None:
    wire.read(board)


def _wire_bytes(board: BoardSpec) -> int:
    """What a picture of speckles needs, answers included: compression has no formula."""
    packages = ZedmdDriver(board).messages(_speckled(board))
    return sum(len(package) + len(wire.ACK) for package in packages)


def _speckled(board: BoardSpec) -> Frame:
    stride, mask = column_stride(board.height_px), (1 << board.height_px) - 1
    planes = []
    for plane in range(board.colour.value):
        columns = (hashlib.sha256(bytes((plane, x))).digest() for x in range(board.width_px))
        planes.append(b"".join((int.from_bytes(c, "little") & mask).to_bytes(stride, "little") for c in columns))
    return Frame(board.width_px, board.height_px, tuple(planes))


SPEC = ProtocolSpec(
    name="zedmd",
    title="ZeDMD (HUB75 panels)",
    capabilities=Capabilities(
        answers=True,
        storage="ram",
        colours=(Colour.MONO, Colour.DUAL, Colour.RGB),
        bauds=(921600, 115200),
        max_fps=30.0,  # a plan; the firmware's own limit was not measured
        refresh_s=1.5,  # the board gives up after 5 s
        answer_s=_ANSWER_S,
        brightness_levels=wire.LEVELS,
        host_loss=("logo",),
    ),
    options=described(wire.OPTIONS),
    driver=ZedmdDriver,
    panel=ZedmdPanel,
    check=_check,
    wire_bytes=_wire_bytes,
)
"""What the family states about itself."""
