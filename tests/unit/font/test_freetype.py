"""FreeType's characters as cells: placed by the baseline, whole or left out, and only those that are there."""

from pathlib import Path

import pytest
from shipped import shipped_face
from strangers import DEJAVU

from signboard.files import fonts_dir
from signboard.font.freetype import COMMON, draw, face_of, letters_extent_px, open_font
from signboard.font.letters import ALPHABET


def own() -> bytes:
    """Our own font's file; a bitmap font of 16 rows that FreeType reads too."""
    return Path(fonts_dir() / "signboard" / "signboard-16.bdf").read_bytes()


def test_draws_what_our_own_reader_reads() -> None:
    """Every letter in cells of the font's rows is, pixel for pixel, the one that the BDF reader gives."""
    face = shipped_face("signboard-16")
    drawn = face_of("own", draw(open_font(own(), 16), ALPHABET), face.baseline_px, face.height_px - face.baseline_px)

    assert {char: glyph.columns for char, glyph in drawn.glyphs.items()} == {
        char: face.glyphs[char].columns for char in ALPHABET
    }


def test_measures_the_rows_of_ink() -> None:
    """Stacks reach 14 rows above the baseline, dots and tails two below."""
    assert letters_extent_px(draw(open_font(own(), 16), ALPHABET)) == (14, 2)


def test_leaves_out_what_does_not_fit() -> None:
    """A letter whose ink leaves the cell is missing, never cut; a blank has no ink that could."""
    face = face_of("low", draw(open_font(own(), 16), "aẪg "), 10, 0)

    assert sorted(face.glyphs) == [" ", "a"]


def test_has_no_other_size_than_the_font() -> None:
    """A bitmap font is refused at sizes that it has not."""
    with pytest.raises(OSError, match="size"):
        open_font(own(), 17)


def test_takes_what_people_write() -> None:
    """All letters, quotes, dashes and arrows are taken; what nobody can see is not."""
    assert set(ALPHABET) | set("“”–—₫€→Ωд№ ") <= COMMON
    assert not {"\u200b", "\u00ad", "\u202e"} & COMMON


def test_refuses_cells_beyond_any_board() -> None:
    """Neither a huge character nor a huge cell is made."""
    with pytest.raises(ValueError, match="rows"):
        face_of("high", [], 4000, 0)


@pytest.mark.needs("fonts")
def test_refuses_a_character_beyond_any_board() -> None:
    """Its picture would take gigabytes."""
    with pytest.raises(ValueError, match="larger than any board"):
        draw(open_font(DEJAVU.read_bytes(), 9000), "W")
