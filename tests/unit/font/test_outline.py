"""Outlines fit their rows by measure, never by "size = rows"; strikes come as they are."""

import io
import struct

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # fontTools carries annotations but no marker
from fontTools.ttLib.tables.DefaultTable import DefaultTable  # type: ignore[import-untyped]  # as above
from strangers import DEJAVU, TERMINUS

from signboard.font.audit import audit
from signboard.font.distance import lit_points
from signboard.font.face import Face
from signboard.font.letters import ALPHABET
from signboard.font.outline import is_outline, load_outline, load_strikes

pytestmark = pytest.mark.needs("fonts")


def rows(face: Face) -> tuple[int, int]:
    """The first and the last row that any letter lights."""
    lit = {y for char in ALPHABET for _, y in lit_points(face, char)}
    return min(lit), max(lit)


@pytest.mark.parametrize(("rows_px", "capital_px"), [(16, 8), (24, 13), (32, 18)])
def test_fits_the_tallest_stack_and_the_deepest_dot(rows_px: int, capital_px: int) -> None:
    """All ink is inside, the cell wastes no row, and capitals are as high as such a font can have them."""
    face = load_outline(DEJAVU.read_bytes(), "DejaVu", rows_px)
    found = audit(face, rows_px)
    height_px = len({y for _, y in lit_points(face, "H")})

    assert (found.coverage, found.clipped, found.identical) == (134, 0, ())
    assert face.height_px <= rows_px
    assert rows(face)[0] <= 1
    assert height_px == capital_px


def test_stands_on_the_measured_baseline() -> None:
    """The foot of H is the row above the baseline."""
    face = load_outline(DEJAVU.read_bytes(), "DejaVu", 24)

    assert max(y for _, y in lit_points(face, "H")) == face.baseline_px - 1


def test_a_font_without_all_letters_can_be_loaded() -> None:
    """Terminus lacks every stacked letter; its sizes are there, the highest first, and name what they lack."""
    raw = TERMINUS.read_bytes()
    faces = load_strikes(raw, "Terminus")

    assert not is_outline(raw)
    assert [face.height_px for face in faces] == sorted((face.height_px for face in faces), reverse=True)
    assert 16 in {face.height_px for face in faces}
    assert all(face.missing("An toàn ẫ") == ("ẫ",) for face in faces)


def test_knows_outlines() -> None:
    """A file with outlines can be fitted; rows that hold no letter cannot."""
    raw = DEJAVU.read_bytes()

    assert is_outline(raw)
    with pytest.raises((ValueError, OSError)):
        load_outline(raw, "DejaVu", 1)
    with pytest.raises(ValueError, match="neither"):
        load_strikes(raw, "DejaVu")


def test_a_map_of_more_characters_than_unicode_has_is_refused() -> None:
    """Twelve bytes can name four milliards of characters, each of which a reader would make."""
    font = TTFont(io.BytesIO(DEJAVU.read_bytes()))
    group = struct.pack(">LLL", 0, 0xFFFFFFFF, 1)
    body = struct.pack(">HHLLL", 12, 0, 16 + len(group), 0, 1) + group
    table = DefaultTable("cmap")
    table.data = struct.pack(">HHHHL", 0, 1, 3, 10, 12) + body
    font["cmap"] = table
    made = io.BytesIO()
    font.save(made)

    with pytest.raises(ValueError, match="more than Unicode has"):
        load_outline(made.getvalue(), "bomb", 16)
