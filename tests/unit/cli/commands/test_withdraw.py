"""`withdraw`: off at once, and for good."""

import getpass
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from signboard.app import approved_content, store_path
from signboard.campaign.correction import WITHDRAWN
from signboard.files import home_dir
from signboard.store.database import Store
from signboard.store.schema import SCHEMA_VERSION
from signboard.store.shelf import BundleShelf

pytestmark = pytest.mark.one_person

Ask = Callable[..., Any]
PAPER = ("--number", "87/KH", "--date", "09/10/2020", "--signer", "A")
ALWAYS = ("--first-day", "1/1", "--last-day", "31/12", "--hours", "00:00-24:00")


def _approved(ask: Ask, folder: Path, text: str = "Một nhà\nHai nhà\nBa nhà\n", name: str = "a.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    ask("load", path, *ALWAYS)
    ask("approve", *PAPER)
    return path


def _playing() -> list[str]:
    return [slogan.text for campaign in approved_content().campaigns for slogan in campaign.slogans]


def test_it_leaves_what_plays_and_stays_in_the_list(ask: Ask, tmp_path: Path) -> None:
    """The approved bundle is the same file; the text is listed with its state and document, under its number."""
    _approved(ask, tmp_path)
    before = BundleShelf(home_dir()).current()
    told = ask("withdraw", "2", "--per", "CV 137", "--json")
    items = ask("slogans", "--json").data["items"]

    assert (told.code, told.data["text"], told.data["document"]) == (0, "Hai nhà", "CV 137")
    assert _playing() == ["Một nhà", "Ba nhà"]
    assert BundleShelf(home_dir()).current() == before
    assert [(item["number"], item["state"]) for item in items] == [(1, "approved"), (2, "withdrawn"), (3, "approved")]
    assert "withdrawn" in ask("slogans").out
    assert "(by CV 137)" in ask("slogans").out


def test_it_needs_no_document_and_takes_an_id(ask: Ask, tmp_path: Path) -> None:
    """The beginning of an id is enough; the person is known."""
    _approved(ask, tmp_path)
    name = ask("slogans", "--json").data["items"][2]["id"]
    told = ask("withdraw", name[:7], "--as", "An", "--json")

    assert (told.code, told.data["text"], told.data["actor"]) == (0, "Ba nhà", "An")
    with Store(store_path()) as store:
        assert [(event.event, event.actor) for event in store.events()][-1] == (WITHDRAWN, "An")
        assert store.first_broken_event() is None


def test_a_later_approval_does_not_bring_it_back(ask: Ask, tmp_path: Path) -> None:
    """Neither the same list signed again nor another one that says the same without marks."""
    path = _approved(ask, tmp_path)
    ask("withdraw", "2")
    loaded = ask("load", path, *ALWAYS, "--json")
    ask("approve", *PAPER)
    _approved(ask, tmp_path, "Bốn nhà\nHai nha!\n", "b.txt")

    assert [finding["code"] for finding in loaded.data["items"][1]["findings"]] == ["withdrawn"]
    assert loaded.data["items"][1]["verdict"] == "stop"
    assert _playing() == ["Bốn nhà"]


def test_the_bundles_folder_alone_remembers(ask: Ask, tmp_path: Path) -> None:
    """The log is gone, and the list is signed anew: the text stays off."""
    _approved(ask, tmp_path)
    ask("withdraw", "2")
    for file in home_dir().glob("signboard.sqlite3*"):
        file.unlink()
    ask("approve", *PAPER)

    assert _playing() == ["Một nhà", "Ba nhà"]


def test_looking_does_not_show_it(ask: Ask, tmp_path: Path) -> None:
    """With the last one gone nothing is due."""
    _approved(ask, tmp_path, "Một nhà\n")
    ask("withdraw", "1")
    data = ask("now", "--json").data

    assert (data["slogan"], data["reason"]) == (None, "no_content")


def test_what_cannot_be_withdrawn(ask: Ask, tmp_path: Path) -> None:
    """Nothing loaded; no such number, no such id, too little of an id."""
    assert ask("withdraw", "1").code == 4
    _approved(ask, tmp_path)

    assert [ask("withdraw", word).code for word in ("4", "0", "ffffffff", "a")] == [3, 3, 3, 3]
    assert ask("withdraw", "1", "--per", "CV\x1b[31m").code == 3
    assert _playing() == ["Một nhà", "Hai nhà", "Ba nhà"]


def test_what_plays_is_reached_while_another_list_waits(ask: Ask, tmp_path: Path) -> None:
    """By its number and by its id."""
    _approved(ask, tmp_path)
    other = tmp_path / "d.txt"
    other.write_text("Bốn nhà\n", encoding="utf-8")
    ask("load", other, *ALWAYS)
    shown = ask("slogans")
    items = ask("slogans", "--json").data["items"]

    assert [(item["number"], item["state"]) for item in items] == [
        *((number, "approved") for number in (1, 2, 3)),
        (4, "waiting"),
    ]
    assert all(item["fit_s"] for item in items)
    assert "Two lists" in shown.err
    assert ask("withdraw", "2").code == ask("withdraw", items[2]["id"]).code == 0
    assert _playing() == ["Một nhà"]


def test_what_never_played_is_not_said_to_leave(ask: Ask, tmp_path: Path) -> None:
    """It waited."""
    path = tmp_path / "a.txt"
    path.write_text("Một nhà\nHai nhà\n", encoding="utf-8")
    ask("load", path, *ALWAYS)

    assert "no board plays it" in ask("withdraw", "1").out


def test_without_a_document_none_is_cited(ask: Ask, tmp_path: Path) -> None:
    """The line that comes back says so in words."""
    path = _approved(ask, tmp_path)
    ask("withdraw", "2")

    assert "(no document was named)" in ask("load", path, *ALWAYS).out


def test_a_blank_name_is_that_of_the_account(ask: Ask, tmp_path: Path) -> None:
    """The record never holds an act of nobody."""
    _approved(ask, tmp_path)

    assert ask("withdraw", "2", "--as", "  ", "--json").data["actor"] == getpass.getuser()
    assert (
        ask("correct", "1", "Một ngôi nhà", "--per", "CV 9", "--as", " ", "--json").data["actor"] == getpass.getuser()
    )


def _told_of() -> list[str]:
    with Store(store_path()) as store:
        return [str(event.details["document"]) for event in store.events() if event.event == WITHDRAWN]


def test_a_second_time_nothing_new_happens(ask: Ask, tmp_path: Path) -> None:
    """The document stays cited; one that was missing may be named later."""
    _approved(ask, tmp_path)
    first = ask("withdraw", "2")
    again = [ask("withdraw", "2", *more) for more in (("--per", "CV 137"), (), ("--per", "CV 9"))]

    assert "No document is named" in first.err
    assert [one.code for one in again] == [0, 0, 0]
    assert "Withdrawn already" in again[1].out
    assert "CV 137" in again[1].out
    assert _told_of() == ["", "CV 137"]
    assert "(by CV 137)" in ask("slogans").out


def test_a_record_that_cannot_be_written_is_told_and_gets_it_later(ask: Ask, tmp_path: Path) -> None:
    """The text is off all the same; the same command again puts it into the record."""
    _approved(ask, tmp_path)
    with closing(sqlite3.connect(store_path())) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}").fetchall()
    half = ask("withdraw", "2", "--per", "CV 137")
    with closing(sqlite3.connect(store_path())) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}").fetchall()
    before = _told_of()
    again = ask("withdraw", "2", "--per", "CV 137")

    assert (half.code, before) == (78, [])
    assert "is off the board and stays off" in half.err
    assert (again.code, _told_of(), _playing()) == (0, ["CV 137"], ["Một nhà", "Ba nhà"])
