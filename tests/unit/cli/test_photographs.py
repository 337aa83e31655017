"""Photographs for the report."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from signboard.cli.photographs import photo_of
from signboard.errors import InputError


def _photo(path: Path, written: str = "") -> Path:
    image = Image.new("RGB", (2000, 1000), "red")
    exif = Image.Exif()
    if written:
        exif[0x0132] = written
    exif[0x010F] = "Secret Camera 123"
    image.save(path, exif=exif)
    return path


def test_the_day_is_the_cameras(tmp_path: Path) -> None:
    """As it wrote it."""
    photo = photo_of(_photo(tmp_path / "bảng.jpg", "2026:11:20 07:30:00"))

    assert photo.taken == "chụp lúc 07:30 ngày 20/11/2026 theo máy ảnh"


def test_without_a_day_it_says_so(tmp_path: Path) -> None:
    """The file's own day is no proof."""
    assert "ảnh không ghi ngày chụp" in photo_of(_photo(tmp_path / "a.jpg", "0000:00:00")).taken


def test_it_is_made_small_and_says_nothing_of_the_camera(tmp_path: Path) -> None:
    """Place, owner and serial number are not for a report."""
    photo = photo_of(_photo(tmp_path / "a.jpg"))

    assert Image.open(BytesIO(photo.raw)).size == (1600, 800)
    assert b"Secret" not in photo.raw


@pytest.mark.parametrize("raw", [b"", b"\xff\xd8\xff\xe0 cut", b"GIF89a", b"%PDF-1.7"])
def test_what_is_no_photograph_is_refused(tmp_path: Path, raw: bytes) -> None:
    """One sentence, exit code 3."""
    path = tmp_path / "a.jpg"
    path.write_bytes(raw)
    with pytest.raises(InputError) as caught:
        photo_of(path)

    assert caught.value.code == "bad_photo"
