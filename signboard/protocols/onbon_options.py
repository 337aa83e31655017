"""Settings that every Onbon BX card has: who speaks to whom, how long to wait, and the test switches.

A family's table is `shared(...)` and its own options behind; its record extends `OnbonOptions` by the same names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from signboard.errors import N_, ConfigurationError, SignboardError
from signboard.frame.frame import Colour
from signboard.protocols.onbon_codes import ANY, Area
from signboard.protocols.onbon_wire import ANY_SCREEN, PC, Dialect
from signboard.protocols.options import Option, Value, choice, flag, number, point, seconds
from signboard.protocols.placing import outside
from signboard.protocols.spec import BoardSpec

__all__ = [
    "MAX_PICTURE_BYTES",
    "AreaOptions",
    "OnbonOptions",
    "PlacedOptions",
    "area_options",
    "card_type",
    "ready",
    "shared",
    "size_problems",
    "told_of_loss",
    "two_colours_at_most",
]

_RUN_MODES: Mapping[str, Value] = {"hold": 0, "blank": 2, "logo": 3}
_MAX_SIDE_PX = 0xFFFF
MAX_PICTURE_BYTES = 64_000  # one packet carries about 63 KiB, and one picture is one packet


@dataclass(frozen=True, slots=True)
class OnbonOptions:
    """The options of a board's line, checked; names and units as in `shared`."""

    device_type: bytes
    screen: int
    source: int
    sources: int
    dialect: Dialect
    flag: int
    reply: bool
    answer_s: float
    sequence: int
    random: int
    firmware: bytes
    test_flip_pixel: tuple[int, int] | None
    test_nak: int
    test_silent: bool
    test_lead: int
    test_tail: int


@dataclass(frozen=True, slots=True)
class PlacedOptions(OnbonOptions):
    """And the left upper corner of the picture on the screen, in pixels."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class AreaOptions(PlacedOptions):
    """And those of a dynamic area; names and units as in `area_options`."""

    area_id: int
    run_mode: int
    timeout_s: int
    play: int
    effect: int
    speed: int
    stay: int
    stored: str


def card_type(default: str, types: Mapping[str, bytes], *more: str) -> Option:
    """The type printed on the card, by name or as its two bytes in hex; `more` are further words, kept as they are."""
    known = {**types, **ANY}

    def read_type(text: str) -> str:
        if text.lower() in more:
            return text.lower()
        octets = known.get(text.lower())
        if octets is None:
            octets = bytes.fromhex(text)
        if len(octets) != 2:  # noqa: PLR2004 - the field has two bytes
            raise ValueError(text)
        return octets.hex()

    names = "|".join((*more, *(name.upper() for name in types), "any", "four hex digits"))
    return Option(default, N_("Type of the card, printed on it."), names, read_type)


def shared(device_type: Option, dialects: tuple[Dialect, ...], header_flag: int) -> dict[str, Option]:
    """The table of `OnbonOptions`: the first of `dialects` and `header_flag` are the defaults."""
    words = tuple(dialect.name.lower() for dialect in dialects)
    return {
        "device_type": device_type,
        "screen": number(ANY_SCREEN, 0, 0xFFFF, N_("Address of the board on a shared line; 65534 means any.")),
        "source": number(PC, 0, 0xFFFF, N_("Our own address on the line.")),
        "sources": number(
            1, 1, 256, N_("How many addresses of our own questions go out under in turn; 1 as the vendor's program.")
        ),
        "dialect": choice(words[0], words, N_("Header of control commands; areas always go in f0.")),
        "flag": number(header_flag, 0, 255, N_("The 'flag' byte of the common header.")),
        "reply": flag("yes", N_("Ask the board to answer.")),
        "answer_s": seconds("0.5", N_("Seconds to wait for an answer beyond the time on the wire.")),
        "sequence": number(1, 0, 0xFFFF, N_("Number of the first common header; counts up.")),
        "random": number(0, 0, 255, N_("The 'random' byte of the common header.")),
        "firmware": Option(
            "13010801", N_("Firmware text of the simulated card."), "up to 8 characters", lambda text: text
        ),
        "test_flip_pixel": point(N_("Test switch: the driver sends this pixel inverted.")),
        "test_nak": number(
            0, 0, 255, N_("Test switch: the simulated card refuses everything with this number; 0 is off.")
        ),
        "test_silent": flag("no", N_("Test switch: the simulated card obeys but never answers.")),
        "test_lead": number(8, 1, 8, N_("Test switch: start bytes before the simulated card's answers.")),
        "test_tail": number(1, 0, 4, N_("Test switch: end bytes after the simulated card's answers.")),
    }


def area_options(count: int) -> dict[str, Option]:
    """The table of `AreaOptions` beyond `shared`, for cards with so many areas."""
    return {
        "x": number(0, 0, 0xFFFF, N_("Left edge of the area on the screen, in pixels.")),
        "y": number(0, 0, 0xFFFF, N_("Top edge of the area on the screen, in pixels.")),
        "area_id": number(0, 0, count - 1, N_("Which of the card's dynamic areas holds the picture.")),
        "run_mode": number(
            2, 0, 4, N_("0 loop, 1 hold last page, 2 blank and 3 logo when the host is silent for timeout_s, 4 once.")
        ),
        "timeout_s": number(
            600, 0, 0xFFFF, N_("Seconds of host silence after which run modes 2 and 3 act; 0 means never.")
        ),
        "play": number(1, 0, 2, N_("0 beside the stored programs, 1 instead of them, 2 after the current one.")),
        "effect": number(1, 0, Area.MAX_EFFECT, N_("How a picture enters; 1 is static, 3 and 4 move left.")),
        "speed": number(0, 0, 255, N_("Speed of the effect; guessed: 10 ms per pixel and unit.")),
        "stay": number(500, 0, 0xFFFF, N_("How long a page stands, in units of 10 ms.")),
        "stored": choice("dark", ("dark", "border"), N_("Stored picture of the simulated card, seen with no area.")),
    }


def size_problems(board: BoardSpec, options: PlacedOptions, title: str, due: int, most: int) -> list[SignboardError]:
    """What keeps a board of `title`'s from having this size, and its picture from standing where it is to stand.

    Args:
        board: its size.
        options: where the picture stands.
        title: the family.
        due: bytes of a picture of the whole board.
        most: bytes that one picture may have.
    """
    if min(board.width_px, board.height_px) < 1 or max(board.width_px, board.height_px) > _MAX_SIDE_PX or due > most:
        return [
            ConfigurationError(
                N_(
                    "A {title} board cannot have {width_px}x{height_px} pixels; one picture holds at most {most} bytes."
                ),
                code="bad_size",
                title=title,
                width_px=board.width_px,
                height_px=board.height_px,
                most=most,
            )
        ]
    return outside(board, {"x,y": (options.x, options.y), "test_flip_pixel": options.test_flip_pixel})


def two_colours_at_most(board: BoardSpec, title: str) -> list[SignboardError]:
    """A problem where a family of one or two colours is to light all."""
    if board.colour is not Colour.RGB:
        return []
    sentence = N_("{title} boards light one or two colours, not full colour; set mono or dual.")
    return [ConfigurationError(sentence, code="bad_colour", title=title)]


def told_of_loss(board: BoardSpec, values: Mapping[str, Value]) -> dict[str, Value]:
    """The values with the run mode that the board's `host_loss` asks for, where it asks for any."""
    return {**values, "run_mode": _RUN_MODES[board.host_loss]} if board.host_loss in _RUN_MODES else dict(values)


def ready(values: Mapping[str, Value]) -> dict[str, object]:
    """What the table read, as the record wants it."""
    return {
        **values,
        "device_type": bytes.fromhex(str(values["device_type"])),
        "dialect": Dialect[str(values["dialect"]).upper()],
        "answer_s": cast("int", values["answer_s"]) / 1000,
        "firmware": str(values["firmware"]).encode("ascii", "replace")[:8].ljust(8),
    }
