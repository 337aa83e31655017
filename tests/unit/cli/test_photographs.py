"""Photographs for the report."""

import os
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from signboard.cli.photographs import photo_of
from signboard.errors import InputError

SPAN = (date(2026, 11, 15), date(2026, 12, 15))


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
    photo = photo_of(_photo(tmp_path / "bảng.jpg", "2026:11:20 07:30:00"), SPAN, UTC)

    assert photo.taken == "chụp lúc 07:30 ngày 20/11/2026 theo máy ảnh"
    assert not photo.is_outside


@pytest.mark.parametrize("written", ["2019:01:01 00:00:00", "2026:11:14 23:59:59", "2026:12:16 00:00:00"])
def test_a_day_outside_the_span_is_said_beside_it(tmp_path: Path, written: str) -> None:
    """Nobody takes an old photograph for one of these days."""
    photo = photo_of(_photo(tmp_path / "a.jpg", written), SPAN, UTC)

    assert photo.taken.endswith("ngoài thời gian báo cáo")
    assert photo.is_outside


@pytest.mark.parametrize(("saved_day", "is_outside"), [(date(2026, 11, 14), True), (date(2027, 1, 5), False)])
def test_a_file_saved_before_the_span_is_older_than_it(tmp_path: Path, saved_day: date, *, is_outside: bool) -> None:
    """One that was saved later may have been copied then."""
    path = _photo(tmp_path / "a.jpg")
    saved_s = datetime.combine(saved_day, datetime.min.time(), UTC).timestamp()
    os.utime(path, (saved_s, saved_s))

    assert photo_of(path, SPAN, UTC).is_outside is is_outside


def test_without_a_day_it_says_so(tmp_path: Path) -> None:
    """The file's own day is no proof."""
    assert "ảnh không ghi ngày chụp" in photo_of(_photo(tmp_path / "a.jpg", "0000:00:00"), SPAN, UTC).taken


def test_it_is_made_small_and_says_nothing_of_the_camera(tmp_path: Path) -> None:
    """Place, owner and serial number are not for a report."""
    photo = photo_of(_photo(tmp_path / "a.jpg"), SPAN, UTC)

    assert Image.open(BytesIO(photo.raw)).size == (1600, 800)
    assert b"Secret" not in photo.raw


@pytest.mark.parametrize("raw", [b"", b"\xff\xd8\xff\xe0 cut", b"GIF89a", b"%PDF-1.7"])
def test_what_is_no_photograph_is_refused(tmp_path: Path, raw: bytes) -> None:
    """One sentence, exit code 3."""
    path = tmp_path / "a.jpg"
    path.write_bytes(raw)
    with pytest.raises(InputError) as caught:
        photo_of(path, SPAN, UTC)

    assert caught.value.code == "bad_photo"
