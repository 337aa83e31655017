"""quotes: around the whole sentence, or part of it."""

import pytest

from signboard.text.quotes import quotes_balanced, strip_outer_quotes, unpaired_bracket


@pytest.mark.parametrize(
    "text",
    ["“A b”", '"A b"', '“A b"', "““A b”", "“A b”.", '"A b".', "“ A b ”", "«A b»", "'A b'", "“A b”,"],
)
def test_quotes_around_the_whole_go(text: str) -> None:
    """Curly, straight, mixed, doubled on one side, followed by the list's own full stop."""
    assert strip_outer_quotes(text) == "A b"


@pytest.mark.parametrize(
    "text",
    ["“A” và “B”", '"A" và "B"', "“A” b", "a “B”", "“A b", "A b”", "“”", '"', "A b.", ""],
)
def test_quotes_around_a_part_stay(text: str) -> None:
    """Two quoted parts, one quoted part, a quote that never closes, nothing between."""
    assert strip_outer_quotes(text) == text


def test_a_quoted_part_inside_the_whole_stays() -> None:
    """Only the outer pair goes."""
    assert strip_outer_quotes("“Hưởng ứng “Ngày A””") == "Hưởng ứng “Ngày A”"
    assert strip_outer_quotes('"Hưởng ứng "Ngày A" năm nay"') == 'Hưởng ứng "Ngày A" năm nay'


@pytest.mark.parametrize(
    ("text", "balanced"),
    [("“a” b", True), ("“a b", False), ("a” b“", False), ("a 'b' c", True), ("Ng'Lai", True), ('"a" b "c"', True)],
)
def test_balance(text: str, balanced: bool) -> None:
    """Every quote that opens closes, and an apostrophe is none."""
    assert quotes_balanced(text) is balanced


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A (b", 2),
        ("A bạn) c", 5),
        ("A (b) cho)", 9),
        ("A (b (c) d)", None),
        ("1) A", None),
        ("vui :) lắm", None),
        ("a (", 2),
    ],
)
def test_a_bracket_without_partner(text: str, place: int | None) -> None:
    """The first one; numbers of items and faces are none."""
    assert unpaired_bracket(text) == place


@pytest.mark.parametrize("text", ['"' * 300_000 + "x", '"' * 1_000 + "x" + '"' * 1_000, "“" * 300_000])
def test_a_run_of_quotes_is_no_quotation(text: str) -> None:
    """Each is looked at once: otherwise a short line would keep a board's computer busy for hours."""
    assert strip_outer_quotes(text) == text
