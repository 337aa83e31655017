"""Tests of the BX-5E options."""

import dataclasses

import pytest

from signboard.errors import ConfigurationError, ProblemsError
from signboard.frame.frame import Colour
from signboard.protocols.bx5_options import OPTIONS, Bx5Options, problems_of, read
from signboard.protocols.onbon_wire import Dialect
from signboard.protocols.spec import BoardSpec


def test_the_table_and_the_record_have_the_same_names() -> None:
    """Every option of the table is a field of the record, in the same order, and no other."""
    assert list(OPTIONS) == [field.name for field in dataclasses.fields(Bx5Options)]


def test_a_silent_host_blanks_the_board_after_ten_minutes() -> None:
    """By default a stale slogan does not outlive its host by more than ten minutes."""
    options = read(BoardSpec(128, 32))

    assert (options.run_mode, options.timeout_s, options.play, options.effect) == (2, 600, 1, 1)


@pytest.mark.parametrize(("text", "octets"), [("5E2", "5402"), ("5e3", "5403"), ("any", "feff"), ("7401", "7401")])
def test_card_types_are_named_or_in_hex(text: str, octets: str) -> None:
    """A type is the name on the card or its two bytes."""
    assert read(BoardSpec(8, 8, options={"device_type": text})).device_type.hex() == octets


def test_words_become_values() -> None:
    """Dialect, seconds and firmware text are read into what the halves need."""
    options = read(BoardSpec(8, 8, options={"dialect": "F0", "answer_s": "2.5", "firmware": "ab"}))

    assert (options.dialect, options.answer_s, options.firmware) == (Dialect.F0, 2.5, b"ab      ")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("device_type", "5E9"),
        ("device_type", "540101"),
        ("answer_s", "0"),
        ("answer_s", "61"),
        ("answer_s", "nan"),
        ("area_id", "4"),
        ("run_mode", "5"),
        ("timeout_s", "65536"),
        ("effect", "41"),
        ("test_flip_pixel", "8,0"),
        ("x", "8"),
        ("y", "8"),
    ],
)
def test_impossible_options_are_refused(name: str, text: str) -> None:
    """A value that the card cannot have is one plain error naming the option."""
    with pytest.raises(ConfigurationError) as caught:
        read(BoardSpec(8, 8, options={name: text}))

    assert name.split("_", maxsplit=1)[0] in str(caught.value)


@pytest.mark.parametrize(("width_px", "height_px"), [(0, 16), (16, 0), (-8, 16), (65_536, 16), (4096, 2048)])
def test_impossible_sizes_are_refused(width_px: int, height_px: int) -> None:
    """A board needs pixels, and no more than one packet carries."""
    with pytest.raises(ConfigurationError) as caught:
        read(BoardSpec(width_px, height_px))

    assert caught.value.code == "bad_size"


def test_full_colour_is_refused() -> None:
    """The family has boards of one and two colours only."""
    with pytest.raises(ConfigurationError) as caught:
        read(BoardSpec(64, 16, Colour.RGB))

    assert caught.value.code == "bad_colour"


def test_all_problems_are_told_at_once() -> None:
    """Size, colour and every option are judged in one go."""
    board = BoardSpec(0, 16, Colour.RGB, {"run_mode": "9", "runmode": "1"})

    assert [problem.code for problem in problems_of(board)][:2] == ["bad_size", "bad_colour"]
    assert [problem.code for problem in problems_of(board)][-2:] == ["bad_option", "unknown_option"]
    with pytest.raises(ProblemsError):
        read(board)
