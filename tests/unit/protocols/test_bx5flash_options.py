"""Tests of the options for stored programs."""

import dataclasses
from datetime import date

import pytest

from signboard.errors import ConfigurationError
from signboard.frame.frame import Colour
from signboard.protocols.bx5flash_options import OPTIONS, Bx5FlashOptions, day_bytes, read
from signboard.protocols.spec import BoardSpec


def test_the_table_and_the_record_have_the_same_names() -> None:
    """Every option of the table is a field of the record, in the same order, and no other."""
    assert list(OPTIONS) == [field.name for field in dataclasses.fields(Bx5FlashOptions)]


@pytest.mark.parametrize(
    ("given", "block_bytes"),
    [({}, 700), ({"device_type": "5M2"}, 1024), ({"device_type": "any"}, 700), ({"block_bytes": "64"}, 64)],
)
def test_blocks_follow_the_card_unless_set(given: dict[str, str], block_bytes: int) -> None:
    """700 bytes on a 5A, 1024 on a 5M, else what the settings say."""
    assert read(BoardSpec(8, 8, options=given)).block_bytes == block_bytes


def test_days_are_written_as_the_cards_write_them() -> None:
    """Year low, year high, month, day, in decimal digits."""
    options = read(BoardSpec(8, 8, options={"first_day": "2026-11-15", "last_day": "99201231"}))

    assert day_bytes(date(2026, 12, 5)).hex() == "26201205"
    assert (options.first_day.hex(), options.last_day.hex()) == ("26201115", "99201231")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("reply", "no"),
        ("program", "P00"),
        ("program", "Q000"),
        ("block_bytes", "1025"),
        ("first_day", "2026-02-30"),
        ("last_day", "tomorrow"),
        ("writes_per_day", "25"),
        ("writes_per_day", "0"),
        ("device_type", "5E9"),
        ("x", "8"),
    ],
)
def test_impossible_options_are_refused(name: str, text: str) -> None:
    """A value that the card cannot have, or that would wear it out, is one plain error naming the option."""
    with pytest.raises(ConfigurationError) as caught:
        read(BoardSpec(8, 8, options={name: text}))

    assert name in str(caught.value)


@pytest.mark.parametrize(
    ("board", "code"),
    [(BoardSpec(0, 8), "bad_size"), (BoardSpec(4096, 256), "bad_size"), (BoardSpec(8, 8, Colour.RGB), "bad_colour")],
)
def test_impossible_boards_are_refused(board: BoardSpec, code: str) -> None:
    """A board needs pixels, not more than a program holds, and one or two colours."""
    with pytest.raises(ConfigurationError) as caught:
        read(board)

    assert caught.value.code == code
