"""frequent: words that choose between readings."""

import unicodedata

from signboard.text.frequent import FREQUENT
from signboard.text.syllable import is_syllable


def test_every_word_is_one_that_the_language_has() -> None:
    """Lower case, composed, a syllable."""
    assert [word for word in FREQUENT if not is_syllable(word)] == []
    assert [word for word in FREQUENT if word != unicodedata.normalize("NFC", word.lower())] == []
