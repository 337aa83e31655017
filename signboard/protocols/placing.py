"""Pictures at a place on the board: does it exist, does the picture fit, what does it cover. For areas and windows."""

from collections.abc import Mapping

from signboard.errors import N_, ConfigurationError, InputError, SignboardError
from signboard.frame.frame import Frame, column_stride
from signboard.protocols.spec import BoardSpec

__all__ = ["check_fit", "inverted", "outside", "overlay"]


def outside(board: BoardSpec, points: Mapping[str, tuple[int, int] | None]) -> list[SignboardError]:
    """One problem for each named pixel that is not on the board."""
    return [
        ConfigurationError(
            N_("Option '{option}' points at {x},{y}, outside the board of {width_px}x{height_px} pixels."),
            code="outside_board",
            option=name,
            x=pixel[0],
            y=pixel[1],
            width_px=board.width_px,
            height_px=board.height_px,
        )
        for name, pixel in points.items()
        if pixel and not (pixel[0] < board.width_px and pixel[1] < board.height_px)
    ]


def check_fit(board: BoardSpec, frame: Frame, place: tuple[int, int]) -> None:
    """Nothing where the picture has the board's colours and lies on it at `place`.

    Raises:
        InputError: `picture_outside` or `wrong_colour`.
    """
    x, y = place
    if frame.colour is not board.colour:
        raise InputError(
            N_("The picture is {found}, the board is {due}; draw it in the board's colours."),
            code="wrong_colour",
            found=frame.colour.name.lower(),
            due=board.colour.name.lower(),
        )
    right_px, bottom_px = x + frame.width_px, y + frame.height_px
    if frame.width_px < 1 or right_px > board.width_px or bottom_px > board.height_px:
        raise InputError(
            N_(
                "A picture of {width_px}x{height_px} pixels at {x},{y} does not fit the board of "
                "{board_width_px}x{board_height_px}; make it smaller or correct the size."
            ),
            code="picture_outside",
            width_px=frame.width_px,
            height_px=frame.height_px,
            x=x,
            y=y,
            board_width_px=board.width_px,
            board_height_px=board.height_px,
        )


def inverted(frame: Frame, point: tuple[int, int] | None) -> Frame:
    """The picture with the test switch's pixel inverted, where there is one inside it."""
    if point and point[0] < frame.width_px and point[1] < frame.height_px:
        return frame.flipped([point])
    return frame


def overlay(base: Frame, area: Frame, x: int, y: int) -> Frame:
    """`base` with `area` in place of what lies under it (an area covers, it does not add)."""
    if (area.width_px, area.height_px) == (base.width_px, base.height_px):
        return area
    if base.lit:
        base = _without(base, area, x, y)
    return base.paste(area, x, y)


def _without(base: Frame, area: Frame, x: int, y: int) -> Frame:
    stride = column_stride(base.height_px)
    keep = ~(((1 << area.height_px) - 1) << y) & ((1 << base.height_px) - 1)
    planes = []
    for plane in base.planes:
        out = bytearray(plane)
        for at in range(x * stride, (x + area.width_px) * stride, stride):
            column = int.from_bytes(out[at : at + stride], "little") & keep
            out[at : at + stride] = column.to_bytes(stride, "little")
        planes.append(bytes(out))
    return Frame(base.width_px, base.height_px, tuple(planes))
