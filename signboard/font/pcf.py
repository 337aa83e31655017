"""Load a face from a PCF font (X11's Portable Compiled Format), also packed by gzip.

FreeType draws the pixels; which characters there are, how high the font is and whether it is in Unicode's order is read
here, from three of the file's tables (layout: FreeType's `pcfread.c` and the X11 documents agree on it).
"""

import struct

from signboard.font.face import Face
from signboard.font.freetype import COMMON
from signboard.font.outline import strike_face

__all__ = ["MAGIC", "load_pcf"]

MAGIC = b"\x01fcp"
_PROPERTIES, _ACCELERATORS, _ENCODINGS = 1, 2, 32
_BIG_ENDIAN = 4
_ABSENT = 0xFFFF
_LAST_BYTE = 0xFF
_LIMIT_PX = 2048
_SIZES_AWAY = (0, 1, -1, 2, -2, 3, -3)


def load_pcf(raw: bytes, name: str) -> Face:
    """The face in these bytes.

    Raises:
        ValueError, OSError, struct.error: the file is damaged, or its characters are not in Unicode's order.
    """
    tables = _tables(raw)
    registry = _properties(raw, tables[_PROPERTIES])
    if registry not in {("ISO10646", "1"), ("ISO8859", "1")}:
        raise ValueError(f"characters in the order of {'-'.join(registry)}, not of Unicode (ISO10646-1)")
    chars = sorted(COMMON & set(_chars(raw, tables[_ENCODINGS])))
    height_px = _height_px(raw, tables[_ACCELERATORS])
    if not 0 < height_px <= _LIMIT_PX:
        raise ValueError(f"a height of {height_px} rows")
    for away in _SIZES_AWAY:
        try:
            return strike_face(raw, name, max(1, height_px + away), chars)
        except OSError:
            continue
    raise ValueError(f"no size near {height_px}")


def _tables(raw: bytes) -> dict[int, int]:
    """Kind of table → where it begins."""
    (count,) = struct.unpack_from("<I", raw, 4)
    entries = (struct.unpack_from("<IIII", raw, 8 + 16 * number) for number in range(min(count, 64)))
    return {kind: offset for kind, _form, _size, offset in entries}


def _order(raw: bytes, offset: int) -> str:
    """How the table's numbers are written; its first one, the form, says so and is little-endian itself."""
    (form,) = struct.unpack_from("<I", raw, offset)
    return ">" if form & _BIG_ENDIAN else "<"


def _properties(raw: bytes, offset: int) -> tuple[str, str]:
    """Registry and encoding of the characters."""
    order = _order(raw, offset)
    (count,) = struct.unpack_from(f"{order}i", raw, offset + 4)
    count = min(count, 1024)
    strings = offset + 8 + (9 * count + 3) // 4 * 4 + 4
    found = {}
    for number in range(count):
        name, is_text, value = struct.unpack_from(f"{order}iBi", raw, offset + 8 + 9 * number)
        if is_text:
            found[_text(raw, strings + name)] = _text(raw, strings + value)
    return found.get("CHARSET_REGISTRY", "?").upper(), found.get("CHARSET_ENCODING", "?")


def _text(raw: bytes, at: int) -> str:
    return raw[at : raw.index(0, at)].decode("latin-1")


def _height_px(raw: bytes, offset: int) -> int:
    order = _order(raw, offset)
    ascent_px, descent_px = struct.unpack_from(f"{order}ii", raw, offset + 12)
    return int(ascent_px + descent_px)


def _chars(raw: bytes, offset: int) -> list[str]:
    order = _order(raw, offset)
    low_first, low_last, high_first, high_last, _default = struct.unpack_from(f"{order}5H", raw, offset + 4)
    if max(low_last, high_last) > _LAST_BYTE:
        raise ValueError(f"characters in rows up to {high_last} and columns up to {low_last}, beyond 255")
    codes = [high << 8 | low for high in range(high_first, high_last + 1) for low in range(low_first, low_last + 1)]
    glyphs = struct.unpack_from(f"{order}{len(codes)}H", raw, offset + 14)
    return [chr(code) for code, glyph in zip(codes, glyphs, strict=True) if glyph != _ABSENT]
