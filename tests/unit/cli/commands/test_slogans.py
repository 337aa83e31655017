"""`slogans`: the list with how each passes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.one_person

Ask = Callable[..., Any]


def test_every_slogan_with_its_seconds(ask: Ask) -> None:
    """Number, motion, pages and seconds; the year stands behind a slogan that names one."""
    told = ask("slogans")
    items = ask("slogans", "--json").data["items"]

    assert len(told.out.partition("\n\n")[0].split("\n")) == 1 + len(items)
    assert [item["number"] for item in items] == list(range(1, len(items) + 1))
    assert all(item["fit_s"] > 0 and item["motion"] == "pages" for item in items)
    assert "[2024]" in told.out


def test_what_cannot_be_shown_says_why(ask: Ask, tmp_path: Path) -> None:
    """A slogan without a glyph stands in the list with its problem."""
    path = tmp_path / "a.toml"
    text = 'id = "a"\ntitle = "A"\nfirst_day = "1/1"\nlast_day = "2/1"\nhours = ["06:00-22:00"]\n'
    path.write_text(text + '[[slogans]]\ntext = "Ω"\n[[slogans]]\ntext = "Một"\n', encoding="utf-8")
    told = ask("slogans", "--campaign", path)
    items = ask("slogans", "--campaign", path, "--json").data["items"]

    assert "U+03A9" in told.out
    assert [item["problem"] and item["problem"]["code"] for item in items] == ["missing_glyph", None]


def test_every_line_says_where_it_came_from(ask: Ask, tmp_path: Path) -> None:
    """File and line of what was loaded, in the table and as JSON."""
    path = tmp_path / "phu-luc.txt"
    path.write_text("\n1. Một nhà\n\n2. Hai nhà\n", encoding="utf-8")
    ask("load", path)
    told = ask("slogans")
    items = ask("slogans", "--json").data["items"]

    assert [item["origin"] for item in items] == [{"file": path.name, "line": 2}, {"file": path.name, "line": 4}]
    assert ["phu-luc.txt:2" in line for line in told.out.split("\n")[1:3]] == [True, False]


def test_cited_documents_stand_below_the_table(ask: Ask) -> None:
    """Each once, under the number that the table gives."""
    table, notes = ask("slogans").out.split("\n\n")
    cited = {item["source"] for item in ask("slogans", "--json").data["items"]}

    assert {line.partition(" ")[2] for line in notes.strip().split("\n")} == cited
    assert "(1)" in table
    assert f"({len(cited)})" in table


def test_the_head_fits_the_states(ask: Ask, tmp_path: Path) -> None:
    """The same slogans with other hours, loaded and not approved: nothing waits, and the head says what plays."""
    path = tmp_path / "a.txt"
    path.write_text("Một nhà\n", encoding="utf-8")
    ask("load", path)
    ask("approve", "--number", "87/KH", "--date", "09/10/2020", "--signer", "A")
    ask("load", path, "--hours", "07:00-08:00")
    told = ask("slogans")

    assert "no other slogans than the approved list" in told.err
    assert "does not play" not in told.err
