"""Test pictures that show a board's wiring: which corner is where, dead rows, columns and pixels. Pure."""

from collections.abc import Callable, Mapping

from signboard.frame.frame import Colour, Frame, column_stride

__all__ = ["PATTERNS", "pattern", "steps"]

COLOURS = "colours"

_CORNER_PX = (8, 6, 4, 2)
"""Edges of the squares from top left clockwise, all different, so that a mirrored board is seen at once."""


def _corners(x: int, y: int, width_px: int, height_px: int, _step: int) -> bool:
    left, right, top, bottom = x, width_px - 1 - x, y, height_px - 1 - y
    places = ((left, top), (right, top), (right, bottom), (left, bottom))
    limit = max(1, min(width_px, height_px) // 2)
    return any(max(place) < min(edge, limit) for place, edge in zip(places, _CORNER_PX, strict=True))


def _walk(x: int, y: int, width_px: int, _height_px: int, step: int) -> bool:
    return y * width_px + x == step


PATTERNS: Mapping[str, Callable[[int, int, int, int, int], bool]] = {
    "corners": _corners,
    "rows": lambda _x, y, _w, _h, step: y % 2 == step % 2,
    "cols": lambda x, _y, _w, _h, step: x % 2 == step % 2,
    "checker": lambda x, y, _w, _h, step: (x + y) % 2 == step % 2,
    "walk": _walk,
    "all-on": lambda _x, _y, _w, _h, _step: True,
    COLOURS: lambda x, _y, w, _h, _step: x >= w // 2,
    "off": lambda _x, _y, _w, _h, _step: False,
}
"""Name → is the pixel (x, y) of a board of this width and height lit at this step?"""


def steps(name: str, width_px: int, height_px: int) -> int:
    """How many pictures the pattern has before it begins anew."""
    return {"rows": 2, "cols": 2, "checker": 2, "walk": width_px * height_px}.get(name, 1)


def pattern(name: str, width_px: int, height_px: int, colour: Colour = Colour.MONO, step: int = 0) -> Frame:
    """One picture of the pattern; every plane of a colour board is lit alike, but for `colours`: a bar for each."""
    if name == COLOURS and colour is not Colour.MONO:
        return _bars(width_px, height_px, colour)
    is_lit = PATTERNS[name]
    stride = column_stride(height_px)
    plane = bytearray(stride * width_px)
    for x in range(width_px):
        for y in range(height_px):
            if is_lit(x, y, width_px, height_px, step):
                plane[x * stride + y // 8] |= 1 << y % 8
    return Frame(width_px, height_px, (bytes(plane),) * colour.value)


def _bars(width_px: int, height_px: int, colour: Colour) -> Frame:
    """From left to right: dark, each plane alone, then together."""
    planes: int = colour.value
    stride = column_stride(height_px)
    full = ((1 << height_px) - 1).to_bytes(stride, "little")
    bars = [x * 2**planes // width_px for x in range(width_px)]
    return Frame(
        width_px,
        height_px,
        tuple(b"".join(full if bar >> plane & 1 else bytes(stride) for bar in bars) for plane in range(planes)),
    )
