"""Composing: letters and marks put together by rules, in cells that never let two letters touch."""

from pathlib import Path

import pytest

from signboard.errors import InputError
from signboard.font.compose import compose_face
from signboard.font.face import Face
from signboard.font.letters import ALPHABET
from signboard.font.line import set_line
from signboard.font.source import parse_source
from signboard.frame import art

RULES = "\n".join(
    f"rule {case} {kinds}: . + dot 0 0"
    for case in ("upper", "lower")
    for kinds in (
        *("grave", "acute", "hook", "tilde", "dot"),
        *(
            f"{shape}{tone}"
            for shape in ("circumflex", "breve", "horn")
            for tone in ("", " grave", " acute", " hook", " tilde", " dot")
        ),
    )
)
LETTERS = "\n\n".join(f"glyph {letter} top 2\n##\n##" for letter in "aeiouydAEIOUYD" + "đĐ")
PLAIN = "\n\n".join(f"glyph {char} top 2\n#" for char in ALPHABET if char.isascii() and char not in "aeiouydAEIOUYD")
SMALL = f"cell 4 baseline 4\ngap 1 1\nmark dot\n#\n\n{LETTERS}\n\n{PLAIN}\n\n{RULES}\n"
"""A source that has everything, in four rows: every mark is one pixel on the topmost row."""


def small(*more: str) -> Face:
    """The face of the small source and what is added to it."""
    return compose_face(parse_source(SMALL, *more), "small")


def drawn(face: Face, text: str) -> str:
    """The text as art."""
    return art.draw(set_line(face, text))


def test_makes_the_whole_alphabet() -> None:
    """All 186 letters are there."""
    assert small().missing(ALPHABET) == ()


def test_lays_the_mark_over_the_axis_and_keeps_the_gaps() -> None:
    """An axis between two columns sends a mark of odd width to the left one."""
    assert drawn(small(), "á") == ".#..\n....\n.##.\n.##."


def test_a_rule_of_one_letter_goes_before_the_rule_of_its_kind() -> None:
    """Exceptions are tuned by hand."""
    assert drawn(small("rule á: a + dot 1 0\n"), "á") == "..#.\n....\n.##.\n.##."


def test_a_suffix_names_a_variant_of_the_letter() -> None:
    """`.low` of a is the glyph `a.low`; only a carries a breve."""
    face = small("glyph a.low top 3\n##\n\nrule lower breve grave: .low + dot 0 0\n")

    assert drawn(face, "ằ") == ".#..\n....\n....\n.##."


def test_a_mark_that_overhangs_uses_up_the_left_gap_and_widens_the_cell() -> None:
    """To the left the gap is spent first; to the right one dark column stays behind the mark."""
    left = drawn(small("rule á: a + dot -2 0\n"), "á")
    right = drawn(small("rule á: a + dot 3 0\n"), "á")

    assert left == "#....\n.....\n..##.\n..##."
    assert right == "....#.\n......\n.##...\n.##..."


def test_a_drawn_letter_is_taken_as_drawn() -> None:
    """Đ has no mark that could be taken off."""
    assert drawn(small("glyph Đ top 1 left 0\n###\n###\n###\n"), "Đ") == "....\n###.\n###.\n###."


def test_weight_widens_letters_and_leaves_marks() -> None:
    """A bold cut draws each column of a letter twice, side by side."""
    assert drawn(small("weight 2\n"), "á") == "..#..\n.....\n.###.\n.###."


@pytest.mark.parametrize(
    ("more", "part"),
    [("rule á: a.low + dot 0 0\n", "a.low"), ("rule á: a + ring 0 0\n", "ring")],
)
def test_names_the_letter_and_the_part_that_is_missing(more: str, part: str) -> None:
    """A rule must not name what nobody has drawn."""
    with pytest.raises(InputError) as caught:
        small(more)

    assert (caught.value.code, caught.value.fields) == ("bad_font_source", {"char": "á", "part": part})


def test_refuses_a_kind_without_a_rule() -> None:
    """Every kind of letter needs a rule."""
    with pytest.raises(InputError, match="rule lower acute"):
        compose_face(parse_source(SMALL.replace("rule lower acute: . + dot 0 0", "")), "small")


def test_refuses_ink_outside_the_cell() -> None:
    """Nothing is cut off in silence."""
    with pytest.raises(InputError, match="outside its 4 rows"):
        small("rule á: a + dot 0 -1\n")


def test_the_shipped_sources_hold_the_bars() -> None:
    """Control for the sources themselves: they parse, and no cell of theirs ends with a lit column."""
    folder = Path(__file__).parents[3] / "fonts" / "signboard" / "src"
    texts = [(folder / f"{name}-16.txt").read_text(encoding="utf-8") for name in ("letters", "marks", "signs")]
    face = compose_face(parse_source(*texts), "signboard-16")

    assert [char for char, glyph in face.glyphs.items() if any(glyph.columns[-2:])] == []
