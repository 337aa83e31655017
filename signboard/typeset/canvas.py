"""Canvas: the board as the typesetter sees it, with its rows parted into lines, and the colour of the ink.

Lines are counted by the face's height and spread evenly: a face of 15 rows has one line on 16 rows, two lines of 16
rows on 32, three on 48. Fewer lines than that are centred as a block.
"""

from dataclasses import dataclass

from signboard.errors import N_, InputError
from signboard.font.face import Face
from signboard.frame.frame import Colour, Frame

__all__ = ["Canvas"]

_INKS = ".RGYBMCW"


@dataclass(frozen=True, slots=True)
class Canvas:
    """Size, colour and ink of a board.

    Attributes:
        width_px: columns.
        height_px: rows.
        colour: what the board can light.
        ink: colour of the text, a letter of text art: `R G Y`, on RGB boards also `B M C W`; mono boards ignore it.
    """

    width_px: int
    height_px: int
    colour: Colour = Colour.MONO
    ink: str = "R"

    def __post_init__(self) -> None:
        if self.width_px < 1 or self.height_px < 1:
            raise ValueError(f"impossible canvas: {self.width_px}x{self.height_px}")
        if self.colour is not Colour.MONO and not 0 < _INKS.find(self.ink) < 1 << self.colour.value:
            raise ValueError(f"no ink {self.ink!r} on a {self.colour.name} canvas")

    def lines(self, face: Face) -> int:
        """How many lines of the face fit, at least one.

        Raises:
            InputError: `face_too_high`, with both heights.
        """
        if face.height_px > self.height_px:
            raise InputError(
                N_("The font {font} is {found} rows high and the board has {due}; choose a lower font."),
                code="face_too_high",
                font=face.name,
                found=face.height_px,
                due=self.height_px,
            )
        return self.height_px // face.height_px

    def tops_px(self, face: Face, lines: int) -> tuple[int, ...]:
        """The first row of each of so many lines (1 up to `lines(face)`), the block centred on the board."""
        pitch_px = self.height_px // self.lines(face)
        first_px = (self.height_px - lines * pitch_px) // 2 + (pitch_px - face.height_px) // 2
        return tuple(first_px + line * pitch_px for line in range(lines))

    def frame(self, plane: bytes, width_px: int | None = None, ink: str = "") -> Frame:
        """Packed columns as high as the board, in the ink's colour.

        Args:
            plane: what the ink lights.
            width_px: columns of the plane; None: the board's width.
            ink: another ink than the canvas' own.
        """
        width_px = self.width_px if width_px is None else width_px
        if self.colour is Colour.MONO:
            return Frame(width_px, self.height_px, (plane,))
        bits = _INKS.index(ink or self.ink)
        dark = bytes(len(plane))
        planes = tuple(plane if bits >> i & 1 else dark for i in range(self.colour.value))
        return Frame(width_px, self.height_px, planes)
