"""The audit finds what is wrong with a face, and its figures for the starter font are the known ones."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from shipped import face_9x15, shipped_face
from strangers import X11_8X13, X11_9X15B

from signboard.files import fonts_dir
from signboard.font.audit import audit
from signboard.font.face import Face, Glyph, raised
from signboard.font.load import load_face


def doctored(changes: Mapping[str, str | None]) -> Face:
    """The starter face with some letters drawn as others, or lost."""
    face = face_9x15()
    glyphs = dict(face.glyphs)
    for char, other in changes.items():
        if other is None:
            del glyphs[char]
        else:
            glyphs[char] = Glyph(char, face.glyphs[other].width_px, face.glyphs[other].columns)
    return Face(face.name, face.height_px, face.baseline_px, glyphs)


def test_knows_the_starter_font() -> None:
    """All letters whole; closest pairs two pixels apart, ten letters with touching marks, 9 columns each."""
    found = audit(face_9x15())

    assert not found.ok
    assert (found.rows_px, found.least_px, len(found.close)) == (15, 3, 23)
    assert (found.dots, found.digits_px) == ((), (9,) * 10)
    assert (found.coverage, found.clipped, found.identical, found.min_distance) == (134, 0, (), 2)
    assert len(found.worst) == 23
    assert "Ạ/A" in found.worst
    assert found.d07 == pytest.approx(0.47, abs=0.005)
    assert (len(found.merged), found.mean_advance) == (10, 9.0)


OWN = sorted(path.stem for path in (fonts_dir() / "signboard").glob("*.bdf"))


@pytest.mark.parametrize("name", OWN)
def test_is_the_gate_of_our_own_fonts(name: str) -> None:
    """Every cut that ships holds the gate on the rows that its file states."""
    found = audit(shipped_face(name))

    assert found.ok, found


@pytest.mark.needs("fonts")
@pytest.mark.parametrize(("path", "pair"), [(X11_8X13, "Ớ/Ờ"), (X11_9X15B, "Ứ/Ừ")])
def test_stops_the_two_famous_faults(path: Path, pair: str) -> None:
    """Two fonts that everybody copies have every code point, and one letter that is drawn as another."""
    found = audit(load_face(path.read_bytes(), path.name))

    assert (found.ok, found.coverage, found.identical, found.min_distance) == (False, 134, (pair,), 0)


def test_counts_ink_beyond_the_stated_rows() -> None:
    """A face with ink beyond the rows that its file states is told how much, unless more rows are granted."""
    own = shipped_face("signboard-16")
    bold = Face("bold", own.height_px, own.baseline_px, own.glyphs, stated_px=15)

    assert (audit(bold).rows_px, audit(bold).clipped > 0, audit(bold).ok) == (15, True, False)
    assert audit(bold, 16).ok


def test_finds_a_dot_that_touches() -> None:
    """A letter with a dot below that has no more shapes than the letter without it."""
    own = shipped_face("signboard-16")
    ogonek = {**own.glyphs, "Ậ": Glyph("Ậ", own.glyphs["Â"].width_px, own.glyphs["Â"].columns)}
    found = audit(Face("doctored", 16, 14, ogonek))

    assert (found.dots, "Ậ" in found.merged, found.ok) == (("Ậ",), True, False)


@pytest.mark.parametrize("lost", [{"1": None}, {"1": "l"}])
def test_wants_ten_digits_of_one_width(lost: Mapping[str, str | None]) -> None:
    """A digit that is missing or narrower than the others shakes every clock and telephone number."""
    own = shipped_face("signboard-16")
    drawn = {char: other for char, other in lost.items() if other}
    kept = {char: glyph for char, glyph in own.glyphs.items() if char not in lost}
    glyphs = kept | {
        char: Glyph(char, own.glyphs[one].width_px, own.glyphs[one].columns) for char, one in drawn.items()
    }

    assert audit(own).has_equal_digits
    assert not audit(Face("doctored", 16, 14, glyphs)).has_equal_digits
    assert not audit(Face("doctored", 16, 14, glyphs)).ok


@pytest.mark.parametrize(("rows_px", "least_px"), [(12, 2), (14, 2), (15, 3), (16, 3), (32, 3)])
def test_asks_less_of_low_letters(rows_px: int, least_px: int) -> None:
    """On 14 rows and fewer two pixels of difference must do."""
    assert audit(face_9x15(), rows_px).least_px == least_px


def test_finds_a_letter_drawn_as_another() -> None:
    """The fault of two widely copied fonts: Ờ drawn as Ớ, Ừ drawn as Ứ."""
    found = audit(doctored({"Ờ": "Ớ", "Ừ": "Ứ"}))

    assert not found.ok
    assert found.identical == ("Ớ/Ờ", "Ứ/Ừ")
    assert (found.min_distance, found.d07) == (0, 0.0)


def test_finds_lost_letters() -> None:
    """A face without ỗ and Q is told so, and the rest is still compared."""
    found = audit(doctored({"ỗ": None, "Q": None}))

    assert (found.coverage, found.missing, found.ok) == (133, ("ỗ", "Q"), False)
    assert found.min_distance == 2


def test_counts_clipped_pixels() -> None:
    """On fewer rows than the letters take, ink is lost at the best place too; on enough rows none is."""
    assert audit(face_9x15(), rows_px=15).clipped == 0
    assert audit(face_9x15(), rows_px=14).clipped > 0
    assert audit(face_9x15(), rows_px=12).clipped > audit(face_9x15(), rows_px=14).clipped


def test_finds_the_best_place_for_a_high_cell() -> None:
    """Empty rows of a cell are no ink: a 15-row face in a 24-row cell still fits 16 rows."""
    assert audit(raised(face_9x15(), 24, 5), rows_px=16).clipped == 0


def test_survives_an_empty_face() -> None:
    """A face without letters fails the gate instead of the audit."""
    found = audit(Face("empty", 16, 13, {}))

    assert (found.ok, found.coverage, len(found.missing)) == (False, 0, 186)


def test_finds_merged_marks() -> None:
    """A letter whose shapes are fewer than letter and marks is merged: ấ drawn as a has one shape too few."""
    assert {"ấ", "ị"} <= set(audit(doctored({"ấ": "a", "ị": "ì"})).merged)
