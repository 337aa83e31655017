"""A BX-6 card reads an update: several areas at once, parameters first, all bitmaps behind. The card's half only."""

import struct
from dataclasses import dataclass

from signboard.frame import pack as bits
from signboard.frame.frame import Colour, Frame
from signboard.protocols.bx6_options import AREA_COUNT, picture_bytes
from signboard.protocols.onbon_area import STEP_MS, AreaError, AreaPage, DynamicArea, need
from signboard.protocols.onbon_codes import Area

__all__ = ["read_areas"]

_FIRST = struct.Struct("<BBHBH")  # id, run mode, timeout, belongs, count of listed programs
_REST = struct.Struct("<B4xBHHHHB")  # play, kind, x, y, width, height, border
_LOOK = struct.Struct("<BBBB5xH")  # background, transparency, area equal, sound, pages
_PAGE = struct.Struct("<IBBBBHBH9xII")
_PAGE_HEAD_BYTES = _PAGE.size - 4


@dataclass(frozen=True, slots=True)
class _Parameters:
    """An area's block without its pixels; `pages` are (effect, speed, stay, valid, offset, length)."""

    area_id: int
    run_mode: int
    timeout_s: int
    play: int
    x: int
    y: int
    width_px: int
    height_px: int
    pages: tuple[tuple[int, int, int, int, int, int], ...]

    @property
    def data_bytes(self) -> int:
        """Length of this area's share of the bitmaps."""
        return max(offset + length for *_, offset, length in self.pages)


def read_areas(payload: bytes, screen: Frame, now_ms: int) -> list[DynamicArea]:
    """Read an update for a screen of `screen`'s size and colour.

    Raises:
        AreaError: lengths that do not add up, numbers out of range, an area outside the screen.
    """
    try:
        return _read_areas(payload, screen, now_ms)
    except struct.error as error:
        raise AreaError("the update is too short") from error


def _read_areas(payload: bytes, screen: Frame, now_ms: int) -> list[DynamicArea]:
    (count,) = struct.unpack_from("<H", payload)
    need(0 < count <= AREA_COUNT, "no areas, or more than the card has")
    at, blocks = 2, []
    for _ in range(count):
        (length,) = struct.unpack_from("<I", payload, at)
        at += 4 + length
        need(at <= len(payload), "an area's length is wrong")
        blocks.append(_read_parameters(payload[at - length : at], screen))
    need(len({block.area_id for block in blocks}) == count, "one area twice")
    areas = []
    for block in blocks:
        bitmaps = payload[at : at + block.data_bytes]
        need(len(bitmaps) == block.data_bytes, "the bitmaps are too short")
        areas.append(_area(block, bitmaps, screen.colour, now_ms))
        at += block.data_bytes
    need(at == len(payload), "bytes behind the last bitmap")
    return areas


def _read_parameters(block: bytes, screen: Frame) -> _Parameters:
    area_id, run_mode, timeout_s, _, listed = _FIRST.unpack_from(block)
    at = _FIRST.size + 2 * listed
    play, kind, x, y, width_px, height_px, border = _REST.unpack_from(block, at)
    _, _, _, sound, count = _LOOK.unpack_from(block, at + _REST.size)
    need(area_id < AREA_COUNT, "no such area")
    need(run_mode < len(Area.RUN_MODES) and play <= Area.MAX_PLAY and kind == Area.KIND, "unknown mode")
    need(not border and not sound, "borders and sound are not simulated")
    need(width_px > 0 and height_px > 0 and count > 0, "an empty area")
    need(x + width_px <= screen.width_px and y + height_px <= screen.height_px, "the area is outside the screen")
    at += _REST.size + _LOOK.size
    need(len(block) == at + count * _PAGE.size, "the area's length is wrong")
    due = picture_bytes(screen.colour, width_px, height_px, x)
    pages = tuple(_read_page(block, at + number * _PAGE.size, width_px, due) for number in range(count))
    offsets = [page[4] for page in pages]
    need(sorted(offsets) == [number * due for number in range(count)], "pages lie over each other or apart")
    return _Parameters(area_id, run_mode, timeout_s, play, x, y, width_px, height_px, pages)


def _read_page(block: bytes, at: int, width_px: int, due: int) -> tuple[int, int, int, int, int, int]:
    head_bytes, _, effect, _, speed, stay, _, valid_px, offset, length = _PAGE.unpack_from(block, at)
    need(head_bytes == _PAGE_HEAD_BYTES and length == due, "the page's length is wrong")
    need(effect <= Area.MAX_EFFECT, "unknown effect")
    need(0 < valid_px <= width_px, "the page's valid length is wrong")
    return effect, speed, stay, valid_px, offset, length


def _area(block: _Parameters, bitmaps: bytes, colour: Colour, now_ms: int) -> DynamicArea:
    pages = []
    for effect, speed, stay, valid_px, offset, length in block.pages:
        frame = _frame(bitmaps[offset : offset + length], block, colour)
        pages.append(AreaPage(frame, effect, max(1, speed) * STEP_MS, stay * 10, valid_px))
    head = (block.area_id, block.run_mode, block.timeout_s, block.play, block.x, block.y)
    return DynamicArea(*head, tuple(pages), now_ms)


def _frame(bitmap: bytes, block: _Parameters, colour: Colour) -> Frame:
    size = (block.width_px, block.height_px)
    if colour is Colour.RGB:
        return Frame(*size, bits.columns_from_rgb(bitmap, *size))
    lead_px = block.x % 32
    rows = bits.swap_words(bits.invert(bitmap))
    plane_bytes = len(rows) // colour.value
    whole_px = -(lead_px + block.width_px) % 32 + block.width_px
    planes = [
        bits.columns_from_rows(rows[at : at + plane_bytes], whole_px, block.height_px, lead_px=lead_px)
        for at in range(0, len(rows), plane_bytes)
    ]
    return Frame(whole_px, block.height_px, tuple(planes)).crop(0, block.width_px)
