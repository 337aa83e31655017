"""Tests of the card's areas: what is read from a block and what shows as time passes."""

import struct

import pytest

from signboard.frame.frame import Colour, Frame
from signboard.protocols.bx5_area import read_area
from signboard.protocols.onbon_area import AreaError

SCREEN = Frame.blank(24, 8)


def block(**changed: int) -> bytes:
    """The area block of the manual's worked example, single fields changed."""
    field = {"id": 0, "mode": 0, "timeout": 60, "listed": 0, "play": 1, "kind": 16, "x": 0, "y": 0, "w": 24, "h": 8}
    field |= {"border": 0, "count": 1, "length": 13 + 24, "effect": 1, "speed": 10, "stay": 750, "valid": 24} | changed
    head = struct.pack("<BBHBH", field["id"], field["mode"], field["timeout"], 1, field["listed"])
    head += bytes(2 * field["listed"])
    names = ("play", "kind", "x", "y", "w", "h", "border", "count")
    head += struct.pack("<B4xBHHHHBH", *(field[name] for name in names))
    entry = (field["length"], 0, field["effect"], 0, field["speed"], field["stay"], 1, field["valid"])
    head += struct.pack("<IBBBBHBH4x", *entry)
    return head + bytes.fromhex("1ffffe bfffff dfffff efffff f7ffff fbffff 7dffff 7fffff")


def test_the_worked_example_is_read() -> None:
    """The published block gives the published picture."""
    read = read_area(block(), SCREEN, 0)

    assert (read.area_id, read.run_mode, read.timeout_s, read.play) == (0, 0, 60, 1)
    assert read.pages[0].frame.pixel(23, 0)
    assert read.pages[0].frame.lit == 12
    assert (read.pages[0].stay_ms, read.pages[0].step_ms) == (7500, 100)


def test_the_same_block_counts_from_when_it_came() -> None:
    """What came before is remembered, its instant is not; nor is the screen for which it was read."""
    first, again = (read_area(block(), SCREEN, at_ms) for at_ms in (0, 5000))

    assert (first.since_ms, again.since_ms) == (0, 5000)
    assert again == first._replace(since_ms=5000)
    with pytest.raises(AreaError):
        read_area(block(), Frame.blank(16, 8), 0)


def test_listed_programs_are_passed_over() -> None:
    """An area may name the programs that it belongs to; their numbers stand before the rest."""
    assert read_area(block(listed=2), SCREEN, 0) == read_area(block(), SCREEN, 0)


@pytest.mark.parametrize(
    "changed",
    [
        {"id": 4},
        {"mode": 5},
        {"play": 3},
        {"kind": 0},
        {"border": 1},
        {"w": 25},
        {"h": 9},
        {"w": 0},
        {"x": 1},
        {"y": 1},
        {"count": 0},
        {"count": 2},
        {"length": 36},
        {"length": 38},
        {"effect": 41},
        {"valid": 0},
        {"valid": 25},
    ],
    ids=str,
)
def test_a_block_that_does_not_add_up_is_refused(changed: dict[str, int]) -> None:
    """One wrong number and nothing is shown of it."""
    with pytest.raises(AreaError):
        read_area(block(**changed), SCREEN, 0)


def test_a_block_of_any_other_length_is_refused() -> None:
    """Cut anywhere or with bytes behind it, a block is refused."""
    whole = block()
    for octets in [whole[:cut] for cut in range(len(whole))] + [whole + b"\0"]:
        with pytest.raises(AreaError):
            read_area(octets, SCREEN, 0)


def test_two_colours_need_two_bytes() -> None:
    """A mono block is refused by a board of two colours."""
    with pytest.raises(AreaError):
        read_area(block(), Frame.blank(24, 8, Colour.DUAL), 0)
