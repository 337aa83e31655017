"""Other people's fonts to measure ours against, drawn as a careful program would: fitted, at a measured baseline.

They are read where Debian's packages put them (unifont, fonts-dejavu-core, fonts-noto-core); one that is not there is
left out. UW ttyp0 is in no package of Debian, PyPI or npm: whoever has its files names them with `--beside`.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from signboard.files import fonts_dir
from signboard.font.bdf import load_bdf
from signboard.font.face import Face, Glyph
from signboard.font.letters import ALPHABET
from signboard.frame.frame import column_stride

__all__ = ["Peer", "peers"]

_CHARS = sorted({*ALPHABET, *map(chr, range(32, 127)), *"–“”…\u2018\u2019"})
_TRUETYPE = Path("/usr/share/fonts/truetype")
_UNIFONT = Path("/usr/share/unifont/unifont.hex")
_DEEP_PX = 100


@dataclass(frozen=True, slots=True)
class Peer:
    """A font of other people.

    Attributes:
        name: with the size that is fitted, `DejaVu Sans 11`.
        rows_px: rows of the board that it is measured for.
        face: the font, drawn.
        digest: first 12 digits of the file's SHA-256.
    """

    name: str
    rows_px: int
    face: Face
    digest: str


def peers(beside: Sequence[tuple[int, Path]] = ()) -> list[Peer]:
    """The fonts that are there, then those that somebody has beside them: (rows, BDF file)."""
    known = (
        (16, "misc-fixed 9x15", fonts_dir() / "misc-fixed-9x15" / "9x15.bdf", _bdf),
        (16, "Unifont", _UNIFONT, _unifont),
        (16, "DejaVu Sans 11", _TRUETYPE / "dejavu" / "DejaVuSans.ttf", _fitted(11, 16)),
        (24, "Noto Sans Bold 18", _TRUETYPE / "noto" / "NotoSans-Bold.ttf", _fitted(18, 24)),
        (32, "Noto Sans 24", _TRUETYPE / "noto" / "NotoSans-Regular.ttf", _fitted(24, 32)),
    )
    found = [(rows, name, source, load) for rows, name, source, load in known if source.is_file()]
    found += [(rows, path.stem, path, _bdf) for rows, path in beside]
    return [Peer(name, rows, load(source), _digest(source)) for rows, name, source, load in found]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def _bdf(path: Path) -> Face:
    return load_bdf(path.read_bytes(), path.stem)


def _unifont(path: Path) -> Face:
    """GNU Unifont's cells of 8x16; the hexadecimal file has one character a line."""
    glyphs = {}
    for line in path.read_text(encoding="ascii").splitlines():
        code, _, bits = line.partition(":")
        char = chr(int(code, base=16))
        if char in _CHARS and len(bits) == 2 * 16:
            rows = bytes.fromhex(bits)
            columns = [sum((row >> (7 - x) & 1) << y for y, row in enumerate(rows)) for x in range(8)]
            glyphs[char] = Glyph(char, 8, b"".join(column.to_bytes(2, "little") for column in columns))
    return Face("unifont", 16, 14, glyphs)


def _fitted(size_px: int, rows_px: int) -> Callable[[Path], Face]:
    """An outline font at a size whose tallest letter and lowest dot fit, in the middle of the rows."""

    def load(path: Path) -> Face:
        font = ImageFont.truetype(path, size_px, layout_engine=ImageFont.Layout.BASIC)
        pictures = {char: _picture(font, char) for char in _CHARS}
        boxes = [box for char in ALPHABET if (box := pictures[char].getbbox())]
        top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
        first = top - (rows_px - (bottom - top)) // 2
        glyphs = {char: _cell(picture, char, first, rows_px) for char, picture in pictures.items()}
        return Face(path.stem, rows_px, _DEEP_PX - first, glyphs)

    return load


def _picture(font: ImageFont.FreeTypeFont, char: str) -> Image.Image:
    """One character as wide as its advance, its baseline at a known depth."""
    image = Image.new("1", (round(font.getlength(char)), 2 * _DEEP_PX))
    ImageDraw.Draw(image).text((0, _DEEP_PX), char, font=font, fill=1, anchor="ls")
    return image


def _cell(picture: Image.Image, char: str, first: int, rows_px: int) -> Glyph:
    """The rows of a board cut out of the picture."""
    stride = column_stride(rows_px)
    columns = (sum(bool(picture.getpixel((x, first + y))) << y for y in range(rows_px)) for x in range(picture.width))
    return Glyph(char, picture.width, b"".join(column.to_bytes(stride, "little") for column in columns))
