"""`blank`: dark at once, by one person, and back."""

from collections.abc import Callable
from typing import Any

import pytest

from signboard.app import store_path
from signboard.store.database import Store

Ask = Callable[..., Any]


def test_one_word_darkens_the_board(ask: Ask) -> None:
    """Nobody signs; it ends by itself within a day; looking sees it."""
    told = ask("blank", "--as", "An", "--json")

    assert (told.code, told.data["kind"], told.data["state"]) == (0, "blank", "in_force")
    assert 86_390 < told.data["left_s"] <= 86_400
    seen = ask("now", "--json").data
    assert (seen["reason"], seen["order"], seen["slogan"]) == ("blanked", told.data["id"], None)
    assert "In force: Dark board" in ask("now").out
    assert seen["orders"][0]["left_s"] > 86_000


def test_it_is_logged_and_taken_back(ask: Ask) -> None:
    """Who and by which document, both times; afterwards there is nothing to take back."""
    name = ask("blank", "--per", "Công an phường", "--as", "An", "--json").data["id"]
    told = ask("blank", "--end", "--as", "Bình", "--json")
    with Store(store_path()) as store:
        given, ended = store.events()

    assert (told.code, told.data["ended"]) == (0, [name])
    assert (given.event, given.actor, given.details["document"]) == ("ordered", "An", "Công an phường")
    assert (ended.event, ended.actor, ended.details["id"]) == ("order_ended", "Bình", name)
    assert ask("now", "--json").data["reason"] != "blanked"
    assert ask("blank", "--end").code == 3


@pytest.mark.parametrize(
    ("until", "code", "name"),
    [
        ("01/01/2020 10:00", 3, "order_over"),
        ("31/12/2090", 3, "order_too_long"),
        ("soon", 2, "bad_instant"),
        ("25:00", 3, "no_such_time"),
        ("30/02/2027", 3, "no_such_day"),
    ],
)
def test_an_end_that_cannot_be_is_one_sentence(ask: Ask, until: str, code: int, name: str) -> None:
    """And nothing is kept."""
    told = ask("blank", "--until", until, "--json")

    assert (told.code, [error["code"] for error in told.envelope["errors"]]) == (code, [name])
    assert len(told.err.strip().splitlines()) == 1
    assert not store_path().exists()


def test_taken_back_under_another_order_is_told(ask: Ask) -> None:
    """The list returns only when nothing else holds."""
    day = ("special-day", "mourning", "--from", "00:00", "--per", "12/TB", "--rest", "all", "--json")
    name = ask(*day).data["id"]
    ask("blank")
    told = ask("blank", "--end")

    assert ("does not return yet" in told.out, "National mourning" in told.out) == (True, True)
    assert "goes back to its list" in ask("special-day", "--end", name).out
