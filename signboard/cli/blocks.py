"""The board in a terminal or a text file, inside a drawn edge. What stands in the edge is never among the pixels."""

import os
import shutil
import sys
from typing import TextIO

from signboard.frame.frame import Frame
from signboard.simulator.drawing import boxed, has_quadrants

__all__ = ["framed", "may_colour", "terminal_columns"]


def framed(frame: Frame, *, title: str = "", columns: int | None = None, colour: bool = False) -> list[str]:
    """The picture inside an edge, never wrapped: a terminal that is narrower than the board gets it smaller.

    Args:
        frame: the picture.
        title: written into the upper edge.
        columns: columns of the terminal (None: all that is needed).
        colour: draw the light in colour.
    """
    fine = has_quadrants(sys.platform, os.environ)
    return boxed(frame, f" {title} " if title else "", (columns, None), colour=colour, fine=fine)


def may_colour(stream: TextIO | None = None) -> bool:
    """Colours only on a terminal that has them and whose owner has not said NO_COLOR."""
    stream = stream or sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def terminal_columns() -> int | None:
    """Columns of the terminal on standard output; None for a file or a pipe, where nothing needs to be cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
