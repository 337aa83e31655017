"""Write a face as a BDF font (Glyph Bitmap Distribution Format 2.1), always the same bytes for the same face. Pure.

Each glyph's box is its whole cell, so that every reader places it alike; SIZE and PIXEL_SIZE are the cell's height at
72 dpi, which is what FreeType (and with it Pillow) needs to open the font at exactly that size.
"""

import unicodedata

from signboard.font.face import Face, Glyph
from signboard.frame.pack import rows_from_columns

__all__ = ["write_bdf"]


def write_bdf(face: Face, *, family: str, weight: str = "Medium", width: str = "Normal", notice: str = "") -> bytes:
    """The bytes of a BDF file.

    Args:
        face: the face; its name becomes the font's own.
        family: word of the X logical font description, `Signboard`.
        weight: likewise, `Medium` or `Bold`.
        width: likewise, `Normal` or `SemiCondensed`.
        notice: copyright and licence in one line.
    """
    descent_px = face.height_px - face.baseline_px
    widest_px = max(glyph.width_px for glyph in face.glyphs.values())
    mean_tenths = round(10 * sum(glyph.width_px for glyph in face.glyphs.values()) / len(face.glyphs))
    size = face.height_px
    xlfd = f"-signboard-{family}-{weight}-R-{width}--{size}-{size * 10}-72-72-P-{mean_tenths}-ISO10646-1"
    properties = {
        "FAMILY_NAME": f'"{family}"',
        "WEIGHT_NAME": f'"{weight}"',
        "SLANT": '"R"',
        "SETWIDTH_NAME": f'"{width}"',
        "PIXEL_SIZE": size,
        "POINT_SIZE": size * 10,
        "RESOLUTION_X": 72,
        "RESOLUTION_Y": 72,
        "SPACING": '"P"',
        "AVERAGE_WIDTH": mean_tenths,
        "CHARSET_REGISTRY": '"ISO10646"',
        "CHARSET_ENCODING": '"1"',
        "FONT_ASCENT": face.baseline_px,
        "FONT_DESCENT": descent_px,
        "COPYRIGHT": f'"{notice}"',
    }
    lines = [
        "STARTFONT 2.1",
        f"FONT {xlfd}",
        f"SIZE {size} 72 72",
        f"FONTBOUNDINGBOX {widest_px} {size} 0 {-descent_px}",
        f"STARTPROPERTIES {len(properties)}",
        *(f"{key} {value}" for key, value in properties.items()),
        "ENDPROPERTIES",
        f"CHARS {len(face.glyphs)}",
    ]
    for char in sorted(face.glyphs):
        lines += _glyph_lines(face, face.glyphs[char])
    return ("\n".join([*lines, "ENDFONT"]) + "\n").encode("utf-8")


def _glyph_lines(face: Face, glyph: Glyph) -> list[str]:
    """STARTCHAR to ENDCHAR."""
    rows = rows_from_columns(glyph.columns, glyph.width_px, face.height_px)
    row_bytes = (glyph.width_px + 7) // 8
    return [
        f"STARTCHAR {unicodedata.name(glyph.char, f'U+{ord(glyph.char):04X}').replace(' ', '_')}",
        f"ENCODING {ord(glyph.char)}",
        f"SWIDTH {round(1000 * glyph.width_px / face.height_px)} 0",
        f"DWIDTH {glyph.width_px} 0",
        f"BBX {glyph.width_px} {face.height_px} 0 {face.baseline_px - face.height_px}",
        "BITMAP",
        *(rows[at : at + row_bytes].hex().upper() for at in range(0, len(rows), row_bytes)),
        "ENDCHAR",
    ]
