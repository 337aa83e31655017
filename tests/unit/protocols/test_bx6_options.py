"""Tests of the BX-6 options."""

import dataclasses

import pytest

from signboard.errors import ConfigurationError, SignboardError
from signboard.frame.frame import Colour
from signboard.protocols.bx6_options import OPTIONS, Bx6Options, picture_bytes, read
from signboard.protocols.onbon_wire import Dialect
from signboard.protocols.spec import BoardSpec


def test_the_table_and_the_record_have_the_same_names() -> None:
    """Every option of the table is a field of the record, in the same order, and no other."""
    assert list(OPTIONS) == [field.name for field in dataclasses.fields(Bx6Options)]


@pytest.mark.parametrize(
    ("colour", "text", "octets"),
    [
        (Colour.MONO, "auto", "7401"),
        (Colour.DUAL, "auto", "7401"),
        (Colour.RGB, "auto", "6602"),
        (Colour.MONO, "6E2X", "7405"),
        (Colour.RGB, "6q3", "6603"),
        (Colour.RGB, "any", "feff"),
    ],
)
def test_the_card_follows_the_colour_unless_named(colour: Colour, text: str, octets: str) -> None:
    """One and two colours mean a 6E1, full colour a 6Q2, unless the settings name a card."""
    assert read(BoardSpec(8, 8, colour, {"device_type": text})).device_type.hex() == octets


@pytest.mark.parametrize(("colour", "text"), [(Colour.MONO, "6Q2"), (Colour.RGB, "6E1")])
def test_cards_and_colours_must_fit(colour: Colour, text: str) -> None:
    """A 6Q lights no single colour and a 6E no full colour."""
    with pytest.raises(ConfigurationError) as caught:
        read(BoardSpec(8, 8, colour, {"device_type": text}))

    assert caught.value.code == "bad_colour"


def test_defaults_are_the_vendors() -> None:
    """Clear mode, transparency, header and its flag are what the vendor's program writes."""
    options = read(BoardSpec(8, 8))

    assert (options.clear_mode, options.transparency, options.dialect, options.flag) == (1, 101, Dialect.COMMON6, 0)


@pytest.mark.parametrize(
    ("width_px", "height_px", "colour"),
    [
        (0, 16, Colour.MONO),
        (16, -1, Colour.MONO),
        (65_536, 1, Colour.MONO),
        (4096, 200, Colour.MONO),
        (256, 96, Colour.RGB),
    ],
)
def test_impossible_sizes_are_refused(width_px: int, height_px: int, colour: Colour) -> None:
    """A board needs pixels, and no more than one packet carries."""
    with pytest.raises(SignboardError) as caught:
        read(BoardSpec(width_px, height_px, colour))

    assert caught.value.code == "bad_size"


@pytest.mark.parametrize(
    ("name", "text"), [("area_id", "32"), ("x", "8"), ("dialect", "common"), ("transparency", "256")]
)
def test_impossible_options_are_refused(name: str, text: str) -> None:
    """A value that the card cannot have is one plain error naming the option."""
    with pytest.raises(ConfigurationError) as caught:
        read(BoardSpec(8, 8, options={name: text}))

    assert name in str(caught.value)


def test_rows_are_whole_words_aligned_to_the_screen() -> None:
    """Words of 32 pixels count from the screen's left edge; full colour is three bytes each."""
    assert picture_bytes(Colour.MONO, 24, 8, 0) == 32
    assert picture_bytes(Colour.DUAL, 24, 8, 9) == 128
    assert picture_bytes(Colour.RGB, 24, 8, 9) == 576
