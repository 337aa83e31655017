"""Pages as a host writes them for Onbon BX cards: which picture, how it enters, how long it stands, and its bitmap.

On every generation **0 = lit** and pad bits are 1. Fifth generation: rows top to bottom, most significant bit leftmost,
rows aligned to the *screen* (x mod 8 leading pad bits); two colours: for every byte position the red byte, then the
green one. A page there is u32 length = 13 + bitmap bytes, then

    0  1  0                              6  1  repeats 1
    1  1  effect                         7  2  valid length (columns that count)
    2  1  clear mode 0                   9  4  0
    3  1  speed                         13     bitmap
    4  2  stay in 10 ms

Sixth generation: rows of 32-pixel words aligned to the screen (x mod 32 leading pad bits), bit 31 leftmost, each word
sent little-endian; two colours: the whole red plane, then the whole green one. Full colour: R, G, B for each pixel,
row by row, FF = lit, no alignment.
"""

import functools
import struct
from typing import NamedTuple

from signboard.frame import pack as bits
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Strip
from signboard.protocols.onbon_codes import Area

__all__ = [
    "PAGE5_HEAD_BYTES",
    "HostPage",
    "bitmap5",
    "bitmap6",
    "page5",
    "strip_pages",
]

_PAGE5 = struct.Struct("<IBBBBHBH4x")
PAGE5_HEAD_BYTES = _PAGE5.size


class HostPage(NamedTuple):
    """One page: `speed` in the card's units, `stay` in units of 10 ms, `valid_px` columns that count."""

    frame: Frame
    effect: int
    speed: int
    stay: int
    valid_px: int


def strip_pages(strip: Strip, effect: int) -> list[HostPage]:
    """The strip cut into pages as wide as the board; the last one's valid length ends where the strip ends.

    Guessed: effect 3 where the board's `effect` is 3, else 4; the speed counts 10 ms per pixel.
    """
    width_px, length_px = strip.board_px, strip.strip.width_px
    moving = Area.MOVE_LEFT if effect == Area.MOVE_LEFT else Area.RUN_LEFT
    speed = min(255, max(1, round(strip.step_ms / strip.step_px / 10)))
    return [
        HostPage(strip.strip.crop(left_px, width_px), moving, speed, 0, min(width_px, length_px - left_px))
        for left_px in range(0, length_px, width_px)
    ]


def page5(page: HostPage, lead_px: int) -> bytes:
    """A page of the fifth generation, bitmap included; `lead_px` is the area's x mod 8."""
    bitmap = bitmap5(page.frame, lead_px)
    length = PAGE5_HEAD_BYTES - 4 + len(bitmap)
    return _PAGE5.pack(length, 0, page.effect, 0, page.speed, page.stay, 1, page.valid_px) + bitmap


@functools.lru_cache(maxsize=64)  # the same picture leaves every second
def bitmap5(frame: Frame, lead_px: int) -> bytes:
    """Pixels for the fifth generation: one plane, or two interleaved by bytes."""
    rows = [bits.rows_from_columns(p, frame.width_px, frame.height_px, lead_px=lead_px) for p in frame.planes]
    if len(rows) == 1:
        return bits.invert(rows[0])
    both = bytearray(2 * len(rows[0]))
    both[0::2], both[1::2] = rows
    return bits.invert(bytes(both))


def bitmap6(frame: Frame, lead_px: int) -> bytes:
    """Pixels for the sixth generation: planes of 32-pixel words, or three bytes for each pixel (no `lead_px` there)."""
    if frame.colour is Colour.RGB:
        return bits.rgb_from_columns(frame.planes, frame.width_px, frame.height_px)
    whole_px = -(lead_px + frame.width_px) % 32 + frame.width_px
    wide = frame.crop(0, whole_px)
    rows = [bits.rows_from_columns(p, whole_px, frame.height_px, lead_px=lead_px) for p in wide.planes]
    return bits.invert(bits.swap_words(b"".join(rows)))
