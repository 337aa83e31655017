"""Hanover signs of buses and trams, flip dots and LED: one image command, ASCII hex, checked, never answered.

    02  '1'  A  RR  hex…  03  CC         image; A one hex digit of address, RR number of octets & FF
    02  '3'  '0'  03  '9' 'A'            all signs: start the self-test
    02  'C'  '0'  03  '8' 'A'            all signs: stop the self-test

Octets: columns from left to right, ceil(height / 8) octets each, bit 0 the topmost row of its eight: a plane of a
`Frame` as it stands. CC: two hex digits that make the sum of everything behind the 02 zero, modulo 256.

Sources: bytes of pyflipdot 0.2.2 (see docs/protocols/hanover.md). Other projects mirror the rows, write lower-case hex
or do not mask the size; options `rows`, `hex_case` and `size` are for them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signboard.errors import N_
from signboard.frame import pack
from signboard.frame.frame import Colour, Frame, column_stride
from signboard.protocols.cutting import Cut, noise_before
from signboard.protocols.options import Option, Value, choice, described, flag, number
from signboard.protocols.plain import FlawError, PlainDriver, PlainPanel, Problems, checked, shape_problems
from signboard.protocols.spec import BoardSpec, Capabilities, PanelEvent, ProtocolSpec
from signboard.protocols.steps import Exchange

__all__ = ["OPTIONS", "SPEC", "HanoverDriver", "HanoverOptions", "HanoverPanel", "read"]

_START, _END = b"\x02", b"\x03"
_IMAGE, _TEST_ON, _TEST_OFF = b"1", b"3", b"C"
_EVERYONE = 0
_CHECK_CHARS = 2
_FIXED_BYTES = 1 + 1 + 1 + 2 + 1 + _CHECK_CHARS

OPTIONS: Mapping[str, Option] = {
    "address": number(1, 0, 15, N_("Address of the sign, set by its rotary switch.")),
    "rows": choice("top", ("top", "bottom"), N_("Which row of a column is its lowest bit.")),
    "size": choice(
        "masked", ("masked", "whole"), N_("How more than 255 octets are counted: in two digits, or in all.")
    ),
    "hex_case": choice("upper", ("upper", "lower"), N_("Case of the hex digits that the host writes.")),
    "turned": flag("no", N_("The sign hangs upside down.")),
    "pixels": choice("discs", ("discs", "leds"), N_("Simulated sign only: discs keep the picture without power.")),
}
"""Every option of the family."""


@dataclass(frozen=True, slots=True)
class HanoverOptions:
    """The options of a board, checked; names as in `OPTIONS`."""

    address: int
    rows: str
    size: str
    hex_case: str
    turned: bool
    pixels: str


def read(board: BoardSpec) -> HanoverOptions:
    """The checked options.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    return checked(board, OPTIONS, HanoverOptions, _problems)


def _problems(board: BoardSpec, _: Mapping[str, Value]) -> Problems:
    return shape_problems(board, "Hanover", SPEC.capabilities.colours, (1024, 64))


def _check_digits(content: bytes) -> bytes:
    """Two digits for everything between 02 and the digits themselves."""
    return b"%02X" % (-sum(content) & 0xFF)


def _octets(board: BoardSpec) -> int:
    return board.width_px * column_stride(board.height_px)


def _size_digits(octets: int, options: HanoverOptions) -> bytes:
    return b"%02X" % (octets if options.size == "whole" else octets & 0xFF)


def _as_mounted(frame: Frame, options: HanoverOptions) -> Frame:
    """The picture as the sign's own columns see it; its own inverse."""
    if options.rows == "top" and not options.turned:
        return frame
    size = (frame.width_px, frame.height_px)
    dots = pack.dots_from_columns(frame.planes, *size)
    if options.turned:
        dots = dots[::-1]
    if options.rows == "bottom":
        rows = [dots[at : at + frame.width_px] for at in range(0, len(dots), frame.width_px)]
        dots = b"".join(reversed(rows))
    return Frame(*size, pack.columns_from_dots(dots, *size, 1))


class HanoverDriver(PlainDriver):
    """Frames to bytes for one Hanover sign. Beyond the shape of every driver it has `self_test`."""

    def __init__(self, board: BoardSpec) -> None:
        super().__init__(board)
        self.options = read(board)

    def messages(self, frame: Frame) -> Sequence[bytes]:
        """One image command."""
        options = self.options
        octets = _as_mounted(frame, options).planes[0]
        digits = _size_digits(len(octets), options) + octets.hex().upper().encode()
        if options.hex_case == "lower":
            digits = digits.lower()
        return [self._message(_IMAGE, options.address, digits)]

    def self_test(self, on: bool) -> Exchange:
        """Start or stop the pattern that every sign on the line can show by itself."""
        return self.told(self._message(_TEST_ON if on else _TEST_OFF, _EVERYONE))

    def _message(self, command: bytes, address: int, digits: bytes = b"") -> bytes:
        content = command + b"%X" % address + digits + _END
        return _START + content + _check_digits(content)


class HanoverPanel(PlainPanel):
    """One simulated sign.

    02 stands nowhere else, so after any noise the first good image shows. It takes images of exactly its own size and
    address, whose check digits fit; it answers nothing and holds the picture for ever. The self-test shows everything
    lit (guessed). Not simulated: the time that discs need to turn, more than one picture on a sign.
    """

    def __init__(self, board: BoardSpec) -> None:
        self.options = read(board)
        self._longest = _FIXED_BYTES + 4 + 2 * _octets(board)
        super().__init__(board, self._cut, {"cut": "a message broken off by a new start", "long": "a message too long"})
        self._shown = self.dark
        self._is_testing = False

    def _cut(self, received: bytearray) -> Cut | None:
        if not received.startswith(_START):
            return noise_before(_START, received)
        end = received.find(_END, 0, self._longest) + 1 + _CHECK_CHARS
        is_closed = end > _CHECK_CHARS
        again = received.find(_START, 1, end if is_closed else self._longest)
        if again > 0:
            return again, "cut"
        if is_closed:
            return (end, "") if len(received) >= end else None
        return (self._longest, "long") if len(received) >= self._longest else None

    def take(self, raw: bytes) -> tuple[bytes, PanelEvent]:
        """Obey one message."""
        content, digits = raw[1:-_CHECK_CHARS], raw[-_CHECK_CHARS:]
        if digits.upper() != _check_digits(content):
            raise FlawError("checksum", "the check digits are wrong")
        command, address, octets = content[:1], content[1:2], content[2:-1]
        if command in (_TEST_ON, _TEST_OFF) and address == b"0" and not octets:
            self._is_testing = command == _TEST_ON
            return b"", PanelEvent("command", "self_test", "start or stop the self-test", raw=raw)
        if command != _IMAGE:
            raise FlawError("command", "an unknown command")
        if address.upper() != b"%X" % self.options.address:
            return b"", PanelEvent("command", "other_sign", "for another sign: passed over", raw=raw)
        self._shown, self._is_testing = self._image(octets), False
        meaning = f"an image of {self.board.width_px}x{self.board.height_px}"
        return b"", PanelEvent("picture", "image", meaning, self._shown, raw)

    def _image(self, digits: bytes) -> Frame:
        due = _octets(self.board)
        size = _size_digits(due, self.options)
        if digits[: len(size)].upper() != size or len(digits) != len(size) + 2 * due:
            raise FlawError("size", f"an image for another size; {due} octets are due")
        try:
            octets = bytes.fromhex(digits[len(size) :].decode("ascii"))
        except ValueError as error:
            raise FlawError("digits", "octets that are no hex digits") from error
        stride = column_stride(self.board.height_px)
        plane = pack.columns_from_bands([octets[n::stride] for n in range(stride)], self.board.height_px, 8)
        return _as_mounted(Frame(self.board.width_px, self.board.height_px, (plane,)), self.options)

    def picture(self, now_ms: int) -> Frame:  # noqa: ARG002 - these signs know no time
        """What the sign shows."""
        if not self._is_testing:
            return self._shown
        return self.dark.flipped((x, y) for x in range(self.board.width_px) for y in range(self.board.height_px))

    def power_cycle(self) -> None:
        """Mains off and on: discs stay as they are, LEDs forget."""
        self.forget_input()
        self._is_testing = False
        if self.options.pixels == "leds":
            self._shown = self.dark


def _check(board: BoardSpec) -> None:
    read(board)


SPEC = ProtocolSpec(
    name="hanover",
    title="Hanover signs",
    capabilities=Capabilities(
        answers=False,
        storage="discs",
        colours=(Colour.MONO,),
        bauds=(4800,),
        max_fps=2.0,  # a plan: how fast the discs follow is not known
        refresh_s=2.0,  # nobody tells when an image was lost
        answer_s=0.1,
        addressed=True,
    ),
    options=described(OPTIONS),
    driver=HanoverDriver,
    panel=HanoverPanel,
    check=_check,
    wire_bytes=lambda board: _FIXED_BYTES + 2 * _octets(board),
)
"""What the family states about itself."""
