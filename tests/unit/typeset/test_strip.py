"""Strips: the whole line, as high as the board, in the middle."""

import pytest
from eye import read_strip
from shipped import face_9x15

from signboard.errors import InputError
from signboard.font.line import set_line
from signboard.frame.frame import Colour
from signboard.typeset.canvas import Canvas
from signboard.typeset.strip import set_strip

TEXT = "Đảm bảo an sinh xã hội, tăng quyền năng và tạo cơ hội cho phụ nữ và trẻ em gái"


@pytest.mark.parametrize(("height_px", "top_px"), [(15, 0), (16, 0), (24, 4), (32, 8), (48, 16)])
def test_stands_in_the_middle(height_px: int, top_px: int) -> None:
    """The strip is board-high; read back at its middle rows it gives the text."""
    strip = set_strip(TEXT, face_9x15(), Canvas(64, height_px))

    assert (strip.height_px, strip.width_px) == (height_px, 9 * len(TEXT))
    assert read_strip(strip, face_9x15(), top_px) == TEXT


def test_loses_no_pixel() -> None:
    """All ink of the line is in the strip."""
    assert set_strip(TEXT, face_9x15(), Canvas(64, 32)).lit == set_line(face_9x15(), TEXT).lit


def test_lights_the_ink() -> None:
    """A yellow strip lights red and green."""
    strip = set_strip("Ấ", face_9x15(), Canvas(64, 16, Colour.RGB, "Y"))

    assert strip.planes[0] == strip.planes[1] == set_line(face_9x15(), "Ấ").planes[0]
    assert not any(strip.planes[2])


def test_names_what_it_cannot_draw() -> None:
    """A missing glyph is an error here too."""
    with pytest.raises(InputError, match=r"U\+1F339"):
        set_strip("hoa 🌹", face_9x15(), Canvas(64, 16))
