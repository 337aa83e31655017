"""Inks: colours by name on boards of one, two and three lights, with a remark where another colour is shown."""

import pytest

from signboard.frame.frame import Colour
from signboard.typeset.canvas import Canvas
from signboard.typeset.inks import INKS, contrasting, ink_for, inked


@pytest.mark.parametrize(
    ("name", "ink", "shown"),
    [
        ("red", "R", None),
        ("green", "G", None),
        ("yellow", "Y", None),
        ("white", "Y", "yellow"),
        ("cyan", "G", "green"),
        ("magenta", "R", "red"),
        ("blue", "R", "red"),
    ],
)
def test_a_board_of_two_lights_shows_its_part(name: str, ink: str, shown: str | None) -> None:
    """Red and green of what was asked; of blue nothing is left, so the board's own red stands in."""
    found, remarks = ink_for(name, Colour.DUAL)

    assert found == ink
    assert [(remark.code, remark.fields.get("shown")) for remark in remarks] == (
        [("colour_not_shown", shown)] if shown else []
    )


def test_three_lights_show_everything() -> None:
    """Without a remark."""
    assert {name: ink_for(name, Colour.RGB) for name in INKS} == {name: (ink, ()) for name, ink in INKS.items()}


def test_one_light_shows_everything_in_its_own() -> None:
    """And says so."""
    _ink, (remark,) = ink_for("red", Colour.MONO)

    assert "red" in str(remark)


@pytest.mark.parametrize("colour", list(Colour))
@pytest.mark.parametrize("name", list(INKS))
def test_every_ink_is_one_that_a_canvas_takes(name: str, colour: Colour) -> None:
    """Whatever the board, and so is the ink of words that are set off; on colour boards that one differs."""
    ink, _remarks = ink_for(name, colour)
    other = contrasting(ink, colour)

    assert {Canvas(8, 8, colour, letter).colour for letter in (ink, other)} == {colour}
    assert (other != ink) is (colour is not Colour.MONO)


def test_a_board_without_a_colour_is_red() -> None:
    """The first of its lights."""
    inks = [inked(Canvas(8, 8, Colour.DUAL), name).ink for name in ("", "white", "green")]

    assert inks == ["R", "Y", "G"]
