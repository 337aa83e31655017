"""Automatic lists of binary Word files."""

from office_files import OFFICE

from signboard.office.doc_file import WordFile
from signboard.office.doc_lists import DocLists
from signboard.office.doc_styles import DocStyles


def _lists() -> DocLists:
    word = WordFile((OFFICE / "annex.doc").read_bytes(), "annex.doc")
    return DocLists(word, DocStyles(word))


def test_numbers_follow_the_list() -> None:
    """Roman chapters, figures, letters; each level starts again below the next chapter."""
    lists = _lists()

    assert [lists.label(1, depth) for depth in (0, 1, 1, 2, 0, 1)] == [
        ("I.", 0),
        ("1.", 1),
        ("2.", 1),
        ("a)", 2),
        ("II.", 0),
        ("1.", 1),
    ]


def test_a_list_that_is_not_there_numbers_nothing() -> None:
    """0 is no list, and neither is the ten-thousandth."""
    assert [_lists().label(number, 0) for number in (0, -1, 10_000)] == [("", None)] * 3
