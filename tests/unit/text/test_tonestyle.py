"""tonestyle: one place of the tone in one list."""

from signboard.text.tonestyle import mixed_spelling, styled_words


def test_words_that_show_a_habit() -> None:
    """oa, oe, uy at the end of a word with a tone; no others."""
    text = "Hòa hoà khoẻ quý hoa toàn thuỷ"
    assert [(style.word, style.is_older, style.other) for style in styled_words(text)] == [
        ("Hòa", True, "Hoà"),
        ("hoà", False, "hòa"),
        ("khoẻ", False, "khỏe"),
        ("thuỷ", False, "thủy"),
    ]


def test_the_rarer_way_is_told() -> None:
    """In the lines that have it, with the other way."""
    texts = ["hòa bình", "văn hóa", "sức khoẻ", "không có gì"]
    (index,) = mixed_spelling(texts)
    remark = mixed_spelling(texts)[index]
    assert (index, remark.proposal, texts[index][remark.start : remark.end]) == (2, "khỏe", "khoẻ")


def test_of_two_equal_ways_the_first_is_usual() -> None:
    """So the answer does not depend on chance."""
    assert {index: remark.proposal for index, remark in mixed_spelling(["hoà", "hóa"]).items()} == {1: "hoá"}


def test_one_way_is_no_mixture() -> None:
    """Whichever it is."""
    assert mixed_spelling(["hoà bình", "văn hoá", ""]) == {}
    assert mixed_spelling([]) == {}
