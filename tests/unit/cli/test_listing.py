"""The list as people number it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from approved import approve
from stage import campaign

from signboard.app import store_path
from signboard.campaign.bundle import Bundle
from signboard.campaign.correction import CORRECTED, Act
from signboard.campaign.slogan import Slogan
from signboard.cli.listing import State, listing
from signboard.errors import SignboardError
from signboard.store.shelf import BundleShelf
from signboard.store.withdrawals import keep_act


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Three slogans, loaded and approved."""
    shelf = BundleShelf(tmp_path)
    digest = shelf.save(Bundle("s", "b", (campaign(),), "f"))
    shelf.set_loaded(digest)
    approve(tmp_path, digest)
    return tmp_path


def test_numbers_stay_when_a_text_goes(home: Path) -> None:
    """What was taken off keeps its number and names its act."""
    act = Act(CORRECTED, datetime(2026, 1, 1, tzinfo=UTC), "an", "pages", "CV", "trang")
    keep_act(home, store_path(home), act)
    entries = listing(home).entries

    assert [(one.number, one.state) for one in entries] == [
        (1, State.APPROVED),
        (2, State.CORRECTED),
        (3, State.APPROVED),
    ]
    assert entries[1].act == act


def test_what_is_not_approved_waits(tmp_path: Path) -> None:
    """A list that was only loaded."""
    shelf = BundleShelf(tmp_path)
    shelf.set_loaded(shelf.save(Bundle("s", "b", (campaign(),), "f")))

    assert {one.state for one in listing(tmp_path).entries} == {State.WAITING}


def test_a_slogan_is_found_by_number_and_id(home: Path) -> None:
    """Or not at all, with the reason."""
    known = listing(home)
    entry = known.entries[1]

    assert known.find("2") == known.find(entry.slogan.id) == known.find(entry.slogan.id[:5].upper()) == entry
    for asked, code in (("7", "no_such_slogan"), ("12345", "no_such_slogan"), (entry.slogan.id[:3], "no_such_slogan")):
        with pytest.raises(SignboardError) as caught:
            known.find(asked)
        assert caught.value.code == code


def test_an_empty_home_has_no_list(tmp_path: Path) -> None:
    """Which is said when something is looked for."""
    with pytest.raises(SignboardError) as caught:
        listing(tmp_path).find("1")

    assert caught.value.code == "nothing_loaded"


def test_what_plays_is_listed_beside_what_waits(home: Path) -> None:
    """Numbers of what plays do not change when another list is loaded; both are found."""
    shelf = BundleShelf(home)
    other = replace(campaign(), slogans=(Slogan("pages"), Slogan("Câu mới")))
    shelf.set_loaded(shelf.save(Bundle("s", "b", (other,), "f")))
    known = listing(home)

    assert [one.slogan.text for one in known.entries] == [*(one.text for one in campaign().slogans), "Câu mới"]
    assert [one.state for one in known.entries] == [*[State.APPROVED] * 3, State.WAITING]
    assert known.find("1").slogan == campaign().slogans[0]
    assert known.find(Slogan("Câu mới").id).number == 4


def test_a_twin_stands_in_the_same_list(home: Path) -> None:
    """The same words in a list that does not hold the old text are no twin, and neither is what was taken off."""
    shelf = BundleShelf(home)
    shelf.set_loaded(shelf.save(Bundle("s", "b", (replace(campaign(), slogans=(Slogan("Câu mới"),)),), "f")))
    known = listing(home)

    assert known.twin(known.entries[0], "PAGES!") == known.entries[1]
    assert known.twin(known.entries[1], "pages") is None
    assert known.twin(known.entries[0], "Câu mới") is None
    keep_act(home, store_path(home), Act(CORRECTED, datetime(2026, 1, 1, tzinfo=UTC), "an", "pages", "CV", "trang"))
    known = listing(home)
    assert known.twin(known.entries[0], "pages") is None
