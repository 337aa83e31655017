"""Lumen / Listen C-Power cards (CP5200 class), sold under many names: pictures in windows, checked and answered.

Packets and both forms of the line are in `cpower_wire`, answers in `cpower_answers`, the card's half in `cpower_panel`.
A command under 7B begins with its number in the first packet; what does not fit goes into further packets, each
answered before the next. **Both orders of bytes occur in one message**:

    01 windows    count, then for each x, y, width, height as u16 big-endian
    03 image      window, effect 0, speed, stay s u16 BE, format 04, x, y u16 BE, then the picture
    06            back to the card's stored program
    07            00 saves the windows to flash, 01 clears what was saved; 0, 0

    picture "I1"  width u16 LE, height u16 LE, planes (bit 0 red, 1 green, 2 blue; high nibble 0: one bit), 0, then the
                  planes: rows top to bottom, most significant bit leftmost, **1 = lit**, padded with 0 to whole bytes

    83 template   query 03 → 83, asked, in template mode, usable, planes, width u16 BE, height u16 BE, windows

Other ids: 2D restart (00) · FE restart the program ("APP!") · 2E version (00) · 46 brightness (00, 24 hours' levels) ·
47 clock (00, second, minute, hour, weekday 0 = Sunday, day, month, year) · 76 power (00, on, 7 x 00; 01 asks) ·
3C network (00, address, gateway, mask 4 bytes each, port u16 BE, id code).

Sources: see docs/protocols/cpower.md. Guessed: that windows divided once stay divided until mains off; 200 bytes a
packet.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial

from signboard.errors import N_, GarbledError, InputError, NakError, NoAnswerError, WrongBoardError
from signboard.frame import pack as bits
from signboard.frame.frame import Colour, Frame
from signboard.frame.message import Page, Strip
from signboard.playlog.evidence import Evidence
from signboard.protocols import cpower_answers
from signboard.protocols.cpower_options import OPTIONS, picture_bytes, read
from signboard.protocols.cpower_panel import CPowerPanel
from signboard.protocols.cpower_wire import WINDOWS, Packet, pack
from signboard.protocols.options import described
from signboard.protocols.placing import check_fit, inverted
from signboard.protocols.plain import impossible, require_level, require_time
from signboard.protocols.spec import BoardSpec, Capabilities, ProtocolSpec
from signboard.protocols.steps import Exchange, Expect, Outcome, Send
from signboard.protocols.wear import MOST_WRITES_PER_DAY, worn

__all__ = ["SPEC", "CPowerDriver"]

_DIVIDE, _IMAGE, _LEAVE, _SAVE = b"\x01", b"\x03", b"\x06", b"\x07"
_RESTART, _VERSION, _NETWORK, _BRIGHTNESS, _CLOCK, _POWER, _RESTART_APP = 0x2D, 0x2E, 0x3C, 0x46, 0x47, 0x76, 0xFE
_SIMPLE_PICTURE = 4
_BRIGHTNESS_LEVELS = 32
_FRAMING_BYTES = {"serial": 13, "net": 19}


class CPowerDriver:
    """Frames to bytes for one C-Power card.

    Beyond the shape of every driver it can `divide` the screen into windows, `save` them to flash (never do that in a
    loop), `forget` what was saved, `leave` to the stored program, ask for `read_power`, `restart` and `set_network`.

    Raises:
        ConfigurationError: a board that this family cannot be.
        ProblemsError: several reasons why.
    """

    def __init__(self, board: BoardSpec) -> None:
        self.board = board
        self.options = read(board)
        self._is_divided = False
        self._saved: Frame | None = None  # what the card acknowledged last to have saved; None where unknown
        self._writes_left = MOST_WRITES_PER_DAY

    def identify(self) -> Exchange:
        """Version, then the size that a program template tells.

        Outcome fields: card_type, firmware; where the card has a template also width_px, height_px and colour.

        Raises (inside the exchange): WrongBoardError for another size or colour than configured.
        """
        self._is_divided = False
        found = dict((yield from self._asked(_VERSION, b"\0", "version")).fields)
        try:
            template = yield from self._asked(WINDOWS, b"\x83\x03", "template", repeats=False)
        except (NoAnswerError, GarbledError, NakError):  # older firmware knows no templates
            yield from self._asked(_VERSION, b"\0", "version")  # its answer comes behind whatever may still come
            return Outcome(Evidence.ACKED, found)
        found |= template.fields
        self._compare(found)
        return Outcome(Evidence.ACKED, found)

    def read_power(self) -> Exchange:
        """Ask whether the light is on. Outcome field: power."""
        return self._asked(_POWER, b"\1", "power")

    def show(self, frame: Frame) -> Exchange:
        """Put the picture into the option's window; the screen is divided once before.

        Raises:
            InputError: `picture_outside`, `wrong_colour`.
        """
        options = self.options
        check_fit(self.board, frame, (options.x, options.y))
        frame = inverted(frame, options.test_flip_pixel)
        return self._shown(self._image(frame), (options.x, options.y, frame.width_px, frame.height_px))

    def scroll(self, strip: Strip) -> Exchange:
        """Not here: pictures show at once on these cards.

        Raises:
            UsageError: `not_possible`.
        """
        raise impossible("scroll", strip)

    def clear(self) -> Exchange:
        """A dark picture; the stored program stays away because the window stays."""
        options, board = self.options, self.board
        return self.show(Frame.blank(board.width_px - options.x, board.height_px - options.y, board.colour))

    def divide(self, windows: Sequence[tuple[int, int, int, int]]) -> Exchange:
        """Divide the screen into one to eight windows of x, y, width, height.

        Raises:
            InputError: `bad_windows`.
        """
        if not 1 <= len(windows) <= 8:  # noqa: PLR2004 - the card's number
            raise InputError(
                N_("A screen has one to eight windows, not {count}; change their number."),
                code="bad_windows",
                count=len(windows),
            )
        return self._told_in_packets(_windows(windows))

    @property
    def writes_per_day(self) -> int:
        """How often a day the flash may be written."""
        return MOST_WRITES_PER_DAY

    def allow(self, writes: int) -> None:
        """Let `store` write so often from now on: what `WearGuard.left` says."""
        self._writes_left = writes

    def would_write(self, pages: Sequence[Page], last_day: date | None = None) -> bool:  # noqa: ARG002 - the card knows no last day
        """Would `store` write the flash, or does the card keep just this already?"""
        return _only(pages).frame != self._saved

    def store(self, pages: Sequence[Page], last_day: date | None = None) -> Exchange:
        """Show one picture and save it to flash: it comes back after a power cut, and no day ends it.

        Raises:
            InputError: `no_pages`, unless it is one page; `picture_outside`, `wrong_colour`.
            BoardError (inside the exchange): `worn`, when no write is left.
        """
        frame = _only(pages).frame
        return self._stored(self.show(frame), frame, is_new=self.would_write(pages, last_day))

    def resume(self) -> Exchange:
        """Light on; what was saved shows after a power cut only."""
        return self.set_power(True)

    def save(self) -> Exchange:
        """Save the windows to flash, so that they show after a power cut. Wears the memory: never in a loop."""
        return self._told_in_packets(_SAVE + bytes(3))

    def forget(self) -> Exchange:
        """Clear what was saved. Wears the memory too."""
        return self._told_in_packets(_SAVE + b"\1\0\0")

    def leave(self) -> Exchange:
        """Back to the card's stored program."""
        self._is_divided = False
        return self._told_in_packets(_LEAVE)

    def set_power(self, on: bool) -> Exchange:
        """Switch the board's light on or off; windows are kept."""
        return self._told(_POWER, bytes((0, on)) + bytes(7))

    def set_brightness(self, level: int) -> Exchange:
        """Level 0 to 31, the same all day.

        Raises:
            InputError: `bad_level`.
        """
        require_level(level, _BRIGHTNESS_LEVELS)
        return self._told(_BRIGHTNESS, b"\0" + bytes((level,)) * 24)

    def set_clock(self, year: int, month: int, day: int, hour: int, minute: int, second: int) -> Exchange:
        """Set the board's clock to this civil time.

        Raises:
            InputError: `bad_time`.
        """
        weekday = require_time(year, month, day, hour, minute, second)
        if not 2000 <= year < 2100:  # noqa: PLR2004 - the card keeps two digits
            raise InputError(
                N_("This kind of board keeps years from 2000 to 2099, not {year}; correct the clock."),
                code="bad_time",
                year=year,
            )
        return self._told(_CLOCK, bytes((0, second, minute, hour, weekday % 7, day, month, year % 100)))

    def restart(self, *, program_only: bool = False) -> Exchange:
        """Restart the card, or only its program. What is in RAM is lost."""
        self._is_divided = False
        return self._told(_RESTART_APP, b"APP!") if program_only else self._told(_RESTART, b"\0")

    def set_network(self, address: bytes, gateway: bytes, mask: bytes, port: int, id_code: bytes) -> Exchange:
        """Give the card its network settings, each of four bytes; the line may be gone afterwards."""
        return self._told(_NETWORK, b"\0" + address + gateway + mask + port.to_bytes(2, "big") + id_code)

    def _image(self, frame: Frame) -> bytes:
        options = self.options
        head = bytes((options.window, 0, options.speed)) + options.stay_s.to_bytes(2, "big")
        size = frame.width_px.to_bytes(2, "little") + frame.height_px.to_bytes(2, "little")
        planes = (1 << len(frame.planes)) - 1
        rows = b"".join(bits.rows_from_columns(p, frame.width_px, frame.height_px) for p in frame.planes)
        return _IMAGE + head + bytes((_SIMPLE_PICTURE, 0, 0, 0, 0)) + b"I1" + size + bytes((planes, 0)) + rows

    def _shown(self, image: bytes, place: tuple[int, int, int, int]) -> Exchange:
        if not self._is_divided:  # once: the answer to a repetition could be taken for the picture's
            windows = [*[place] * self.options.window, place]
            yield from self._told_in_packets(_windows(windows), repeats=False)
        self._is_divided = False  # until the board has taken the picture, nothing is sure
        outcome = yield from self._told_in_packets(image)
        self._is_divided = True
        return outcome

    def _stored(self, showing: Exchange, frame: Frame, *, is_new: bool) -> Exchange:
        if is_new and self._writes_left < 1:
            showing.close()
            raise worn()
        outcome = yield from showing
        if is_new:
            self._saved, self._writes_left = None, self._writes_left - 1
            outcome = yield from self._told_in_packets(_SAVE + bytes(3), repeats=False)
            self._saved = frame
        return outcome

    def _told_in_packets(self, command: bytes, *, repeats: bool = True) -> Exchange:
        options = self.options
        pieces = [command[at : at + options.chunk_bytes] for at in range(0, len(command), options.chunk_bytes)]
        outcome = Outcome(Evidence.SENT)
        for index, piece in enumerate(pieces):
            packet = Packet(options.card_id, WINDOWS, options.wants_answers, piece, index, len(pieces) - 1)
            outcome = yield from self._carried(packet, "ack", repeats=repeats and len(pieces) == 1)
        return outcome

    def _told(self, protocol: int, data: bytes) -> Exchange:
        packet = Packet(self.options.card_id, protocol, self.options.wants_answers, data)
        return self._carried(packet, "ack", repeats=True)

    def _asked(self, protocol: int, data: bytes, kind: str, *, repeats: bool = True) -> Exchange:
        """A question; its answer is wanted whatever option `reply` says."""
        return self._carried(Packet(self.options.card_id, protocol, 1, data), kind, repeats=repeats)

    def _carried(self, packet: Packet, kind: str, *, repeats: bool) -> Exchange:
        form = self.options.line
        yield Send(form.wrap(pack(packet)))
        if not packet.flag:
            return Outcome(Evidence.SENT)
        scan = partial(cpower_answers.scan, form=form, question=packet, kind=kind)
        reply = yield Expect(scan, self.options.answer_s / 1000, kind, repeats)
        return Outcome(Evidence.ACKED, cpower_answers.require(reply, kind).fields)

    def _compare(self, found: dict[str, int | str]) -> None:
        if "width_px" not in found:
            return
        board = self.board
        due = (board.width_px, board.height_px, board.colour.name.lower())
        seen = (found["width_px"], found["height_px"], found["colour"])
        if due != seen:
            raise WrongBoardError(
                N_(
                    "The board is one of {found_width_px}x{found_height_px} pixels ({found_colour}), but the settings "
                    "say {due_width_px}x{due_height_px} ({due_colour}); correct the settings."
                ),
                code="wrong_board",
                found_width_px=seen[0],
                found_height_px=seen[1],
                found_colour=seen[2],
                due_width_px=due[0],
                due_height_px=due[1],
                due_colour=due[2],
            )


def _only(pages: Sequence[Page]) -> Page:
    if len(pages) != 1:
        raise InputError(
            N_("This kind of board keeps one picture, not {count}; give it one."), code="no_pages", count=len(pages)
        )
    return pages[0]


def _windows(places: Sequence[tuple[int, int, int, int]]) -> bytes:
    """The command that divides the screen into windows of x, y, width, height."""
    return _DIVIDE + bytes((len(places),)) + b"".join(value.to_bytes(2, "big") for place in places for value in place)


def _check(board: BoardSpec) -> None:
    read(board)


def _wire_bytes(board: BoardSpec) -> int:
    """Windows and one picture of the whole board with their answers; three bytes in 256 escaped on a serial line."""
    options = read(board)
    image = picture_bytes(board.width_px, board.height_px, board.colour)
    packets = -(-image // options.chunk_bytes) + 1
    framing = _FRAMING_BYTES[options.form] * (2 if options.wants_answers else 1)
    escapes = image * 3 // 256 if options.form == "serial" else 0
    return packets * framing + 2 + 8 * (options.window + 1) + image + escapes


SPEC = ProtocolSpec(
    name="cpower",
    title="Lumen / Listen C-Power (CP5200 class)",
    capabilities=Capabilities(
        answers=True,
        storage="ram",
        colours=(Colour.MONO, Colour.DUAL, Colour.RGB),
        bauds=(115200, 57600, 38400, 19200, 9600),
        max_fps=5.0,  # a plan, not a measurement: how long the card works after a picture is unknown
        refresh_s=10.0,
        answer_s=0.5,
        addressed=True,
        brightness_levels=_BRIGHTNESS_LEVELS,
        sets_clock=True,
        sets_power=True,
        host_loss=("hold",),
        keeps="picture",
    ),
    options=described(OPTIONS),
    driver=CPowerDriver,
    panel=CPowerPanel,
    check=_check,
    wire_bytes=_wire_bytes,
)
"""What the family states about itself."""
