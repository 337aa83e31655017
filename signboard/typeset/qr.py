"""QR code: an address as a square of light and dark that a telephone's camera reads.

Light modules are lit and dark ones are not; the quiet zone of `QUIET` modules around the code is lit as well, because a
camera needs the contrast at its edge. ISO/IEC 18004 asks for 4 modules; boards of 32 rows have room for 2, and the
tests read the drawn picture, the dark board around it included, with a decoder of another house.

The smallest version that holds the content is taken, then the highest error level that this version allows. A module is
as many whole pixels as the board's height allows.
"""

from dataclasses import dataclass

from signboard.errors import N_, InputError
from signboard.frame.frame import Frame, column_stride
from signboard.typeset.canvas import Canvas

__all__ = ["QUIET", "Code", "set_qr"]

QUIET = 2
"""Lit modules around the code."""
_SHARE = 2
"""A code takes at most one part in so many of the board's width."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code on a board.

    Attributes:
        frame: the picture, quiet zone included.
        version: 1 to 40.
        level: `L M Q H`: how much damage it survives (7, 15, 25, 30 %).
        module_px: pixels a module.
    """

    frame: Frame
    version: int
    level: str
    module_px: int


def set_qr(content: str, canvas: Canvas) -> Code:
    """The code, as large as the board allows.

    Args:
        content: what it says.
        canvas: the board.

    Raises:
        InputError: `qr_no_room`, with the modules that it has and the pixels that the board has; `qr_too_long`.
    """
    import segno  # noqa: PLC0415 - slow to load, and hardly any text has a code

    try:
        code = segno.make_qr(content, error="l", boost_error=True)
    except segno.DataOverflowError as error:
        raise InputError(
            N_("'{content}' is too long for a QR code; take a short address."), code="qr_too_long", content=content[:60]
        ) from error
    modules = [[not bool(module) for module in row] for row in code.matrix]
    side = len(modules) + 2 * QUIET
    room_px = min(canvas.height_px, canvas.width_px // _SHARE)
    module_px = room_px // side
    if not module_px:
        raise InputError(
            N_(
                "The QR code has {modules} modules on a side and needs {due} pixels with its rim; this board has "
                "{found}. Take a shorter address or leave it away."
            ),
            code="qr_no_room",
            modules=len(modules),
            due=side,
            found=room_px,
        )
    return Code(_frame(modules, module_px, canvas), int(code.version), str(code.error), module_px)


def _frame(modules: list[list[bool]], module_px: int, canvas: Canvas) -> Frame:
    """Lit where a module is light, and around."""
    side_px = (len(modules) + 2 * QUIET) * module_px
    stride = column_stride(side_px)
    columns = bytearray()
    for x in range(side_px):
        lit = sum(_is_light(modules, x // module_px, y // module_px) << y for y in range(side_px))
        columns += lit.to_bytes(stride, "little")
    plane = bytes(columns)
    return Frame(side_px, side_px, (plane,) * canvas.colour.value)


def _is_light(modules: list[list[bool]], x: int, y: int) -> bool:
    x, y = x - QUIET, y - QUIET
    return not (0 <= x < len(modules) and 0 <= y < len(modules)) or modules[y][x]
