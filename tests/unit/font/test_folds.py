"""Folding: only what the face lacks, only to what it has, and every change told."""

from shipped import face_9x15

from signboard.font.face import Face
from signboard.font.folds import FOLDS, fold, fold_in_place


def without(*chars: str) -> Face:
    """The starter face, poorer by these characters."""
    face = face_9x15()
    glyphs = {char: glyph for char, glyph in face.glyphs.items() if char not in chars}
    return Face(face.name, face.height_px, face.baseline_px, glyphs)


def test_leaves_what_the_face_can_draw() -> None:
    """A face with typographic marks shows them as they were written."""
    text = "“Năng suất cao \N{EN DASH} an toàn…”"

    assert (fold(text, face_9x15()).text, fold(text, face_9x15()).changes) == (text, ())


def test_folds_what_it_lacks_and_tells() -> None:
    """Quotes, dashes and the ellipsis get plain stand-ins, each told once."""
    folded = fold("“a” \N{EN DASH} “b”…", without("“", "”", "\N{EN DASH}", "…"))

    assert folded.text == '"a" - "b"...'
    assert folded.changes == (("“", '"'), ("”", '"'), ("\N{EN DASH}", "-"), ("…", "..."))


def test_does_not_fold_to_something_missing_too() -> None:
    """Where the stand-in is missing as well, the character stays, to be refused by name."""
    folded = fold("a\N{EN DASH}b", without("\N{EN DASH}", "-"))

    assert (folded.text, folded.changes) == ("a\N{EN DASH}b", ())


def test_never_touches_letters() -> None:
    """A letter without its mark would be another word."""
    assert not [char for char in FOLDS if char.isalnum()]
    assert fold("ở", without("ở")).text == "ở"


def test_drops_soft_hyphens() -> None:
    """A soft hyphen is no character to see."""
    assert fold("kh\N{SOFT HYPHEN}oa", face_9x15()).text == "khoa"


def test_folds_in_place_what_takes_one_character() -> None:
    """Places of words stay; the ellipsis would move them, so it is left."""
    folded = fold_in_place("5 \u2212 3\u2026", without("\u2026"))

    assert fold_in_place("a\u2013\u2026", without("\u2013", "\u2026")).text == "a-\u2026"
    assert len(folded.text) == len("5 \u2212 3\u2026")
