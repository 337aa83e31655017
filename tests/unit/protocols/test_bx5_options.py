"""Tests of the BX-5E options."""

import dataclasses

import pytest

from signboard.errors import ConfigurationError, ProblemsError
from signboard.frame.frame import Colour
from signboard.protocols.bx5_options import OPTIONS, Bx5Options, problems_of, read
from signboard.protocols.spec import BoardSpec


def test_the_table_and_the_record_have_the_same_names() -> None:
    """Every option of the table is a field of the record, in the same order, and no other."""
    assert list(OPTIONS) == [field.name for field in dataclasses.fields(Bx5Options)]


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
