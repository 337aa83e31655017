"""Which syllables belong together, and which lean on what follows."""

import pytest

from signboard.typeset.compounds import belongs_together, leans_forward


@pytest.mark.parametrize(
    ("first", "second"), [("bình", "đẳng"), ("BẠO", "LỰC"), ("“Gia", "đình,"), ("pháp", "luật”;"), ("trẻ", "em.")]
)
def test_knows_words_of_two_syllables(first: str, second: str) -> None:
    """Case, quotes in front and punctuation behind do not matter."""
    assert belongs_together(first, second)


@pytest.mark.parametrize(("first", "second"), [("trẻ,", "em"), ("giới", "là"), ("lực", "bạo"), ("-", "-")])
def test_parts_what_is_no_word(first: str, second: str) -> None:
    """A comma between two syllables parts them; unknown pairs are two words."""
    assert not belongs_together(first, second)


def test_knows_words_that_lead_on() -> None:
    """Prepositions, conjunctions and counts should not end a line, nouns may."""
    assert all(leans_forward(word) for word in ("của", "VÀ", "không", "77"))
    assert not any(leans_forward(word) for word in ("giới", "và,", "-", "2024", "25/11"))
