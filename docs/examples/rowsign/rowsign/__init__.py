"""An example of a kind of board that an outside package brings along: one message for a whole picture, never answered.

    7E  octets of the rows, left pixel first, rows padded to whole octets  sum & FF

The host's half turns frames into bytes, the board's half turns bytes into frames; they share constants and no code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signboard.frame import pack
from signboard.frame.frame import Colour, Frame
from signboard.protocols.cutting import Cut, noise_before
from signboard.protocols.options import Option, Value, described, number
from signboard.protocols.plain import FlawError, PlainDriver, PlainPanel, Problems, checked, shape_problems
from signboard.protocols.spec import BoardSpec, Capabilities, PanelEvent, ProtocolSpec

__all__ = ["SPEC"]

_START = b"\x7e"
_MOST = (256, 64)

OPTIONS: Mapping[str, Option] = {"address": number(1, 1, 9, "Address of the sign.")}


@dataclass(frozen=True, slots=True)
class _Options:
    address: int


def _problems(board: BoardSpec, _: Mapping[str, Value]) -> Problems:
    return shape_problems(board, "Rowsign", SPEC.capabilities.colours, _MOST)


def _read(board: BoardSpec) -> _Options:
    return checked(board, OPTIONS, _Options, _problems)


def _octets(board: BoardSpec) -> int:
    return (board.width_px + 7) // 8 * board.height_px


def _sum(octets: bytes) -> bytes:
    return bytes([sum(octets) & 0xFF])


class _Driver(PlainDriver):
    def __init__(self, board: BoardSpec) -> None:
        super().__init__(board)
        self._address = bytes([_read(board).address])

    def messages(self, frame: Frame) -> Sequence[bytes]:
        """One message: start, address, rows, sum."""
        content = self._address + pack.rows_from_columns(frame.planes[0], frame.width_px, frame.height_px)
        return [_START + content + _sum(content)]


class _Panel(PlainPanel):
    def __init__(self, board: BoardSpec) -> None:
        self._address = _read(board).address
        self._length = len(_START) + 1 + _octets(board) + 1
        super().__init__(board, self._cut, {})
        self._shown = self.dark

    def _cut(self, received: bytearray) -> Cut | None:
        if not received.startswith(_START):
            return noise_before(_START, received)
        return (self._length, "") if len(received) >= self._length else None

    def take(self, raw: bytes) -> tuple[bytes, PanelEvent]:
        """Obey one message."""
        content, size = raw[1:-1], (self.board.width_px, self.board.height_px)
        if raw[-1:] != _sum(content):
            raise FlawError("checksum", "the sum is wrong")
        if content[0] != self._address:
            return b"", PanelEvent("command", "other_sign", "for another sign: passed over", raw=raw)
        self._shown = Frame(*size, (pack.columns_from_rows(content[1:], *size),))
        return b"", PanelEvent("picture", "rows", "a whole picture", self._shown, raw)

    def picture(self, now_ms: int) -> Frame:  # noqa: ARG002 - this sign knows no time
        """What the sign shows."""
        return self._shown

    def power_cycle(self) -> None:
        """Mains off and on."""
        self.forget_input()
        self._shown = self.dark


def _check(board: BoardSpec) -> None:
    _read(board)


SPEC = ProtocolSpec(
    name="rowsign",
    title="Rowsign, the example of the documentation",
    capabilities=Capabilities(
        answers=False,
        storage="ram",
        colours=(Colour.MONO,),
        bauds=(19200,),
        max_fps=None,
        refresh_s=2.0,
        answer_s=0.1,
        addressed=True,
    ),
    options=described(OPTIONS),
    driver=_Driver,
    panel=_Panel,
    check=_check,
    wire_bytes=lambda board: len(_START) + 2 + _octets(board),
)
"""What the entry point names."""
