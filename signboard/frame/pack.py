"""Bit order: the only place that turns a plane's packed columns into other layouts, and back.

Boards differ in direction (rows or columns), in which bit is leftmost and in whether 1 means lit. The turn is a
transposition through Pillow's 1-bit images (C code, about 30 µs for 128x32); everything else is bytes methods.
"""

from PIL import Image

from signboard.frame.frame import column_stride

__all__ = ["columns_from_rows", "invert", "rows_from_columns"]

_INVERT = bytes(255 - value for value in range(256))


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
