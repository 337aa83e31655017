"""QR: read back from the drawn picture by a decoder of another house; refused with figures where there is no room."""

import pytest
import zxingcpp
from PIL import Image

from signboard.errors import InputError
from signboard.frame import art
from signboard.frame.frame import Colour, Frame
from signboard.frame.pack import rows_from_columns
from signboard.typeset.canvas import Canvas
from signboard.typeset.qr import QUIET, set_qr

ADDRESS = "https://vwa.gov.vn"


def read(frame: Frame, plane: int = 0, scale: int = 4) -> str | None:
    """What a camera would read on a dark board."""
    size = (frame.width_px, frame.height_px)
    code = Image.frombytes("1", size, rows_from_columns(frame.planes[plane], *size)).convert("L")
    board = Image.new("L", (frame.width_px + 20, frame.height_px + 4))
    board.paste(code, (10, 2))
    found = zxingcpp.read_barcode(board.resize((board.width * scale, board.height * scale)), try_invert=False)
    return found.text if found else None


@pytest.mark.parametrize("size", [(96, 32), (128, 32), (192, 48), (256, 64), (192, 96)], ids=str)
@pytest.mark.parametrize("colour", list(Colour))
def test_a_decoder_reads_it(size: tuple[int, int], colour: Colour) -> None:
    """On every plane of every board with room, at whole pixels a module."""
    code = set_qr(ADDRESS, Canvas(*size, colour))

    assert {read(code.frame, plane) for plane in range(colour.value)} == {ADDRESS}
    assert code.frame.width_px == code.frame.height_px == (17 + 4 * code.version + 2 * QUIET) * code.module_px


def test_the_decoder_can_fail() -> None:
    """The control: with one finder pattern painted over the same code is not found."""
    code = set_qr(ADDRESS, Canvas(96, 32))
    spoilt = code.frame.paste(art.parse("\n".join(["#" * 11] * 11)), 0, 0)

    assert (read(code.frame), read(spoilt)) == (ADDRESS, None)


def test_version_and_level_are_stated() -> None:
    """The smallest version, and the highest level that it still allows."""
    code = set_qr("HTTPS://A.VN", Canvas(96, 32))

    assert (code.version, code.level, code.module_px) == (1, "Q", 1)


@pytest.mark.parametrize(
    ("content", "size", "found"),
    [(ADDRESS, (96, 16), 16), (ADDRESS, (48, 32), 24), ("https://example.gov.vn/binh-dang-gioi", (96, 32), 32)],
)
def test_no_room_is_told_with_figures(content: str, size: tuple[int, int], found: int) -> None:
    """Modules of the code, pixels that it needs and that the board has."""
    with pytest.raises(InputError) as caught:
        set_qr(content, Canvas(*size))

    assert caught.value.code == "qr_no_room"
    assert caught.value.fields["found"] == found
    assert str(caught.value.fields["due"]) in str(caught.value)


def test_what_no_code_holds_is_refused() -> None:
    """Beyond version 40."""
    with pytest.raises(InputError) as caught:
        set_qr("a" * 5000, Canvas(96, 32))

    assert caught.value.code == "qr_too_long"
