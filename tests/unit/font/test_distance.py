"""Distances between glyphs: counted pixels, blurred pixels, both after the best sideways shift."""

import pytest

from signboard.font.distance import lit_points, outline
from signboard.font.face import Face, Glyph


def face(*columns: str) -> Face:
    """A face of 8-row glyphs `a`, `b`, …: each given as columns of bits, topmost first, parted by blanks."""
    glyphs = {}
    for char, text in zip("abcdef", columns, strict=False):
        packed = bytes(int(column[::-1], 2) for column in text.split())
        glyphs[char] = Glyph(char, len(packed), packed)
    return Face("toy", 8, 8, glyphs)


def test_finds_lit_points() -> None:
    """Pixels come as (x, y) in the cell."""
    assert set(lit_points(face("10000000 00100001"), "a")) == {(0, 0), (1, 2), (1, 7)}


def test_counts_differing_pixels() -> None:
    """Two glyphs that differ in one pixel are one apart; a glyph is no distance from itself."""
    toy = face("11110000 00000000", "11010000 00000000")
    one, other = (outline(toy, char, 2) for char in "ab")

    assert (one.pixels(other), one.pixels(one)) == (1, 0)


def test_forgives_a_shift_by_one_column() -> None:
    """The same shape one column further is the same shape."""
    toy = face("11110000 00000000", "00000000 11110000")
    one, other = (outline(toy, char, 2) for char in "ab")

    assert (one.pixels(other), other.pixels(one)) == (0, 0)
    assert one.blurred(other) == pytest.approx(0)


def test_blurs_a_lone_pixel() -> None:
    """One LED on an empty cell is 0.41 away from nothing, as the sampled Gaussian says."""
    toy = face("00010000", "00000000")

    assert outline(toy, "a", 1).blurred(outline(toy, "b", 1)) == pytest.approx(0.4094, abs=0.001)


def test_blurs_a_moved_pixel_less_than_two_new_ones() -> None:
    """To a blurring eye a pixel that moved by one row is nearer than a pixel two rows away."""
    toy = face("00010000", "00001000", "00000100")
    start, near, far = (outline(toy, char, 1) for char in "abc")

    assert 0 < start.blurred(near) < start.blurred(far)
    assert start.pixels(near) == start.pixels(far) == 2
