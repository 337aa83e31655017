"""The audit finds what is wrong with a face, and its figures for the starter font are the known ones."""

from collections.abc import Mapping

import pytest
from shipped import face_9x15

from signboard.font.audit import audit
from signboard.font.face import Face, Glyph, raised


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

    assert found.ok
    assert (found.coverage, found.clipped, found.identical, found.min_distance) == (134, 0, (), 2)
    assert len(found.worst) == 23
    assert "Ạ/A" in found.worst
    assert found.d07 == pytest.approx(0.47, abs=0.005)
    assert (len(found.merged), found.mean_advance) == (10, 9.0)


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
