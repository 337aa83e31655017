"""docs/legibility.md speaks of the fonts that lie in the repository, and shows each of them."""

import hashlib
from pathlib import Path

import pytest

from signboard.files import fonts_dir
from signboard.font.audit import audit
from signboard.font.bdf import load_bdf

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "legibility.md").read_text(encoding="utf-8")
CUTS = sorted((fonts_dir() / "signboard").glob("*.bdf"))


def column(name: str) -> dict[str, str]:
    """The figures of one font, by row title."""
    for section in PAGE.split("\n## "):
        rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
        if rows and name in rows[0]:
            at = rows[0].index(name) + 1  # the first cell of the head is empty
            return {row[0]: row[at] for row in rows[1:]}
    return {}


@pytest.mark.parametrize("path", CUTS, ids=lambda path: path.stem)
def test_every_cut_was_measured_as_it_is(path: Path) -> None:
    """Its hash, and the distances that anybody can count again."""
    raw = path.read_bytes()
    told = column(path.stem)
    found = audit(load_bdf(raw, path.stem))

    assert told["SHA-256"] == hashlib.sha256(raw).hexdigest()[:12]
    assert told["fewest differing pixels"] == str(found.min_distance)
    assert told["blurred distance d.7"] == f"{found.d07:.2f}"
    assert told["letters with merged marks"] == str(len(found.merged))


@pytest.mark.parametrize("path", CUTS, ids=lambda path: path.stem)
def test_every_cut_is_shown(path: Path) -> None:
    """A picture of its letters stands on the page and in the repository."""
    picture = f"pictures/legibility-{path.stem}.png"

    assert f"({picture})" in PAGE
    assert (DOCS / picture).is_file()
