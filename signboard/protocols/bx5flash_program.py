"""A card reads a stored program: one file with one area, checksum and dates. The card's half only."""

import struct
from dataclasses import dataclass

from signboard.frame.frame import Frame
from signboard.protocols.bx5_area import Shape, read_page
from signboard.protocols.onbon_area import AreaError, DynamicArea, need
from signboard.protocols.onbon_wire import crc32

__all__ = ["Program", "read_program"]

_FILE = struct.Struct("<B4sBBBHB4s4s3xBI")
_AREA = struct.Struct("<BHHHHBH")
_ANY_YEAR = b"\xff\xff"


@dataclass(frozen=True, slots=True)
class Program:
    """A stored program: `area` loops from `area.since_ms`; days as year, month, day in decimal digits (None: any)."""

    name: bytes
    first_day: str | None
    last_day: str | None
    area: DynamicArea

    def is_due(self, day: str) -> bool:
        """Does it show on this day (eight digits, year first)?"""
        return (self.first_day is None or self.first_day <= day) and (self.last_day is None or day <= self.last_day)


def read_program(file: bytes, screen: Frame, now_ms: int) -> Program:
    """Read a program file for a screen of `screen`'s size and colour.

    Raises:
        AreaError: a wrong checksum, lengths that do not add up, an area outside the screen.
    """
    need(len(file) > _FILE.size + _AREA.size and crc32(file[:-4]) == int.from_bytes(file[-4:], "little"), "checksum")
    _, name, _, _, _, _, _, first, last, areas, length = _FILE.unpack_from(file)
    need(areas == 1, "a program has one area here")
    block = file[_FILE.size : -4]
    need(length == len(block), "the area's length is wrong")
    try:
        area = _read_area(block, screen, now_ms)
    except struct.error as error:
        raise AreaError("the area is too short") from error
    return Program(name, _day(first), _day(last), area)


def _read_area(block: bytes, screen: Frame, now_ms: int) -> DynamicArea:
    kind, x, y, width_px, height_px, border, count = _AREA.unpack_from(block)
    need(not kind and not border, "only plain picture areas are simulated")
    need(width_px > 0 and height_px > 0 and count > 0, "an empty area")
    need(x + width_px <= screen.width_px and y + height_px <= screen.height_px, "the area is outside the screen")
    at, pages = _AREA.size, []
    for _ in range(count):
        page, at = read_page(block, at, Shape(width_px, height_px, x % 8, screen.colour))
        pages.append(page)
    need(at == len(block), "bytes behind the last page")
    return DynamicArea(0, 0, 0, 1, x, y, tuple(pages), now_ms)


def _day(octets: bytes) -> str | None:
    """Year, month and day as eight decimal digits; None for any day, or for digits that are none."""
    digits = (octets[1:2] + octets[:1] + octets[2:]).hex()
    return digits if octets[:2] != _ANY_YEAR and digits.isdecimal() else None
