"""Laws of spacing: in no shipped face do two letters touch, side by side or in any line; no ink is lost."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped import shipped_face

from signboard.files import fonts_dir
from signboard.font.face import Face
from signboard.font.letters import ALPHABET
from signboard.font.line import set_line
from signboard.font.spacing import clearance_px, pair_px, set_spaced, spaced_width_px
from signboard.frame.frame import Frame, column_stride

NAMES = sorted(path.stem for path in fonts_dir().glob("*/*.bdf"))
CHARS = ALPHABET + "0123456789"


def columns(frame: Frame) -> list[int]:
    """The columns of a frame as integers, bit 0 topmost."""
    stride = column_stride(frame.height_px)
    plane = frame.planes[0]
    return [int.from_bytes(plane[at : at + stride], "little") for at in range(0, len(plane), stride)]


def ink(face: Face, text: str) -> Iterator[list[int]]:
    """For each character, the columns of the whole line in which it alone is lit."""
    width_px = spaced_width_px(face, text)
    for at, char in enumerate(text):
        start_px = spaced_width_px(face, text[: at + 1]) - face.width_px(char)
        cell = columns(set_line(face, char))
        yield [0] * start_px + cell + [0] * (width_px - start_px - len(cell))


def touch(one: list[int], other: list[int]) -> bool:
    """Do two inks share a pixel, an edge or a corner?"""
    wide = [column | column << 1 | column >> 1 for column in one]
    near = zip([*wide[1:], 0], wide, [0, *wide[:-1]], other, strict=True)
    return any((before | here | after) & theirs for before, here, after, theirs in near)


@pytest.mark.parametrize("name", NAMES)
def test_no_two_characters_touch(name: str) -> None:
    """All pairs of the 186 letters and ten digits, as they are set side by side, have a dark column between them."""
    face = shipped_face(name)
    near = [
        one + other
        for one in CHARS
        for other in CHARS
        if clearance_px(face, one, other) + pair_px(face, one, other) < 1
    ]

    assert near == []


@pytest.mark.parametrize("name", NAMES)
@given(text=st.text(CHARS + " ,.", min_size=2, max_size=8))
def test_no_character_of_a_line_touches_another(name: str, text: str) -> None:
    """Neither neighbours nor the ones after the next share an 8-connected pixel, and the line is the sum of them."""
    face = shipped_face(name)
    inks = list(ink(face, text))

    assert not any(touch(one, other) for at, one in enumerate(inks) for other in inks[at + 1 :])
    assert columns(set_spaced(face, text)) == [sum(column) for column in zip(*inks, strict=True)]


@pytest.mark.parametrize("name", NAMES)
@given(first=st.text(CHARS, min_size=1, max_size=3), second=st.text(CHARS, min_size=1, max_size=3))
def test_words_stand_apart(name: str, first: str, second: str) -> None:
    """A word could move a quarter of the height towards the next without touching it: 4 columns of 16 rows."""
    face = shipped_face(name)
    inks = list(ink(face, f"{first} {second}"))
    words = [[sum(column) for column in zip(*word, strict=True)] for word in (inks[: len(first)], inks[-len(second) :])]

    for step_px in range(-(-face.height_px // 4)):
        assert not touch([0] * step_px + words[0], words[1] + [0] * step_px)


def test_the_look_finds_a_touch() -> None:
    """The control: cells set side by side without spacing do touch in the starter font."""
    assert clearance_px(shipped_face("9x15"), "ấ", "ầ") == 0
    assert touch([0b10, 0], [0, 0b100])
