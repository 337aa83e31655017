"""Text art: a frame as rows of characters, both ways.

Mono: `#` lit, `.` dark. Colour boards use the letters of additive light: `R G B`, `Y` red+green, `C` green+blue,
`M` red+blue, `W` all three; a dual-colour frame uses `R G Y`. Rows end with a line feed when drawn as a text; pages
of a message are parted by one blank line.
"""

from collections.abc import Iterable, Sequence

from signboard.errors import N_, InputError
from signboard.frame.frame import Colour, Frame, column_stride

__all__ = ["draw", "draw_pages", "parse", "parse_rows"]

_MONO = ".#"
_LETTERS = ".RGYBMCW"  # index bits: 1 red, 2 green, 4 blue


def draw(frame: Frame) -> str:
    """The frame as text art, top row first, rows parted by line feeds, no line feed at the end."""
    alphabet = _MONO if frame.colour is Colour.MONO else _LETTERS
    rows = []
    for y in range(frame.height_px):
        row = [
            alphabet[sum(frame.pixel(x, y, plane) << plane for plane in range(len(frame.planes)))]
            for x in range(frame.width_px)
        ]
        rows.append("".join(row))
    return "\n".join(rows)


def draw_pages(frames: Iterable[Frame]) -> str:
    """Several frames, one blank line between two of them."""
    return "\n\n".join(draw(frame) for frame in frames)


def parse(text: str, colour: Colour | None = None) -> Frame:
    """Text art to a frame; the inverse of `draw`.

    Raises:
        InputError: `bad_art`, naming line and character, or rows of unequal length.
    """
    return parse_rows([line.rstrip("\r") for line in text.strip("\n").split("\n")], colour)


def parse_rows(rows: Sequence[str], colour: Colour | None = None) -> Frame:
    """Rows of text art, top row first. `colour=None`: DUAL or RGB where their letters occur, else MONO."""
    if not rows or not rows[0]:
        raise InputError(N_("The picture is empty; draw rows of '#' and '.'."), code="bad_art")
    if colour is None:
        used = set("".join(rows))
        colour = Colour.RGB if used & set("BMCW") else Colour.DUAL if used & set("RGY") else Colour.MONO
    alphabet = _MONO if colour is Colour.MONO else _LETTERS[: 1 << colour.value]
    width_px, height_px = len(rows[0]), len(rows)
    stride = column_stride(height_px)
    planes = [bytearray(stride * width_px) for _ in range(colour.value)]
    for y, row in enumerate(rows):
        if len(row) != width_px:
            raise InputError(
                N_("Row {row} of the picture has {found} characters where the first row has {due}; make them equal."),
                code="bad_art",
                row=y + 1,
                found=len(row),
                due=width_px,
            )
        for x, character in enumerate(row):
            value = alphabet.find(character)
            if value < 0:
                raise InputError(
                    N_("Row {row} of the picture has '{character}' at column {column}; use only {alphabet}."),
                    code="bad_art",
                    row=y + 1,
                    column=x + 1,
                    character=character,
                    alphabet=alphabet,
                )
            for plane in range(colour.value):
                if value >> plane & 1:
                    planes[plane][x * stride + y // 8] |= 1 << (y % 8)
    return Frame(width_px, height_px, tuple(bytes(plane) for plane in planes))
