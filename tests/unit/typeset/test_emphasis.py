"""Emphasis: the right columns of the right words, in a second ink or a lit box."""

import pytest
from shipped import face_9x15, shipped_face

from signboard.font.face import Face
from signboard.font.spacing import set_spaced, spaced_width_px
from signboard.frame.frame import Colour
from signboard.typeset.canvas import Canvas
from signboard.typeset.emphasis import line_places, set_inked

TEXT = "Gọi 111 khi trẻ em cần"
FACE = shipped_face("signboard-16")
MONO, DUAL = Canvas(200, 16), Canvas(200, 16, Colour.DUAL)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("Gọi 111 khi trẻ em cần",), [[(12, 18)]]),
        (("Gọi 111 khi", "trẻ em cần"), [[], [(0, 6)]]),
        (("Gọi 111 khi trẻ", "em cần"), [[(12, 15)], [(0, 2)]]),
        (("Gọi 111 khi t", "rẻ em cần"), [[(12, 13)], [(0, 5)]]),
    ],
)
def test_places_are_found_in_lines(lines: tuple[str, ...], found: list[list[tuple[int, int]]]) -> None:
    """In one line, in the second, over two, and in a syllable that was cut."""
    assert line_places(TEXT, lines, [(12, 18)]) == found


def _columns(face: Face, text: str, first: int, end: int) -> tuple[int, int]:
    return spaced_width_px(face, text[: first + 1]) - face.width_px(text[first]), spaced_width_px(face, text[:end])


@pytest.mark.parametrize("face", [FACE, face_9x15()], ids=lambda face: face.name)
def test_a_second_ink_takes_whole_words(face: Face) -> None:
    """Its pixels are those of the words alone, the others keep theirs, and none is lost."""
    height_px = face.height_px
    canvas = Canvas(300, height_px, Colour.DUAL)
    inked = set_inked(face, TEXT, canvas, 0, [(12, 18)])
    whole = set_spaced(face, TEXT)
    left_px, right_px = _columns(face, TEXT, 12, 18)

    assert inked.ink == int.from_bytes(whole.planes[0], "little")
    assert inked.marked.bit_count() == whole.crop(left_px, right_px - left_px).lit
    assert inked.marked.bit_count() == set_spaced(face, "trẻ em").lit


def test_one_light_shows_words_dark_in_a_box() -> None:
    """A column wider on both sides, as high as the line; everything else stays."""
    inked = set_inked(FACE, TEXT, MONO, 0, [(12, 18)])
    left_px, right_px = _columns(FACE, TEXT, 12, 18)
    changed = inked.ink ^ int.from_bytes(set_spaced(FACE, TEXT).planes[0], "little")

    assert inked.marked == 0
    assert changed == ((1 << 16 * (right_px - left_px + 2)) - 1) << 16 * (left_px - 1)


def test_a_box_leaves_punctuation_alone() -> None:
    """Where no blank follows, the box ends with the word."""
    inked = set_inked(FACE, "em.", MONO, 0, [(0, 2)])
    changed = inked.ink ^ int.from_bytes(set_spaced(FACE, "em.").planes[0], "little") << 16

    assert changed == (1 << 16 * (spaced_width_px(FACE, "em") + 1)) - 1


def test_a_box_at_the_end_of_a_line_widens_it() -> None:
    """By a column on both sides, so that the letters stand inside; not where the board has no room."""
    wide = set_inked(FACE, "em", MONO, 0, [(0, 2)])
    plain = int.from_bytes(set_spaced(FACE, "em").planes[0], "little")
    width_px = spaced_width_px(FACE, "em")

    assert wide.width_px == width_px + 2
    assert wide.ink == ((1 << 16 * wide.width_px) - 1) ^ plain << 16
    assert set_inked(FACE, "em", Canvas(width_px + 1, 16), 0, [(0, 2)]).width_px == width_px


def test_a_line_alone_has_a_higher_box() -> None:
    """A row above and a row below, as far as the board goes."""
    high = Canvas(200, FACE.height_px + 8)
    lit = [
        set_inked(FACE, "a em a", high, top_px, [(2, 4)], is_alone=alone).ink.bit_count()
        for top_px, alone in ((4, False), (4, True), (0, True))
    ]
    columns = spaced_width_px(FACE, "a em") - spaced_width_px(FACE, "a ") + 2

    assert [lit[1] - lit[0], lit[2] - lit[0]] == [2 * columns, columns]


def test_nothing_set_off_is_plain() -> None:
    """Without places there is one ink."""
    assert set_inked(FACE, TEXT, DUAL, 0).marked == 0
