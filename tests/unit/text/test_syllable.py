"""syllable: what Vietnamese can write as one syllable."""

from pathlib import Path

import pytest
from shipped import OWN_SLOGAN_FILES, SLOGAN_FILES, slogans

from signboard.text.syllable import FOREIGN, is_syllable, split_tone, syllables, tone_places, with_tone
from signboard.text.words import words_of

POSSIBLE = """
nghiêng giếng gì gìn quốc quý khuỷu thuở yếu ỉa khuya huênh hòa hoà thủy thuỷ khoẻ quả mía cửa ngoéo quýt huỳnh xoong
uống ướt giữa già quạt đổ ghế nghĩa kỹ kĩ ý quyết quên quệt Việt ĐẢNG
"""
IMPOSSIBLE = """
cẻ kà gế nge quôg tòan chuá qủa gìa cưả miá bàt bảc nghà ghà cía xưong đươg tiéng ngiêng Đảng1 vIỆT viẾT bạnhbè
"""


@pytest.mark.parametrize("word", POSSIBLE.split())
def test_what_the_language_can_write(word: str) -> None:
    """Rare rhymes, both places of the tone, both i and y, capitals."""
    assert is_syllable(word)


@pytest.mark.parametrize("word", IMPOSSIBLE.split())
def test_what_it_cannot(word: str) -> None:
    """Spelling of first consonants, tones of closed syllables, tones in a wrong place, case inside a word."""
    assert not is_syllable(word)


def accented(path: Path) -> list[str]:
    """The words of a list that hold a Vietnamese letter."""
    return [word.text for text in slogans(path) for word in words_of(text) if not word.text.isascii()]


@pytest.mark.parametrize("path", OWN_SLOGAN_FILES, ids=lambda path: path.name)
def test_all_words_of_official_slogans(path: Path) -> None:
    """Every accented word is a syllable."""
    assert [word for word in accented(path) if not is_syllable(word)] == []


@pytest.mark.parametrize("path", SLOGAN_FILES, ids=lambda path: path.name)
def test_words_of_any_list(path: Path) -> None:
    """Of lists that nobody looked at, all but one in fifty."""
    words = accented(path)
    assert sum(map(is_syllable, words)) >= 0.98 * len(words)


def test_the_generator_yields_what_the_test_accepts() -> None:
    """Each once; some ten thousands."""
    every = list(syllables())
    assert len(every) == len(set(every))
    assert len(every) in range(15_000, 20_000)
    assert all(is_syllable(word) for word in every[::97])


def test_foreign_names_are_what_the_grammar_refuses() -> None:
    """A name that the grammar takes has no place in the list."""
    assert [word for word in FOREIGN if is_syllable(word)] == []


@pytest.mark.parametrize(
    ("word", "parts"),
    [("toàn", ("toan", "\u0300", 2)), ("Ấm", ("Âm", "\u0301", 0)), ("đi", ("đi", "", -1)), ("ế", ("ê", "\u0301", 0))],
)
def test_the_tone_is_taken_off(word: str, parts: tuple[str, str, int]) -> None:
    """The shape of the letter stays."""
    assert split_tone(word) == parts


@pytest.mark.parametrize(
    ("plain", "places"),
    [
        ("hoa", (1, 2)),
        ("toan", (2,)),
        ("quy", (2,)),
        ("gia", (2,)),
        ("mia", (1,)),
        ("thuyên", (4,)),
        ("ươc", (1,)),
        ("khuya", (3,)),
        ("xyz", (1,)),
        ("b", ()),
    ],
)
def test_where_a_tone_can_stand(plain: str, places: tuple[int, ...]) -> None:
    """Old and new place for oa, oe, uy; one place for the rest."""
    assert tone_places(plain) == places


def test_both_spellings_of_a_tone() -> None:
    """The older first."""
    assert with_tone("hoa", "\u0300") == ("hòa", "hoà")
    assert with_tone("hoa", "") == ("hoa",)
