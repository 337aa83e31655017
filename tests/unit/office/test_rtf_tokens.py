"""The pieces of rich text."""

from signboard.office.rtf_tokens import CHARSETS, Token, tokens


def test_words_numbers_bytes_signs_and_braces() -> None:
    """Each is told apart; the blank behind a word belongs to it, line ends mean nothing."""
    assert list(tokens(b"{\\b0 a\r\nb\\'e9\\'EA\\{\\~\\u-10179 ?}")) == [
        Token("{"),
        Token("b", 0),
        Token("", None, b"a"),
        Token("", None, b"b"),
        Token("'", None, b"\xe9\xea"),
        Token("", None, b"{"),
        Token("~"),
        Token("u", -10179),
        Token("", None, b"?"),
        Token("}"),
    ]


def test_binary_blocks_are_left_out() -> None:
    """As long as they say, whatever is in them."""
    assert [token.raw for token in tokens(b"{\\bin5 }}}}}a}")] == [b"", b"a", b""]
    assert list(tokens(b"\\bin99999 x")) == []


def test_a_backslash_at_the_end_is_no_endless_loop() -> None:
    """A file cut short."""
    assert len(list(tokens(b"a\\"))) <= 2
    assert CHARSETS[163] == "cp1258"
