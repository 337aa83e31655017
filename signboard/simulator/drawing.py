"""A frame as characters, in a box that fits the terminal. Pure.

Preferred is half blocks (one pixel wide, two high: true proportions, and every console font has them). A terminal that
is too narrow gets quadrants (two by two pixels a character: half as wide, the whole board still in one piece), then
half blocks or quadrants in parts that stand below each other, each with its columns in the edge. Only where nothing of
that fits is the picture cut off, and the edge says so. Braille would be finer, but few console fonts have it.
"""

import functools
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from signboard.frame.frame import Colour, Frame, column_stride

__all__ = ["boxed", "half_blocks", "has_quadrants", "quadrants"]

_RESET, _AMBER = "\x1b[0m", "\x1b[38;5;214m"
_HALVES = " ▀▄█"
_QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By the lit pixels: 1 upper left, 2 upper right, 4 lower left, 8 lower right."""
_INKS = {1: 196, 2: 46, 3: 226, 4: 21, 5: 201, 6: 51, 7: 231}  # planes lit (1 red, 2 green, 4 blue) → colour of 256
_PAIRS = [bytes(byte >> shift & 3 for byte in range(256)) for shift in range(8)]
"""By the row of the upper pixel in its byte: byte of a column → which of the two pixels are lit."""
_EDGES = 2
_PART_STEP_PX = 8
_LEAST_COLUMNS = 1


def half_blocks(frame: Frame, *, colour: bool = False) -> list[str]:
    """The frame as lines of half blocks, two rows of pixels a line.

    Args:
        frame: the picture.
        colour: write the LEDs' colours as terminal sequences (256 colours).
    """
    draw = _plain_halves
    if colour:
        draw = _amber_halves if frame.colour is Colour.MONO else _inked_halves
    return [draw(frame, y) for y in range(0, frame.height_px, 2)]


def quadrants(frame: Frame, *, colour: bool = False) -> list[str]:
    """The frame as lines of quadrants, two by two pixels a character; of several colours the commonest shows.

    Args:
        frame: the picture.
        colour: write the LEDs' colours as terminal sequences (256 colours).
    """
    draw = _plain_quadrants
    if colour:
        draw = _amber_quadrants if frame.colour is Colour.MONO else _inked_quadrants
    return [draw(frame, y) for y in range(0, frame.height_px, 2)]


def has_quadrants(platform: str, environ: Mapping[str, str]) -> bool:
    """Old Windows consoles have no quadrants in their fonts; Windows Terminal says that it is one.

    Args:
        platform: `sys.platform`.
        environ: WT_SESSION is looked for.
    """
    return platform != "win32" or bool(environ.get("WT_SESSION"))


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to draw: pixels a character is wide, and into how many parts the board is divided."""

    pixels: int
    parts: int

    def part_px(self, width_px: int) -> int:
        """Pixels in each part; the last may have fewer."""
        even = -(-width_px // self.parts)
        return even if self.parts == 1 else -(-even // _PART_STEP_PX) * _PART_STEP_PX

    def size(self, frame: Frame) -> tuple[int, int]:
        """Columns and lines, edges included."""
        columns = -(-self.part_px(frame.width_px) // self.pixels)
        return columns + _EDGES, self.parts * (-(-frame.height_px // 2) + 1) + 1


def boxed(
    frame: Frame, title: str, size: tuple[int | None, int | None], *, colour: bool = False, fine: bool = True
) -> list[str]:
    """The picture inside an edge, drawn so that it fits, never wrapped by the terminal.

    Args:
        frame: the picture.
        title: written into the upper edge.
        size: columns and lines that there are; None where there is no end.
        colour: draw the light in colour.
        fine: the terminal's font has quadrants.
    """
    columns, lines = size
    way = _fitting(frame, columns, lines, fine=fine)
    if way is None:
        return _cut(frame, title, max(_LEAST_COLUMNS, (columns or 0) - _EDGES), colour=colour)
    part_px = way.part_px(frame.width_px)
    inner = way.size(frame)[0] - _EDGES
    drawn = [f"┌{_caption(title, inner)}┐"]
    for start_px in range(0, frame.width_px, part_px):
        part = frame.crop(start_px, part_px)
        end_px = min(frame.width_px, start_px + part_px)
        if start_px:
            drawn.append(f"├{_caption(f' {start_px + 1}-{end_px} ', inner)}┤")
        elif end_px < frame.width_px:
            drawn[0] = f"┌{_titled(title, f' 1-{end_px} ', inner)}┐"
        drawn += [f"│{line}│" for line in _lines(part, way.pixels, colour=colour)]
    return [*drawn, f"└{'─' * inner}┘"]


def _fitting(frame: Frame, columns: int | None, lines: int | None, *, fine: bool) -> _Way | None:
    """The first way that fits; a font without quadrants draws them only where nothing else fits."""
    ways = list(_ways(frame, columns))
    for way in ways if fine else [*(way for way in ways if way.pixels == 1), *ways]:
        needed = way.size(frame)
        if (columns is None or needed[0] <= columns) and (lines is None or needed[1] <= lines):
            return way
    return None


def _ways(frame: Frame, columns: int | None) -> Iterator[_Way]:
    yield _Way(1, 1)
    yield _Way(2, 1)
    inner = max(_LEAST_COLUMNS, (columns or frame.width_px) - _EDGES) // _PART_STEP_PX * _PART_STEP_PX
    for pixels in (1, 2):
        if inner * pixels >= _PART_STEP_PX:
            yield _Way(pixels, -(-frame.width_px // (inner * pixels)))


def _cut(frame: Frame, title: str, inner: int, *, colour: bool) -> list[str]:
    """As much of the left side as fits, in quadrants where that shows more."""
    seen_px = min(frame.width_px, 2 * inner)
    rows = _lines(frame.crop(0, seen_px), 2, colour=colour)
    inner = -(-seen_px // 2)
    below = f" {seen_px}/{frame.width_px} ▶" if seen_px < frame.width_px else ""
    return [f"┌{_caption(title, inner)}┐", *(f"│{row}│" for row in rows), f"└{_caption(below, inner)}┘"]


def _lines(frame: Frame, pixels: int, *, colour: bool) -> list[str]:
    return half_blocks(frame, colour=colour) if pixels == 1 else quadrants(frame, colour=colour)


def _titled(title: str, ruler: str, width: int) -> str:
    """The title, and the columns of this part at the right end; the title gives way."""
    room = max(0, width - len(ruler))
    return (_caption(title, room) + ruler)[-width:]


def _caption(text: str, width: int) -> str:
    return text[:width] + "─" * max(0, width - len(text))


def _pairs(frame: Frame, y: int) -> bytes:
    """The two rows from an even y on, a byte a column.

    Bits 0 and 1 are the upper and lower pixel of the first plane, 2 and 3 of the second, 4 and 5 of the third.
    """
    stride = column_stride(frame.height_px)
    layers = [plane[y // 8 :: stride].translate(_PAIRS[y % 8]) for plane in frame.planes]
    joined = sum(int.from_bytes(pairs, "little") << 2 * plane for plane, pairs in enumerate(layers))
    return joined.to_bytes(frame.width_px, "little")


def _upper_ink(code: int) -> int:
    return code & 1 | code >> 1 & 2 | code >> 2 & 4


_UPPER = [_upper_ink(code) for code in range(64)]
_LOWER = [_upper_ink(code >> 1) for code in range(64)]
_HALF = bytes(ord("0") + (bool(_UPPER[code]) | bool(_LOWER[code]) << 1) for code in range(64)) + bytes(192)
_BLOCKS = {ord("0") + lit: block for lit, block in enumerate(_HALVES)}


def _plain_halves(frame: Frame, y: int) -> str:
    return _pairs(frame, y).translate(_HALF).decode("ascii").translate(_BLOCKS)


def _amber_halves(frame: Frame, y: int) -> str:
    return f"{_AMBER}{_plain_halves(frame, y)}{_RESET}"


def _inked_halves(frame: Frame, y: int) -> str:
    return "".join(map(_INKED.__getitem__, _pairs(frame, y))) + _RESET


def _inked_half(code: int) -> str:
    upper, lower = _UPPER[code], _LOWER[code]
    if upper and lower and upper != lower:
        return f"\x1b[38;5;{_INKS[upper]};48;5;{_INKS[lower]}m▀{_RESET}"
    return _inked(_HALVES[bool(upper) | bool(lower) << 1], upper or lower)


def _inked(block: str, ink: int) -> str:
    return f"\x1b[38;5;{_INKS[ink]}m{block}{_RESET}" if ink else block


_INKED = [_inked_half(code) for code in range(64)]


def _cells(frame: Frame, y: int) -> Iterator[tuple[int, int, int, int]]:
    """Inks of upper left, upper right, lower left and lower right, cell by cell."""
    codes = _pairs(frame, y) + b"\0"
    for x in range(0, frame.width_px, 2):
        yield _UPPER[codes[x]], _UPPER[codes[x + 1]], _LOWER[codes[x]], _LOWER[codes[x + 1]]


@functools.lru_cache(4096)
def _quadrant(cell: tuple[int, int, int, int]) -> str:
    return _QUADRANTS[sum(bool(lit) << place for place, lit in enumerate(cell))]


def _plain_quadrants(frame: Frame, y: int) -> str:
    return "".join(map(_quadrant, _cells(frame, y)))


def _amber_quadrants(frame: Frame, y: int) -> str:
    return f"{_AMBER}{_plain_quadrants(frame, y)}{_RESET}"


def _inked_quadrants(frame: Frame, y: int) -> str:
    return "".join(map(_inked_quadrant, _cells(frame, y))) + _RESET


@functools.lru_cache(4096)  # every cell there is: 8 inks in 4 places
def _inked_quadrant(cell: tuple[int, int, int, int]) -> str:
    return _inked(_quadrant(cell), _commonest(cell))


def _commonest(cell: tuple[int, int, int, int]) -> int:
    counted = Counter(filter(None, cell)).most_common(1)
    return counted[0][0] if counted else 0
