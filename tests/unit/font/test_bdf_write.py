"""BDF writing: what is written is read back as the same face, and the same face gives the same bytes."""

import io

from PIL import ImageFont

from signboard.font.bdf import load_bdf
from signboard.font.bdf_write import write_bdf
from signboard.font.face import Face, Glyph

FACE = Face(
    "tiny",
    10,
    8,
    {"Ờ": Glyph("Ờ", 9, bytes(range(18))[:17] + b"\x01"), "a": Glyph("a", 3, b"\xff\x03\x00\x00\x01\x02")},
)


def test_is_read_back_as_the_same_face() -> None:
    """Cells, widths and baseline survive."""
    face = load_bdf(write_bdf(FACE, family="Tiny"), "tiny")

    assert (face.height_px, face.baseline_px) == (10, 8)
    assert face.glyphs["a"] == FACE.glyphs["a"]


def test_gives_the_same_bytes_whatever_order_the_glyphs_came_in() -> None:
    """Builds are byte-identical."""
    turned = Face("tiny", 10, 8, dict(sorted(FACE.glyphs.items())))

    assert write_bdf(turned, family="Tiny") == write_bdf(FACE, family="Tiny")


def test_opens_in_freetype_at_the_height_of_its_cell() -> None:
    """Sizes agree, so that Pillow accepts the file."""
    font = ImageFont.truetype(io.BytesIO(write_bdf(FACE, family="Tiny")), 10)

    assert font.getlength("a") == 3


def test_carries_the_notice() -> None:
    """The licence travels inside the file."""
    assert b'COPYRIGHT "free"' in write_bdf(FACE, family="Tiny", notice="free")
