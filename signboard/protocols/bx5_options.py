"""The settings of a BX-5E board: one table for checks, help and documents, and the record that both halves read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from signboard.errors import N_, ConfigurationError, SignboardError
from signboard.frame.frame import Colour
from signboard.protocols.onbon_codes import DEVICE_TYPES, Area
from signboard.protocols.onbon_wire import ANY_SCREEN, PC, Dialect
from signboard.protocols.options import Option, choice, flag, number, point, raise_all, read_options
from signboard.protocols.spec import BoardSpec

__all__ = ["MAX_PICTURE_BYTES", "OPTIONS", "Bx5Options", "problems_of", "read"]

MAX_PICTURE_BYTES = 64_000  # one packet carries about 63 KiB, and one picture is one packet


def _device_type() -> Option:
    def read_type(text: str) -> str:
        octets = DEVICE_TYPES.get(text.lower())
        if octets is None:
            octets = bytes.fromhex(text)
        if len(octets) != 2:  # noqa: PLR2004 - the field has two bytes
            raise ValueError(text)
        return octets.hex()

    return Option("5E1", N_("Type of the card, printed on it."), "5E1|5E2|5E3|any|four hex digits", read_type)


def _tenths() -> Option:
    def read_seconds(text: str) -> int:
        seconds = float(text)
        if not 0.1 <= seconds <= 60:  # noqa: PLR2004 - a minute is what the vendor suggests for the slowest lines
            raise ValueError(text)
        return round(seconds * 1000)

    return Option("0.5", N_("Seconds to wait for an answer beyond the time on the wire."), "0.1-60", read_seconds)


OPTIONS: Mapping[str, Option] = {
    "device_type": _device_type(),
    "screen": number(ANY_SCREEN, 0, 0xFFFF, N_("Address of the board on a shared line; 65534 means any.")),
    "source": number(PC, 0, 0xFFFF, N_("Our own address on the line.")),
    "dialect": choice("common", ("common", "f0"), N_("Header of control commands; areas always go in f0.")),
    "reply": flag("yes", N_("Ask the board to answer.")),
    "answer_s": _tenths(),
    "area_id": number(0, 0, 3, N_("Which of the card's four dynamic areas holds the picture.")),
    "x": number(0, 0, 0xFFFF, N_("Left edge of the area on the screen, in pixels.")),
    "y": number(0, 0, 0xFFFF, N_("Top edge of the area on the screen, in pixels.")),
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
    "sequence": number(1, 0, 0xFFFF, N_("Number of the first common header; counts up.")),
    "random": number(0, 0, 255, N_("The 'random' byte of the common header.")),
    "firmware": Option("13010801", N_("Firmware text of the simulated card."), "up to 8 characters", lambda text: text),
    "stored": choice("dark", ("dark", "border"), N_("Stored picture of the simulated card, seen with no area.")),
    "test_flip_pixel": point(N_("Test switch: the driver sends this pixel inverted.")),
    "test_nak": number(0, 0, 255, N_("Test switch: the simulated card refuses everything with this number; 0 is off.")),
    "test_silent": flag("no", N_("Test switch: the simulated card obeys but never answers.")),
    "test_lead": number(8, 1, 8, N_("Test switch: start bytes before the simulated card's answers.")),
    "test_tail": number(1, 0, 4, N_("Test switch: end bytes after the simulated card's answers.")),
}
"""Every option of the family. Both halves read the same record; each uses its part."""


@dataclass(frozen=True, slots=True)
class Bx5Options:
    """The options of a board, checked; names and units as in `OPTIONS`."""

    device_type: bytes
    screen: int
    source: int
    dialect: Dialect
    reply: bool
    answer_s: float
    area_id: int
    x: int
    y: int
    run_mode: int
    timeout_s: int
    play: int
    effect: int
    speed: int
    stay: int
    sequence: int
    random: int
    firmware: bytes
    stored: str
    test_flip_pixel: tuple[int, int] | None
    test_nak: int
    test_silent: bool
    test_lead: int
    test_tail: int


def problems_of(board: BoardSpec) -> list[SignboardError]:
    """Everything that keeps `board` from being a BX-5E board, in reading order."""
    return _read(board)[1]


def read(board: BoardSpec) -> Bx5Options:
    """The checked options.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    options, problems = _read(board)
    raise_all(problems)
    return options


def _read(board: BoardSpec) -> tuple[Bx5Options, list[SignboardError]]:
    values, problems = read_options(board.options, OPTIONS)
    firmware = str(values["firmware"]).encode("ascii", "replace")[:8].ljust(8)
    ready: dict[str, object] = {
        **values,
        "device_type": bytes.fromhex(str(values["device_type"])),
        "dialect": Dialect[str(values["dialect"]).upper()],
        "answer_s": cast("int", values["answer_s"]) / 1000,
        "firmware": firmware,
    }
    options = Bx5Options(**ready)  # type: ignore[arg-type] # the table reads exactly the record's names; a test holds this
    return options, _size_problems(board, options) + problems


def _size_problems(board: BoardSpec, options: Bx5Options) -> list[SignboardError]:
    problems: list[SignboardError] = []
    picture_bytes = (board.width_px + 7) // 8 * board.height_px * board.colour.value
    if min(board.width_px, board.height_px) < 1 or picture_bytes > MAX_PICTURE_BYTES:
        problems.append(
            ConfigurationError(
                N_("A BX-5E board cannot have {width_px}x{height_px} pixels; one picture holds at most {most} bytes."),
                code="bad_size",
                width_px=board.width_px,
                height_px=board.height_px,
                most=MAX_PICTURE_BYTES,
            )
        )
    else:
        problems += _outside(board, options)
    if board.colour is Colour.RGB:
        problems.append(
            ConfigurationError(
                N_("BX-5E boards light one or two colours, not full colour; set mono or dual."), code="bad_colour"
            )
        )
    return problems


def _outside(board: BoardSpec, options: Bx5Options) -> list[SignboardError]:
    problems: list[SignboardError] = []
    for name, pixel in (("x,y", (options.x, options.y)), ("test_flip_pixel", options.test_flip_pixel)):
        if pixel and not (pixel[0] < board.width_px and pixel[1] < board.height_px):
            problems.append(
                ConfigurationError(
                    N_("Option '{option}' points at {x},{y}, outside the board of {width_px}x{height_px} pixels."),
                    code="outside_board",
                    option=name,
                    x=pixel[0],
                    y=pixel[1],
                    width_px=board.width_px,
                    height_px=board.height_px,
                )
            )
    return problems
