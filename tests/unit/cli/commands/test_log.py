"""`log`: the record on paper."""

import csv
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from signboard.account import account_name
from signboard.app import store_path
from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.store.audit import Event
from signboard.store.database import Store

Ask = Callable[..., Any]
AT = datetime(2026, 11, 20, 2, tzinfo=UTC)


@pytest.fixture
def recorded() -> str:
    """Two acts, a day apart, and one showing; the last digest."""
    showing = Showing(
        0, "s", "cong", "ab", "c", "x", "Một nhà", 0, 0, "static", AT, AT + timedelta(seconds=8), "f" * 64, 1,
        Evidence.ACKED, "playing",
    )  # fmt: skip
    with Store(store_path()) as store:
        store.add_event(Event("s", "cong", AT, "Lan", "withdrawn", {"text": "=1+1", "document": "CV 137"}))
        store.add_event(Event("s", "cong", AT + timedelta(days=1), "=HYPERLINK(1)", "rejected", {"reason": "sai"}))
        store.add_showing(showing)
        return store.last_digest()


def test_a_deleted_record_is_told(ask: Ask, recorded: str) -> None:
    """Days of which nothing is recorded are something else."""
    assert recorded
    store_path().unlink()
    told = ask("log")
    assert told.code == 78
    assert "deleted or emptied" in told.err


def test_people_read_who_did_what_by_which_document(ask: Ask, recorded: str) -> None:
    """In board time, with the digest at the end."""
    told = ask("log")

    assert told.code == 0
    assert "Lan" in told.out
    assert "CV 137" in told.out
    assert "09:00" in told.out
    assert recorded in told.out
    assert "Một nhà" not in told.out


@pytest.mark.usefixtures("recorded")
@pytest.mark.parametrize(
    ("span", "numbers"),
    [
        ((), [1, 2]),
        (("--from", "21/11/2026"), [2]),
        (("--to", "20/11/2026"), [1]),
        (("--from", "22/11/2026"), []),
    ],
)
def test_days_are_both_included(ask: Ask, span: tuple[str, ...], numbers: list[int]) -> None:
    """Events keep the numbers of the whole record."""
    told = ask("log", *span, "--json")

    assert [event["number"] for event in told.data["events"]] == numbers


def test_json_holds_the_whole_events(ask: Ask, recorded: str) -> None:
    """Showings where they are asked for."""
    told = ask("log", "--showings", "--json").data

    assert told["events"][0]["details"] == {"text": "=1+1", "document": "CV 137", "account": account_name()}
    assert (told["digest"], told["altered"]) == (recorded, {})
    assert [one["what"] for one in told["showings"]] == ["Một nhà"]
    assert ask("log", "--json").data["showings"] == []


@pytest.mark.usefixtures("recorded")
def test_a_table_for_excel_reckons_with_nothing(ask: Ask, tmp_path: Path) -> None:
    """No cell begins a formula; the rows are those of the record."""
    assert ask("log", "--showings", "--out", tmp_path / "so.csv").code == 0
    with (tmp_path / "so.csv").open(encoding="utf-8-sig", newline="") as file:
        _head, *rows = csv.reader(file)

    assert [row[0] for row in rows] == ["event", "event", "showing"]
    assert rows[1][4] == "'=HYPERLINK(1)"
    assert rows[2][2:4] == ["2026-11-20 09:00:00", "2026-11-20 09:00:08"]
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@")]


@pytest.mark.usefixtures("recorded")
def test_an_altered_record_is_told(ask: Ask) -> None:
    """Exit code 6, with the entry from which on nothing is proved."""
    with closing(sqlite3.connect(store_path())) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE audit SET actor = 'x' WHERE seq = 2")
    told = ask("log", "--json")

    assert (told.code, told.data["altered"]) == (6, {"": 2})
    assert "ALTERED at entry 2" in ask("log").out


def test_nothing_recorded_is_said(ask: Ask) -> None:
    """And no store is made for the question."""
    assert "Nothing is recorded" in ask("log").out
    assert not store_path().exists()


@pytest.mark.parametrize(
    "words", [("--from", "20/11"), ("--from", "2/11/2026", "--to", "1/11/2026"), ("--out", "so.xlsx")]
)
def test_what_cannot_be_is_refused(ask: Ask, words: tuple[str, ...]) -> None:
    """A day without its year, a span that ends before it begins, a file that is no table: exit code 3."""
    assert ask("log", *words).code == 3
