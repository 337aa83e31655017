"""`python -m bench misc-fixed 9x15.pcf.gz`: make `9x15.bdf` from X11's misc-fixed 9x15, a subset, glyphs unchanged.

The compiled font is `/usr/share/fonts/X11/misc/9x15.pcf.gz` of Debian's xfonts-base. FreeType reads it through Pillow;
each glyph is written with its tight bounding box.
"""

import argparse
import gzip
import io
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from signboard.files import fonts_dir

__all__ = ["main"]

ASCENT_PX, DESCENT_PX, ADVANCE_PX = 12, 3, 9
_BASES = "AĂÂEÊIOÔƠUƯY"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_QUOTES_AND_DASHES = (*range(0x2010, 0x2016), *range(0x2018, 0x2020))
_SIGNS = "†‡•…‰″₫€№™←↑→↓≈≠≤≥■□▪●○★☆♥\N{PRIME}\N{MINUS SIGN}\u2039\u203a"


def letters() -> list[str]:
    """Every Vietnamese letter of both cases, Đ and plain vowels included."""
    capitals = [unicodedata.normalize("NFC", base + tone) for base in _BASES for tone in _TONES] + ["Đ"]
    return capitals + [letter.lower() for letter in capitals]


def wanted() -> list[str]:
    """ASCII, Latin-1 but for the soft hyphen (nothing to see), the Vietnamese letters, typographic marks, ₫ and €."""
    codes = (*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x100), *_QUOTES_AND_DASHES)
    return sorted({*map(chr, codes), *letters(), *_SIGNS})


def glyph_lines(char: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """One character's BDF record, tightly boxed."""
    cell = Image.new("1", (ADVANCE_PX, ASCENT_PX + DESCENT_PX))
    ImageDraw.Draw(cell).text((0, 0), char, font=font, fill=1)
    left, top, right, bottom = cell.getbbox() or (0, ASCENT_PX - 1, 1, ASCENT_PX)
    box = cell.crop((left, top, right, bottom))
    stride = (box.width + 7) // 8
    rows = [box.tobytes()[row * stride : (row + 1) * stride].hex().upper() for row in range(box.height)]
    return [
        f"STARTCHAR U+{ord(char):04X}",
        f"ENCODING {ord(char)}",
        f"SWIDTH {ADVANCE_PX * 1000 // (ASCENT_PX + DESCENT_PX)} 0",
        f"DWIDTH {ADVANCE_PX} 0",
        f"BBX {box.width} {box.height} {left} {ASCENT_PX - bottom}",
        "BITMAP",
        *rows,
        "ENDCHAR",
    ]


def bdf(font: ImageFont.FreeTypeFont) -> str:
    """The whole file. A character that the source lacks (drawn like U+FFFF) is left out and named on stderr."""
    lacking = bytes(font.getmask("\uffff", mode="1"))
    chars = [char for char in wanted() if char.isspace() or bytes(font.getmask(char, mode="1")) != lacking]
    if left_out := sorted(set(wanted()) - set(chars)):
        sys.stderr.write(f"not in the source font: {' '.join(left_out)}\n")
    height_px = ASCENT_PX + DESCENT_PX
    head = [
        "STARTFONT 2.1",
        "COMMENT Public domain font.  Share and enjoy.",
        "COMMENT A subset of X11 misc-fixed 9x15 (font-misc-misc), made by bench/misc_fixed.py; glyphs unchanged.",
        "FONT -Misc-Fixed-Medium-R-Normal--15-140-75-75-C-90-ISO10646-1",
        f"SIZE {height_px} 75 75",
        f"FONTBOUNDINGBOX {ADVANCE_PX} {height_px} 0 -{DESCENT_PX}",
        "STARTPROPERTIES 4",
        f"PIXEL_SIZE {height_px}",
        f"FONT_ASCENT {ASCENT_PX}",
        f"FONT_DESCENT {DESCENT_PX}",
        'COPYRIGHT "Public domain font.  Share and enjoy."',
        "ENDPROPERTIES",
        f"CHARS {len(chars)}",
    ]
    body = [line for char in chars for line in glyph_lines(char, font)]
    return "\n".join([*head, *body, "ENDFONT", ""])


def main(words: Sequence[str] | None = None) -> None:
    """Write `fonts/misc-fixed-9x15/9x15.bdf`."""
    parser = argparse.ArgumentParser(prog="python -m bench misc-fixed", description=__doc__)
    parser.add_argument("source", type=Path, help="X11's 9x15.pcf.gz")
    compiled = gzip.decompress(parser.parse_args(words).source.read_bytes())
    font = ImageFont.truetype(io.BytesIO(compiled), ASCENT_PX + DESCENT_PX, layout_engine=ImageFont.Layout.BASIC)
    (fonts_dir() / "misc-fixed-9x15" / "9x15.bdf").write_text(bdf(font), encoding="ascii")
