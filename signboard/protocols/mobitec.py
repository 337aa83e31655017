"""Mobitec signs of buses: pictures as "text" in font 77, whose letters are columns of five pixels. Checked, unanswered.

    FF  ADDR  A2  D0 width  D1 height   then for every band of five rows   D3 y  D4 77  D2 x  columns…   sum  FF

D2 is the column where the next letter goes, D3 the *bottom* row of the band (4, 9, 14 …; rows below the sign do not
matter), D4 the font; these tags come in any order. A column is 20 + five bits, bit 0 the topmost row. The sum of
everything behind the first FF, modulo 256, goes as it is, but FE as `FE 00` and FF as `FE 01`.

Sources: bytes of pymobitec-flipdot (see docs/protocols/mobitec.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signboard.errors import N_
from signboard.frame import pack
from signboard.frame.frame import Colour, Frame, column_stride
from signboard.protocols.cutting import Cut, noise_before
from signboard.protocols.options import Option, Value, choice, described, number
from signboard.protocols.plain import FlawError, PlainDriver, PlainPanel, Problems, checked, shape_problems
from signboard.protocols.spec import BoardSpec, Capabilities, PanelEvent, ProtocolSpec
from signboard.protocols.steps import Exchange

__all__ = ["OPTIONS", "SPEC", "MobitecDriver", "MobitecOptions", "MobitecPanel", "read"]

_MARK = b"\xff"
_TEXT = 0xA2
_WIDTH, _HEIGHT, _X, _Y, _FONT = 0xD0, 0xD1, 0xD2, 0xD3, 0xD4
_COLUMNS_FONT = 0x77
_LETTERS = range(0x20, 0x40)
_BAND_ROWS = 5
_ESCAPED = {0xFE: b"\xfe\x00", 0xFF: b"\xfe\x01"}
_MOST_PX = 250  # widths, places and rows are single bytes, and FE and FF would be marks

OPTIONS: Mapping[str, Option] = {
    "address": number(11, 0, 254, N_("Address of the sign; 11, 6 and 7 are common.")),
    "pixels": choice("discs", ("discs", "leds"), N_("Simulated sign only: discs keep the picture without power.")),
}
"""Every option of the family."""


@dataclass(frozen=True, slots=True)
class MobitecOptions:
    """The options of a board, checked; names as in `OPTIONS`."""

    address: int
    pixels: str


def read(board: BoardSpec) -> MobitecOptions:
    """The checked options.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    return checked(board, OPTIONS, MobitecOptions, _problems)


def _problems(board: BoardSpec, _: Mapping[str, Value]) -> Problems:
    return shape_problems(board, "Mobitec", SPEC.capabilities.colours, (_MOST_PX, _MOST_PX))


def _sum(content: bytes) -> bytes:
    total = sum(content) & 0xFF
    return _ESCAPED.get(total, bytes((total,)))


class MobitecDriver(PlainDriver):
    """Frames to bytes for one Mobitec sign."""

    def __init__(self, board: BoardSpec) -> None:
        super().__init__(board)
        self.options = read(board)

    def messages(self, frame: Frame) -> Sequence[bytes]:
        """One message that draws every column."""
        return [self._message(frame, (_Y, _FONT, _X))]

    def clear(self) -> Exchange:
        """A dark picture, its tags in the order in which the reference clears a sign."""
        dark = Frame.blank(self.board.width_px, self.board.height_px)
        return self.told(self._message(dark, (_X, _Y, _FONT)))

    def _message(self, frame: Frame, order: Sequence[int]) -> bytes:
        head = (self.options.address, _TEXT, _WIDTH, frame.width_px, _HEIGHT, frame.height_px)
        content = bytearray(head)
        for band, columns in enumerate(pack.bands_from_columns(frame.planes[0], frame.height_px, _BAND_ROWS)):
            values = {_X: 0, _Y: (band + 1) * _BAND_ROWS - 1, _FONT: _COLUMNS_FONT}
            for tag in order:
                content += bytes((tag, values[tag]))
            content += bytes(_LETTERS.start | column for column in columns)
        return _MARK + content + _sum(bytes(content)) + _MARK


class MobitecPanel(PlainPanel):
    """One simulated sign.

    FF is start and end, so after noise the first good picture shows; a stretch between two FF that is no message is
    dropped and its second FF may start the next. It draws font 77 only, takes its own width, height and address, keeps
    what a message does not draw, answers nothing and holds the picture for ever. Not simulated: the sign's own fonts
    (refused as `text`), the time that discs need to turn.
    """

    def __init__(self, board: BoardSpec) -> None:
        flaws = {
            "checksum": "a message whose sum is wrong",
            "long": "a message too long",
            "command": "a message of another kind",
        }
        self._longest = 64 + 8 * (board.width_px + 8) * (board.height_px // _BAND_ROWS + 1)
        super().__init__(board, self._cut, flaws)
        self.options = read(board)
        self._columns = [0] * board.width_px

    def _cut(self, received: bytearray) -> Cut | None:
        if not received.startswith(_MARK):
            return noise_before(_MARK, received)
        end = received.find(_MARK, 1, self._longest)
        if end < 0:
            return (self._longest, "long") if len(received) >= self._longest else None
        if end == 1:
            return 1, "noise"
        content = bytes(received[1:end])
        if len(content) < 3 or content[1] != _TEXT:  # noqa: PLR2004 - address, kind, sum
            return end, "command"
        return (end + 1, "") if _body(content) is not None else (end, "checksum")

    def take(self, raw: bytes) -> tuple[bytes, PanelEvent]:
        """Obey one message."""
        body = _body(raw[1:-1]) or b""
        if body[0] != self.options.address:
            return b"", PanelEvent("command", "other_sign", f"for sign {body[0]}: passed over", raw=raw)
        self._columns = self._drawn(body[2:])
        meaning = f"a picture of {self.board.width_px}x{self.board.height_px}"
        return b"", PanelEvent("picture", "columns", meaning, self.picture(self.now_ms), raw)

    def _drawn(self, content: bytes) -> list[int]:
        """The columns after this message."""
        columns = list(self._columns)
        at = {_WIDTH: -1, _HEIGHT: -1, _X: 0, _Y: 0, _FONT: 0}
        octets = iter(content)
        for octet in octets:
            if octet in at:
                at[octet] = next(octets, -1)
            elif octet in _LETTERS and at[_FONT] == _COLUMNS_FONT:
                _draw(columns, at[_X], at[_Y], octet & 0x1F)
                at[_X] += 1
            else:
                raise FlawError("text", "letters of the sign's own fonts, which are not simulated")
        if (at[_WIDTH], at[_HEIGHT]) != (self.board.width_px, self.board.height_px):
            raise FlawError("size", f"for a sign of {at[_WIDTH]}x{at[_HEIGHT]}")
        return columns

    def picture(self, now_ms: int) -> Frame:  # noqa: ARG002 - these signs know no time
        """What the sign shows."""
        height_px = self.board.height_px
        stride, mask = column_stride(height_px), (1 << height_px) - 1
        plane = b"".join((column & mask).to_bytes(stride, "little") for column in self._columns)
        return Frame(self.board.width_px, height_px, (plane,))

    def power_cycle(self) -> None:
        """Mains off and on: discs stay as they are, LEDs forget."""
        self.forget_input()
        if self.options.pixels == "leds":
            self._columns = [0] * self.board.width_px


def _body(content: bytes) -> bytes | None:
    """What stands between the marks, without its sum; None where the sum is wrong."""
    count = 2 if content[-2:-1] == b"\xfe" else 1
    body = content[:-count]
    return body if content[-count:] == _sum(body) else None


def _draw(columns: list[int], x: int, y: int, five: int) -> None:
    if x < len(columns):
        top = y - _BAND_ROWS + 1
        keep = columns[x] & ~(0x1F << top if top >= 0 else 0x1F >> -top)
        columns[x] = keep | (five << top if top >= 0 else five >> -top)


def _check(board: BoardSpec) -> None:
    read(board)


def _wire_bytes(board: BoardSpec) -> int:
    bands = -(-board.height_px // _BAND_ROWS)
    return 7 + bands * (6 + board.width_px) + 2


SPEC = ProtocolSpec(
    name="mobitec",
    title="Mobitec signs",
    capabilities=Capabilities(
        answers=False,
        storage="discs",
        colours=(Colour.MONO,),
        bauds=(4800,),
        max_fps=2.0,
        refresh_s=2.0,  # nobody tells when a message was lost
        answer_s=0.1,
        addressed=True,
    ),
    options=described(OPTIONS),
    driver=MobitecDriver,
    panel=MobitecPanel,
    check=_check,
    wire_bytes=_wire_bytes,
)
"""What the family states about itself."""
