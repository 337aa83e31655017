"""Onbon BX-5E text boards through their dynamic areas: pictures in the card's RAM, checked, answered, without wear.

Framing, checksums and headers are in `onbon_wire`, numbers in `onbon_codes`, the card's half in `bx5_panel`. This
file is the host's half. All numbers are little-endian. Body of a request, and of an answer:

    01 (00: stay silent)   group  command  length u16  payload
    00                     group  command  status u16  error u16  length u16  payload

Update of an area, A7/00; the payload is u32 block length, then the block:

    0  1  area id 0-3                    8  4  0
    1  1  run mode 0-4                  12  1  10 (kind of area)
    2  2  timeout in seconds            13  8  x, y, width, height
    4  1  01: belongs to all programs   21  1  border, 0 none
    5  2  listed programs k = 0         22  2  number of pages
    7  1  play 0-2                      24     pages, each u32 length = 13 + bitmap bytes, then

    0  1  0                              6  1  repeats 1
    1  1  effect                         7  2  valid length (columns that count)
    2  1  clear mode 0                   9  4  0
    3  1  speed                         13     bitmap
    4  2  stay in 10 ms

Bitmap: rows top to bottom, most significant bit leftmost, **0 = lit**, rows aligned to the *screen*: x mod 8 leading
pad bits, all pad bits 1. Two colours: for every byte position the red byte, then the green one.

Other requests: A7/01 delete (count, ids; FF alone = all) · A2/00 ping → 80 · A2/02 clock (year low, year high, month,
day, hour, minute, second, weekday 7 = Sunday, all BCD) · A2/05 power (01, 00) · A2/07 brightness (mode 0, 48 levels
0-15) · A2/0F status → 8F · A2/0A controller id → 8A and A2/19 brightness → 99 (numbers read in the manual, contents
guessed).

Sources: vendor manual (5th generation, dynamic areas) and frames of the vendor's encoder; see docs/protocols/bx5.md.
Guessed, because nobody saw it on a card: a strip as pages of one area's width under effect 4, 10 ms per pixel and
unit of speed.
"""

import struct
from collections.abc import Sequence
from datetime import date
from functools import partial

from signboard.errors import N_, InputError, UsageError, WrongBoardError
from signboard.frame import pack as bits
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Strip
from signboard.playlog.evidence import Evidence
from signboard.protocols import bx5_answers
from signboard.protocols.bx5_options import MAX_PICTURE_BYTES, OPTIONS, read
from signboard.protocols.bx5_panel import Bx5Panel
from signboard.protocols.onbon_codes import Area, Group, Screen, device_name
from signboard.protocols.onbon_wire import ANY_TYPE, Dialect, Packet, pack, wrap
from signboard.protocols.options import described
from signboard.protocols.spec import BoardSpec, Capabilities, ProtocolSpec
from signboard.protocols.steps import Exchange, Expect, Outcome, Send

__all__ = ["SPEC", "Bx5Driver"]

_BLOCK = struct.Struct("<BBHBHB4xBHHHHBH")
_PAGE = struct.Struct("<IBBBBHBH4x")
_PAGE_HEAD_BYTES = _PAGE.size - 4
_BRIGHTNESS_LEVELS = 16
_ANSWER_WIRE_BYTES = 36  # an ACK in the F0 dialect, whose bytes need no escape
_FIXED_WIRE_BYTES = 8 + 16 + 5 + 4 + _BLOCK.size + _PAGE.size + 2 + 1


class Bx5Driver:
    """Frames to bytes for one BX-5E board.

    Beyond the shape of every driver it can `delete` areas and ask for `status`, `read_brightness` and
    `read_controller_id`. Pictures always travel in the F0 dialect; control commands by option `dialect`.

    Raises:
        ConfigurationError: a board that this family cannot be.
        ProblemsError: several reasons why.
    """

    def __init__(self, board: BoardSpec) -> None:
        self.board = board
        self.options = read(board)
        self._sequence = self.options.sequence

    def identify(self) -> Exchange:
        """Ping. Outcome fields: width_px, height_px, colour, firmware, device_type, brightness, power, screen.

        Raises (inside the exchange): WrongBoardError for another size, colour or type of card than configured.
        """
        outcome = yield from self._asked(Group.SCREEN, Screen.PING, "ping", device_type=ANY_TYPE)
        self._compare(outcome.fields)
        return outcome

    def status(self) -> Exchange:
        """Ask for power, brightness, number of programs and the board's clock. The fields' meaning is guessed."""
        return self._asked(Group.SCREEN, Screen.STATUS, "status")

    def read_brightness(self) -> Exchange:
        """Ask for the brightness. Outcome fields: mode, brightness (level of the first half hour). Guessed layout."""
        return self._asked(Group.SCREEN, Screen.READ_BRIGHTNESS, "brightness")

    def read_controller_id(self) -> Exchange:
        """Ask for the controller id. Outcome field: controller_id, as hex. Guessed layout."""
        return self._asked(Group.SCREEN, Screen.CONTROLLER_ID, "controller_id")

    def show(self, frame: Frame) -> Exchange:
        """Put the picture at the option's x, y; everything else of the screen is left as it is.

        Raises:
            InputError: `picture_outside` or `wrong_colour`.
        """
        self._check_fit(frame)
        options = self.options
        if options.test_flip_pixel and _inside(options.test_flip_pixel, frame):
            frame = frame.flipped([options.test_flip_pixel])
        page = self._page(frame, options.effect, options.speed, options.stay)
        return self._update(frame.width_px, frame.height_px, [page])

    def scroll(self, strip: Strip) -> Exchange:
        """Hand the whole strip to the card, which moves it from right to left (guessed, see the module's text).

        The strip is cut into pages as wide as the board; the last page's valid length ends where the strip ends.

        Raises:
            InputError: `picture_outside` or `wrong_colour`.
            UsageError: `strip_too_long`, with the figures.
        """
        width_px = strip.board_px
        first = strip.strip.crop(0, width_px)
        self._check_fit(first)
        count = -(-strip.strip.width_px // width_px)
        total_bytes = count * (self._row_bytes(width_px) * first.height_px * len(first.planes) + _PAGE.size)
        if total_bytes > MAX_PICTURE_BYTES:
            raise UsageError(
                N_(
                    "A strip of {strip_px} pixels needs {due} bytes; the card takes {most} in one go. Shorten the text."
                ),
                code="strip_too_long",
                strip_px=strip.strip.width_px,
                due=total_bytes,
                most=MAX_PICTURE_BYTES,
            )
        effect = Area.MOVE_LEFT if self.options.effect == Area.MOVE_LEFT else Area.RUN_LEFT
        speed = min(255, max(1, round(strip.step_ms / strip.step_px / 10)))
        pages = []
        for left_px in range(0, count * width_px, width_px):
            part = strip.strip.crop(left_px, width_px)
            pages.append(self._page(part, effect, speed, 0, min(width_px, strip.strip.width_px - left_px)))
        return self._update(width_px, first.height_px, pages)

    def clear(self) -> Exchange:
        """A dark picture; the stored programs stay away because the area stays."""
        width_px, height_px = self.board.width_px - self.options.x, self.board.height_px - self.options.y
        return self.show(Frame.blank(width_px, height_px, self.board.colour))

    def delete(self, area_ids: Sequence[int] = ()) -> Exchange:
        """Delete areas by id, or all of them; with the last one gone the card's stored programs show again."""
        payload = bytes((len(area_ids), *area_ids)) if area_ids else bytes((Area.EVERY,))
        return self._told(Group.AREA, Area.DELETE, payload)

    def set_power(self, on: bool) -> Exchange:
        """Switch the board's light on or off; areas are kept."""
        return self._told(Group.SCREEN, Screen.POWER, bytes((on,)))

    def set_brightness(self, level: int) -> Exchange:
        """Level 0 to 15, the same all day.

        Raises:
            InputError: `bad_level`.
        """
        if not 0 <= level < _BRIGHTNESS_LEVELS:
            raise InputError(
                N_("Brightness {level} does not exist on this board; it goes from 0 to 15."),
                code="bad_level",
                level=level,
            )
        return self._told(Group.SCREEN, Screen.BRIGHTNESS, b"\0" + bytes((level,)) * 48)

    def set_clock(self, year: int, month: int, day: int, hour: int, minute: int, second: int) -> Exchange:
        """Set the board's clock to this civil time.

        Raises:
            InputError: `bad_time`.
        """
        try:
            weekday = date(year, month, day).isoweekday()
        except ValueError:
            weekday = 0
        if not (weekday and 0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60):  # noqa: PLR2004 - hours and minutes
            raise InputError(
                N_("{day}/{month}/{year} {hour}:{minute}:{second} is no date and time; correct it."),
                code="bad_time",
                year=year,
                month=month,
                day=day,
                hour=hour,
                minute=minute,
                second=second,
            )
        numbers = (year % 100, year // 100, month, day, hour, minute, second, weekday)
        return self._told(Group.SCREEN, Screen.CLOCK, bytes(_bcd(value) for value in numbers))

    def _compare(self, found: dict[str, int | str]) -> None:
        due_colour = self.board.colour.name.lower()
        due_type = device_name(self.options.device_type)
        due = (self.board.width_px, self.board.height_px, due_colour, due_type)
        seen = (found["width_px"], found["height_px"], found["colour"], found["device_type"])
        if due_type == device_name(ANY_TYPE):
            seen = (*seen[:3], due_type)
        if due != seen:
            raise WrongBoardError(
                N_(
                    "The board is a {found_type} of {found_width_px}x{found_height_px} pixels ({found_colour}), but "
                    "the settings say {due_type}, {due_width_px}x{due_height_px} ({due_colour}); correct the settings."
                ),
                code="wrong_board",
                found_width_px=seen[0],
                found_height_px=seen[1],
                found_colour=seen[2],
                found_type=seen[3],
                due_width_px=due[0],
                due_height_px=due[1],
                due_colour=due[2],
                due_type=due[3],
            )

    def _check_fit(self, frame: Frame) -> None:
        board, options = self.board, self.options
        if frame.colour is not board.colour:
            raise InputError(
                N_("The picture is {found}, the board is {due}; draw it in the board's colours."),
                code="wrong_colour",
                found=frame.colour.name.lower(),
                due=board.colour.name.lower(),
            )
        right_px, bottom_px = options.x + frame.width_px, options.y + frame.height_px
        if frame.width_px < 1 or right_px > board.width_px or bottom_px > board.height_px:
            raise InputError(
                N_(
                    "A picture of {width_px}x{height_px} pixels at {x},{y} does not fit the board of "
                    "{board_width_px}x{board_height_px}; make it smaller or correct the size."
                ),
                code="picture_outside",
                width_px=frame.width_px,
                height_px=frame.height_px,
                x=options.x,
                y=options.y,
                board_width_px=board.width_px,
                board_height_px=board.height_px,
            )

    def _row_bytes(self, width_px: int) -> int:
        return (self.options.x % 8 + width_px + 7) // 8

    def _page(self, frame: Frame, effect: int, speed: int, stay: int, valid_px: int | None = None) -> bytes:
        bitmap = _bitmap(frame, self.options.x % 8)
        valid_px = frame.width_px if valid_px is None else valid_px
        return _PAGE.pack(_PAGE_HEAD_BYTES + len(bitmap), 0, effect, 0, speed, stay, 1, valid_px) + bitmap

    def _update(self, width_px: int, height_px: int, pages: Sequence[bytes]) -> Exchange:
        options = self.options
        place = (options.x, options.y, width_px, height_px)
        head = (options.area_id, options.run_mode, options.timeout_s, 1, 0, options.play, Area.KIND)
        block = _BLOCK.pack(*head, *place, 0, len(pages)) + b"".join(pages)
        return self._told(Group.AREA, Area.UPDATE, len(block).to_bytes(4, "little") + block)

    def _request(self, group: int, command: int, payload: bytes, *, device_type: bytes = b"", reply: bool) -> bytes:
        options = self.options
        body = bytes((reply, group, command)) + (len(payload) & 0xFFFF).to_bytes(2, "little") + payload
        dialect = Dialect.F0 if group == Group.AREA else options.dialect
        sequence = self._sequence
        if dialect is Dialect.COMMON:
            self._sequence = (sequence + 1) & 0xFFFF
        device_type = device_type or options.device_type
        packet = Packet(options.screen, options.source, device_type, body, dialect, sequence, 1, options.random)
        return wrap(pack(packet))

    def _told(self, group: int, command: int, payload: bytes) -> Exchange:
        """A command that the board acknowledges, encoded now and sent when the exchange runs."""
        return self._carried(self._request(group, command, payload, reply=self.options.reply), self.options.reply)

    def _carried(self, request: bytes, wants_answer: bool) -> Exchange:
        yield Send(request)
        if not wants_answer:
            return Outcome(Evidence.SENT)
        reply = yield Expect(self._scan, self.options.answer_s, "ack")
        bx5_answers.require(reply, "ack")
        return Outcome(Evidence.ACKED)

    def _asked(self, group: int, command: int, kind: str, *, device_type: bytes = b"") -> Exchange:
        """A question; its answer is wanted whatever option `reply` says."""
        yield Send(self._request(group, command, b"", device_type=device_type, reply=True))
        reply = yield Expect(self._scan, self.options.answer_s, kind)
        return Outcome(Evidence.ACKED, bx5_answers.require(reply, kind).fields)

    @property
    def _scan(self) -> "partial[bx5_answers.Reply | None]":
        return partial(bx5_answers.scan, host=self.options.source, screen=self.options.screen)


def _inside(point: tuple[int, int], frame: Frame) -> bool:
    return point[0] < frame.width_px and point[1] < frame.height_px


def _bitmap(frame: Frame, lead_px: int) -> bytes:
    rows = [bits.rows_from_columns(p, frame.width_px, frame.height_px, lead_px=lead_px) for p in frame.planes]
    if len(rows) == 1:
        return bits.invert(rows[0])
    both = bytearray(2 * len(rows[0]))
    both[0::2], both[1::2] = rows
    return bits.invert(bytes(both))


def _bcd(value: int) -> int:
    return value // 10 << 4 | value % 10


def _check(board: BoardSpec) -> None:
    read(board)


def _wire_bytes(board: BoardSpec) -> int:
    """Request and answer for one picture of the whole board, one byte in 64 escaped as on random pictures."""
    options = read(board)
    bitmap = (options.x % 8 + board.width_px + 7) // 8 * board.height_px * board.colour.value
    answer = _ANSWER_WIRE_BYTES if options.reply else 0
    return _FIXED_WIRE_BYTES + bitmap + -(-bitmap // 64) + answer


SPEC = ProtocolSpec(
    name="bx5",
    title="Onbon BX-5E, dynamic area",
    capabilities=Capabilities(
        answers=True,
        storage="ram",
        colours=(Colour.MONO, Colour.DUAL),
        bauds=(57600, 9600),
        max_fps=10.0,  # a plan, not a measurement: how long the card works after an update is unknown
        refresh_s=1.0,
        answer_s=0.5,
        card_scroll=True,
        brightness_levels=_BRIGHTNESS_LEVELS,
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
