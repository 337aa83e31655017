"""Onbon BX-6E and BX-6Q text boards through their dynamic areas: one or two colours, or full colour.

What every Onbon card is told is in `onbon_host`, what cards with areas are told in `onbon_area_host`, a page and its
pixels in `onbon_pages`; the card's half is in `bx6_panel`. This file is the host's half of the sixth generation. All
numbers are little-endian.

Update of areas, A7/00; the payload is u16 number of areas, for each one u32 block length and block, then all bitmaps:

    0  1  area id                        8  4  0
    1  1  run mode 0-4                  12  1  10 (kind of area)
    2  2  timeout in seconds            13  8  x, y, width, height
    4  1  01: belongs to all programs   21  1  border, 0 none
    5  2  listed programs k = 0         22  4  background 0, transparency, area equal 0, sound 0
    7  1  play 0-2                      26  5  0
                                        31  2  number of pages, then the pages

    0  4  26 (length of what follows)    8  2  stay in 10 ms       13  9  0
    4  2  0, effect                     10  1  repeats 1           22  4  offset of its bitmap in the area's bitmaps
    6  2  clear mode, speed             11  2  valid length        26  4  length of its bitmap

A7/01 delete (count, ids; FF alone = all). Control commands have the common header "07".

Sources: vendor manual (6th generation, dynamic areas), frames of the vendor's encoder (6E), the vendor's MIT-licensed
sender (6Q); see docs/protocols/bx6.md. Guessed: more than one area in one update, more than one page, all motion.
"""

import struct
from collections.abc import Sequence
from dataclasses import replace

from signboard.errors import N_
from signboard.frame import pack as bits
from signboard.frame.frame import Colour, Frame
from signboard.protocols.bx6_options import OPTIONS, Bx6Options, picture_bytes, read
from signboard.protocols.bx6_panel import Bx6Panel
from signboard.protocols.onbon_area_host import AreaHost
from signboard.protocols.onbon_codes import Area, Group
from signboard.protocols.onbon_host import ANSWER_WIRE_BYTES, BRIGHTNESS_LEVELS
from signboard.protocols.onbon_pages import HostPage, bitmap6
from signboard.protocols.options import described
from signboard.protocols.placing import check_fit
from signboard.protocols.spec import BoardSpec, Capabilities, ProtocolSpec
from signboard.protocols.steps import Exchange

__all__ = ["SPEC", "AreaUpdate", "Bx6Driver", "update_bytes"]

_BLOCK = struct.Struct("<BBHBHB4xBHHHHBBBBB5xH")
_PAGE = struct.Struct("<IBBBBHBH9xII")
_FIXED_WIRE_BYTES = 8 + 16 + 5 + 2 + 4 + _BLOCK.size + _PAGE.size + 2 + 1

AreaUpdate = tuple[Bx6Options, Sequence[HostPage], Sequence[bytes]]
"""An area for `update_bytes`: its options (id, place, modes), its pages, and the pages' bitmaps."""


def update_bytes(areas: Sequence[AreaUpdate]) -> bytes:
    """The payload of A7/00: every area's parameters, then every area's bitmaps."""
    blocks = [_block(*area) for area in areas]
    heads = b"".join(len(block).to_bytes(4, "little") + block for block in blocks)
    bitmaps = b"".join(bitmap for *_, bitmaps in areas for bitmap in bitmaps)
    return len(areas).to_bytes(2, "little") + heads + bitmaps


def _block(options: Bx6Options, pages: Sequence[HostPage], bitmaps: Sequence[bytes]) -> bytes:
    size = (pages[0].frame.width_px, pages[0].frame.height_px)
    head = (options.area_id, options.run_mode, options.timeout_s, 1, 0, options.play, Area.KIND)
    look = (0, options.transparency, 0, 0)
    block = _BLOCK.pack(*head, options.x, options.y, *size, 0, *look, len(pages))
    offset = 0
    for page, bitmap in zip(pages, bitmaps, strict=True):
        entry = (0, page.effect, options.clear_mode, page.speed, page.stay, 1, page.valid_px)
        block += _PAGE.pack(_PAGE.size - 4, *entry, offset, len(bitmap))
        offset += len(bitmap)
    return block


class Bx6Driver(AreaHost):
    """Frames to bytes for one BX-6 board.

    Beyond the shape of every driver it can `show_areas`, `show_shades`, `delete` areas and ask for `status`,
    `read_brightness` and `read_controller_id`. Pictures always travel in the F0 dialect; control commands by option
    `dialect`.

    Raises:
        ConfigurationError: a board that this family cannot be.
        ProblemsError: several reasons why.
    """

    options: Bx6Options

    def __init__(self, board: BoardSpec) -> None:
        options = read(board)
        super().__init__(board, options)
        self.options = options
        self.writes_length = options.write_length

    def show_areas(self, pictures: Sequence[tuple[int, int, int, Frame]]) -> Exchange:
        """Several pictures, each (area id, x, y, frame), in one update: the card takes all or none (guessed).

        Raises:
            InputError: `picture_outside` or `wrong_colour`.
        """
        areas = []
        for area_id, x, y, frame in pictures:
            check_fit(self.board, frame, (x, y))
            options = replace(self.options, area_id=area_id, x=x, y=y)
            page = HostPage(frame, options.effect, options.speed, options.stay, frame.width_px)
            areas.append((options, [page], [bitmap6(frame, x % 32)]))
        return self._told(Group.AREA, Area.UPDATE, update_bytes(areas))

    def show_shades(self, width_px: int, height_px: int, pixels: bytes) -> Exchange:
        """A picture in shades, on full colour: R, G, B for each pixel, row by row (a `Frame` knows lit and dark only).

        Raises:
            InputError: `picture_outside` or `wrong_colour`.
            ValueError: `pixels` has the wrong length.
        """
        frame = Frame(width_px, height_px, bits.columns_from_rgb(pixels, width_px, height_px))
        check_fit(self.board, frame, (self.options.x, self.options.y))
        page = HostPage(frame, self.options.effect, self.options.speed, self.options.stay, width_px)
        return self._told(Group.AREA, Area.UPDATE, update_bytes([(self.options, [page], [pixels])]))

    def _update(self, pages: Sequence[HostPage]) -> bytes:
        bitmaps = [bitmap6(page.frame, self.options.x % 32) for page in pages]
        return update_bytes([(self.options, pages, bitmaps)])

    def _bitmap_bytes(self, frame: Frame) -> int:
        return picture_bytes(frame.colour, frame.width_px, frame.height_px, self.options.x) + _PAGE.size


def _check(board: BoardSpec) -> None:
    read(board)


def _wire_bytes(board: BoardSpec) -> int:
    """Request and answer for one picture of the whole board, one byte in 64 escaped as on random pictures."""
    options = read(board)
    bitmap = picture_bytes(board.colour, board.width_px, board.height_px, options.x)
    answer = ANSWER_WIRE_BYTES if options.reply else 0
    escapes = 0 if board.colour is Colour.RGB else -(-bitmap // 64)  # 00 and FF need none
    return _FIXED_WIRE_BYTES + bitmap + escapes + answer


SPEC = ProtocolSpec(
    name="bx6",
    title=N_("Onbon BX-6E and BX-6Q, dynamic area"),
    capabilities=Capabilities(
        answers=True,
        storage="ram",
        colours=(Colour.MONO, Colour.DUAL, Colour.RGB),
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
    driver=Bx6Driver,
    panel=Bx6Panel,
    check=_check,
    wire_bytes=_wire_bytes,
)
"""What the family states about itself."""
