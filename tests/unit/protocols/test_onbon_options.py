"""Tests of the options that every Onbon card has, on a BX-5E."""

import pytest

from signboard.protocols.bx5_options import read
from signboard.protocols.onbon_wire import Dialect
from signboard.protocols.spec import BoardSpec


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
