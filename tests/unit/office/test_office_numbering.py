"""Numbers before paragraphs are those that the office program shows."""

import pytest

from signboard.office.numbering import Level, ListCounter, bullet, write_number

THREE = {0: Level("upperRoman", "%1."), 1: Level("decimal", "%1.%2"), 2: Level("lowerLetter", "%3)")}


def _labels(depths: list[int], levels: dict[int, Level] | None = None) -> list[str]:
    counter = ListCounter()
    return [counter.label("a", levels or THREE, depth) for depth in depths]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
        (12, "decimalZero", "12"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (0, "upperRoman", "0"),
        (4000, "upperRoman", "4000"),
        (1, "lowerLetter", "a"),
        (26, "upperLetter", "Z"),
        (28, "lowerLetter", "bb"),
        (0, "lowerLetter", "0"),
        (10**9, "lowerLetter", "1000000000"),
        (3, "none", ""),
        (3, "thaiCounting", "3"),
    ],
)
def test_a_number_in_its_format(number: int, form: str, written: str) -> None:
    """Formats without a rule of their own are written in figures."""
    assert write_number(number, form) == written


def test_deeper_levels_start_again_after_a_higher_one() -> None:
    """A new chapter begins its items at 1."""
    assert _labels([0, 1, 1, 2, 2, 1, 0, 1]) == ["I.", "I.1", "I.2", "a)", "b)", "I.3", "II.", "II.1"]


def test_a_level_may_never_start_again() -> None:
    """Items numbered through all chapters."""
    through = {0: Level("upperRoman", "%1."), 1: Level("decimal", "%2.", restart=0)}

    assert _labels([0, 1, 0, 1], through) == ["I.", "1.", "II.", "2."]


def test_a_level_may_start_again_after_the_first_alone() -> None:
    """Third-level items numbered through the second level."""
    levels = {0: Level("decimal", "%1"), 1: Level("decimal", "%2"), 2: Level("lowerLetter", "%3", restart=1)}

    assert _labels([0, 1, 2, 1, 2, 0, 2], levels) == ["1", "1", "a", "2", "b", "2", "a"]


def test_a_level_that_was_skipped_shows_its_first_number() -> None:
    """A list that begins at its second level."""
    assert _labels([1, 1]) == ["I.1", "I.2"]


def test_legal_numbering_uses_figures() -> None:
    """`1.1` below `I.`, where the list says so."""
    legal = {0: Level("upperRoman", "%1."), 1: Level("decimal", "%1.%2", is_legal=True)}

    assert _labels([0, 1], legal) == ["I.", "1.1"]


def test_a_start_is_obeyed_once() -> None:
    """A list that goes on from page 4's number."""
    counter = ListCounter()

    assert [counter.label("a", THREE, 0, start) for start in (4, None)] == ["IV.", "V."]


def test_lists_do_not_disturb_each_other() -> None:
    """Two lists, two counts."""
    counter = ListCounter()

    assert [counter.label(key, THREE, 0) for key in "aba"] == ["I.", "I.", "II."]


def test_bullets_are_shown_as_people_see_them() -> None:
    """Private characters and letters of sign fonts become signs; a dash stays one."""
    assert bullet("\uf0b7\uf0a7") == "\u2022\u25aa"
    assert bullet("\uf012") == "\u2022"
    assert bullet("-") == "-"
    assert bullet("l", "Wingdings") == "\u25cf"
    assert _labels([0], {0: Level("bullet", "\uf0fc")}) == ["\u2713"]


def test_a_pattern_is_not_endless() -> None:
    """A pattern of a megabyte is no pattern."""
    assert len(_labels([0], {0: Level("decimal", "x" * 1_000_000)})[0]) == 100


@pytest.mark.parametrize("depth", [-5, 50])
def test_an_impossible_depth_is_taken_as_the_nearest(depth: int) -> None:
    """Damaged files name levels that are none."""
    assert ListCounter().label("a", {}, depth) == ""
