"""A BX-5E card reads an area block. The card's half only; what the area then shows is in `onbon_area`."""

import functools
import struct
from collections.abc import Callable
from typing import NamedTuple

from signboard.frame import pack as bits
from signboard.frame.frame import Colour, Frame
from signboard.protocols.onbon_area import STEP_MS, AreaError, AreaPage, DynamicArea, need
from signboard.protocols.onbon_codes import Area

__all__ = ["Shape", "read_area", "read_page"]

_FIRST = struct.Struct("<BBHBH")  # id, run mode, timeout, belongs, count of listed programs
_REST = struct.Struct("<B4xBHHHHBH")  # play, kind, x, y, width, height, border, pages
_PAGE = struct.Struct("<IBBBBHBH4x")


def read_area(block: bytes, screen: Frame, now_ms: int) -> DynamicArea:
    """Read an area block for a screen of `screen`'s size and colour.

    Raises:
        AreaError: lengths that do not add up, numbers out of range, an area outside the screen.
    """
    try:
        return _read_area(block, screen)(now_ms)
    except struct.error as error:
        raise AreaError("the block is too short") from error


@functools.lru_cache(maxsize=64)  # the same picture comes again and again
def _read_area(block: bytes, screen: Frame) -> Callable[[int], DynamicArea]:
    """All of the area but the instant at which it came."""
    area_id, run_mode, timeout_s, _, listed = _FIRST.unpack_from(block)
    play, kind, x, y, width_px, height_px, border, count = _REST.unpack_from(block, _FIRST.size + 2 * listed)
    need(area_id < Area.COUNT, "no such area")
    need(run_mode < len(Area.RUN_MODES) and play <= Area.MAX_PLAY and kind == Area.KIND, "unknown mode")
    need(not border, "borders are not simulated")
    need(width_px > 0 and height_px > 0 and count > 0, "an empty area")
    need(x + width_px <= screen.width_px and y + height_px <= screen.height_px, "the area is outside the screen")
    shape = Shape(width_px, height_px, x % 8, screen.colour)
    at = _FIRST.size + 2 * listed + _REST.size
    pages = []
    for _ in range(count):
        page, at = read_page(block, at, shape)
        pages.append(page)
    need(at == len(block), "bytes behind the last page")
    return functools.partial(DynamicArea, area_id, run_mode, timeout_s, play, x, y, tuple(pages))


class Shape(NamedTuple):
    """How the bitmap of a page is laid out."""

    width_px: int
    height_px: int
    lead_px: int
    colour: Colour

    @property
    def bitmap_bytes(self) -> int:
        """Length of one page's bitmap."""
        return (self.lead_px + self.width_px + 7) // 8 * self.height_px * self.colour.value


def read_page(block: bytes, at: int, shape: Shape) -> tuple[AreaPage, int]:
    """The page that begins at `at`, and where the next one begins.

    Raises:
        AreaError: lengths that do not add up, numbers out of range.
        struct.error: the block ends before the page's head.
    """
    length, _, effect, _, speed, stay, _, valid_px = _PAGE.unpack_from(block, at)
    end = at + 4 + length
    need(length == _PAGE.size - 4 + shape.bitmap_bytes and end <= len(block), "the page's length is wrong")
    need(effect <= Area.MAX_EFFECT, "unknown effect")
    need(0 < valid_px <= shape.width_px, "the page's valid length is wrong")
    frame = _frame(block[at + _PAGE.size : end], shape)
    return AreaPage(frame, effect, max(1, speed) * STEP_MS, stay * 10, valid_px), end


def _frame(bitmap: bytes, shape: Shape) -> Frame:
    count = shape.colour.value
    lit = bits.invert(bitmap)
    planes = [
        bits.columns_from_rows(lit[plane::count], shape.width_px, shape.height_px, lead_px=shape.lead_px)
        for plane in range(count)
    ]
    return Frame(shape.width_px, shape.height_px, tuple(planes))
