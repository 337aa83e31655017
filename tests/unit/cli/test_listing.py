"""The list as people number it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from stage import campaign

from signboard.app import store_path
from signboard.campaign.bundle import Bundle
from signboard.campaign.correction import CORRECTED, Act
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
    shelf.set_current(digest)
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
