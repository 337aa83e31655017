"""TTF writing: the same pixels as squares, the same bytes for the same face, and the fields that programs look at."""

import io

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # typed in part, without a marker
from PIL import Image, ImageDraw, ImageFont

from signboard.font.distance import lit_points
from signboard.font.face import Face, Glyph
from signboard.font.ttf_write import traced, write_ttf

FACE = Face(
    "tiny",
    10,
    8,
    {
        "Ờ": Glyph("Ờ", 9, bytes(range(18))[:17] + b"\x01"),
        "a": Glyph("a", 3, b"\xff\x03\x00\x00\x01\x02"),
        " ": Glyph(" ", 2, bytes(4)),
    },
)


def written(**said: str) -> TTFont:
    """The face as a font that fontTools has read again."""
    return TTFont(io.BytesIO(write_ttf(FACE, family="Tiny 10", **said)))


@pytest.mark.parametrize("char", FACE.glyphs)
@pytest.mark.parametrize("mode", ["1", "L"])
def test_draws_the_pixels_of_the_face(char: str, mode: str) -> None:
    """At as many pixels as the cell has rows FreeType lights the same squares wholly and no others, smoothed or not."""
    font = ImageFont.truetype(
        io.BytesIO(write_ttf(FACE, family="T")), FACE.height_px, layout_engine=ImageFont.Layout.BASIC
    )
    image = Image.new(mode, (FACE.glyphs[char].width_px, FACE.height_px))
    ImageDraw.Draw(image).text((0, FACE.baseline_px), char, font=font, fill=255, anchor="ls")
    levels = {(x, y): image.getpixel((x, y)) for x in range(image.width) for y in range(image.height)}

    assert {at for at, level in levels.items() if level} == set(lit_points(FACE, char))
    assert set(levels.values()) <= {0, 255}
    assert font.getlength(char) == FACE.glyphs[char].width_px


def test_gives_the_same_bytes_whatever_order_the_glyphs_came_in() -> None:
    """Builds are byte-identical."""
    turned = Face("tiny", 10, 8, dict(sorted(FACE.glyphs.items())))

    assert write_ttf(turned, family="Tiny 10") == write_ttf(FACE, family="Tiny 10")


def test_has_the_characters_of_the_face() -> None:
    """Code points and nothing else."""
    assert {chr(code) for code in written().getBestCmap()} == set(FACE.glyphs)


def test_carries_names_licence_and_leave_to_embed() -> None:
    """What an office program and a lawyer look at."""
    font = written(notice="by me")
    names = {record.nameID: str(record) for record in font["name"].names}

    assert (names[0], names[1], names[2], names[4], names[6]) == (
        "by me",
        "Tiny 10",
        "Regular",
        "Tiny 10",
        "Tiny10-Regular",
    )
    assert "SIL Open Font License, Version 1.1" in names[13]
    assert names[14] == "https://openfontlicense.org"
    assert font["OS/2"].fsType == 0


def test_a_bold_font_says_so_everywhere() -> None:
    """The bold button finds it by these three fields."""
    font = written(style="Bold")

    assert (font["OS/2"].usWeightClass, font["OS/2"].fsSelection & 0x61, font["head"].macStyle) == (700, 0x20, 1)


def test_lines_are_as_high_as_the_cell() -> None:
    """All three sets of line heights agree, so that every program leaves the same room."""
    font = written()
    hhea, os2 = font["hhea"], font["OS/2"]

    assert (hhea.ascent, -hhea.descent, hhea.lineGap) == (8 * 64, 2 * 64, 0)
    assert (os2.sTypoAscender, -os2.sTypoDescender, os2.sTypoLineGap) == (8 * 64, 2 * 64, 0)
    assert (os2.usWinAscent, os2.usWinDescent) == (8 * 64, 2 * 64)


def test_squares_side_by_side_are_one_outline() -> None:
    """No seam between them, no corner on a straight line."""
    assert list(traced({(0, 0), (1, 0)})) == [[(0, 0), (2, 0), (2, 1), (0, 1)]]


def test_squares_that_meet_at_a_corner_are_two() -> None:
    """A board shows a gap there."""
    assert len(list(traced({(0, 0), (1, 1)}))) == 2
    assert len(list(traced({(1, 0), (0, 1)}))) == 2


def test_a_hole_runs_the_other_way_round() -> None:
    """Else it would be filled."""
    ring = {(x, y) for x in range(3) for y in range(3)} - {(1, 1)}

    assert sorted(map(_area, traced(ring))) == [-1, 9]


def _area(loop: list[tuple[int, int]]) -> int:
    """Twice the signed area by the shoelace formula, halved; clockwise with y downwards is positive."""
    return sum(x * b - a * y for (x, y), (a, b) in zip(loop, [*loop[1:], loop[0]], strict=True)) // 2
