"""Optical spacing: open pairs are drawn together within a limit, overhanging marks pushed apart, words kept apart."""

import pytest
from shipped import face_9x15, shipped_face

from signboard.errors import InputError
from signboard.font.face import Face, Glyph, raised
from signboard.font.line import set_line
from signboard.font.spacing import clearance_px, pair_px, set_spaced, spaced_width_px
from signboard.frame import art


def toy(**pictures: str) -> Face:
    """A face of three rows; rows of a picture are parted by `/`, an underscore in a name stands for a blank."""
    frames = {name.replace("_", " "): art.parse(picture.replace("/", "\n")) for name, picture in pictures.items()}
    return Face("toy", 3, 3, {char: Glyph(char, frame.width_px, frame.planes[0]) for char, frame in frames.items()})


def test_measures_where_ink_comes_nearest() -> None:
    """The row with the fewest dark columns between two letters counts."""
    face = toy(a="#.../##../#...", b=".#../.##./.###")

    assert clearance_px(face, "a", "b") == 3


def test_a_corner_is_as_near_as_an_edge() -> None:
    """Ink one row below counts like ink beside."""
    face = toy(a="##./.../...", b=".../##./...", c=".../.../##.")

    assert (clearance_px(face, "a", "b"), clearance_px(face, "a", "c") > 100) == (1, True)


def test_pushes_apart_what_would_touch() -> None:
    """Two letters without a dark column between them get one."""
    face = toy(a="##/##/##", b="##/##/##")

    assert pair_px(face, "a", "b") == 1
    assert art.draw(set_spaced(face, "ab")) == "\n".join(["##.##"] * 3)


def test_leaves_rows_of_signs_joined() -> None:
    """Two dashes that are drawn to be one line stay one."""
    face = toy(**{"-": ".../###/..."})

    assert pair_px(face, "-", "-") == 0


@pytest.mark.parametrize("pair", ["LV", "ẾN", "TA", "ẤT"])
def test_draws_open_pairs_together(pair: str) -> None:
    """Letters that lean away from each other, or have room below a mark, stand one column nearer on 16 rows."""
    assert pair_px(shipped_face("signboard-16"), *pair) == -1


@pytest.mark.parametrize("pair", ["HH", "nn", "ll", "11", "T1", "A,"])
def test_leaves_stems_and_figures_where_they_are(pair: str) -> None:
    """Stems are the measure, figures stand in columns, signs keep their cells."""
    assert pair_px(shipped_face("signboard-16"), *pair) == 0


def test_does_not_draw_equal_cells_together() -> None:
    """A face for columns of text keeps its columns."""
    assert pair_px(face_9x15(), "A", "V") == 0


def test_higher_faces_may_be_drawn_nearer() -> None:
    """The limit grows with the rows: two columns on 32."""
    face = toy(H="#..#.....", A="#........", V="........#", i="#")
    high = raised(face, 32, 0)

    assert (pair_px(face, "A", "V"), pair_px(high, "A", "V")) == (-1, -2)


@pytest.mark.parametrize("rows", ["##/##/##", "###/###/###"])
def test_keeps_words_apart(rows: str) -> None:
    """Between the ink of two words there are dark columns, a quarter of the height, even where the blank is narrow."""
    face = raised(toy(a=rows, _="."), 16, 0)

    assert spaced_width_px(face, "a a") == 2 * face.width_px("a") + 4


def test_a_blank_at_either_end_is_as_wide_as_drawn() -> None:
    """There is no second word to keep apart from."""
    face = shipped_face("signboard-16")

    assert spaced_width_px(face, " a ") == face.width_px(" a ")
    assert spaced_width_px(face, "a  b") == face.width_px("a  b")


def test_sets_at_a_row_of_the_board() -> None:
    """A line set board-high is the same line, so many rows lower."""
    face = shipped_face("signboard-16")
    line, high = set_spaced(face, "ẾN VÀ"), set_spaced(face, "ẾN VÀ", 32, 7)

    assert art.draw(high).split("\n")[7:23] == art.draw(line).split("\n")
    assert high.lit == line.lit == set_line(face, "ẾN VÀ").lit


def test_measures_what_it_sets() -> None:
    """Measured and set widths are one."""
    for text in ("", "a", "VẬN HÀNH AN TOÀN", "25/11: “Tiến lên!”"):
        face = shipped_face("signboard-16")
        assert set_spaced(face, text).width_px == spaced_width_px(face, text)


def test_names_what_it_cannot_draw() -> None:
    """A missing glyph is an error, never a box."""
    with pytest.raises(InputError, match=r"U\+1F339"):
        set_spaced(face_9x15(), "hoa 🌹")
