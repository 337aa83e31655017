"""Scores of what a reader read: characters, and marks on right letters."""

import pytest

from bench.legibility.score import Score, confusions, score


def test_a_right_line_has_no_errors() -> None:
    """Typographic signs that readers cannot tell apart count as one."""
    assert score("“Ấm” – no", '"Ấm" - no') == Score(chars=9, wrong=0, marked=1, mismarked=0)


def test_a_wrong_mark_is_one_character_and_one_mark() -> None:
    """The plain letter was right."""
    assert score("Ờ", "Ớ") == Score(chars=1, wrong=1, marked=1, mismarked=1)


def test_a_wrong_letter_says_nothing_about_its_mark() -> None:
    """Marks are judged on right letters alone."""
    assert score("Ờ", "D") == Score(chars=1, wrong=1, marked=0, mismarked=0)


@pytest.mark.parametrize(("found", "wrong"), [("nha", 1), ("nhaà", 1), ("", 3)])
def test_counts_edits(found: str, wrong: int) -> None:
    """Levenshtein's distance."""
    assert score("nhà", found).wrong == wrong


def test_rates_are_percentages_and_scores_add_up() -> None:
    """A sum of lines is judged as one text."""
    total = score("Ờ", "Ớ") + score("ba", "ba")

    assert (round(total.cer, 1), total.der) == (33.3, 100.0)


def test_names_what_was_taken_for_what() -> None:
    """An empty string stands for a letter left out or added."""
    assert confusions("Ờ ba", "Ớ b") == [("Ờ", "Ớ"), ("a", "")]
