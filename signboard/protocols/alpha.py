"""Alpha signs (Adaptive, BetaBrite): pictures as DOTS files, one ASCII character per pixel. Checked, unanswered here.

    I  label  HH WW         rows       small: up to 31 rows of 255
    M  label  HHHH WWWW     rows       large
    K  label  HHHH WWWW     rows       six hex digits per pixel
    A  label  ESC 20 'b'  14 label     a text that holds a picture
    E  '$'  …                          lay out the memory (erases it); ' ' HHMM, '&' day, ';' MMDDYY: the clock

A row is a digit per pixel (0 dark, 1 red, 2 green, 3 amber … 8 yellow) and CR. With option `compress` a run of four or
more is `11`, two hex digits of its length - 1, and the digit. Around it stands what `alpha_wire` says. The sign wants
100 ms of silence behind 02 and behind the size. A picture is a file; the text file is written behind it every time, so
that whatever else the sign was told to show gives way.

Laying out the memory erases it, so nobody does it unasked: `set_up_memory`, once, by the technician.

Sources: bytes of alphasignpy 0.1.1, the maker's manual 9708-8061F; see docs/protocols/alpha.md.
"""

from collections.abc import Iterable
from itertools import groupby

from signboard.errors import N_, UsageError
from signboard.frame import pack
from signboard.frame.frame import Colour, Frame
from signboard.playlog.evidence import Evidence
from signboard.protocols import alpha_wire as wire
from signboard.protocols.alpha_panel import AlphaPanel
from signboard.protocols.alpha_wire import Mark
from signboard.protocols.options import described
from signboard.protocols.plain import PlainDriver, require_fit, require_time
from signboard.protocols.spec import BoardSpec, Capabilities, ProtocolSpec
from signboard.protocols.steps import Exchange, Outcome, Pause, Send

__all__ = ["SPEC", "AlphaDriver"]

_SIZE_S = 0.1
_DUAL_DIGITS = b"0123"
_RGB_DIGITS = (b"000000", b"FF0000", b"00FF00", b"FFFF00", b"0000FF", b"FF00FF", b"00FFFF", b"FFFFFF")
_SHORTEST_RUN = {"small": 4, "large": 4, "rgb": 2}
_LONGEST_RUN = 255
_HOLD = b"\x1b b"
_CALL = b"\x14"
_COLOURS_KEPT = {Colour.MONO: b"1000", Colour.DUAL: b"2000", Colour.RGB: b"8000"}
_MEMORY_PX = 255


class AlphaDriver(PlainDriver):
    """Frames to bytes for one Alpha sign. Beyond the usual it has `set_up_memory` and `clear_memory`."""

    def __init__(self, board: BoardSpec) -> None:
        super().__init__(board)
        self.options = wire.read(board)
        self._kind = wire.kind_of(board, self.options)

    def show(self, frame: Frame) -> Exchange:
        """Put this picture on the board: its file, then the text that shows it.

        Raises:
            InputError: `wrong_colour` or `wrong_size`.
        """
        require_fit(self.board, frame)
        return self._sent([self._dots(frame), self._call()])

    def set_up_memory(self) -> Exchange:
        """Lay out the sign's files for this board. Erases everything that is in the sign.

        Raises:
            UsageError: `no_layout`, a picture so large that its entry in the layout is not known.
        """
        options, board = self.options, self.board
        if max(board.width_px, board.height_px) > _MEMORY_PX:
            raise UsageError(
                N_("How a memory is laid out for {width_px}x{height_px} pixels is not known; use the maker's program."),
                code="no_layout",
                width_px=board.width_px,
                height_px=board.height_px,
            )
        text = options.text.encode() + b"AU0100FFFF"
        size = b"%02X%02X" % (board.height_px, board.width_px)
        picture = options.picture.encode() + b"DU" + size + _COLOURS_KEPT[board.colour]
        return self._sent([(Mark.SPECIAL, b"$" + text + picture)])

    def clear_memory(self) -> Exchange:
        """Erase everything that is in the sign, and its layout."""
        return self._sent([(Mark.SPECIAL, b"$$$$")])

    def set_clock(self, *civil: int) -> Exchange:
        """Set the sign's time, date and day of the week.

        Args:
            civil: year, month, day, hour, minute, second (which the sign cannot be told).

        Raises:
            InputError: `bad_time`.
        """
        year, month, day, hour, minute, second = civil
        weekday = require_time(year, month, day, hour, minute, second) % 7 + 1
        time, on_day = b" %02d%02d" % (hour, minute), b";%02d%02d%02d" % (month, day, year % 100)
        return self._sent([(Mark.SPECIAL, what) for what in (time, on_day, b"&%d" % weekday)])

    def _dots(self, frame: Frame) -> tuple[bytes, bytes]:
        """The head and the rows of a picture file."""
        size = b"%02X%02X" if self._kind == "small" else b"%04X%04X"
        head = Mark.DOTS[self._kind] + self.options.picture.encode() + size % (frame.height_px, frame.width_px)
        dots = pack.dots_from_columns(frame.planes, frame.width_px, frame.height_px)
        rows = (dots[at : at + frame.width_px] for at in range(0, len(dots), frame.width_px))
        return head, b"".join(self._row(row) + b"\r" for row in rows)

    def _row(self, row: bytes) -> bytes:
        if not self.options.compress:
            return b"".join(self._digits(dot) for dot in row)
        return b"".join(self._run(dot, sum(1 for _ in same)) for dot, same in groupby(row))

    def _run(self, dot: int, count: int) -> bytes:
        written = b""
        while count:
            length = min(count, _LONGEST_RUN)
            is_worth_it = length >= _SHORTEST_RUN[self._kind]
            written += b"\x11%02X" % (length - 1) + self._digits(dot) if is_worth_it else self._digits(dot) * length
            count -= length
        return written

    def _digits(self, dot: int) -> bytes:
        if self._kind == "rgb":
            return _RGB_DIGITS[dot]
        if self.board.colour is Colour.MONO:
            return b"%d" % (self.options.ink if dot else 0)
        return _DUAL_DIGITS[dot : dot + 1]

    def _call(self) -> tuple[bytes, bytes]:
        text, picture = self.options.text.encode(), self.options.picture.encode()
        return Mark.TEXT + text + _HOLD + _CALL + picture, b""

    def _sent(self, contents: Iterable[tuple[bytes, bytes]]) -> Exchange:
        """A message for each content (its head and its rest), with the silences that the sign needs."""
        for head, rest in contents:
            yield Send(wire.SYNC + wire.START + b"Z" + self.options.address.encode() + Mark.CONTENT)
            yield Pause(_SIZE_S)
            end = self._end(head + rest)
            if head[:1] in Mark.DOTS.values():
                yield Send(head)
                yield Pause(_SIZE_S)
                yield Send(rest + end)
            else:
                yield Send(head + rest + end)
        return Outcome(Evidence.SENT)

    def _end(self, content: bytes) -> bytes:
        if not self.options.checksum:
            return wire.END
        return Mark.CHECK + wire.checksum(Mark.CONTENT + content + Mark.CHECK) + wire.END


def _check(board: BoardSpec) -> None:
    wire.read(board)


def _wire_bytes(board: BoardSpec) -> int:
    """Without runs: random pictures have few."""
    steps = AlphaDriver(board).show(Frame.blank(board.width_px, board.height_px, board.colour))
    return sum(len(step.data) for step in steps if isinstance(step, Send))


SPEC = ProtocolSpec(
    name="alpha",
    title="Alpha signs (BetaBrite …)",
    capabilities=Capabilities(
        answers=False,
        storage="ram",
        colours=wire.COLOURS,
        bauds=(9600, 4800, 2400, 1200),
        max_fps=1.0,  # a plan: the silences alone are 0.3 s
        refresh_s=2.0,  # nobody tells when a picture was lost
        answer_s=0.1,
        addressed=True,
        sets_clock=True,
        framing="7E1",
    ),
    options=described(wire.OPTIONS),
    driver=AlphaDriver,
    panel=AlphaPanel,
    check=_check,
    wire_bytes=_wire_bytes,
)
"""What the family states about itself."""
