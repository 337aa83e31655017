"""`fonts`: the list, and a verdict with its figures and an exit code."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from strangers import DEJAVU, TERMINUS, X11_8X13, X11_9X15B

from signboard import app
from signboard.files import fonts_dir
from signboard.font.bdf import load_bdf
from signboard.font.distance import lit_points
from signboard.font.face import Face

Ask = Callable[..., Any]


def test_lists_what_ships(ask: Ask) -> None:
    """Every font with its rows and letters; the default is one of them."""
    data = ask("fonts", "--json").data
    names = [item["name"] for item in data["items"]]

    assert names == list(app.shipped_fonts())
    assert data["default"] in names
    assert {item["coverage"] for item in data["items"]} == {134}
    assert "signboard-16-narrow" in ask("fonts").out


def test_our_own_font_is_good(ask: Ask) -> None:
    """Without a name the default font is judged; the envelope holds every figure."""
    told = ask("fonts", "audit", "--json")
    data = told.data

    assert (told.code, told.envelope["ok"], told.envelope["errors"]) == (0, True, [])
    assert (data["font"], data["coverage"], data["clipped"], data["identical"]) == (app.DEFAULT_FONT, 134, 0, [])
    assert (data["min_distance"], data["merged"], data["verdict"]) == (4, [], "ok")
    assert {"worst", "d07", "mean_advance", "missing", "close", "dots", "digits_px", "rows_px"} <= set(data)
    assert "good" in ask("fonts", "audit").out


@pytest.mark.needs("fonts")
@pytest.mark.parametrize(("path", "pair"), [(X11_8X13, "Ớ/Ờ"), (X11_9X15B, "Ứ/Ừ")])
def test_the_famous_faults_are_a_no(ask: Ask, path: Path, pair: str) -> None:
    """Exit code 6, and the pair by name."""
    told = ask("fonts", "audit", path, "--json")

    assert (told.code, told.envelope["ok"]) == (6, False)
    assert (told.data["identical"], told.data["coverage"]) == ([pair], 134)
    assert {"too_close", "merged_marks"} <= {error["code"] for error in told.envelope["errors"]}
    assert pair in ask("fonts", "audit", path).out


@pytest.mark.needs("fonts")
def test_missing_letters_and_rows_are_said(ask: Ask) -> None:
    """Terminus lacks the stacked letters; an outline font is drawn for the rows that are asked for."""
    assert "missing_letters" in {
        error["code"] for error in ask("fonts", "audit", TERMINUS, "--json").envelope["errors"]
    }
    assert ask("fonts", "audit", DEJAVU, "--rows", 24, "--json").data["rows_px"] == 24


def test_ink_outside_the_rows_is_said(ask: Ask) -> None:
    """Sixteen rows of letters on a line of twelve lose ink."""
    told = ask("fonts", "audit", "signboard-16", "--rows", 12)

    assert told.code == 6
    assert "outside the 12 rows" in told.out


def test_unequal_digits_are_said(ask: Ask, tmp_path: Path) -> None:
    """A font whose 1 is narrower than its 8 is told so."""
    raw = (fonts_dir() / "signboard" / "signboard-16.bdf").read_text(encoding="utf-8")
    head, one = raw.split("STARTCHAR DIGIT_ONE\n")
    path = tmp_path / "narrow.bdf"
    path.write_text(f"{head}STARTCHAR DIGIT_ONE\n{one.replace('DWIDTH 8', 'DWIDTH 9', 1)}", encoding="utf-8")
    told = ask("fonts", "audit", path, "--json")

    assert told.code == 6
    assert [error["code"] for error in told.envelope["errors"]] == ["unequal_digits"]


def lit(face: Face, char: str) -> set[tuple[int, int]]:
    """The letter's pixels."""
    return set(lit_points(face, char))


def bridged(face: Face, char: str) -> set[tuple[int, int]]:
    """The letter with every column of its middle filled: whatever stood apart touches."""
    points = lit(face, char)
    rows = [y for _, y in points]
    return points | {(face.glyphs[char].width_px // 2, y) for y in range(min(rows), max(rows) + 1)}


DOCTORED: dict[str, tuple[str, Callable[[Face], set[tuple[int, int]] | None]]] = {
    "missing_letters": ("ẫ", lambda _face: None),
    "too_close": ("Ờ", lambda face: lit(face, "Ớ")),
    "merged_marks": ("Ẫ", lambda face: bridged(face, "Ẫ")),
    "touching_dots": ("ẹ", lambda face: lit(face, "ẹ") | {(3, y) for y in range(12, 15)}),
    "clipped": ("g", lambda face: lit(face, "g") | {(1, 16), (2, 16)}),
    "unequal_digits": ("1", lambda face: {(x + 2, y) for x, y in lit(face, "1")}),
    "missing_signs": ("₫", lambda _face: None),
}
"""Fault → the letter of our own font that is drawn otherwise, and how; None: not at all."""


@pytest.mark.parametrize("fault", DOCTORED)
def test_each_fault_alone_is_found(ask: Ask, tmp_path: Path, fault: str) -> None:
    """Our own font, good as it is, with one letter drawn wrong: exit code 6, that fault, that letter."""
    raw = (fonts_dir() / "signboard" / "signboard-16.bdf").read_bytes()
    face = load_bdf(raw, "own")
    char, draw = DOCTORED[fault]
    points = draw(face)
    cell, end = f"ENCODING {ord(char)}\n", "ENDCHAR\n"
    before, _, rest = raw.decode().partition(cell)
    art, _, after = rest.partition(end)
    if points is None:
        changed = f"{before}ENCODING -1\n{art}{end}{after}"
    else:
        width = max(face.glyphs[char].width_px, 2 + max(x for x, _ in points))
        rows = ["".join("01"[(x, y) in points] for x in range(-(-width // 8) * 8)) for y in range(17)]
        bits = "\n".join(f"{int(row, 2):0{len(row) // 4}X}" for row in rows)
        drawn = f"SWIDTH 500 0\nDWIDTH {width} 0\nBBX {width} 17 0 {face.baseline_px - 17}\nBITMAP\n{bits}\n"
        changed = f"{before}{cell}{drawn}{end}{after}"
    path = tmp_path / "doctored.bdf"
    path.write_text(changed, encoding="utf-8")
    told = ask("fonts", "audit", path, "--rows", 16, "--json")

    assert told.code == 6
    assert fault in {error["code"] for error in told.envelope["errors"]}
    found = [error["message"] for error in told.envelope["errors"] if error["code"] == fault]
    assert char in found[0] or fault == "unequal_digits"


def test_a_missing_digit_is_named(ask: Ask, tmp_path: Path) -> None:
    """It is missing; that the others are equally wide is not in doubt."""
    raw = (fonts_dir() / "signboard" / "signboard-16.bdf").read_text(encoding="utf-8")
    path = tmp_path / "seven.bdf"
    path.write_text(raw.replace("ENCODING 55\n", "ENCODING -1\n"), encoding="utf-8")
    told = ask("fonts", "audit", path, "--json")

    assert told.code == 6
    assert [error["code"] for error in told.envelope["errors"]] == ["missing_signs"]
    assert told.data["missing_signs"] == ["7"]


def test_letters_with_ink_outside_are_named(ask: Ask) -> None:
    """In words and in JSON."""
    told = ask("fonts", "audit", "signboard-16", "--rows", 15, "--json")

    assert (told.code, told.data["clipped"] >= len(told.data["outside"]) > 0) == (6, True)
    assert told.data["outside"][0] in told.envelope["errors"][0]["message"]


def test_what_is_no_font_is_refused(ask: Ask, tmp_path: Path) -> None:
    """A text file named like a font, and a name that nobody knows, are sentences."""
    path = tmp_path / "odd.ttf"
    path.write_bytes(b"hello")

    assert ask("fonts", "audit", path).code == 3
    assert ask("fonts", "audit", "Arial").code == 3
