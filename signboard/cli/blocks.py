"""The board in a terminal: half blocks inside a drawn edge. What stands in the edge is never among the pixels."""

import os
import shutil
import sys
from typing import TextIO

from signboard.frame.frame import Frame
from signboard.simulator.terminal import half_blocks

__all__ = ["framed", "may_colour", "terminal_columns"]

_LEAST = 8


def framed(frame: Frame, *, title: str = "", columns: int | None = None, colour: bool = False) -> list[str]:
    """The picture inside an edge, never wrapped: a board wider than the terminal is cut off and its edge says so.

    Args:
        frame: the picture.
        title: written into the upper edge.
        columns: columns of the terminal (None: all that is needed).
        colour: draw the light in colour.
    """
    width = frame.width_px if columns is None else min(frame.width_px, max(_LEAST, columns - 2))
    below = f" {width}/{frame.width_px} ▶" if width < frame.width_px else ""
    above = f" {title} "[:width] if title else ""
    return [
        f"┌{above.ljust(width, '─')}┐",
        *(f"│{line}│" for line in half_blocks(frame, width=width, colour=colour)),
        f"└{below.ljust(width, '─')}┘",
    ]


def may_colour(stream: TextIO | None = None) -> bool:
    """Colours only on a terminal that has them and whose owner has not said NO_COLOR."""
    stream = stream or sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def terminal_columns() -> int | None:
    """Columns of the terminal on standard output; None for a file or a pipe, where nothing needs to be cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
