"""tones: the grave falls, the acute rises."""

import pytest
from shipped import face_9x15, shipped_face

from signboard.files import fonts_dir
from signboard.font.audit import audit
from signboard.font.face import Face, Glyph
from signboard.font.tones import exchanged_tones

OWN = sorted(path.stem for path in (fonts_dir() / "signboard").glob("*.bdf"))


def exchanged(face: Face, one: str, other: str) -> Face:
    """The face with two letters drawn as each other."""
    glyphs = dict(face.glyphs)
    for char, drawn in ((one, other), (other, one)):
        glyphs[char] = Glyph(char, face.glyphs[drawn].width_px, face.glyphs[drawn].columns)
    return Face(face.name, face.height_px, face.baseline_px, glyphs)


@pytest.mark.parametrize("name", OWN)
def test_fonts_as_they_are_have_none(name: str) -> None:
    """Every cut that ships."""
    assert exchanged_tones(shipped_face(name)) == ()


@pytest.mark.parametrize("pair", ["Ờ/Ớ", "à/á", "ầ/ấ", "Ằ/Ắ", "ỳ/ý", "Ù/Ú"])
def test_a_pair_drawn_as_each_other_is_found(pair: str) -> None:
    """Both pictures are good and differ well, so nothing else finds it; the audit fails."""
    face = exchanged(shipped_face("signboard-16"), *pair.split("/"))
    found = audit(face)

    assert (exchanged_tones(face), found.exchanged, found.close, found.ok) == ((pair,), (pair,), (), False)


def test_letters_that_are_lacking_are_left_out() -> None:
    """A face without Ớ has nothing to compare Ờ with."""
    face = face_9x15()
    glyphs = {char: glyph for char, glyph in face.glyphs.items() if char != "Ớ"}

    assert exchanged_tones(Face("lacking", face.height_px, face.baseline_px, glyphs)) == ()
