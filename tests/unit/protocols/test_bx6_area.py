"""Tests of a BX-6 card reading an update."""

import struct

import pytest

from signboard.frame.frame import Colour, Frame
from signboard.protocols.bx6_area import read_areas
from signboard.protocols.onbon_area import AreaError

SCREEN = Frame.blank(24, 8)
PIXELS = bytes.fromhex("fffeff1f ffffffbf ffffffdf ffffffef fffffff7 fffffffb ffffff7d ffffff7f")


def block(**changed: int) -> bytes:
    """The parameter block of the worked example, single fields changed, with its length in front."""
    field = {"id": 0, "mode": 0, "timeout": 60, "listed": 0, "play": 1, "kind": 16, "x": 0, "y": 0, "w": 24, "h": 8}
    field |= {"border": 0, "sound": 0, "count": 1, "head": 26, "effect": 1, "speed": 10, "stay": 750, "valid": 24}
    field |= {"offset": 0, "length": 32} | changed
    out = struct.pack("<BBHBH", field["id"], field["mode"], field["timeout"], 1, field["listed"])
    out += bytes(2 * field["listed"])
    out += struct.pack("<B4xBHHHHB", *(field[name] for name in ("play", "kind", "x", "y", "w", "h", "border")))
    out += struct.pack("<BBBB5xH", 0, 101, 0, field["sound"], field["count"])
    page = (field["head"], 0, field["effect"], 1, field["speed"], field["stay"], 1, field["valid"])
    out += struct.pack("<IBBBBHBH9xII", *page, field["offset"], field["length"])
    return len(out).to_bytes(4, "little") + out


def update(*blocks: bytes, pixels: bytes = PIXELS) -> bytes:
    """An update of these areas."""
    return len(blocks).to_bytes(2, "little") + b"".join(blocks) + pixels


def test_the_worked_example_is_read() -> None:
    """The published update gives the published picture."""
    (area,) = read_areas(update(block()), SCREEN, 0)

    assert (area.area_id, area.run_mode, area.timeout_s, area.play) == (0, 0, 60, 1)
    assert area.pages[0].frame.pixel(23, 0)
    assert area.pages[0].frame.lit == 12
    assert (area.pages[0].stay_ms, area.pages[0].step_ms) == (7500, 100)


def test_listed_programs_are_passed_over() -> None:
    """An area may name the programs that it belongs to; their numbers stand before the rest."""
    assert read_areas(update(block(listed=2)), SCREEN, 0) == read_areas(update(block()), SCREEN, 0)


def test_all_bitmaps_stand_behind_all_parameters() -> None:
    """Two areas, then the pixels of the first and those of the second."""
    dark = bytes.fromhex("ffffffff") * 8
    first, second = read_areas(update(block(), block(id=31), pixels=dark + PIXELS), SCREEN, 0)

    assert (first.area_id, first.pages[0].frame.lit) == (0, 0)
    assert (second.area_id, second.pages[0].frame.lit) == (31, 12)


@pytest.mark.parametrize(
    "changed",
    [
        {"id": 32},
        {"mode": 5},
        {"play": 3},
        {"kind": 0},
        {"border": 1},
        {"sound": 1},
        {"w": 25},
        {"h": 9},
        {"w": 0},
        {"x": 1},
        {"y": 1},
        {"count": 0},
        {"count": 2},
        {"head": 25},
        {"length": 31},
        {"length": 36},
        {"offset": 4},
        {"effect": 41},
        {"valid": 0},
        {"valid": 25},
    ],
    ids=str,
)
def test_an_update_that_does_not_add_up_is_refused(changed: dict[str, int]) -> None:
    """One wrong number and nothing is shown of it."""
    with pytest.raises(AreaError):
        read_areas(update(block(**changed)), SCREEN, 0)


def test_an_update_of_any_other_length_is_refused() -> None:
    """Cut anywhere or with bytes behind it, an update is refused."""
    whole = update(block())
    for octets in [whole[:cut] for cut in range(len(whole))] + [whole + b"\0"]:
        with pytest.raises(AreaError):
            read_areas(octets, SCREEN, 0)


def test_no_area_and_one_area_twice_are_refused() -> None:
    """An update names one area at least and none more than once."""
    for octets in (update(pixels=b""), update(block(), block(), pixels=2 * PIXELS)):
        with pytest.raises(AreaError):
            read_areas(octets, SCREEN, 0)


@pytest.mark.parametrize("colour", [Colour.DUAL, Colour.RGB])
def test_other_colours_need_other_bytes(colour: Colour) -> None:
    """A mono update is refused by a board of more colours."""
    with pytest.raises(AreaError):
        read_areas(update(block()), Frame.blank(24, 8, colour), 0)
