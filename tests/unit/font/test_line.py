"""Setting one line: cells side by side, and every character that has no picture named at once."""

import pytest
from shipped import face_9x15

from signboard.errors import InputError
from signboard.font.line import require_glyphs, set_line
from signboard.frame import art


def test_sets_cells_side_by_side() -> None:
    """A line is as high as the face and shows its letters from left to right."""
    line = set_line(face_9x15(), "Ựi")

    assert line == art.parse(
        """
..................
..................
............##....
..................
.#....#.#.........
.#....#.#..###....
.#....##.....#....
.#....#......#....
.#....#......#....
.#....#......#....
.#....#......#....
..#####....#####..
..................
....#.............
....#.............
"""
    )


def test_an_empty_line_has_no_columns() -> None:
    """No text, no width."""
    assert set_line(face_9x15(), "").width_px == 0


def test_names_every_missing_character_with_its_code() -> None:
    """All characters without a picture are told in one sentence, none is drawn as a box."""
    with pytest.raises(InputError) as caught:
        set_line(face_9x15(), "Xin ☂ chào 🌹 e\u0301☂\n")

    assert caught.value.code == "missing_glyph"
    assert caught.value.fields["characters"] == "☂ (U+2602), 🌹 (U+1F339), ◌\u0301 (U+0301), ? (U+000A)"


def test_lets_a_drawable_text_pass() -> None:
    """Vietnamese with its quotes and dashes needs nothing."""
    require_glyphs(face_9x15(), "“Đẩy mạnh – phòng, chống…” 25/11 ₫ €")
