"""`fonts`: the list, and a verdict with its figures and an exit code."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from strangers import DEJAVU, TERMINUS, X11_8X13, X11_9X15B

from signboard import app
from signboard.files import fonts_dir

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


def test_what_is_no_font_is_refused(ask: Ask, tmp_path: Path) -> None:
    """A text file named like a font, and a name that nobody knows, are sentences."""
    path = tmp_path / "odd.ttf"
    path.write_bytes(b"hello")

    assert ask("fonts", "audit", path).code == 3
    assert ask("fonts", "audit", "Arial").code == 3
