"""Compose: one door from a text to a message."""

import pytest
from shipped import face_9x15, shipped_face

from signboard.errors import InputError
from signboard.frame.frame import Colour
from signboard.frame.message import Pages, Strip
from signboard.typeset.budget import WireBudget
from signboard.typeset.canvas import Canvas
from signboard.typeset.compose import compose, compose_in_face, prepare
from signboard.typeset.pages import set_pages
from signboard.typeset.strip import set_strip

TEXT = "Chấm dứt bạo lực, vun đắp yêu thương"
CANVAS = Canvas(128, 16)


def test_makes_pages_on_a_slow_wire() -> None:
    """A slow wire gets the pages of the text."""
    assert compose(TEXT, face_9x15(), CANVAS, budget=WireBudget(0.3)) == Pages(set_pages(TEXT, face_9x15(), CANVAS))


def test_makes_a_strip_on_a_fast_wire() -> None:
    """A fast wire gets the strip, at the pace that it carries."""
    message = compose(TEXT, face_9x15(), CANVAS, budget=WireBudget(0.02))

    assert message == Strip(set_strip(TEXT, face_9x15(), CANVAS), 128, 1, 25)


def test_makes_one_page_of_a_short_text() -> None:
    """A short text is one page that stands."""
    assert compose("Xin chào", face_9x15(), CANVAS).motion == "static"


def test_colours_every_picture() -> None:
    """All frames of a message have the board's planes."""
    message = compose(TEXT, face_9x15(), Canvas(128, 16, Colour.RGB), motion="pages")

    assert isinstance(message, Pages)
    assert {page.frame.colour for page in message.pages} == {Colour.RGB}


@pytest.mark.parametrize("text", ["", "   "])
def test_refuses_an_empty_text(text: str) -> None:
    """Nothing to show is said, not shown."""
    with pytest.raises(InputError) as caught:
        compose(text, face_9x15(), CANVAS)

    assert caught.value.code == "empty_text"


def test_refuses_missing_glyphs_before_anything_is_set() -> None:
    """All missing characters of the whole text are named at once."""
    with pytest.raises(InputError) as caught:
        prepare("🌹 hoa ☂", face_9x15(), CANVAS)

    assert caught.value.fields["characters"] == "🌹 (U+1F339), ☂ (U+2602)"


def test_tells_the_face_of_what_is_shown() -> None:
    """Pages stand in the face that saves pages, a strip in the first of the ladder."""
    ladder = (shipped_face("signboard-16"), shipped_face("signboard-15"))
    canvas = Canvas(128, 32)

    assert compose_in_face(TEXT, ladder, canvas, motion="pages").face is ladder[1]
    assert compose_in_face(TEXT, ladder, canvas, motion="scroll").face is ladder[0]
