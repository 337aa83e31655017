"""encodings.table: rows of codes to letters, and the encodings of one byte a character."""

import pytest

from signboard.text.encodings.table import SingleByte, read_rows

ROWS = """
a  61 E0 E1 -- -- --
đ  F0
"""


def test_a_row_is_a_letter_with_its_tones() -> None:
    """In the order no tone, grave, acute; a dash is no code; Đ has one column."""
    assert read_rows(ROWS) == {"a": b"a", "à": b"\xe0", "á": b"\xe1", "đ": b"\xf0"}


def test_letters_win_over_signs() -> None:
    """A byte that the table gives to a letter is that letter."""
    assert SingleByte("x", ROWS, {0xE0: "!", 0xE9: "?"}).decode(b"\xe0\xe9") == "à?"


def test_a_byte_without_a_letter_is_an_error_or_a_mark() -> None:
    """Strict raises at its place; for guessing U+FFFD stands there."""
    encoding = SingleByte("x", ROWS, {})
    with pytest.raises(UnicodeDecodeError) as caught:
        encoding.decode(b"a\xff")
    assert caught.value.start == 1
    assert encoding.decode(b"a\xff", "replace") == "a\ufffd"


def test_line_ends_and_tabs_are_themselves() -> None:
    """The controls of text files pass; NUL does not."""
    encoding = SingleByte("x", ROWS, {})
    assert encoding.decode(b"a\tb\r\n") == "a\tb\r\n"
    with pytest.raises(UnicodeDecodeError):
        encoding.decode(b"\x00")
