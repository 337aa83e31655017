"""words: runs of letters and digits with their places."""

from signboard.text.words import words_of


def test_words_and_their_places() -> None:
    """Punctuation parts them; digits belong to them."""
    text = "Vì trẻ-em, 25/11!"
    assert [word.text for word in words_of(text)] == ["Vì", "trẻ", "em", "25", "11"]
    assert [text[word.start : word.end] for word in words_of(text)] == ["Vì", "trẻ", "em", "25", "11"]


def test_a_mark_without_a_place_in_nfc_stays_with_its_letter() -> None:
    """It is part of the word that it spoils."""
    assert [word.text for word in words_of("dd\u0323i x")] == ["dd\u0323i", "x"]
