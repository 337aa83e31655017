"""Building the shipped cuts: texts in, the bytes of both files out."""

import io

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # typed in part, without a marker

from signboard.errors import InputError
from signboard.files import fonts_dir
from signboard.font.bdf import load_bdf
from signboard.font.build import CUTS, build_cut

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in (fonts_dir() / "signboard" / "src").glob("*.txt")}


def test_every_source_belongs_to_a_cut() -> None:
    """No text lies beside the sources that nothing is built from."""
    assert {source for cut in CUTS.values() for source in cut.sources} == set(TEXTS)


@pytest.mark.parametrize("name", CUTS)
def test_makes_two_files_of_the_same_characters(name: str) -> None:
    """The BDF for boards and the TTF for documents."""
    files = build_cut(name, TEXTS)

    assert sorted(files) == [f"{name}.bdf", f"{name}.ttf"]
    face = load_bdf(files[f"{name}.bdf"], name)
    font = TTFont(io.BytesIO(files[f"{name}.ttf"]))
    assert {chr(code) for code in font.getBestCmap()} == set(face.glyphs)


def test_families_are_told_apart() -> None:
    """An office program lists each family once, with at most a regular and a bold font in it."""
    pairs = [(cut.family, cut.style) for cut in CUTS.values()]

    assert len(set(pairs)) == len(pairs)


def test_names_what_is_wrong_with_a_source() -> None:
    """A letter that stands outside its cell is an error with the letter's name."""
    texts = {**TEXTS, "bold-16": "glyph A top 14\n#\n#\n#\n"}

    with pytest.raises(InputError, match="draws A outside"):
        build_cut("signboard-16-bold", texts)
