"""letters: composition, look-alikes, blanks."""

import itertools
import unicodedata

import pytest

from signboard.text.letters import compose, fold_blanks, fold_lookalikes, is_mark, letters_of

SHAPED = [
    *itertools.product("aeoAEO", ["\u0302"]),
    *itertools.product("aA", ["\u0306"]),
    *itertools.product("ouOU", ["\u031b"]),
]
TONES = "\u0300\u0301\u0303\u0309\u0323"


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(("base", "shape"), SHAPED)
def test_a_tone_typed_before_the_shape_gives_the_same_letter(base: str, shape: str, tone: str) -> None:
    """é + circumflex is ế, whatever the order and however far it was composed already."""
    right = unicodedata.normalize("NFC", base + shape + tone)
    assert len(right) == 1
    typed = base + tone + shape
    assert compose(typed) == right
    assert compose(unicodedata.normalize("NFC", base + tone) + shape) == right


def test_marks_of_other_languages_keep_their_order() -> None:
    """A cluster with a mark that Vietnamese has not is left to NFC alone."""
    text = "e\u0304\u0302x e\u0302"
    assert compose(text) == unicodedata.normalize("NFC", text)


def test_lookalikes_become_vietnamese() -> None:
    """Icelandic Eth and African D are drawn like Đ but are other letters."""
    assert fold_lookalikes("\u00d0\u0189\u00f0\u0256Dd") == "ĐĐđđDd"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\u00a0a\u202fb\u2007 c\t", "a b c"),
        ("a\u200bb\u00adc\ufeffd\u2060e", "abcde"),
        ("a\x0bb\u2028c", "a b c"),
        ("a\u202eb\u2066c", "abc"),
    ],
)
def test_blanks_become_one_space_and_invisible_characters_vanish(raw: str, text: str) -> None:
    """No-break blanks, tabs, soft line breaks; zero-width, soft hyphens, directional overrides."""
    assert fold_blanks(raw) == text


def test_a_mark_without_a_letter_is_a_mark() -> None:
    """Combining tilde yes, letter no, the picture selector of emoji no."""
    assert [is_mark(char) for char in "\u0303ã\ufe0f "] == [True, False, False, False]


def test_letters_are_what_two_copies_share() -> None:
    """Case, punctuation and blanks do not count; tones do."""
    assert letters_of("“Đầu tư - 2024”!") == "đầutư2024"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("\u0410nh", "Anh"),
        ("Vi\u1ec7t N\u0430m", "Vi\u1ec7t Nam"),
        ("\u039fng", "Ong"),
        ("\u0430\u0301nh", "\u00e1nh"),
        ("\uff36\uff29\uff25\uff34\u3000\uff11", "VIET\u30001"),
        ("\u041c\u043e\u0441\u043a\u0432\u0430", "\u041c\u043e\u0441\u043a\u0432\u0430"),
    ],
)
def test_letters_that_only_look_latin_become_latin(written: str, plain: str) -> None:
    """Cyrillic and Greek inside a Latin word, full-width signs; a word that is foreign as a whole stays."""
    assert fold_lookalikes(written) == plain


def test_whole_letters_are_let_through_as_they_would_be_composed() -> None:
    """The short way for composed texts gives what the long way gives for the same letters in pieces."""
    letters = [chr(code) for code in (*range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000))]

    assert [letter for letter in letters if compose(letter) != compose(unicodedata.normalize("NFD", letter))] == []
