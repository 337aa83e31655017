"""The board in a terminal: half blocks, two rows of pixels in one row of characters.

Half blocks are in every Windows console font and code page; braille is in neither.
"""

import os
import sys
from typing import TextIO

from signboard.frame.frame import Frame

__all__ = ["blocks", "framed", "may_colour"]

_BLOCKS = " ▀▄█"
_AMBER = "\x1b[38;5;208m"
_PLAIN = "\x1b[0m"


def blocks(frame: Frame, columns: int | None = None) -> list[str]:
    """Rows of half blocks, top row first; colours of a board are drawn as lit.

    Args:
        frame: the picture.
        columns: cut off on the right beyond so many pixels (None: nothing is cut).
    """
    width_px = frame.width_px if columns is None else min(columns, frame.width_px)
    planes = range(len(frame.planes))
    lit = [[any(frame.pixel(x, y, plane) for plane in planes) for x in range(width_px)] for y in range(frame.height_px)]
    lit.append([False] * width_px)
    return [
        "".join(_BLOCKS[top + 2 * bottom] for top, bottom in zip(lit[y], lit[y + 1], strict=True))
        for y in range(0, frame.height_px, 2)
    ]


def framed(frame: Frame, *, title: str = "", columns: int | None = None, colour: bool = False) -> list[str]:
    """The picture inside a drawn frame. The title stands in the frame, never among the pixels.

    Args:
        frame: the picture.
        title: written into the upper edge.
        columns: columns of the terminal; a wider board is cut on the right and its edge left open.
        colour: draw lit pixels in amber.
    """
    room = None if columns is None else max(8, columns - 2)
    rows = blocks(frame, room)
    width = min(frame.width_px, room) if room else frame.width_px
    cut = width < frame.width_px
    title = f" {title} "[: width - 1] if title else ""
    side = "…" if cut else "│"
    on, off = (_AMBER, _PLAIN) if colour else ("", "")
    return [
        "┌" + title.rjust(len(title) + 1, "─").ljust(width, "─") + ("…" if cut else "┐"),
        *(f"│{on}{row}{off}{side}" for row in rows),
        "└" + "─" * width + ("…" if cut else "┘"),
    ]


def may_colour(stream: TextIO = sys.stdout) -> bool:
    """Colours only on a terminal that has them and whose owner has not said NO_COLOR."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
