"""How a board's modules hang."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signboard.errors import ConfigurationError
from signboard.frame import art
from signboard.frame.arrange import FLIPS, ROTATIONS, SERPENTINES, Arrangement
from signboard.frame.frame import Colour, Frame

L_SHAPE = art.parse("#...\n#...\n##..")


def seen_as(arrangement: Arrangement, wire: str, size: tuple[int, int]) -> str:
    """What people see of the controller's picture."""
    return art.draw(arrangement.to_seen(art.parse(wire), size))


arrangements = st.builds(
    Arrangement,
    rotate=st.sampled_from(ROTATIONS),
    flip=st.sampled_from(FLIPS),
    across=st.integers(1, 3),
    down=st.integers(1, 3),
    serpentine=st.sampled_from(SERPENTINES),
    bottom_first=st.booleans(),
)


@st.composite
def hung(draw: st.DrawFn) -> tuple[Arrangement, Frame]:
    """An arrangement and a picture that its board can show."""
    arrangement = draw(arrangements)
    size = (arrangement.across * draw(st.integers(1, 5)), arrangement.down * draw(st.integers(1, 9)))
    width_px, height_px = size if arrangement.rotate in {0, 180} else size[::-1]
    blank = Frame.blank(width_px, height_px)
    pixels = st.sets(st.tuples(st.integers(0, width_px - 1), st.integers(0, height_px - 1)))
    return arrangement, blank.flipped(draw(pixels))


@given(hung())
def test_what_is_sent_is_what_is_seen(case: tuple[Arrangement, Frame]) -> None:
    """Every arrangement is a permutation, and the way back undoes the way there."""
    arrangement, frame = case
    wire = arrangement.to_wire(frame)
    assert (wire.width_px, wire.height_px) == arrangement.wire_size(frame.width_px, frame.height_px)
    assert wire.lit == frame.lit
    assert arrangement.to_seen(wire, (frame.width_px, frame.height_px)) == frame


@given(hung())
def test_every_pixel_has_its_place(case: tuple[Arrangement, Frame]) -> None:
    """No two pixels of the controller's picture are seen at one place."""
    arrangement, frame = case
    size = (frame.width_px, frame.height_px)
    wire_px, wire_rows = arrangement.wire_size(*size)
    places = {arrangement.seen_at(x, y, size) for x in range(wire_px) for y in range(wire_rows)}
    assert places == {(x, y) for x in range(size[0]) for y in range(size[1])}


@pytest.mark.parametrize(
    ("degrees", "seen"),
    [
        (0, "#...\n#...\n##.."),
        (90, "###\n#..\n...\n..."),
        (180, "..##\n...#\n...#"),
        (270, "...\n...\n..#\n###"),
    ],
)
def test_a_turned_board_shows_the_controllers_picture_turned_clockwise(degrees: int, seen: str) -> None:
    """An L as the controller has it."""
    size = (4, 3) if degrees in {0, 180} else (3, 4)
    assert seen_as(Arrangement(rotate=degrees), art.draw(L_SHAPE), size) == seen


@pytest.mark.parametrize(("flip", "seen"), [("horizontal", "...#\n...#\n..##"), ("vertical", "##..\n#...\n#...")])
def test_a_mirrored_board(flip: str, seen: str) -> None:
    """Left and right, or top and bottom, change places."""
    assert seen_as(Arrangement(flip=flip), art.draw(L_SHAPE), (4, 3)) == seen


CHAIN = "#.#.....\n..#..#.."
"""Four tiles of two columns; the first has one pixel, the second two, the third one below, the fourth none."""


@pytest.mark.parametrize(
    ("serpentine", "bottom_first", "seen"),
    [
        ("no", False, "#.#.\n..#.\n....\n.#.."),
        ("upright", False, "#.#.\n..#.\n....\n...#"),
        ("turned", False, "#.#.\n..#.\n..#.\n...."),
        ("no", True, "....\n.#..\n#.#.\n..#."),
    ],
)
def test_a_chain_of_tiles(serpentine: str, bottom_first: bool, seen: str) -> None:
    """Row by row; to and fro, upright or upside down; from the bottom."""
    arrangement = Arrangement(across=2, down=2, serpentine=serpentine, bottom_first=bottom_first)
    assert seen_as(arrangement, CHAIN, (4, 4)) == seen


def test_tiles_must_fit() -> None:
    """An uneven cut is refused with the figures."""
    with pytest.raises(ConfigurationError) as caught:
        Arrangement(across=3, down=2).wire_size(64, 32)
    assert caught.value.code == "bad_tiles"


def test_a_plain_board_is_left_alone() -> None:
    """The very same picture, without work."""
    plain = Arrangement(across=4)
    assert plain.is_plain
    assert plain.to_wire(L_SHAPE) is L_SHAPE


def test_colours_stay_together() -> None:
    """Every plane is turned alike."""
    frame = Frame(2, 1, (b"\x01\x00", b"\x00\x01"))
    assert frame.colour is Colour.DUAL
    assert Arrangement(rotate=180).to_wire(frame) == Frame(2, 1, (b"\x00\x01", b"\x01\x00"))
