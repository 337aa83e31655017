"""Onbon BX-5E text boards through their dynamic areas: pictures in the card's RAM, checked, answered, without wear.

What every Onbon card is told is in `onbon_host`, what cards with areas are told in `onbon_area_host`, a page and its
pixels in `onbon_pages`; the card's half is in `bx5_panel`. This file is the host's half of the fifth generation. All
numbers are little-endian.

Update of an area, A7/00; the payload is u32 block length, then the block:

    0  1  area id 0-3                    8  4  0
    1  1  run mode 0-4                  12  1  10 (kind of area)
    2  2  timeout in seconds            13  8  x, y, width, height
    4  1  01: belongs to all programs   21  1  border, 0 none
    5  2  listed programs k = 0         22  2  number of pages
    7  1  play 0-2                      24     pages

A7/01 delete (count, ids; FF alone = all).

Sources: vendor manual (5th generation, dynamic areas) and frames of the vendor's encoder; see docs/protocols/bx5.md.
Guessed, because nobody saw it on a card: a strip as pages of one area's width under effect 4, 10 ms per pixel and
unit of speed.
"""

import struct
from collections.abc import Sequence

from signboard.errors import N_
from signboard.frame.frame import Colour, Frame
from signboard.protocols.bx5_options import OPTIONS, read
from signboard.protocols.bx5_panel import Bx5Panel
from signboard.protocols.onbon_area_host import AreaHost
from signboard.protocols.onbon_codes import Area
from signboard.protocols.onbon_host import ANSWER_WIRE_BYTES, BRIGHTNESS_LEVELS
from signboard.protocols.onbon_pages import PAGE5_HEAD_BYTES, HostPage, page5
from signboard.protocols.options import described
from signboard.protocols.spec import BoardSpec, Capabilities, ProtocolSpec

__all__ = ["SPEC", "Bx5Driver"]

_BLOCK = struct.Struct("<BBHBHB4xBHHHHBH")
_FIXED_WIRE_BYTES = 8 + 16 + 5 + 4 + _BLOCK.size + PAGE5_HEAD_BYTES + 2 + 1


class Bx5Driver(AreaHost):
    """Frames to bytes for one BX-5E board.

    Beyond the shape of every driver it can `delete` areas and ask for `status`, `read_brightness` and
    `read_controller_id`. Pictures always travel in the F0 dialect; control commands by option `dialect`.

    Raises:
        ConfigurationError: a board that this family cannot be.
        ProblemsError: several reasons why.
    """

    def __init__(self, board: BoardSpec) -> None:
        super().__init__(board, read(board))

    def _update(self, pages: Sequence[HostPage]) -> bytes:
        options = self.options
        first = pages[0].frame
        place = (options.x, options.y, first.width_px, first.height_px)
        head = (options.area_id, options.run_mode, options.timeout_s, 1, 0, options.play, Area.KIND)
        block = _BLOCK.pack(*head, *place, 0, len(pages)) + b"".join(page5(page, options.x % 8) for page in pages)
        return len(block).to_bytes(4, "little") + block

    def _bitmap_bytes(self, frame: Frame) -> int:
        row_bytes = (self.options.x % 8 + frame.width_px + 7) // 8
        return row_bytes * frame.height_px * len(frame.planes) + PAGE5_HEAD_BYTES


def _check(board: BoardSpec) -> None:
    read(board)


def _wire_bytes(board: BoardSpec) -> int:
    """Request and answer for one picture of the whole board, one byte in 64 escaped as on random pictures."""
    options = read(board)
    bitmap = (options.x % 8 + board.width_px + 7) // 8 * board.height_px * board.colour.value
    answer = ANSWER_WIRE_BYTES if options.reply else 0
    return _FIXED_WIRE_BYTES + bitmap + -(-bitmap // 64) + answer


SPEC = ProtocolSpec(
    name="bx5",
    title=N_("Onbon BX-5E, dynamic area"),
    capabilities=Capabilities(
        answers=True,
        storage="ram",
        colours=(Colour.MONO, Colour.DUAL),
        bauds=(57600, 9600),
        max_fps=10.0,  # a plan, not a measurement: how long the card works after an update is unknown
        refresh_s=1.0,
        answer_s=0.5,
        addressed=True,
        card_scroll=True,
        brightness_levels=BRIGHTNESS_LEVELS,
        sets_clock=True,
        sets_power=True,
        host_loss=("hold", "blank", "logo"),
    ),
    options=described(OPTIONS),
    driver=Bx5Driver,
    panel=Bx5Panel,
    check=_check,
    wire_bytes=_wire_bytes,
)
"""What the family states about itself."""
