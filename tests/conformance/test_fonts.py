"""Every shipped font: all Vietnamese letters, each its own picture, nothing cut off, read as FreeType does."""

import hashlib
import io
import json
import unicodedata
from dataclasses import asdict, fields
from pathlib import Path
from statistics import fmean

import pytest
from PIL import Image, ImageDraw, ImageFont

from signboard.files import fonts_dir
from signboard.font.audit import audit
from signboard.font.bdf import load_bdf
from signboard.font.distance import lit_points
from signboard.font.face import Face
from signboard.font.letters import ALPHABET
from signboard.font.line import set_line

pytestmark = pytest.mark.installed

FONTS = sorted(fonts_dir().glob("*/*.bdf"))
LICENCE_NAMES = {"LICENSE", "LICENSE.md", "LICENSE.txt", "OFL.txt"}


def load(path: Path) -> Face:
    """The font under test."""
    return load_bdf(path.read_bytes(), path.stem)


def cell_by_freetype(path: Path, face: Face, char: str) -> set[tuple[int, int]]:
    """The character's lit pixels as Pillow's FreeType draws them from the same file."""
    font = ImageFont.truetype(io.BytesIO(path.read_bytes()), face.height_px, layout_engine=ImageFont.Layout.BASIC)
    glyph = face.glyphs[char]
    image = Image.new("1", (glyph.width_px, face.height_px))
    ImageDraw.Draw(image).text((0, face.baseline_px), char, font=font, fill=1, anchor="ls")
    return {(x, y) for x in range(image.width) for y in range(image.height) if image.getpixel((x, y))}


def test_there_is_a_font() -> None:
    """At least one font travels with the product."""
    assert FONTS


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
class TestShippedFont:
    """Laws for each of them."""

    def test_has_all_letters_whole_and_distinct_on_its_rows(self, path: Path) -> None:
        """All 134 accented letters and A-Z are there, no pixel is cut off, no two letters are one picture."""
        face = load(path)
        found = audit(face, rows_px=max(16, face.height_px))

        assert (found.coverage, found.missing, found.clipped, found.identical) == (134, (), 0, ())
        assert found.min_distance >= 2

    @pytest.mark.parametrize(("one", "other"), ["ỜỚ", "ỪỨ", "ờớ", "ừứ", "ẰẮ", "ẲẮ", "ỖỐ", "ĐD", "ẠA"])
    def test_tells_the_notorious_pairs_apart(self, path: Path, one: str, other: str) -> None:
        """Pairs that widely copied bitmap fonts draw alike are different pictures here."""
        face = load(path)

        assert face.glyphs[one].columns != face.glyphs[other].columns

    def test_slants_graves_and_acutes_the_right_way(self, path: Path) -> None:
        """In each letter with a grave the mark's top row lies left of its lowest; with an acute, right of it."""
        face = load(path)
        wrong = []
        for char in ALPHABET:
            marks = unicodedata.normalize("NFD", char)[1:]
            if marks not in ("\u0300", "\u0301"):
                continue
            points = set(lit_points(face, char))
            top = min(y for _, y in points)  # the two top rows of ink belong to the mark
            first, second = (fmean(x for x, y in points if y == row) for row in (top, top + 1))
            if (first < second) != (marks == "\u0300"):
                wrong.append(char)

        assert wrong == []

    def test_is_read_as_freetype_reads_it(self, path: Path) -> None:
        """Every glyph has the pixels that FreeType finds in the same file."""
        face = load(path)
        font_differs = [
            char for char in face.glyphs if set(lit_points(face, char)) != cell_by_freetype(path, face, char)
        ]

        assert font_differs == []

    def test_sets_every_character_it_has(self, path: Path) -> None:
        """A line of all its characters has exactly their pixels."""
        face = load(path)
        line = set_line(face, "".join(face.glyphs))

        assert line.lit == sum(len(list(lit_points(face, char))) for char in face.glyphs)

    def test_lies_beside_its_audit(self, path: Path) -> None:
        """What `signboard fonts audit` finds stands in the same folder, with the hash of this very file."""
        kept = json.loads((path.parent / "audit.json").read_text(encoding="utf-8"))
        (mine,) = [one for one in kept if one["font"] == path.name]
        found = audit(load(path))

        assert mine["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert (mine["verdict"] == "ok") == found.ok
        assert json.loads(json.dumps(asdict(found))) | {"d07": 0, "mean_advance": 0} == {
            field.name: mine[field.name] for field in fields(found)
        } | {"d07": 0, "mean_advance": 0}

    def test_lies_beside_its_licence(self, path: Path) -> None:
        """Licence and origin lie in the same folder."""
        beside = {file.name for file in path.parent.iterdir()}

        assert beside & LICENCE_NAMES
        assert "README.md" in beside
