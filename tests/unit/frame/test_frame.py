"""Frame: packed columns, cutting, pasting, and what it refuses."""

import pytest

from signboard.frame import art
from signboard.frame.frame import Colour, Frame, column_stride

BOX = art.parse("##\n#.\n##")


@pytest.mark.parametrize(("height_px", "stride"), [(1, 1), (8, 1), (9, 2), (16, 2), (17, 3), (32, 4)])
def test_rounds_columns_up_to_bytes(height_px: int, stride: int) -> None:
    """A column takes whole bytes."""
    assert column_stride(height_px) == stride


def test_packs_columns_topmost_pixel_in_bit_0() -> None:
    """Columns come left to right, each with its topmost pixel in the lowest bit."""
    assert Frame(2, 9, (b"\x01\x00\x00\x01",)) == art.parse("#.\n" + "..\n" * 7 + ".#")


def test_knows_each_pixel() -> None:
    """(0, 0) is top left, outside is dark."""
    assert [BOX.pixel(x, 1) for x in (-1, 0, 1, 2)] == [False, True, False, False]
    assert not BOX.pixel(0, 3)
    assert BOX.lit == 5


def test_blank_is_dark_in_every_plane() -> None:
    """A blank colour frame has a dark plane per colour."""
    blank = Frame.blank(4, 16, Colour.RGB)

    assert (blank.colour, blank.lit, len(blank.planes)) == (Colour.RGB, 0, 3)


@pytest.mark.parametrize(
    ("width_px", "height_px", "planes"),
    [
        (-1, 8, (b"",)),
        (1, 0, (b"",)),
        (1, 8, ()),
        (1, 8, (b"\0",) * 4),
        (2, 8, (b"\0",)),
        (1, 9, (b"\0",)),
        (1, 3, (b"\x08",)),
        (2, 9, (b"\0\0\0\x02",)),
    ],
)
def test_refuses_impossible_pixels(width_px: int, height_px: int, planes: tuple[bytes, ...]) -> None:
    """Wrong sizes, plane counts, plane lengths, and bits below the last row are programming errors."""
    with pytest.raises(ValueError, match=r"impossible|bytes|below"):
        Frame(width_px, height_px, planes)


def test_joins_side_by_side() -> None:
    """Frames of one height stand side by side, the first leftmost."""
    assert Frame.join([BOX, Frame.blank(1, 3), BOX]) == art.parse("##.##\n#..#.\n##.##")


@pytest.mark.parametrize("other", [Frame.blank(1, 4), Frame.blank(1, 3, Colour.DUAL)])
def test_joins_only_the_like(other: Frame) -> None:
    """Different heights or colours cannot stand side by side."""
    with pytest.raises(ValueError, match="side by side"):
        Frame.join([BOX, other])


@pytest.mark.parametrize(
    ("x", "width_px", "art_rows"),
    [
        (0, 1, "#\n#\n#"),
        (1, 2, "#.\n..\n#."),
        (-2, 3, "..#\n..#\n..#"),
        (-1, 4, ".##.\n.#..\n.##."),
        (5, 2, "..\n..\n.."),
        (-5, 2, "..\n..\n.."),
    ],
)
def test_crops_with_dark_surroundings(x: int, width_px: int, art_rows: str) -> None:
    """Columns outside the frame are dark, on both sides and far away."""
    assert BOX.crop(x, width_px) == art.parse(art_rows)


@pytest.mark.parametrize(
    ("x", "y", "art_rows"),
    [
        (1, 1, "....\n.##.\n.#..\n.##."),
        (-1, 0, "#...\n....\n#...\n...."),
        (3, 2, "....\n....\n...#\n...#"),
        (0, -2, "##..\n....\n....\n...."),
        (9, 9, "....\n....\n....\n...."),
    ],
)
def test_pastes_and_cuts_off(x: int, y: int, art_rows: str) -> None:
    """Lit pixels are added at the place, what falls outside is cut off."""
    assert Frame.blank(4, 4).paste(BOX, x, y) == art.parse(art_rows)


def test_pasting_keeps_what_was_lit() -> None:
    """Dark pixels of the pasted frame erase nothing."""
    full = art.parse("###\n###\n###")

    assert full.paste(BOX, 0, 0) == full


def test_pastes_only_the_like() -> None:
    """A colour frame cannot be pasted on a mono one."""
    with pytest.raises(ValueError, match="colour"):
        BOX.paste(Frame.blank(1, 1, Colour.DUAL), 0, 0)


def test_flips_single_pixels() -> None:
    """Flipping is its own inverse."""
    flipped = BOX.flipped([(1, 1)])

    assert flipped == art.parse("##\n##\n##")
    assert flipped.flipped([(1, 1)]) == BOX


def test_is_a_value_with_a_name_of_its_own() -> None:
    """Equal pixels are equal frames with one digest; another size or pixel is another digest."""
    twin = art.parse("##\n#.\n##")

    assert (twin, hash(twin), twin.digest) == (BOX, hash(BOX), BOX.digest)
    assert len({BOX.digest, BOX.flipped([(0, 0)]).digest, Frame.blank(3, 2).digest, Frame.blank(2, 3).digest}) == 4


def test_shows_itself_as_art() -> None:
    """`repr` is the picture."""
    assert repr(BOX) == "Frame 2x3\n##\n#.\n##"
