"""The ladder: highest letters where the text fits in as few pages, nothing cut, lines apart, one face a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped import face_9x15, shipped_face

from signboard.errors import InputError
from signboard.font.face import Face, Glyph, raised
from signboard.font.letters import ALPHABET
from signboard.typeset.canvas import Canvas
from signboard.typeset.ladder import Paged, faces_for, set_best_pages, settings, worded_for

HIGH, REGULAR, LOW = (
    raised(shipped_face("signboard-16"), 24, 4),
    shipped_face("signboard-16"),
    shipped_face("signboard-15"),
)
NARROW = shipped_face("signboard-16-narrow")
LADDER = (HIGH, REGULAR, LOW, NARROW, face_9x15())

WORDS = ("Chấm", "dứt", "bạo lực,", "vun đắp", "yêu thương", "02.09.1945", "nghiêng", "100 %", "W" * 9, "ở", "–")
SIZES = ((64, 16), (96, 32), (128, 32), (64, 48), (40, 33))


def taken(text: str, width_px: int, height_px: int) -> tuple[str, int, int]:
    """Name and rows of the face that the rule takes, and how many pages it takes."""
    canvas = Canvas(width_px, height_px)
    paged = set_best_pages(text, faces_for(text, LADDER, canvas), canvas)
    return paged.face.name, paged.face.height_px, len(paged.pages)


def test_a_short_text_takes_the_highest_letters() -> None:
    """One line that fits stands in the highest face of the board."""
    assert taken("Bình đẳng giới", 128, 32) == ("signboard-16", 24, 1)
    assert taken("Bình đẳng giới", 128, 16) == ("signboard-16", 16, 1)


def test_two_low_lines_before_two_pages() -> None:
    """A lower face is taken where it saves a page."""
    assert taken("Chấm dứt bạo lực, vun đắp", 128, 32) == ("signboard-15", 15, 1)


def test_stacked_lines_keep_a_dark_row() -> None:
    """Two lines of 16 rows fill 32 rows to the last; 15 rows leave a dark one between them."""
    text = "Chấm dứt bạo lực, vun đắp"
    canvas = Canvas(128, 32)

    assert set_best_pages(text, (REGULAR, LOW), canvas).face is LOW
    assert set_best_pages(text, (REGULAR, LOW), Canvas(128, 33)).face is REGULAR
    assert len(set_best_pages("bạo lực bạo lực bạo lực", (REGULAR,), canvas).pages) == 1


def test_a_narrow_cut_saves_a_page() -> None:
    """Where the regular cut needs a page more, the narrow one is taken."""
    assert taken("Hạnh phúc, bình đẳng", 126, 16) == ("signboard-16-narrow", 16, 1)


def test_a_syllable_is_cut_in_no_face_that_holds_it() -> None:
    """A higher face that would have to cut a syllable gives way."""
    wide = raised(Face("wide", 16, 14, {char: Glyph(char, 40, bytes(80)) for char in ALPHABET}), 16, 0)

    assert set_best_pages("nghiêng", (wide, REGULAR), Canvas(64, 16)).face is REGULAR


def test_a_text_is_set_in_one_face() -> None:
    """A sign that only the last face has takes the whole text there; letters of two faces never stand in one line."""
    only = next(char for char in sorted(face_9x15().glyphs) if not char.isalnum() and REGULAR.missing(char))

    assert {face.name for face in faces_for(f"An toàn {only}", LADDER, Canvas(128, 32))} == {"9x15"}


def test_names_what_no_face_has() -> None:
    """Where no face can set the text, it is told what the most able one lacks."""
    with pytest.raises(InputError, match=r"signboard-16 has no picture for: 🌹 \(U\+1F339\)\."):
        faces_for("hoa 🌹", LADDER, Canvas(128, 32))


def test_names_the_lowest_face_where_all_are_too_high() -> None:
    """A board of 14 rows is told about the lowest face, whose height is the nearest miss."""
    with pytest.raises(InputError, match="15 rows high and the board has 14"):
        faces_for("An", LADDER, Canvas(128, 14))


def test_a_board_narrower_than_a_letter_is_refused() -> None:
    """Where a character is wider than the board in all faces, that is said."""
    with pytest.raises(InputError) as caught:
        set_best_pages("m", (REGULAR, NARROW), Canvas(5, 16))

    assert caught.value.code == "board_too_narrow"


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join), st.sampled_from(SIZES))
def test_what_is_not_tried_could_not_have_won(text: str, size: tuple[int, int]) -> None:
    """The quick way takes the very setting that trying every face takes."""
    canvas = Canvas(*size)
    faces = faces_for(text, LADDER, canvas)
    tried = [one for one in settings(text, faces, canvas) if isinstance(one, Paged)]
    if tried:
        assert set_best_pages(text, faces, canvas) == min(tried, key=lambda one: one.rank)


def test_a_minus_keeps_the_preferred_face() -> None:
    """Signs with a stand-in of one character are folded, in their places; others are left as they are."""
    assert worded_for("5 \u2212 3 A\u2011B", LADDER).text == "5 - 3 A-B"
    assert worded_for("5\u2030 \u2212", LADDER).text == "5\u2030 \u2212"
    assert worded_for("A \u2013 B", HIGH).changes == ()
