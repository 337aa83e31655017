"""Inks: which of a board's lights stand for a colour that people named, and by which rule another takes its place.

A board mixes its own lights, so the rule is: of the colour that was asked for, the parts that the board has. White on
a board of red and green lights is yellow, cyan is green, magenta is red; of blue nothing is left, and the board's own
red takes its place. A board of one light shows everything in that light. Whoever asked is told by a remark.
"""

from dataclasses import replace

from signboard.errors import N_
from signboard.frame.frame import Colour
from signboard.typeset.canvas import Canvas
from signboard.typeset.remark import Remark

__all__ = ["INKS", "contrasting", "ink_for", "inked"]

INKS = {"red": "R", "green": "G", "blue": "B", "yellow": "Y", "cyan": "C", "magenta": "M", "white": "W"}
"""Colours by name, as letters of text art."""
_BITS = ".RGYBMCW"
_OWN = "R"


def ink_for(name: str, colour: Colour) -> tuple[str, tuple[Remark, ...]]:
    """The ink for a colour, and a remark where it is another one.

    Args:
        name: a key of `INKS`.
        colour: what the board can light.

    Returns:
        A letter of text art that a `Canvas` of this colour takes; `colour_not_shown` where it is not what was asked.
    """
    asked = INKS[name]
    if colour is Colour.MONO:
        template = N_("This board has light of one colour only, so {colour} is shown in that.")
        return _OWN, (Remark("colour_not_shown", template, {"colour": name}),)
    left = _BITS.index(asked) & ((1 << colour.value) - 1)
    ink = _BITS[left] if left else _OWN
    if ink == asked:
        return ink, ()
    shown = next(word for word, letter in INKS.items() if letter == ink)
    template = N_("This board cannot light {colour}; it is shown as {shown}.")
    return ink, (Remark("colour_not_shown", template, {"colour": name, "shown": shown}),)


def inked(canvas: Canvas, name: str) -> Canvas:
    """A board whose texts have this colour where they have none of their own; nothing named: red, the first light."""
    return replace(canvas, ink=ink_for(name, canvas.colour)[0] if name else _OWN)


def contrasting(ink: str, colour: Colour) -> str:
    """The ink that words are set off with: yellow, and beside yellow or white red; never blue, which reads worst."""
    wanted = "R" if ink in "YW" else "Y"
    return wanted if colour is not Colour.MONO else ink
