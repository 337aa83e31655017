"""Photographs of the real board for the report: dated, made small, without what cameras hide in them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
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


def photo_of(path: Path, span: tuple[date, date], zone: tzinfo) -> Photo:
    """One photograph; one that is not of the span says so.

    Args:
        path: a JPEG, PNG or WebP file.
        span: first and last day of the report.
        zone: of the office, for the day of a file.

    Raises:
        InputError: `file_missing`, `file_unreadable`; `bad_photo`: no picture, damaged, or larger than any camera's.
    """
    raw = read_file(path, _MOST_BYTES)
    try:
        with Image.open(BytesIO(raw), formats=_KINDS) as image:
            taken_at = _taken_at(image)
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
    if taken_at is None:
        told, is_outside = _saved(path, span[0], zone)
    else:
        told = f"chụp lúc {taken_at:%H:%M ngày %d/%m/%Y} theo máy ảnh"
        is_outside = not span[0] <= taken_at.date() <= span[1]
    return Photo(path.name, f"{told}, ngoài thời gian báo cáo" if is_outside else told, out.getvalue(), is_outside)


def _taken_at(image: Image.Image) -> datetime | None:
    """As the camera wrote it, in its own civil time."""
    exif = image.getexif()
    written = str(exif.get_ifd(_EXIF_TAGS).get(_TAKEN) or exif.get(_CHANGED) or "")
    try:
        return datetime.strptime(written[:19], "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - cameras write no zone
    except ValueError:
        return None


def _saved(path: Path, first_day: date, zone: tzinfo) -> tuple[str, bool]:
    """When the file was saved: later than the span is usual, as by copying; before it the photograph is older."""
    changed_at = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=path.stat().st_mtime)).astimezone(zone)
    told = f"tệp lưu lúc {changed_at:%H:%M ngày %d/%m/%Y}; ảnh không ghi ngày chụp"
    return told, changed_at.date() < first_day
