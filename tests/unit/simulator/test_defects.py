"""Broken LEDs."""

from signboard.frame import art
from signboard.frame.frame import Colour, Frame
from signboard.simulator.defects import as_seen
from signboard.simulator.faults import parse_faults

LIT = Frame(4, 3, (bytes([7] * 4),))
DARK = Frame.blank(4, 3)


def test_without_defects_the_picture_is_what_the_card_holds() -> None:
    """Other faults change no LED."""
    assert as_seen(LIT, parse_faults("drop=1%")) is LIT


def test_a_dead_module_never_lights() -> None:
    """Two columns by two rows; it may reach beyond the board."""
    assert art.draw(as_seen(LIT, parse_faults("dead=2:1:9x9"))) == "####\n##..\n##.."


def test_a_stuck_row_always_lights() -> None:
    """On a dark picture too; a row below the board is nowhere."""
    assert art.draw(as_seen(DARK, parse_faults("stuck_row=1,stuck_row=9"))) == "....\n####\n...."


def test_dead_wins_over_stuck_and_every_colour_is_struck() -> None:
    """A module without power lights no row."""
    seen = as_seen(Frame.blank(4, 3, Colour.DUAL), parse_faults("stuck_row=0,dead=0:0:2x1"))
    assert [seen.pixel(x, 0, plane) for plane in (0, 1) for x in range(4)] == [False, False, True, True] * 2
