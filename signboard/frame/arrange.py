"""Arrangement: how a board's modules hang, between the picture that people see and the one its controller is told.

A controller knows one picture. Its modules may hang otherwise: the board upright, mirrored behind glass, or cut into
tiles that are wired as one long chain. From the controller's picture to what is seen:

    tiles        the chain is cut into `across * down` tiles and hung row by row, the first row on top or at the bottom
    serpentine   every second row runs backwards, its tiles `upright`, or `turned` upside down as cables often want it
    rotate       the whole hangs turned clockwise
    flip         and is seen in a mirror: left and right change places (`horizontal`), or top and bottom (`vertical`)

Every arrangement is a permutation of the pixels, so `to_seen` undoes `to_wire`.
"""

from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from signboard.errors import N_, ConfigurationError
from signboard.frame.frame import Frame

__all__ = ["FLIPS", "ROTATIONS", "SERPENTINES", "Arrangement"]

ROTATIONS = (0, 90, 180, 270)
FLIPS = ("no", "horizontal", "vertical")
SERPENTINES = ("no", "upright", "turned")
_UPRIGHT = (0, 180)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the modules hang; the words are those of the module's text.

    Attributes:
        across, down: tiles in a row, and rows of tiles, as the unturned board hangs.
        bottom_first: the chain begins with the lowest row of tiles.
    """

    rotate: int = 0
    flip: str = "no"
    across: int = 1
    down: int = 1
    serpentine: str = "no"
    bottom_first: bool = False

    @property
    def is_plain(self) -> bool:
        """Is the controller's picture what people see?"""
        return self.rotate == 0 and self.flip == "no" and self.down == 1

    def wire_size(self, width_px: int, height_px: int) -> tuple[int, int]:
        """The size of the controller's picture for a board that is seen in this size.

        Raises:
            ConfigurationError: `bad_tiles`, it cannot be cut into so many tiles.
        """
        hung = (width_px, height_px) if self.rotate in _UPRIGHT else (height_px, width_px)
        if hung[0] % self.across or hung[1] % self.down:
            raise ConfigurationError(
                N_(
                    "A board of {width_px}x{height_px} pixels cannot be cut into {across}x{down} equal tiles; correct "
                    "tiles, width or height."
                ),
                code="bad_tiles",
                width_px=hung[0],
                height_px=hung[1],
                across=self.across,
                down=self.down,
            )
        return hung[0] * self.down, hung[1] // self.down

    def to_wire(self, seen: Frame) -> Frame:
        """The controller's picture for what is to be seen."""
        size = self.wire_size(seen.width_px, seen.height_px)
        return seen if self.is_plain else _picked(seen, _sources(self, seen.width_px, seen.height_px), size)

    def to_seen(self, wire: Frame, size: tuple[int, int]) -> Frame:
        """What people see, on a board that is seen in this size, of the controller's picture."""
        return wire if self.is_plain else _picked(wire, _targets(self, *size), size)

    def seen_at(self, x: int, y: int, size: tuple[int, int]) -> tuple[int, int]:
        """Where the pixel (x, y) of the controller's picture is seen, on a board that is seen in this size."""
        width_px, height_px = size if self.rotate in _UPRIGHT else size[::-1]
        x, y = self._hung(x, y, (width_px // self.across, height_px // self.down))
        turned = {
            0: (x, y),
            90: (height_px - 1 - y, x),
            180: (width_px - 1 - x, height_px - 1 - y),
            270: (y, width_px - 1 - x),
        }
        x, y = turned[self.rotate]
        if self.flip == "horizontal":
            return size[0] - 1 - x, y
        return (x, size[1] - 1 - y) if self.flip == "vertical" else (x, y)

    def _hung(self, x: int, y: int, tile: tuple[int, int]) -> tuple[int, int]:
        """From the chain to the wall."""
        number, x = divmod(x, tile[0])
        row, column = divmod(number, self.across)
        if row % 2 and self.serpentine != "no":
            column = self.across - 1 - column
            if self.serpentine == "turned":
                x, y = tile[0] - 1 - x, tile[1] - 1 - y
        row = self.down - 1 - row if self.bottom_first else row
        return column * tile[0] + x, row * tile[1] + y


@lru_cache(maxsize=16)
def _sources(arrangement: Arrangement, width_px: int, height_px: int) -> tuple[int, ...]:
    """For each pixel of the controller's picture, row by row, the number of the seen pixel."""
    size = (width_px, height_px)
    wire_px, wire_rows = arrangement.wire_size(width_px, height_px)
    places = (arrangement.seen_at(x, y, size) for y in range(wire_rows) for x in range(wire_px))
    return tuple(y * width_px + x for x, y in places)


@lru_cache(maxsize=16)
def _targets(arrangement: Arrangement, width_px: int, height_px: int) -> tuple[int, ...]:
    """The inverse of `_sources`."""
    sources = _sources(arrangement, width_px, height_px)
    return tuple(sorted(range(len(sources)), key=sources.__getitem__))


def _picked(frame: Frame, order: tuple[int, ...], size: tuple[int, int]) -> Frame:
    from signboard.frame.pack import columns_from_dots, dots_from_columns  # noqa: PLC0415 - Pillow, which help does without

    dots = dots_from_columns(frame.planes, frame.width_px, frame.height_px)
    picked = bytes(itemgetter(*order)(dots)) if len(order) > 1 else dots
    return Frame(*size, columns_from_dots(picked, *size, len(frame.planes)))
