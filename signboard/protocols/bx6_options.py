"""The settings of a BX-6E or BX-6Q board: one table for checks, help and documents, read by both halves."""

from collections.abc import Mapping
from dataclasses import dataclass

from signboard.errors import N_, ConfigurationError, SignboardError
from signboard.frame.frame import Colour
from signboard.protocols.onbon_codes import TYPES_6
from signboard.protocols.onbon_options import (
    MAX_PICTURE_BYTES,
    AreaOptions,
    area_options,
    card_type,
    ready,
    shared,
    size_problems,
    told_of_loss,
)
from signboard.protocols.onbon_wire import Dialect
from signboard.protocols.options import Option, flag, number, raise_all, read_options
from signboard.protocols.spec import BoardSpec

__all__ = ["AREA_COUNT", "OPTIONS", "Bx6Options", "picture_bytes", "read"]

AREA_COUNT = 32  # 6Q; how many a 6E has was not found, so the same is allowed there
_AUTO = "auto"
_MAX_SIDE_PX = 0xFFFF

OPTIONS: Mapping[str, Option] = {
    **shared(card_type(_AUTO, TYPES_6, _AUTO), (Dialect.COMMON6, Dialect.F0), 0),
    **area_options(AREA_COUNT),
    "clear_mode": number(1, 0, 255, N_("How the old page leaves; 1 as the vendor's program writes it.")),
    "transparency": number(101, 0, 255, N_("The area's 'transparency' byte; 101 as the vendor's program writes it.")),
    "write_length": flag("yes", N_("Write the length of each command into its head; cards ignore it.")),
}
"""Every option of the family. Both halves read the same record; each uses its part."""


@dataclass(frozen=True, slots=True)
class Bx6Options(AreaOptions):
    """The options of a board, checked; names and units as in `OPTIONS`."""

    clear_mode: int
    transparency: int
    write_length: bool


def read(board: BoardSpec) -> Bx6Options:
    """The checked options; device type `auto` becomes 6Q2 for full colour, else 6E1.

    Raises:
        ConfigurationError: the one problem.
        ProblemsError: several problems, all of them.
    """
    values, problems = read_options(board.options, OPTIONS)
    if values["device_type"] == _AUTO:
        values["device_type"] = TYPES_6["6q2" if board.colour is Colour.RGB else "6e1"].hex()
    options = Bx6Options(**ready(told_of_loss(board, values)))  # type: ignore[arg-type] # the table reads exactly the record's names; a test holds this
    raise_all(_size_problems(board, options) + problems)
    return options


def picture_bytes(colour: Colour, width_px: int, height_px: int, x: int) -> int:
    """Bytes of pixels of a picture that begins at screen column `x`."""
    if colour is Colour.RGB:
        return 3 * width_px * height_px
    planes: int = colour.value
    return (x % 32 + width_px + 31) // 32 * 4 * height_px * planes


def _size_problems(board: BoardSpec, options: Bx6Options) -> list[SignboardError]:
    due = picture_bytes(board.colour, board.width_px, board.height_px, 0)
    problems = size_problems(board, options, "BX-6", due, MAX_PICTURE_BYTES)
    if any(problem.code == "bad_size" for problem in problems):
        return problems
    is_full_colour_card = options.device_type[:1] == TYPES_6["6q2"][:1]
    is_mono_card = options.device_type[:1] == TYPES_6["6e1"][:1]
    if (board.colour is Colour.RGB and is_mono_card) or (board.colour is not Colour.RGB and is_full_colour_card):
        problems.append(
            ConfigurationError(
                N_("BX-6E cards light one or two colours, BX-6Q cards full colour; correct colour or device_type."),
                code="bad_colour",
            )
        )
    return problems
