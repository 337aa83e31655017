"""Skeletons of sentences, and how far apart they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signboard.campaign.skeleton import Difference, differences, distance, skeleton

CLEAN = "Hãy hành động, đó có thể là người thân của bạn"
BROKEN = "Hay h \u0303 ành đông, đó c \u0323 ó thể là người thân của ban.\u0323"


def test_a_damaged_copy_has_the_same_skeleton() -> None:
    """Whatever became of its marks and blanks."""
    assert skeleton(BROKEN) == skeleton(CLEAN) == "hayhanhdongdocothelanguoithancuaban"


def test_digits_belong_to_it() -> None:
    """Two days are two sentences."""
    assert skeleton("Ngày 20/11") != skeleton("Ngày 25/11")


def test_words_that_differ_are_named() -> None:
    """With both spellings and the place."""
    assert differences("Xin Hướng ứng", "xin hưởng ứng!") == (Difference("Hướng", "hưởng", 4),)


@pytest.mark.parametrize(
    ("one", "other"), [("XÓA BỎ", "xoá bỏ"), ("Nam, nữ", "nam nữ"), ("sức khỏe - hạnh phúc", "Sức khoẻ, hạnh phúc")]
)
def test_what_makes_no_difference(one: str, other: str) -> None:
    """Capitals, punctuation, the two places of a tone."""
    assert differences(one, other) == ()


def test_other_words_cannot_be_compared_by_marks() -> None:
    """Where a blank fell into a word, or the words are others."""
    assert differences("h ành động", "hành động") is None


@pytest.mark.parametrize(
    ("one", "two", "most", "found"),
    [("abc", "abc", 0, 0), ("abc", "abd", 2, 1), ("abc", "xabc", 2, 1), ("", "ab", 2, 2), ("abcd", "dcba", 2, None)],
)
def test_distances(one: str, two: str, most: int, found: int | None) -> None:
    """Letters put in, taken out, changed; nothing beyond the bound."""
    assert distance(one, two, most) == found


def _plain(one: str, two: str) -> int:
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        row, before = [i], row
        for j, b in enumerate(two, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)))
    return row[-1]


@given(st.text("ab", max_size=9), st.text("ab", max_size=9), st.integers(0, 4))
def test_the_band_gives_what_the_whole_table_gives(one: str, two: str, most: int) -> None:
    """Where the distance is within the bound."""
    whole = _plain(one, two)

    assert distance(one, two, most) == (whole if whole <= most else None)
