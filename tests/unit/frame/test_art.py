"""Text art, both ways: mono and colour, pages, and bad drawings named by row and column."""

import pytest

from signboard.errors import InputError
from signboard.frame import art
from signboard.frame.frame import Colour, Frame


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#.\n.#", Colour.MONO),
        ("RG\nY.", Colour.DUAL),
        ("RGYB\nMCW.", Colour.RGB),
        (".", Colour.MONO),
        ("\n".join(["#"] * 17), Colour.MONO),
    ],
)
def test_draws_what_it_parses(text: str, colour: Colour) -> None:
    """Parsing and drawing are inverse; colours are found by their letters."""
    frame = art.parse(text)

    assert (art.draw(frame), frame.colour) == (text, colour)


def test_lights_the_planes_of_a_letter() -> None:
    """Y is red and green, C green and blue."""
    frame = art.parse("YC", Colour.RGB)

    assert [[frame.pixel(x, 0, plane) for plane in range(3)] for x in (0, 1)] == [
        [True, True, False],
        [False, True, True],
    ]


def test_takes_a_colour_that_letters_do_not_tell() -> None:
    """A dark colour picture needs the colour said."""
    assert art.parse("..", Colour.DUAL) == Frame.blank(2, 1, Colour.DUAL)


def test_forgives_line_ends_around() -> None:
    """Empty lines around and carriage returns are no pixels."""
    assert art.parse("\n#.\r\n.#\r\n\n") == art.parse("#.\n.#")


def test_parts_pages_by_a_blank_line() -> None:
    """Pages are drawn one below the other."""
    assert art.draw_pages([art.parse("#"), art.parse(".")]) == "#\n\n."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is empty"),
        ("##\n#", "Row 2 of the picture has 1 characters where the first row has 2"),
        ("##\n#x", "Row 2 of the picture has 'x' at column 2"),
        ("#R", "has '#' at column 1"),
    ],
)
def test_names_what_is_wrong(text: str, sentence: str) -> None:
    """A bad drawing is an input error with row and column."""
    with pytest.raises(InputError, match=sentence) as caught:
        art.parse(text)

    assert caught.value.code == "bad_art"
