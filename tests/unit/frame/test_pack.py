"""Packing: columns to rows and back, against a slow count by hand."""

import pytest

from signboard.frame import art, pack
from signboard.frame.frame import Frame

SIZES = [(1, 1), (8, 8), (9, 7), (16, 16), (24, 8), (13, 17), (64, 16), (96, 33)]


def speckled(width_px: int, height_px: int) -> Frame:
    """A picture without symmetry."""
    return Frame.blank(width_px, height_px).flipped(
        (x, y) for x in range(width_px) for y in range(height_px) if (x * x + 3 * y) % 7 < 3
    )


def rows_by_hand(frame: Frame, lead_px: int) -> bytes:
    """Rows of bits, leftmost pixel in the highest bit, by looking at each pixel."""
    rows = []
    for y in range(frame.height_px):
        bits = "0" * lead_px + "".join(str(int(frame.pixel(x, y))) for x in range(frame.width_px))
        bits += "0" * (-len(bits) % 8)
        rows.append(bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)))
    return b"".join(rows)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lead_px", [0, 3, 8])
def test_turns_columns_into_rows_and_back(size: tuple[int, int], lead_px: int) -> None:
    """The quick turn equals the slow one, and turning back gives the plane again."""
    frame = speckled(*size)
    rows = pack.rows_from_columns(frame.planes[0], *size, lead_px=lead_px)

    assert rows == rows_by_hand(frame, lead_px)
    assert pack.columns_from_rows(rows, *size, lead_px=lead_px) == frame.planes[0]


def test_puts_the_leftmost_pixel_in_the_highest_bit() -> None:
    """One drawn example: rows `#.#` and `..#`."""
    plane = art.parse("#.#\n..#").planes[0]

    assert pack.rows_from_columns(plane, 3, 2) == b"\xa0\x20"


def test_ignores_padding_bits() -> None:
    """What stands in a row beyond the picture is no pixel."""
    assert pack.columns_from_rows(b"\xbf\x3f", 3, 2) == art.parse("#.#\n..#").planes[0]


def test_refuses_rows_of_the_wrong_length() -> None:
    """Too few bytes cannot be turned."""
    with pytest.raises(ValueError, match="3 bytes of rows; 2 are due"):
        pack.columns_from_rows(b"\0\0\0", 3, 2)


def test_turns_nothing_into_nothing() -> None:
    """A frame without columns has no bytes either way."""
    assert pack.rows_from_columns(b"", 0, 16) == b""
    assert pack.columns_from_rows(b"", 0, 16) == b""


def test_inverts_every_bit() -> None:
    """Boards on which 0 means lit get the complement."""
    assert pack.invert(b"\x00\xff\xa5") == b"\xff\x00\x5a"


def test_swaps_the_bytes_of_every_word() -> None:
    """The first byte of four becomes the last; twice is once; half a word is refused."""
    assert pack.swap_words(bytes(range(8))) == bytes((3, 2, 1, 0, 7, 6, 5, 4))
    assert pack.swap_words(pack.swap_words(b"abcd")) == b"abcd"
    with pytest.raises(ValueError, match="3 bytes are no whole number of 32-bit words"):
        pack.swap_words(b"abc")


@pytest.mark.parametrize("size", SIZES)
def test_turns_three_planes_into_pixels_and_back(size: tuple[int, int]) -> None:
    """Every pixel becomes three bytes in its place, and the way back gives the planes again."""
    planes = tuple(frame.planes[0] for frame in (speckled(*size), Frame.blank(*size), speckled(*size)))
    pixels = pack.rgb_from_columns(planes, *size)
    frame = Frame(*size, planes)
    places = [(x, y, colour) for y in range(size[1]) for x in range(size[0]) for colour in range(3)]

    assert list(pixels) == [255 * frame.pixel(*place) for place in places]
    assert pack.columns_from_rgb(pixels, *size) == planes


def test_half_of_a_colour_is_lit() -> None:
    """From 80 on a colour counts as lit; pixels of the wrong length are refused."""
    assert pack.columns_from_rgb(b"\x7f\x80\xff", 1, 1) == (b"\0", b"\1", b"\1")
    with pytest.raises(ValueError, match="2 bytes of pixels; 3 are due"):
        pack.columns_from_rgb(b"ab", 1, 1)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("band_px", [5, 7, 8])
def test_cuts_columns_into_bands_and_back(size: tuple[int, int], band_px: int) -> None:
    """Each band has one byte per column, its topmost row lowest; joining them gives the plane again."""
    frame = speckled(*size)
    bands = pack.bands_from_columns(frame.planes[0], frame.height_px, band_px)
    by_hand = [
        bytes(sum(frame.pixel(x, top + y) << y for y in range(band_px)) for x in range(frame.width_px))
        for top in range(0, frame.height_px, band_px)
    ]

    assert bands == by_hand
    assert pack.columns_from_bands(bands, frame.height_px, band_px) == frame.planes[0]


def test_ignores_bits_beyond_a_band() -> None:
    """What a byte holds beyond its band's rows, or below the picture, is no pixel."""
    assert pack.columns_from_bands([b"\xff", b"\xff"], 7, 5) == b"\x7f"


def test_refuses_bands_of_unequal_length() -> None:
    """Bands of one picture have as many columns each."""
    with pytest.raises(ValueError, match="shorter"):
        pack.columns_from_bands([b"\0\0", b"\0"], 10, 5)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_lists_pixels_one_by_one_and_back(size: tuple[int, int], count: int) -> None:
    """One byte per pixel along rows, one bit per plane, as looking at each pixel tells."""
    plane = speckled(*size).planes[0]
    frame = Frame(*size, (plane, Frame.blank(*size).flipped([(0, 0)]).planes[0], plane)[:count])
    dots = pack.dots_from_columns(frame.planes, *size)

    assert dots == bytes(
        sum(frame.pixel(x, y, p) << p for p in range(count)) for y in range(size[1]) for x in range(size[0])
    )
    assert pack.columns_from_dots(dots, *size, count) == frame.planes


def test_refuses_too_few_dots() -> None:
    """Every pixel has its byte."""
    with pytest.raises(ValueError, match="3 dots; 4 are due"):
        pack.columns_from_dots(b"\0\0\0", 2, 2, 1)


def test_packs_dots_from_either_end() -> None:
    """The leftmost of eight is the highest bit, or the lowest where that is wanted; unpacking takes the latter."""
    dots = bytes([1, 0, 0, 0, 0, 0, 0, 0, 1, 1])

    assert pack.bits_from_dots(dots, 10) == b"\x80\xc0"
    assert pack.bits_from_dots(dots, 10, mode="1;R") == b"\x01\x03"
    assert pack.bits_from_dots(b"\2\1", 2, 1) == b"\x80"
    assert pack.dots_from_bits(b"\x01\xff", 10) == dots
