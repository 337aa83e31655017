"""Our own font: the shipped file is what its sources give, its pictures are those that people judged, its bars hold."""

from pathlib import Path
from statistics import fmean

import pytest
from golden.golden import check

from signboard.files import fonts_dir
from signboard.font.audit import audit
from signboard.font.bdf import load_bdf
from signboard.font.build import build_cut
from signboard.font.face import Face
from signboard.font.letters import ALPHABET
from signboard.font.line import set_line
from signboard.frame import art

FOLDER = fonts_dir() / "signboard"
ROWS = {
    "a": "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ aàáảãạăằắẳẵặâầấẩẫậ",
    "e": "EÈÉẺẼẸÊỀẾỂỄỆ eèéẻẽẹêềếểễệ ĐĐđđ",
    "i": "IÌÍỈĨỊ iìíỉĩị YỲÝỶỸỴ yỳýỷỹỵ",
    "o": "OÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ oòóỏõọôồốổỗộơờớởỡợ",
    "u": "UÙÚỦŨỤƯỪỨỬỮỰ uùúủũụưừứửữự",
    "plain": "BCDFGHJKLMNPQRSTVWXZ bcdfghjklmnpqrstvwxz",
    "signs": "0123456789 .,:;!?\"'()[]{}+-=/&%–—“”…•₫←→↑↓",
}


SLOGANS = "Đất nước TIẾN BỘ, bình đẳng giới, CHIẾN THẮNG! ƯỚC MƠ"
CUTS = {
    "signboard-15": (15, 8.0),
    "signboard-16": (16, 8.0),
    "signboard-16-bold": (16, 9.0),
    "signboard-16-narrow": (16, 7.3),
    "signboard-24": (24, 12.4),
    "signboard-32": (32, 15.3),
}
"""Each shipped cut, its rows, and the widest mean advance that it may have over the alphabet."""


def load(name: str) -> Face:
    """A shipped cut."""
    return load_bdf((FOLDER / f"{name}.bdf").read_bytes(), name)


@pytest.fixture(scope="module")
def face() -> Face:
    """The regular cut."""
    return load("signboard-16")


@pytest.mark.parametrize("name", ROWS)
def test_looks_as_people_judged_it(face: Face, name: str) -> None:
    """Every letter as text art."""
    check(f"signboard16-{name}", art.draw(set_line(face, ROWS[name])))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.bdf")), ids=lambda path: path.stem)
def test_a_build_gives_the_shipped_bytes(path: Path) -> None:
    """Sources and shipped files never drift apart, and two builds are equal byte for byte."""
    texts = {source.stem: source.read_text(encoding="utf-8") for source in (FOLDER / "src").glob("*.txt")}
    shipped = {file.name: file.read_bytes() for file in FOLDER.glob(f"{path.stem}.*")}

    assert build_cut(path.stem, texts) == shipped


@pytest.mark.parametrize(
    "name", ["signboard-15", "signboard-16-bold", "signboard-16-narrow", "signboard-24", "signboard-32"]
)
def test_the_other_cuts_look_as_people_judged_them(name: str) -> None:
    """Stacked capitals and horns are where they go wrong first."""
    check(f"signboard16-other-{name.removeprefix('signboard-')}", art.draw(set_line(load(name), SLOGANS)))


@pytest.mark.parametrize("name", CUTS)
def test_holds_the_bars(name: str) -> None:
    """Coverage, clipping, distances, separate marks and width, all in one font; see the font's README."""
    cut = load(name)
    rows_px, advance_px = CUTS[name]
    found = audit(cut, rows_px)

    assert cut.height_px == rows_px
    assert (found.coverage, found.missing, found.clipped, found.identical) == (134, (), 0, ())
    assert found.min_distance >= 4
    assert found.d07 >= 0.64
    assert found.merged == ()
    assert fmean(cut.glyphs[char].width_px for char in ALPHABET) <= advance_px


@pytest.mark.parametrize("name", CUTS)
def test_digits_are_of_equal_width(name: str) -> None:
    """Figures stand in columns."""
    assert len({load(name).glyphs[digit].width_px for digit in "0123456789"}) == 1


def test_has_the_punctuation_of_slogans(face: Face) -> None:
    """ASCII, Vietnamese and typographic punctuation, the đồng, arrows."""
    assert face.missing("".join(map(chr, range(32, 127))) + "–—‘’“”„…•·°×₫€←→↑↓§№«»½²³") == ()  # noqa: RUF001 - the signs themselves
