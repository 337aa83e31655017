"""bare: words without accents, character for character."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from signboard.manuscript.bare import bare, bare_words
from signboard.text.letters import compose


def test_accents_capitals_and_dashes_go() -> None:
    """Both normal forms of a heading are the same bare words."""
    for form in ("NFC", "NFD"):
        assert bare(unicodedata.normalize(form, "ĐẾN HẾT\u00a0Ngày 15–30")) == "den het ngay 15-30"


def test_bare_words_are_letters_and_digits() -> None:
    """Punctuation and line breaks of headings part words and are no words."""
    assert bare_words("Nội dung\n(khẩu hiệu):") == "noi dung khau hieu"


@given(st.text())
def test_places_stay(text: str) -> None:
    """Every character stands for one of the composed text."""
    assert len(bare(text)) == len(compose(text))
