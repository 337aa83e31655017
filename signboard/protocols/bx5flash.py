"""Onbon BX-5A and BX-5M text boards through stored programs: the content lies in flash and outlives host and mains.

What every Onbon card is told is in `onbon_host`, a page and its pixels in `onbon_pages`; the card's half is in
`bx5flash_panel`. All numbers are little-endian. Storing is one long exchange; each step waits for the answer before:

    A2/00 ping → 80                             A1/12 room → 92: total u32, free u32
    A1/08 begin                                 A1/02 open: name 4, type 0, length u32, overwrite 1, CRC-32
    A1/06 directory, 00 05 → 86: files u16      A1/03 block: name 4, is it the last 1, offset u32, bytes …
    A1/07 directory, 00 00 → 87                 A1/09 end

Program file; the CRC-32 (start 0, no final xor) covers everything before it:

     0  1  00                      8  2  span 0                22  1  number of areas 1
     1  4  name                   10  1  week FF (every day)   23  4  length of the area
     5  1  style 0                11  4  first day             27     area, then CRC-32
     6  1  priority 0             15  4  last day
     7  1  times 1                19  3  0                     days: BCD year low, high, month, day

    area: 0  1  type 0      1  8  x, y, width, height      9  1  border 0      10  2  number of pages, then the pages

Also: A2/0E lock (00, 01, name, 0 u32), A1/01 delete programs (number u16, names; 0 alone = all), A2/0F status.

**Wear.** Only `show`, `scroll` and `store` write, and only what is not stored yet; a dark picture switches the light
off instead. How often is for the caller, who has a clock: ask a `wear.WearGuard` before each of them and `allow` the
driver as many writes. Left alone a driver makes no more writes in its life than a day may have. No step of a write is
repeated by itself.

Sources: a whole exchange captured from the vendor's encoder; see docs/protocols/bx5flash.md. Guessed: the room's two
numbers, everything about motion, and that the light stays off through a write.
"""

import struct
from collections.abc import Sequence
from datetime import date

from signboard.errors import N_, InputError
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Page, Strip
from signboard.playlog.evidence import Evidence
from signboard.protocols.bx5flash_options import MAX_FILE_BYTES, OPTIONS, Bx5FlashOptions, day_bytes, read
from signboard.protocols.bx5flash_panel import Bx5FlashPanel
from signboard.protocols.onbon_codes import File, Group, Screen
from signboard.protocols.onbon_host import BRIGHTNESS_LEVELS, OnbonHost
from signboard.protocols.onbon_pages import HostPage, page5, strip_pages
from signboard.protocols.onbon_wire import crc32
from signboard.protocols.options import described
from signboard.protocols.placing import check_fit, inverted
from signboard.protocols.spec import BoardSpec, Capabilities, ProtocolSpec
from signboard.protocols.steps import Exchange, Outcome
from signboard.protocols.wear import MOST_WRITES_PER_DAY, worn

__all__ = ["SPEC", "Bx5FlashDriver", "program_file"]

_FILE = struct.Struct("<B4sBBBHB4s4s3xBI")
_AREA = struct.Struct("<BHHHHBH")
_OPEN = struct.Struct("<4sBIBI")
_BLOCK = struct.Struct("<4sBI")
_EVERY_DAY = 0xFF
_ANSWERS_WIRE_BYTES = 76 + 4 * 45 + 47 + 50 + 53  # ping, four ACKs (without blocks), two directories, room
_REQUESTS_WIRE_BYTES = 6 * (8 + 27 + 5 + 1) + 4 + 14
_BLOCK_WIRE_BYTES = 8 + 27 + 5 + _BLOCK.size + 1 + 45


def program_file(options: Bx5FlashOptions, pages: Sequence[HostPage], last_day: date | None = None) -> bytes:
    """A stored program with one area of these pages, all of one size; `last_day` in place of the option's."""
    first = pages[0].frame
    place = (options.x, options.y, first.width_px, first.height_px)
    area = _AREA.pack(0, *place, 0, len(pages)) + b"".join(page5(page, options.x % 8) for page in pages)
    until = day_bytes(last_day) if last_day else options.last_day
    head = _FILE.pack(0, options.program, 0, 0, 1, 0, _EVERY_DAY, options.first_day, until, 1, len(area))
    return head + area + crc32(head + area).to_bytes(4, "little")


class Bx5FlashDriver(OnbonHost):
    """Frames to bytes for one BX-5A or BX-5M board.

    Beyond the shape of every driver it can `store` pages that the card shows in turn, `lock` and `delete` programs and
    ask for `status`, `read_brightness` and `read_controller_id`.

    Attributes:
        writes: how many exchanges that write the flash this driver has begun.
        writes_left: how many more it may begin.

    Raises:
        ConfigurationError: a board that this family cannot be.
        ProblemsError: several reasons why.
    """

    counts_up = False  # the vendor's program keeps the number 1 on these cards

    def __init__(self, board: BoardSpec) -> None:
        self.options = read(board)
        super().__init__(board, self.options)
        self.writes = 0
        self.writes_left = self.options.writes_per_day
        self._stored = b""  # the file that the card acknowledged last; empty where unknown
        self._is_dark = False

    @property
    def writes_per_day(self) -> int:
        """How often a day the settings let the flash be written."""
        return self.options.writes_per_day

    def allow(self, writes: int) -> None:
        """Let the driver write so often from now on: what `WearGuard.left` says."""
        self.writes_left = writes

    def would_write(self, pages: Sequence[Page], last_day: date | None = None) -> bool:
        """Would `store` write the flash, or does the card hold just this already? Ask before asking the wear guard."""
        return self._file(self._host_pages(pages), last_day) != self._stored

    def show(self, frame: Frame) -> Exchange:
        """One picture as the whole program; a dark one only switches the light off.

        Raises:
            InputError: `picture_outside` or `wrong_colour`.
            BoardError (inside the exchange): `worn`, when no write is left; so with `store` and `scroll`.
        """
        self._fits(frame)
        if not frame.lit:
            return self._darken()
        return self._put([self._page(frame, self.options.stay)], None)

    def store(self, pages: Sequence[Page], last_day: date | None = None) -> Exchange:
        """Pages that the card shows in turn by itself, for their times, until `last_day` is over.

        Evidence `acked` says that the card has stored them (or has had them stored since an earlier `store`).

        Raises:
            InputError: `no_pages`, `picture_outside`, `wrong_colour` or `program_too_long`.
        """
        return self._put(self._host_pages(pages), last_day)

    def resume(self) -> Exchange:
        """Light on: the card shows what it keeps."""
        self._is_dark = False
        return super().set_power(True)

    def scroll(self, strip: Strip) -> Exchange:
        """Store the whole strip, which the card moves from right to left (guessed).

        Raises:
            InputError: `picture_outside`, `wrong_colour` or `program_too_long`.
        """
        pages = strip_pages(strip, self.options.effect)
        self._fits(pages[0].frame)
        return self._put(pages, None)

    def clear(self) -> Exchange:
        """Light off: dark without a write. The program stays stored, and shows again with the next picture."""
        return self._darken()

    def set_power(self, on: bool) -> Exchange:
        """Switch the board's light on or off; on shows what is stored, unless the last picture was a dark one."""
        return super().set_power(on and not self._is_dark)

    def lock(self) -> Exchange:
        """Show the option's program only, whatever else is stored."""
        return self._told(Group.SCREEN, Screen.LOCK, b"\0\1" + self.options.program + bytes(4))

    def delete(self, names: Sequence[str] = ()) -> Exchange:
        """Delete stored programs by name, or all of them. This wears the memory too."""
        self._stored = b""
        payload = len(names).to_bytes(2, "little") + "".join(names).encode("ascii")
        return self._told(Group.FILE, File.DELETE, payload)

    def _fits(self, frame: Frame) -> None:
        check_fit(self.board, frame, (self.options.x, self.options.y))

    def _page(self, frame: Frame, stay: int) -> HostPage:
        options = self.options
        return HostPage(inverted(frame, options.test_flip_pixel), options.effect, options.speed, stay, frame.width_px)

    def _host_pages(self, pages: Sequence[Page]) -> list[HostPage]:
        if not pages:
            raise InputError(N_("A stored program needs a page; give it one."), code="no_pages")
        for page in pages:
            self._fits(page.frame)
        return [self._page(page.frame, max(1, min(0xFFFF, round(page.on_ms / 10)))) for page in pages]

    def _file(self, pages: Sequence[HostPage], last_day: date | None) -> bytes:
        file = program_file(self.options, pages, last_day)
        if len(file) > MAX_FILE_BYTES:
            raise _too_long(len(file), MAX_FILE_BYTES)
        return file

    def _put(self, pages: Sequence[HostPage], last_day: date | None) -> Exchange:
        return self._shown(self._file(pages, last_day))

    def _shown(self, file: bytes) -> Exchange:
        if file != self._stored:
            yield from self._written(file)
            self._stored = file
            if not self._is_dark:
                return Outcome(Evidence.ACKED, {"written_bytes": len(file)})
        self._is_dark = False
        return (yield from super().set_power(True))

    def _darken(self) -> Exchange:
        outcome = yield from super().set_power(False)
        self._is_dark = True
        return outcome

    def _written(self, file: bytes) -> Exchange:
        if self.writes_left < 1:
            raise worn()
        yield from self.identify()
        self.writes += 1
        self.writes_left -= 1
        self._stored = b""
        yield from self._step(File.BEGIN, b"")
        yield from self._asked(Group.FILE, File.DIRECTORY, "directory", payload=b"\x00\x05")
        yield from self._asked(Group.FILE, File.DIRECTORY_BLOCK, "directory_block", payload=b"\x00\x00")
        room = (yield from self._asked(Group.FILE, File.ROOM, "room")).fields
        free_bytes = min(int(room["total_bytes"]), int(room["free_bytes"]))
        if len(file) > free_bytes:
            raise _too_long(len(file), free_bytes)
        crc = int.from_bytes(file[-4:], "little")
        yield from self._step(File.OPEN, _OPEN.pack(self.options.program, 0, len(file), 1, crc))
        for at in range(0, len(file), self.options.block_bytes):
            piece = file[at : at + self.options.block_bytes]
            is_last = at + len(piece) == len(file)
            yield from self._step(File.BLOCK, _BLOCK.pack(self.options.program, is_last, at) + piece)
        return (yield from self._step(File.END, b""))

    def _step(self, command: int, payload: bytes) -> Exchange:
        return self._carried(self._request(Group.FILE, command, payload, reply=True), True, repeats=False)


def _too_long(due: int, most: int) -> InputError:
    return InputError(
        N_("These pages need {due} bytes of the board's memory; it has {most}. Show fewer or shorter slogans."),
        code="program_too_long",
        due=due,
        most=most,
    )


def _check(board: BoardSpec) -> None:
    read(board)


def _wire_bytes(board: BoardSpec) -> int:
    """The whole exchange that stores one picture of the whole board, one byte in 64 escaped as on random pictures."""
    options = read(board)
    bitmap = (options.x % 8 + board.width_px + 7) // 8 * board.height_px * board.colour.value
    file = _FILE.size + _AREA.size + 17 + bitmap + 4
    blocks = -(-file // options.block_bytes)
    return _REQUESTS_WIRE_BYTES + _ANSWERS_WIRE_BYTES + blocks * _BLOCK_WIRE_BYTES + file + -(-bitmap // 64) + 60


SPEC = ProtocolSpec(
    name="bx5flash",
    title=N_("Onbon BX-5A and BX-5M, stored programs"),
    capabilities=Capabilities(
        answers=True,
        storage="flash",
        colours=(Colour.MONO, Colour.DUAL),
        bauds=(57600, 9600),
        max_fps=MOST_WRITES_PER_DAY / 86_400,
        refresh_s=None,  # the card keeps its round by itself; the player tells it the light from time to time
        answer_s=0.5,
        addressed=True,
        card_scroll=True,
        brightness_levels=BRIGHTNESS_LEVELS,
        sets_clock=True,
        sets_power=True,
        host_loss=("hold",),
        wear_writes=100_000,
        keeps="pages",
    ),
    options=described(OPTIONS),
    driver=Bx5FlashDriver,
    panel=Bx5FlashPanel,
    check=_check,
    wire_bytes=_wire_bytes,
)
"""What the family states about itself."""
