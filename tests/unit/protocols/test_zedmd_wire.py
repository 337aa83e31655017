"""Tests of ZeDMD's options and sizes."""

import pytest

from signboard.errors import SignboardError
from signboard.frame.frame import Colour
from signboard.protocols.spec import BoardSpec
from signboard.protocols.zedmd_wire import OPTIONS, read, zone_size


@pytest.mark.parametrize(("size", "zone"), [((128, 32), (8, 4)), ((192, 64), (12, 8)), ((256, 64), (16, 8))])
def test_screens_have_128_zones(size: tuple[int, int], zone: tuple[int, int]) -> None:
    """Sixteen zones across and eight down, whatever the size."""
    assert zone_size(BoardSpec(*size)) == zone


@pytest.mark.parametrize(
    "wrong",
    [
        BoardSpec(100, 32),
        BoardSpec(128, 20),
        BoardSpec(512, 64),
        BoardSpec(128, 32, options={"firmware": "1.2"}),
        BoardSpec(128, 32, options={"firmware": "0.2.3"}),
        BoardSpec(128, 32, options={"package": "63"}),
        BoardSpec(128, 32, options={"compress": "always"}),
    ],
)
def test_impossible_boards_are_refused(wrong: BoardSpec) -> None:
    """Sizes without zones, versions that the client would not take, packages that hold no hello."""
    with pytest.raises(SignboardError):
        read(wrong)


@pytest.mark.parametrize("colour", Colour)
def test_every_colour_is_possible(colour: Colour) -> None:
    """Boards light everything; the defaults are readable."""
    options = read(BoardSpec(128, 32, colour))

    assert (options.package, options.firmware, options.compress) == (64, "5.2.3", "shorter")
    assert set(OPTIONS) == {"ink", "compress", "package", "firmware", "stored"}
