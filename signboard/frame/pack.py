"""Bit order: the only place that turns a plane's packed columns into other layouts, and back.

Boards differ in direction (rows or columns), in which bit is leftmost and in whether 1 means lit. The turn is a
transposition through Pillow's 1-bit images (C code, about 30 µs for 128x32); everything else is bytes methods.
"""

from collections.abc import Sequence

from PIL import Image

from signboard.frame.frame import column_stride

__all__ = [
    "bands_from_columns",
    "bits_from_dots",
    "columns_from_bands",
    "columns_from_dots",
    "columns_from_rgb",
    "columns_from_rows",
    "dots_from_bits",
    "dots_from_columns",
    "invert",
    "rgb_from_columns",
    "rows_from_columns",
    "swap_words",
]

_INVERT = bytes(255 - value for value in range(256))
_SAME = list(range(256))
_LIT_AS = [bytes([0] * 128 + [1 << plane] * 128) for plane in range(3)]
_IS_BRIGHT = [0] * 128 + [255] * 128
_IS_LIT = [bytes(255 * (value >> plane & 1) for value in range(256)) for plane in range(3)]


def invert(data: bytes) -> bytes:
    """Every bit flipped (boards on which 0 means lit)."""
    return data.translate(_INVERT)


def rows_from_columns(plane: bytes, width_px: int, height_px: int, *, lead_px: int = 0) -> bytes:
    """Packed columns → rows top to bottom, most significant bit leftmost, each row padded to whole bytes with 0.

    Args:
        plane: a plane of a `Frame`.
        width_px: pixels per row.
        height_px: number of rows.
        lead_px: dark pixels in front of every row (boards that align rows to the screen, not to the area).
    """
    if width_px + lead_px == 0:
        return b""
    stride = column_stride(height_px)
    columns = bytes(lead_px * stride) + plane
    turned = Image.frombytes("1", (stride * 8, lead_px + width_px), columns, "raw", "1;R")
    rows = turned.transpose(Image.Transpose.TRANSPOSE).tobytes()
    return rows[: (lead_px + width_px + 7) // 8 * height_px]


def columns_from_rows(rows: bytes, width_px: int, height_px: int, *, lead_px: int = 0) -> bytes:
    """The inverse of `rows_from_columns`; `lead_px` columns are dropped and padding bits ignored.

    Raises:
        ValueError: `rows` has the wrong length.
    """
    stride = column_stride(height_px)
    row_bytes = (lead_px + width_px + 7) // 8
    if len(rows) != row_bytes * height_px:
        raise ValueError(f"{len(rows)} bytes of rows; {row_bytes * height_px} are due")
    if width_px == 0:
        return b""
    padded = rows + bytes(row_bytes * (stride * 8 - height_px))
    image = Image.frombytes("1", (row_bytes * 8, stride * 8), padded)
    turned = image.transpose(Image.Transpose.TRANSPOSE).tobytes("raw", "1;R")
    return turned[lead_px * stride : (lead_px + width_px) * stride]


def swap_words(rows: bytes) -> bytes:
    """The four bytes of every 32-bit word in reverse (boards that send words little-endian); its own inverse.

    Raises:
        ValueError: `rows` is no whole number of words.
    """
    if len(rows) % 4:
        raise ValueError(f"{len(rows)} bytes are no whole number of 32-bit words")
    out = bytearray(len(rows))
    out[0::4], out[1::4], out[2::4], out[3::4] = rows[3::4], rows[2::4], rows[1::4], rows[0::4]
    return bytes(out)


def rgb_from_columns(planes: tuple[bytes, ...], width_px: int, height_px: int) -> bytes:
    """Three planes → rows top to bottom, three bytes R G B for each pixel, FF = lit."""
    size = (width_px, height_px)
    lit = [Image.frombytes("1", size, rows_from_columns(plane, *size)).convert("L") for plane in planes]
    return Image.merge("RGB", lit).tobytes()


def columns_from_rgb(pixels: bytes, width_px: int, height_px: int) -> tuple[bytes, ...]:
    """The inverse of `rgb_from_columns`; a colour is lit from half its brightness (80) on.

    Raises:
        ValueError: `pixels` has the wrong length.
    """
    size = (width_px, height_px)
    if len(pixels) != 3 * width_px * height_px:
        raise ValueError(f"{len(pixels)} bytes of pixels; {3 * width_px * height_px} are due")
    bands = Image.frombytes("RGB", size, pixels).split()
    rows = [band.point(_IS_BRIGHT, mode="1").tobytes() for band in bands]
    return tuple(columns_from_rows(row, *size) for row in rows)


def bands_from_columns(plane: bytes, height_px: int, band_px: int) -> list[bytes]:
    """Packed columns → bands of `band_px` (at most 8) rows from the top: one byte per column, bit 0 the topmost row.

    Rows below the picture are dark.
    """
    stride, mask = column_stride(height_px), (1 << band_px) - 1
    columns = [int.from_bytes(plane[at : at + stride], "little") for at in range(0, len(plane), stride)]
    return [bytes(column >> top & mask for column in columns) for top in range(0, height_px, band_px)]


def columns_from_bands(bands: Sequence[bytes], height_px: int, band_px: int) -> bytes:
    """The inverse of `bands_from_columns`; bits beyond a band and rows below the picture are ignored.

    Raises:
        ValueError: bands of unequal length.
    """
    stride, mask, full = column_stride(height_px), (1 << band_px) - 1, (1 << height_px) - 1
    columns = []
    for octets in zip(*bands, strict=True):
        column = sum((octet & mask) << (number * band_px) for number, octet in enumerate(octets))
        columns.append((column & full).to_bytes(stride, "little"))
    return b"".join(columns)


def dots_from_columns(planes: Sequence[bytes], width_px: int, height_px: int) -> bytes:
    """Planes → one byte per pixel, rows top to bottom, left to right; bit n of a byte is lit by plane n."""
    size = (width_px, height_px)
    total = 0
    for number, plane in enumerate(planes):
        lit = Image.frombytes("1", size, rows_from_columns(plane, *size)).convert("L").tobytes()
        total |= int.from_bytes(lit.translate(_LIT_AS[number]), "big")
    return total.to_bytes(width_px * height_px, "big")


def columns_from_dots(dots: bytes, width_px: int, height_px: int, count: int) -> tuple[bytes, ...]:
    """The inverse of `dots_from_columns` for `count` planes.

    Raises:
        ValueError: `dots` has the wrong length.
    """
    if len(dots) != width_px * height_px:
        raise ValueError(f"{len(dots)} dots; {width_px * height_px} are due")
    size = (width_px, height_px)
    rows = [Image.frombytes("1", size, bits_from_dots(dots, width_px, number)).tobytes() for number in range(count)]
    return tuple(columns_from_rows(row, *size) for row in rows)


def bits_from_dots(dots: bytes, row_px: int, plane: int = 0, *, mode: str = "1") -> bytes:
    """One plane of `dots` as packed rows of `row_px`; `mode` is `1` (leftmost highest) or `1;R` (leftmost lowest)."""
    lit = dots.translate(_IS_LIT[plane])
    return Image.frombytes("L", (row_px, len(dots) // row_px), lit).point(_SAME, mode="1").tobytes("raw", mode)


def dots_from_bits(packed: bytes, count: int) -> bytes:
    """The first `count` bits, lowest bit of each byte first, as one byte 0 or 1 each."""
    return Image.frombytes("1", (count, 1), packed, "raw", "1;R").convert("L").tobytes().translate(_LIT_AS[0])
