"""Paint: one ink, two inks, one light."""

import pytest

from signboard.frame import art
from signboard.frame.frame import Colour
from signboard.typeset.canvas import Canvas
from signboard.typeset.dress import Dress
from signboard.typeset.emphasis import Inked
from signboard.typeset.paint import paint


@pytest.mark.parametrize(
    ("canvas", "picture"),
    [
        (Canvas(2, 8), "##"),
        (Canvas(2, 8, Colour.DUAL, "Y"), "YR"),
        (Canvas(2, 8, Colour.RGB, "W"), "WR"),
    ],
    ids=["mono", "dual", "rgb"],
)
def test_two_inks_side_by_side(canvas: Canvas, picture: str) -> None:
    """The second column has the second ink; a board of one light has one."""
    marked = 0 if canvas.colour is Colour.MONO else 1 << 8

    assert art.draw(paint(Inked(1 | 1 << 8, marked, 2), canvas, Dress(emphasis_ink="R"))).split("\n")[0] == picture
