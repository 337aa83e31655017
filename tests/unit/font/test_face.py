"""Face: what a font can draw, how wide, and its cells lifted to a board's height."""

import pytest

from signboard.font.face import Face, Glyph, raised

# Two columns: the left one lit in rows 0 and 2 of 3, the right one dark.
GLYPH = Glyph("i", 2, bytes([0b101, 0]))
FACE = Face("toy", 3, 2, {"i": GLYPH, " ": Glyph(" ", 1, bytes(1))})


def test_names_each_missing_character_once_in_reading_order() -> None:
    """`missing` lists what cannot be drawn."""
    assert FACE.missing("zi azi") == ("z", "a")


def test_measures_a_line() -> None:
    """The width of a text is the sum of its cells."""
    assert FACE.width_px("i i") == 5


def test_is_itself_and_nothing_else() -> None:
    """Faces are compared by identity, so that caches may hold them."""
    twin = Face("toy", 3, 2, FACE.glyphs)

    assert twin != FACE
    assert len({twin, FACE}) == 2


def test_raises_cells_to_the_board() -> None:
    """A raised face has the board's height, and its pixels lie so many rows lower."""
    board_face = raised(FACE, 16, 7)

    assert (board_face.height_px, board_face.baseline_px) == (16, 9)
    assert board_face.glyphs["i"].columns == (0b101 << 7).to_bytes(2, "little") + bytes(2)


def test_raises_a_face_once() -> None:
    """The same request gives the same face."""
    assert raised(FACE, 16, 7) is raised(FACE, 16, 7)


@pytest.mark.parametrize("top_px", [-1, 14])
def test_refuses_to_raise_beyond_the_board(top_px: int) -> None:
    """A cell that would stand partly outside is a programming error."""
    with pytest.raises(ValueError, match="do not fit"):
        raised(FACE, 16, top_px)
