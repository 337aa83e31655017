"""`override`: an urgent text with a signature and an end."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from signboard.app import store_path
from signboard.files import home_dir
from signboard.store.database import Store

Ask = Callable[..., Any]
PAPER = ("--number", "9/CĐ", "--date", "09/10/2020", "--signer", "Lê A", "--as", "An")
TEXT = "Bão số 3"


def _in(hours: float) -> str:
    at = datetime.now(UTC).astimezone(ZoneInfo("Asia/Ho_Chi_Minh")) + timedelta(hours=hours)
    return f"{at:%d/%m/%Y %H:%M:%S}"


def test_a_signed_text_is_shown(ask: Ask) -> None:
    """The approval's number stands for the document; approval and order are both in the record."""
    told = ask("override", TEXT, "--until", _in(2), *PAPER, "--json")
    seen = ask("now", "--json").data

    assert (told.code, told.data["state"], told.data["document"]) == (0, "in_force", "9/CĐ")
    assert (seen["text"], seen["order"]) == (TEXT, told.data["id"])
    with Store(store_path()) as store:
        assert [event.event for event in store.events()] == ["approved", "identity_noted", "ordered"]


def test_an_unsigned_text_is_recorded_and_not_shown(ask: Ask) -> None:
    """Exit code 4, and it is said what to do."""
    told = ask("override", TEXT, "--until", _in(2), "--per", "9/CĐ", "--json")
    seen = ask("now", "--json").data

    assert (told.code, told.data["state"], told.envelope["ok"]) == (4, "waiting", False)
    assert [error["code"] for error in told.envelope["errors"]] == ["order_not_approved"]
    assert (seen["text"] == TEXT, seen["order"]) == (False, None)
    assert "NOT shown" in ask("special-day").out


def test_it_may_begin_later_and_be_taken_back(ask: Ask) -> None:
    """Before it begins, too."""
    told = ask("override", TEXT, "--from", _in(1), "--until", _in(2), *PAPER, "--json")
    assert (told.code, told.data["state"], ask("now", "--json").data["order"]) == (0, "coming", None)

    assert ask("override", "--end", "--json").data["ended"] == [told.data["id"]]
    assert told.data["id"] not in ask("special-day").out


@pytest.mark.parametrize(
    ("words", "code", "name"),
    [
        ((), 2, "no_text"),
        ((TEXT,), 2, "no_end"),
        ((TEXT, "--until", _in(2), "--number", "9/CĐ"), 2, "half_approval"),
        ((TEXT, "--until", _in(-1), *PAPER), 3, "order_over"),
        ((TEXT, "--until", _in(1), "--from", _in(2), *PAPER), 3, "order_backwards"),
        ((TEXT, "--until", _in(400), *PAPER), 3, "order_too_long"),
        (("!", "--until", _in(1), *PAPER), 3, "no_words"),
        ((TEXT, "--until", _in(1), *PAPER[:-1], "lê a"), 4, "own_signature"),
        ((TEXT, "--until", _in(1), "--number", "9", "--date", "09/10", "--signer", "A"), 3, "bad_day"),
    ],
)
def test_what_cannot_be_is_one_sentence(ask: Ask, words: tuple[str, ...], code: int, name: str) -> None:
    """And nothing is kept."""
    told = ask("override", *words, "--json")

    assert (told.code, [error["code"] for error in told.envelope["errors"]]) == (code, [name])
    assert len(told.err.strip().splitlines()) == 1
    assert not store_path().exists()


def test_the_text_is_as_large_as_the_board_carries(ask: Ask) -> None:
    """A short one in letters of 24 rows, whose capitals are 17 high; those of 16 rows have 11."""
    large = ask("override", "Bão", "--until", _in(1), *PAPER)
    art = "\n".join(ask("now", "--json", "--art").data["art"])
    assert large.code == 0
    rows = [number for number, row in enumerate(art.split("\n")) if "#" in row]

    assert max(rows) - min(rows) >= 16


def test_the_one_that_is_shown_is_ended(ask: Ask) -> None:
    """What is to come stays, unless it is named or all are meant."""
    later = ask("override", "Lũ về", "--from", _in(3), "--until", _in(4), *PAPER, "--json").data["id"]
    last = ask("override", "Lũ rút", "--from", _in(5), "--until", _in(6), *PAPER, "--json").data["id"]
    shown = ask("override", TEXT, "--until", _in(2), *PAPER, "--json").data["id"]

    assert ask("override", "--end", "--json").data["ended"] == [shown]
    several = ask("override", "--end", "--json")
    assert (several.code, several.envelope["errors"][0]["code"]) == (3, "several_orders")
    assert ask("override", later, "--end", "--json").data["ended"] == [later]
    assert ask("override", "--end", "--all", "--json").data["ended"] == [last]
    assert ask("override", "--end").code == 3


def test_a_text_that_waits_lets_the_list_go_on(ask: Ask) -> None:
    """It is not said that everything rests; ending it changes nothing on the board."""
    ask("override", TEXT, "--until", _in(2), "--per", "9/CĐ")
    told = ask("special-day").out

    assert ("the list goes on meanwhile" in told, "everything rests" in told) == (True, False)
    assert "nothing changes" in ask("override", "--end").out


def test_another_file_of_settings_softens_nothing(ask: Ask, tmp_path: Path) -> None:
    """One person may not do both by a file of his own: exit code 4, and nothing is given."""
    home_dir().mkdir(parents=True, exist_ok=True)
    (home_dir() / "signboard.toml").write_text("[approval]\npeople = 2\n", encoding="utf-8")
    (tmp_path / "mine.toml").write_text("[approval]\npeople = 1\n", encoding="utf-8")
    words = ("Họp", "--until", _in(2), "--number", "9/CĐ", "--date", "20/11/2020", "--signer", "Lan", "--as", "Lan")
    told = ask("override", *words, "--config", tmp_path / "mine.toml", "--json")

    assert (told.code, told.envelope["errors"][0]["code"]) == (4, "softer_rule")
    assert not store_path().exists()
