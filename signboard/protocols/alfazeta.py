"""AlfaZeta XY5 panels, flip discs and LED: many small panels with addresses make one board. Unchecked, unanswered.

    80  CMD  ADDR  columns…  8F        ADDR FF: every panel
    80  82  8F                         all panels show what they have stored

    columns   28   14    7   56   112
    store     84   93    -   86    81       show at once   83  92  87  85  -

Columns from left to right, bit 0 the topmost of seven rows, bit 7 always 0: so 80 and 8F stand nowhere in the columns.
A picture goes to every panel as *store*, then 82 turns the whole board at once; with `update=at_once` each panel turns
as its columns come. Addresses count from 1, row by row of panels, unless `layout` says otherwise (`1,2/4,3` is wired
to and fro). Sources: bytes of flippydot 0.1.1 (83), the manufacturer's table of August 2018 (the rest).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from signboard.errors import N_, ConfigurationError
from signboard.frame import pack
from signboard.frame.frame import Colour, Frame
from signboard.protocols.cutting import Cut, noise_before
from signboard.protocols.options import Option, Value, choice, described
from signboard.protocols.plain import FlawError, PlainDriver, PlainPanel, Problems, checked, shape_problems
from signboard.protocols.spec import BoardSpec, Capabilities, PanelEvent, ProtocolSpec

__all__ = ["OPTIONS", "SPEC", "AlfazetaDriver", "AlfazetaOptions", "AlfazetaPanel", "read"]

_START, _END = 0x80, 0x8F
_SHOW_STORED = 0x82
_EVERYONE = 0xFF
_ROWS = 7
_STORE = {28: 0x84, 14: 0x93, 56: 0x86, 112: 0x81}
_SHOW = {28: 0x83, 14: 0x92, 56: 0x85, 7: 0x87}
_COLUMNS = {command: count for table in (_STORE, _SHOW) for count, command in table.items()}
_FIXED_BYTES = 4
_MOST_PANELS = 127


def _layout() -> Option:
    def read_layout(text: str) -> str:
        addresses = [int(word) for row in text.split("/") for word in row.split(",")] if text else []
        if any(not 0 <= address <= _MOST_PANELS for address in addresses) or len(set(addresses)) != len(addresses):
            raise ValueError(text)
        return text

    return Option("", N_("Addresses of the panels, rows parted by a slash."), "1,2,3/4,5,6", read_layout)


OPTIONS: Mapping[str, Option] = {
    "columns": choice("28", ("7", "14", "28", "56", "112"), N_("Columns of one panel; each has seven rows.")),
    "layout": _layout(),
    "rotation": choice("0", ("0", "90", "180", "270"), N_("How every panel is turned, clockwise.")),
    "update": choice(
        "together", ("together", "at_once"), N_("Turn the whole board at once, or each panel as it comes.")
    ),
}
"""Every option of the family."""


@dataclass(frozen=True)
class AlfazetaOptions:
    """The options of a board, checked; names as in `OPTIONS`."""

    columns: str
    layout: str
    rotation: str
    update: str

    @cached_property
    def turns(self) -> int:
        """Quarter turns clockwise."""
        return int(self.rotation) // 90

    @cached_property
    def panel_px(self) -> tuple[int, int]:
        """Width and height of a panel as it hangs."""
        upright = (int(self.columns), _ROWS)
        return upright if self.turns % 2 == 0 else (upright[1], upright[0])

    def addresses(self, board: BoardSpec) -> list[list[int]]:
        """Rows of addresses, as the panels hang."""
        if self.layout:
            return [[int(word) for word in row.split(",")] for row in self.layout.split("/")]
        across, down = -(-board.width_px // self.panel_px[0]), -(-board.height_px // self.panel_px[1])
        return [[1 + row * across + column for column in range(across)] for row in range(down)]


def read(board: BoardSpec) -> AlfazetaOptions:
    """The checked options.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    return checked(board, OPTIONS, AlfazetaOptions, _problems)


def _problems(board: BoardSpec, values: Mapping[str, Value]) -> Problems:
    problems = shape_problems(board, "AlfaZeta", SPEC.capabilities.colours, (1024, 256))
    if problems:
        return problems
    options = AlfazetaOptions(**{name: str(value) for name, value in values.items()})
    rows = options.addresses(board)
    across, down = -(-board.width_px // options.panel_px[0]), -(-board.height_px // options.panel_px[1])
    if [len(row) for row in rows] != [across] * down or across * down > _MOST_PANELS:
        problems.append(
            ConfigurationError(
                N_(
                    "A board of {width_px}x{height_px} pixels needs {across}x{down} of these panels (at most {most} in "
                    "all); the layout has {found}."
                ),
                code="bad_layout",
                width_px=board.width_px,
                height_px=board.height_px,
                across=across,
                down=down,
                most=_MOST_PANELS,
                found="/".join(str(len(row)) for row in rows),
            )
        )
    if options.update == "together" and int(options.columns) not in _STORE:
        problems.append(_no_command("together", options))
    if options.update == "at_once" and int(options.columns) not in _SHOW:
        problems.append(_no_command("at_once", options))
    return problems


def _no_command(update: str, options: AlfazetaOptions) -> ConfigurationError:
    return ConfigurationError(
        N_("Panels of {columns} columns have no command for update={update}; choose the other one."),
        code="no_such_update",
        columns=options.columns,
        update=update,
    )


def _turned(rows: Sequence[Sequence[int]], turns: int) -> list[tuple[int, ...]]:
    """Rows of pixels, turned clockwise by so many quarters."""
    for _ in range(turns % 4):
        rows = list(zip(*rows[::-1], strict=True))
    return [tuple(row) for row in rows]


class AlfazetaDriver(PlainDriver):
    """Frames to bytes for a board of AlfaZeta panels."""

    def __init__(self, board: BoardSpec) -> None:
        super().__init__(board)
        self.options = read(board)
        self._addresses = self.options.addresses(board)

    def messages(self, frame: Frame) -> Sequence[bytes]:
        """One write per panel, and the one that turns them all."""
        commands = _STORE if self.options.update == "together" else _SHOW
        command = commands[int(self.options.columns)]
        writes = [
            bytes((_START, command, address)) + columns + bytes((_END,)) for address, columns in self._parts(frame)
        ]
        return [*writes, bytes((_START, _SHOW_STORED, _END))] if self.options.update == "together" else writes

    def _parts(self, frame: Frame) -> list[tuple[int, bytes]]:
        """Every panel's address and columns."""
        width_px, height_px = self.options.panel_px
        dots = pack.dots_from_columns(frame.planes, frame.width_px, frame.height_px)
        rows = [dots[at : at + frame.width_px] for at in range(0, len(dots), frame.width_px)]
        parts = []
        for row, addresses in enumerate(self._addresses):
            band = [r.ljust(len(addresses) * width_px, b"\0") for r in rows[row * height_px : (row + 1) * height_px]]
            band += [bytes(len(addresses) * width_px)] * (height_px - len(band))
            for column, address in enumerate(addresses):
                part = [r[column * width_px : (column + 1) * width_px] for r in band]
                parts.append((address, _columns(_turned(part, self.options.turns))))
        return parts


def _columns(rows: Sequence[Sequence[int]]) -> bytes:
    return bytes(sum(lit << y for y, lit in enumerate(column)) for column in zip(*rows, strict=True))


class AlfazetaPanel(PlainPanel):
    """A simulated board of panels.

    80 stands nowhere inside a message, so after any noise the first good picture shows. A panel takes its own number of
    columns only and commands that the table has; without a checksum it believes every byte under 80. It answers
    nothing and holds the picture for ever, without power too; what is stored and not shown is then lost (guessed).
    Not simulated: the time that discs need to turn, LED panels that forget, the speed switch.
    """

    def __init__(self, board: BoardSpec) -> None:
        super().__init__(board, _cut, {"cut": "a message broken off", "command": "an unknown command"})
        self.options = read(board)
        self._addresses = self.options.addresses(board)
        dark = bytes(int(self.options.columns))
        self._shown = {address: dark for row in self._addresses for address in row}
        self._stored: dict[int, bytes] = {}
        self._picture = self.dark

    def take(self, raw: bytes) -> tuple[bytes, PanelEvent]:
        """Obey one message."""
        if raw[1] == _SHOW_STORED:
            self._shown.update(self._stored)
            return b"", self._turn("turn", "all panels show what they have stored", raw)
        command, address, columns = raw[1], raw[2], raw[3:-1]
        if len(columns) != int(self.options.columns):
            raise FlawError("size", f"{len(columns)} columns for panels of {self.options.columns}")
        meant = list(self._shown) if address == _EVERYONE else [address]
        if not set(meant) <= set(self._shown):
            return b"", PanelEvent("command", "other_panel", f"for panel {address}: passed over", raw=raw)
        kept = self._shown if command in _SHOW.values() else self._stored
        kept.update(dict.fromkeys(meant, columns))
        if kept is self._stored:
            return b"", PanelEvent("command", "store", f"columns for panel {address}, not shown yet", raw=raw)
        return b"", self._turn("columns", f"columns for panel {address}", raw)

    def _turn(self, name: str, meaning: str, raw: bytes) -> PanelEvent:
        self._picture = self._composed()
        return PanelEvent("picture", name, meaning, self._picture, raw)

    def _composed(self) -> Frame:
        width_px, height_px = self.board.width_px, self.board.height_px
        lines: list[bytes] = []
        for addresses in self._addresses:
            parts = [_turned(_rows(self._shown[address]), -self.options.turns) for address in addresses]
            whole = (b"".join(bytes(part[y]) for part in parts) for y in range(self.options.panel_px[1]))
            lines.extend(line[:width_px] for line in whole)
        dots = b"".join(lines[:height_px])
        return Frame(width_px, height_px, pack.columns_from_dots(dots, width_px, height_px, 1))

    def picture(self, now_ms: int) -> Frame:  # noqa: ARG002 - these panels know no time
        """What the board shows."""
        return self._picture

    def power_cycle(self) -> None:
        """Mains off and on: the discs stay, what was stored is lost."""
        self.forget_input()
        self._stored.clear()


def _rows(columns: bytes) -> list[tuple[int, ...]]:
    return [tuple(column >> y & 1 for column in columns) for y in range(_ROWS)]


_LOUD = re.compile(rb"[\x80-\xff]")


def _cut(received: bytearray) -> Cut | None:
    if received[0] != _START:
        return noise_before(bytes((_START,)), received)
    if len(received) < 3:  # noqa: PLR2004 - start, command, address or end
        return None
    command = received[1]
    if command == _SHOW_STORED:
        return (3, "") if received[2] == _END else (2, "cut")
    if command not in _COLUMNS:
        return 1, "command"
    return _columns_cut(received, _COLUMNS[command] + _FIXED_BYTES)


def _columns_cut(received: bytearray, total: int) -> Cut | None:
    if received[2] > _MOST_PANELS and received[2] != _EVERYONE:
        return 2, "cut"
    loud = _LOUD.search(received, 3, total)
    if loud is None:
        return (total, "cut") if len(received) >= total else None
    at_end = loud.start() == total - 1 and received[total - 1] == _END
    return (total, "") if at_end else (loud.start(), "cut")


def _check(board: BoardSpec) -> None:
    read(board)


def _wire_bytes(board: BoardSpec) -> int:
    options = read(board)
    panels = sum(len(row) for row in options.addresses(board))
    return panels * (int(options.columns) + _FIXED_BYTES) + 3 * (options.update == "together")


SPEC = ProtocolSpec(
    name="alfazeta",
    title="AlfaZeta XY5 panels",
    capabilities=Capabilities(
        answers=False,
        storage="discs",
        colours=(Colour.MONO,),
        bauds=(57600, 9600),
        max_fps=10.0,  # a plan: how fast the discs follow is not known
        refresh_s=2.0,  # nobody tells when columns were lost
        answer_s=0.1,
        addressed=True,
    ),
    options=described(OPTIONS),
    driver=AlfazetaDriver,
    panel=AlfazetaPanel,
    check=_check,
    wire_bytes=_wire_bytes,
)
"""What the family states about itself."""
