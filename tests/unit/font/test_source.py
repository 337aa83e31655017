"""Font sources: blocks of text art and rules become pictures, marks and placements; what is wrong is named."""

import pytest

from signboard.errors import InputError
from signboard.font.source import Art, Placement, Rule, parse_source


def test_reads_the_cell_and_the_gap() -> None:
    """Head lines give the rows of a cell, the rows above the baseline and the dark columns beside letters."""
    source = parse_source("cell 16 baseline 14\ngap 1 2\n")

    assert (source.height_px, source.baseline_px, source.gap_px) == (16, 14, (1, 2))


def test_reads_the_weight() -> None:
    """Regular is 1."""
    assert (parse_source("").weight_px, parse_source("weight 2\n").weight_px) == (1, 2)


def test_reads_a_letter() -> None:
    """A glyph has its rows, its topmost row, its middle as axis, and its own dark columns where they are given."""
    source = parse_source("glyph A.low top 5 left 0\n.#.\n#.#\n")

    assert source.glyphs == {"A.low": Art((".#.", "#.#"), top_px=5, axis_halves=2, left_px=0)}


def test_an_axis_may_stand_between_two_columns() -> None:
    """The axis is kept in halves of a column."""
    source = parse_source("mark horn axis 1.5\n##\n")

    assert source.marks["horn"].axis_halves == 3


def test_reads_code_points_and_glyphs_without_a_picture() -> None:
    """`U+0020` is the character itself; `width` gives it columns."""
    source = parse_source("glyph U+0020 width 3\n")

    assert source.glyphs[" "].rows == ("...",)


def test_reads_rules_for_kinds_and_for_letters() -> None:
    """A rule names a base and where each mark stands."""
    source = parse_source("rule upper circumflex: .low + circumflex -1 2\nrule Ấ: A + acute 4 0\n")

    assert source.rules == {
        ("upper", "circumflex"): Rule(".low", (Placement("circumflex", -1, 2),)),
        ("Ấ",): Rule("A", (Placement("acute", 4, 0),)),
    }


def test_comments_are_left_out() -> None:
    """A line that starts with a semicolon says nothing to the machine."""
    assert parse_source("; cell 3 baseline 2\n").height_px == 0


def test_a_later_text_replaces_what_an_earlier_one_says() -> None:
    """A cut of the font is a short text after the regular one."""
    source = parse_source("glyph A\n#\n", "glyph A\n##\n")

    assert source.glyphs["A"].rows == ("##",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cell 16 baseline 14\nfont A\n", "'font' is no block"),
        ("gap 1 1\nglyph A weight 3\n#\n", "'weight' is no option"),
        ("gap 1 1\nglyph A\n##\n#\n", "the rows are of unequal length"),
        ("gap 1 1\nrule middle acute: . + acute 0 0\n", "'middle' is neither upper, lower nor one letter"),
        ("gap 1 1\nrule upper ogonek: . + ogonek 0 0\n", "'upper ogonek' names an unknown mark"),
    ],
)
def test_names_line_and_fault(text: str, found: str) -> None:
    """What is wrong is told with its line."""
    with pytest.raises(InputError) as caught:
        parse_source(text)

    assert caught.value.code == "bad_font_source"
    assert caught.value.fields == {"line": 2, "found": found}
