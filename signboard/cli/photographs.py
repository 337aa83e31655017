"""Photographs of the real board for the report: dated, made small, without what cameras hide in them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from signboard.app import read_file
from signboard.errors import N_, InputError
from signboard.report.evidence import Photo

__all__ = ["photo_of"]

_MOST_BYTES = 40 << 20
_MOST_PX = 1600
_EXIF_TAGS = 0x8769
_TAKEN, _CHANGED = 0x9003, 0x0132
_KINDS = ("JPEG", "PNG", "WEBP")


def photo_of(path: Path) -> Photo:
    """One photograph.

    Args:
        path: a JPEG, PNG or WebP file.

    Raises:
        InputError: `file_missing`, `file_unreadable`; `bad_photo`: no picture, damaged, or larger than any camera's.
    """
    raw = read_file(path, _MOST_BYTES)
    try:
        with Image.open(BytesIO(raw), formats=_KINDS) as image:
            taken = _taken(image, path)
            turned = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise InputError(
            N_("{file} is no photograph that can be read (JPEG, PNG or WebP); open it, save it anew and try again."),
            code="bad_photo",
            file=path.name,
        ) from error
    turned.thumbnail((_MOST_PX, _MOST_PX))
    out = BytesIO()
    turned.save(out, "JPEG", quality=85)  # without what the camera wrote: place, owner, serial number
    return Photo(path.name, taken, out.getvalue())


def _taken(image: Image.Image, path: Path) -> str:
    exif = image.getexif()
    written = str(exif.get_ifd(_EXIF_TAGS).get(_TAKEN) or exif.get(_CHANGED) or "")
    try:
        at = datetime.strptime(written[:19], "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - cameras write no zone
    except ValueError:
        changed_at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=path.stat().st_mtime)
        return f"tệp lưu lúc {changed_at.astimezone():%H:%M ngày %d/%m/%Y}; ảnh không ghi ngày chụp"
    return f"chụp lúc {at:%H:%M ngày %d/%m/%Y} theo máy ảnh"
