"""A live view of a virtual board in a terminal, inside a border whose corner says that this is no real board.

The picture is redrawn in place (cursor home, each line cleared to its end) and never wrapped: a narrow terminal gets it
smaller, see `drawing`.
"""

import os
import shutil
import sys
from collections import deque
from collections.abc import Callable, Mapping
from typing import TextIO

from signboard.frame.frame import Frame
from signboard.simulator.drawing import boxed, has_quadrants
from signboard.simulator.event import Event
from signboard.simulator.record import trace_line

__all__ = ["MARK", "TerminalView"]

MARK = "THỬ"
"""Stands in the border of every view of a virtual board; never in its pixels."""

_HOME, _CLEAR_LINE, _CLEAR_BELOW, _CLEAR = "\x1b[H", "\x1b[K", "\x1b[J", "\x1b[2J"


class TerminalView:
    """Draws a virtual board again and again in the same place.

    Args:
        title: what stands in the border, beside the mark.
        stream: where to draw; only lines that fit it are drawn.
        environ: `NO_COLOR` set to anything means no colours (None: this process').
        trace_lines: how many of the latest messages stand below the board; 0 for none.
        size: gives columns and rows that the view may fill.
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
        environ = os.environ if environ is None else environ
        self._colour = not environ.get("NO_COLOR")
        self._fine = has_quadrants(sys.platform, environ)
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

    def close(self) -> None:
        """Leave the cursor on a line of its own below what was drawn."""
        if self._last_size != (0, 0):
            self._stream.write("\n")
            self._stream.flush()

    def lines(self, frame: Frame, columns: int, rows: int) -> list[str]:
        """Everything to be drawn on a terminal of this size, line by line."""
        title = f" {MARK} · {self._title} · {frame.width_px}×{frame.height_px} "
        room = max(1, rows - 1)
        box = boxed(frame, title, (columns, room - len(self._trace)), colour=self._colour, fine=self._fine)
        below = [line[: max(0, columns)] for line in self._trace]
        return (box + below)[:room]
