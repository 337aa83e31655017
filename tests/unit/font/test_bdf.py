"""Loading BDF: boxes and offsets land in the cell, nothing is cut off, bad files are refused in one sentence."""

import pytest

from signboard.errors import InputError
from signboard.font.bdf import load_bdf
from signboard.font.line import set_line
from signboard.frame import art

HEAD = """STARTFONT 2.1
FONT toy
SIZE 5 75 75
FONTBOUNDINGBOX 4 5 0 -1
STARTPROPERTIES 2
FONT_ASCENT 4
FONT_DESCENT 1
ENDPROPERTIES
CHARS {count}
"""
A_GLYPH = """STARTCHAR a
ENCODING 97
SWIDTH 500 0
DWIDTH 4 0
BBX 3 2 0 0
BITMAP
A0
E0
ENDCHAR
"""


def bdf(*glyphs: str) -> bytes:
    """A whole file of these glyphs."""
    return (HEAD.format(count=len(glyphs)) + "".join(glyphs) + "ENDFONT\n").encode()


def test_places_the_box_on_the_baseline() -> None:
    """A box without offset stands on the baseline at the left edge of a cell as wide as its advance."""
    face = load_bdf(bdf(A_GLYPH), "toy")

    assert (face.name, face.height_px, face.baseline_px) == ("toy", 5, 4)
    assert set_line(face, "a") == art.parse("....\n....\n#.#.\n###.\n....")


def test_places_offsets() -> None:
    """Offsets move the box right and below the baseline."""
    glyph = A_GLYPH.replace("BBX 3 2 0 0", "BBX 3 2 1 -1")

    assert set_line(load_bdf(bdf(glyph), "toy"), "a") == art.parse("....\n....\n....\n.#.#\n.###")


def test_widens_the_cell_for_ink_that_overhangs() -> None:
    """Ink left of the origin or right of the advance makes the cell wider."""
    left = A_GLYPH.replace("BBX 3 2 0 0", "BBX 3 2 -2 0")
    right = A_GLYPH.replace("BBX 3 2 0 0", "BBX 3 2 3 0")

    assert load_bdf(bdf(left), "toy").glyphs["a"].width_px == 6
    assert load_bdf(bdf(right), "toy").glyphs["a"].width_px == 6
    assert set_line(load_bdf(bdf(left), "toy"), "a").lit == 5


def test_heightens_the_cell_for_ink_beyond_ascent_and_descent() -> None:
    """A stacked capital higher than the stated ascent is kept whole."""
    high = A_GLYPH.replace("ENCODING 97", "ENCODING 7844").replace("BBX 3 2 0 0", "BBX 3 2 0 5")
    low = A_GLYPH.replace("BBX 3 2 0 0", "BBX 3 2 0 -3")
    face = load_bdf(bdf(high, low), "toy")

    assert (face.height_px, face.baseline_px) == (10, 7)
    assert set_line(face, "Ấa").lit == 10


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"STARTFONT 2.1\n",
        bdf(),
        bdf(A_GLYPH).replace(b"BBX 3 2 0 0", b"BBX 3 x 0 0"),
        bdf(A_GLYPH).replace(b"BBX 3 2 0 0", b"BBX 3"),
        bdf(A_GLYPH).replace(b"A0\n", b""),
        bdf(A_GLYPH).replace(b"DWIDTH 4", b"DWIDTH 999999999"),
        bdf(A_GLYPH).replace(b"BBX 3 2 0 0", b"BBX 3 2 0 99999"),
        bdf(A_GLYPH)[:-40],
    ],
    ids=["empty", "no_text", "cut", "no_glyphs", "no_number", "short_box", "row_lost", "huge", "far_off", "half"],
)
def test_refuses_what_is_no_font(raw: bytes) -> None:
    """A damaged file is an input error that names the font."""
    with pytest.raises(InputError, match="toy") as caught:
        load_bdf(raw, "toy")

    assert caught.value.code == "bad_font"


@pytest.mark.parametrize("line", ["BBX 2000000000 2000000000 0 0", "BBX 3 2 0 99999999", "BBX 3 900 0 0"])
def test_a_huge_box_is_refused_before_it_is_made(line: str) -> None:
    """A few bytes of a damaged file ask for gigabytes."""
    with pytest.raises(InputError, match="larger than any board") as caught:
        load_bdf(bdf(A_GLYPH.replace("BBX 3 2 0 0", line)), "bomb")

    assert caught.value.code == "bad_font"
