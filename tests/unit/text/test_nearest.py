"""nearest: the syllable that was meant."""

import pytest

from signboard.text.nearest import nearest_syllable, plain_consonants, with_accents_lost


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("trưòng", "trường"),
        ("lưọng", "lượng"),
        ("ngưòi", "người"),
        ("đưòng", "đường"),
        ("nưóc", "nước"),
        ("Truờng", "Trường"),
        ("nguời", "người"),
        ("Phuờng", "Phường"),
        ("PHUỜNG", "PHƯỜNG"),
        ("đuợc", "được"),
        ("ruợu", "rượu"),
        ("nhiẹm", "nhiệm"),
        ("Nghành", "Ngành"),
        ("tôt", ""),
        ("thôngg", ""),
    ],
)
def test_one_mark_is_mended(written: str, meant: str) -> None:
    """Lost horns first, then one other shape or spelling; nothing where there are several answers or none."""
    assert nearest_syllable(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"), [("zân", "dân"), ("fát", "phát"), ("jữ", "giữ"), ("Zürich", ""), ("fête", ""), ("dân", "")]
)
def test_consonants_of_chats(written: str, meant: str) -> None:
    """Z, j, f and w before a rhyme of the language; foreign words are let pass."""
    assert plain_consonants(written) == meant


@pytest.mark.parametrize("word", ["thuoc", "nguoi", "truong", "duoc", "viet", "tuoi"])
def test_lost_accents_are_seen(word: str) -> None:
    """Vowels that the language never writes so."""
    assert with_accents_lost(word)


@pytest.mark.parametrize("word", ["la", "hot", "top", "client", "internet", "mua", "Viet", "online", "website"])
def test_plain_words_are_let_pass(word: str) -> None:
    """Syllables without accents, foreign words, names."""
    assert not with_accents_lost(word)
