"""A frame in a terminal: half blocks (two rows a line), inside a border whose corner says that this is no real board.

Half blocks are in every Windows console font; braille is not. The picture is redrawn in place (cursor home, each line
cleared to its end) and never wrapped: what a narrow terminal cannot show is cut off, and the border says so.
"""

import shutil
import sys
from collections import deque
from collections.abc import Callable, Mapping
from typing import TextIO

from signboard.frame.frame import Colour, Frame
from signboard.simulator.event import Event
from signboard.simulator.record import trace_line

__all__ = ["MARK", "TerminalView", "half_blocks"]

MARK = "THỬ"
"""Stands in the border of every view of a virtual board; never in its pixels."""

_HOME, _CLEAR_LINE, _CLEAR_BELOW, _CLEAR = "\x1b[H", "\x1b[K", "\x1b[J", "\x1b[2J"
_RESET, _AMBER = "\x1b[0m", "\x1b[38;5;214m"
_BLOCKS = " ▀▄█"
_INKS = {1: 196, 2: 46, 3: 226, 4: 21, 5: 201, 6: 51, 7: 231}  # planes lit (1 red, 2 green, 4 blue) → colour of 256


def half_blocks(frame: Frame, *, width: int | None = None, colour: bool = False) -> list[str]:
    """The frame as lines of half blocks, two rows a line, cut off at `width` columns; without any border.

    Args:
        frame: the picture.
        width: most columns (None: all).
        colour: write the LEDs' colours as terminal sequences (256 colours).
    """
    columns = frame.width_px if width is None else min(width, frame.width_px)
    draw = _plain_line
    if colour:
        draw = _amber_line if frame.colour is Colour.MONO else _inked_line
    return [draw(frame, y, columns) for y in range(0, frame.height_px, 2)]


def _lit(frame: Frame, x: int, y: int) -> int:
    return sum(frame.pixel(x, y, plane) << plane for plane in range(len(frame.planes)))


def _plain_line(frame: Frame, y: int, columns: int) -> str:
    return "".join(_BLOCKS[bool(_lit(frame, x, y)) | bool(_lit(frame, x, y + 1)) << 1] for x in range(columns))


def _amber_line(frame: Frame, y: int, columns: int) -> str:
    return f"{_AMBER}{_plain_line(frame, y, columns)}{_RESET}"


def _inked_line(frame: Frame, y: int, columns: int) -> str:
    cells = [(_lit(frame, x, y), _lit(frame, x, y + 1)) for x in range(columns)]
    return "".join(_inked_cell(upper, lower) for upper, lower in cells) + _RESET


def _inked_cell(upper: int, lower: int) -> str:
    if upper and lower and upper != lower:
        return f"\x1b[38;5;{_INKS[upper]};48;5;{_INKS[lower]}m▀{_RESET}"
    block = _BLOCKS[bool(upper) | bool(lower) << 1]
    return f"\x1b[38;5;{_INKS[upper or lower]}m{block}{_RESET}" if block != " " else block


class TerminalView:
    """Draws a virtual board again and again in the same place.

    Args:
        title: what stands in the border, beside the mark.
        stream: where to draw; only lines that fit it are drawn.
        environ: `NO_COLOR` set to anything means no colours.
        trace_lines: how many of the latest messages stand below the board; 0 for none.
        size: gives columns and rows of the terminal.
        translate: turns meanings into the reader's language.
    """

    def __init__(
        self,
        title: str,
        *,
        stream: TextIO | None = None,
        environ: Mapping[str, str] | None = None,
        trace_lines: int = 0,
        size: Callable[[], tuple[int, int]] = shutil.get_terminal_size,
        translate: Callable[[str], str] = str,
    ) -> None:
        self._title = title
        self._stream = stream or sys.stdout
        self._colour = not (environ or {}).get("NO_COLOR")
        self._trace: deque[str] = deque(maxlen=trace_lines)
        self._size = size
        self._translate = translate
        self._last_size = (0, 0)

    def note(self, event: Event) -> None:
        """Remember an event for the lines below the board; raw bytes are not messages."""
        if event.kind != "bytes":
            self._trace.append(trace_line(event, self._translate))

    def draw(self, frame: Frame) -> None:
        """Draw the picture now."""
        size = self._size()
        start = _HOME if size == self._last_size else _CLEAR + _HOME
        self._last_size = size
        lines = self.lines(frame, *size)
        self._stream.write(start + "\n".join(line + _CLEAR_LINE for line in lines) + _CLEAR_BELOW)
        self._stream.flush()

    def lines(self, frame: Frame, columns: int, rows: int) -> list[str]:
        """Everything to be drawn on a terminal of this size, line by line."""
        inner = max(1, min(frame.width_px, columns - 2))
        cut = f" {inner}/{frame.width_px} ▶" if inner < frame.width_px else ""
        picture = half_blocks(frame, width=inner, colour=self._colour)
        boxed = [
            "┌" + _caption(f" {MARK} · {self._title} · {frame.width_px}×{frame.height_px} ", inner) + "┐",
            *(f"│{line}│" for line in picture),
            "└" + _caption(cut, inner) + "┘",
        ]
        below = [line[: max(0, columns)] for line in self._trace]
        return (boxed + below)[: max(1, rows - 1)]


def _caption(text: str, width: int) -> str:
    return text[:width] + "─" * max(0, width - len(text))
