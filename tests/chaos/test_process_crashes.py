"""Three crashes on one list: the one approved before it plays; where there is none, nothing does; people are told."""

import time
from pathlib import Path

from chaos.theatre import Cast, approve, due, now, until

from signboard.app import store_path
from signboard.cli.fallback import DARK
from signboard.files import home_dir
from signboard.service.starts import CRASHES, Journal
from signboard.store.database import Store

GOOD, POISON, CURE = "Một hai", "Thuốc độc", "Ba bốn"


def journal() -> Journal:
    """The journal of starts as it lies on the disk."""
    file = home_dir() / "run" / "board.json"
    return Journal.from_json(file.read_bytes()) if file.exists() else Journal()


def test_a_poisoned_list_gives_way_to_the_one_before(tmp_path: Path) -> None:
    """After three crashes the older list plays, the audit chain says so, and a newer list is taken up again."""
    good = approve(tmp_path, GOOD)
    screenplay = due()
    bad = approve(tmp_path, POISON, number="88/KH")
    with Cast(tmp_path, {"CHAOS_POISON": POISON}) as cast:
        until(lambda: cast.shows(screenplay, now().replace(year=2000)))
        assert [bar.bundle for bar in journal().bars] == [bad]
        assert cast.talk.count("ended with code 99") == CRASHES
        assert f"{good[:12]}, approved before, plays instead" in cast.talk
        approve(tmp_path, CURE, number="89/KH")
        cured = due()
        until(lambda: cast.shows(cured, now().replace(year=2000)))
    with Store(store_path()) as store:
        barred = [event for event in store.events() if event.event == "bundle_barred"]

    assert [(event.details["bundle"], event.details["instead"]) for event in barred] == [(bad, good)]


def test_with_no_list_left_the_board_is_dark(tmp_path: Path) -> None:
    """A poisoned list alone: the player lives, with nothing to show, and says so."""
    approve(tmp_path, POISON)
    with Cast(tmp_path, {"CHAOS_POISON": POISON}) as cast:
        until(lambda: journal().starts and journal().starts[-1].bundle == DARK.bundle and "dark" in cast.talk)
        time.sleep(1)

        assert cast.talk.count("ended with code 99") == CRASHES
    assert "no list approved before is left" in cast.talk


def test_without_the_rule_a_poisoned_list_loops(tmp_path: Path) -> None:
    """The control: the same list breaks the player down again and again, and the board stays dark."""
    approve(tmp_path, GOOD)
    screenplay = due()
    approve(tmp_path, POISON, number="88/KH")
    with Cast(tmp_path, {"CHAOS_POISON": POISON, "CHAOS_BLIND": "yes"}) as cast:
        until(lambda: cast.talk.count("ended with code 99") > CRASHES)

        assert not cast.shows(screenplay, now().replace(year=2000))
