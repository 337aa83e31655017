"""Withdrawals lie in two places, and either of them is enough."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from signboard.campaign.correction import CORRECTED, WITHDRAWN, Act, write_acts
from signboard.errors import InputError
from signboard.store.database import Store
from signboard.store.withdrawals import (
    acts_in_file,
    acts_in_store,
    bring_over,
    keep_act,
    known_withdrawals,
    tell_again,
)

ACT = Act(WITHDRAWN, datetime(2026, 11, 20, 7, tzinfo=UTC), "an", "Một câu", "CV 1")
LATER = Act(CORRECTED, datetime(2026, 11, 21, 7, tzinfo=UTC), "an", "Hai câu", "CV 2", "Ba câu")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with two acts."""
    keep_act(tmp_path, tmp_path / "s.sqlite3", ACT, site_id="s", board_id="b")
    keep_act(tmp_path, tmp_path / "s.sqlite3", LATER)
    return tmp_path


def test_both_places_have_both(home: Path) -> None:
    """The chain with its place and person, the file beside the bundles."""
    assert acts_in_file(home) == acts_in_store(home / "s.sqlite3") == (ACT, LATER)
    with Store(home / "s.sqlite3") as store:
        first = store.events()[0]
        assert (first.event, first.actor, first.site_id, first.board_id) == (WITHDRAWN, "an", "s", "b")
        assert store.first_broken_event() is None


def test_nothing_is_made_for_the_question(tmp_path: Path) -> None:
    """An untouched home stays untouched."""
    assert known_withdrawals(tmp_path, tmp_path / "s.sqlite3")[0].acts == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("gone", ["s.sqlite3", "bundles/withdrawn.json"])
def test_either_place_is_enough(home: Path, gone: str) -> None:
    """A restored folder of bundles, or a log alone."""
    (home / gone).unlink()

    assert known_withdrawals(home, home / "s.sqlite3")[0].acts == (ACT, LATER)


@pytest.mark.parametrize("damaged", ["s.sqlite3", "bundles/withdrawn.json"])
def test_a_damaged_place_is_told_and_the_other_counts(home: Path, damaged: str) -> None:
    """Nothing plays again because a file is broken."""
    for path in home.glob("s.sqlite3-*"):
        path.unlink()
    (home / damaged).write_bytes(b"rubbish " * 1000)
    known, troubles = known_withdrawals(home, home / "s.sqlite3")

    assert known.acts == (ACT, LATER)
    assert len(troubles) == 1


def test_a_deleted_record_is_told_and_the_file_counts(home: Path) -> None:
    """Whoever asks must not take it for one in which nothing stands."""
    (home / "s.sqlite3").unlink()
    known, troubles = known_withdrawals(home, home / "s.sqlite3")

    assert known.acts == (ACT, LATER)
    assert [one.code for one in troubles] == ["store_lost"]


def test_a_locked_store_hides_nothing(home: Path) -> None:
    """Another process writes for long: the file is read, and readers of the log do not wait for writers."""
    other = sqlite3.connect(home / "s.sqlite3", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert known_withdrawals(home, home / "s.sqlite3")[0].acts == (ACT, LATER)
    finally:
        other.close()


def test_an_act_repairs_a_damaged_file(home: Path) -> None:
    """What the chain knows comes back into it."""
    (home / "bundles" / "withdrawn.json").write_bytes(b"{")
    with pytest.raises(InputError):
        acts_in_file(home)
    third = Act(WITHDRAWN, datetime(2026, 11, 22, 7, tzinfo=UTC), "an", "Bốn câu")
    keep_act(home, home / "s.sqlite3", third)

    assert acts_in_file(home) == (ACT, LATER, third)


def test_an_act_that_a_wrong_clock_dates_back_comes_last_all_the_same(home: Path) -> None:
    """In both places acts stand in the order in which they were done."""
    early = Act(CORRECTED, datetime(2020, 1, 1, tzinfo=UTC), "an", "Bốn câu", "CV 9", "Năm câu")
    keep_act(home, home / "s.sqlite3", early)

    assert acts_in_file(home) == known_withdrawals(home, home / "s.sqlite3")[0].acts == (ACT, LATER, early)


def test_a_line_in_the_file_brings_no_text_back(home: Path) -> None:
    """A correction that no chain tells of takes its old text off, and lets its new one play no more than before."""
    forged = Act(CORRECTED, datetime(2026, 12, 1, tzinfo=UTC), "an", "Câu khác", "CV 9", ACT.text)
    path = home / "bundles" / "withdrawn.json"
    path.write_bytes(write_acts([ACT, LATER, forged]))
    known, _troubles = known_withdrawals(home, home / "s.sqlite3")

    assert known.act_on(ACT.text) == ACT
    assert known.act_on("Câu khác") == forged
    assert known.act_on("Ba câu") is None
    (home / "s.sqlite3").unlink()
    assert known_withdrawals(home, home / "s.sqlite3")[0].act_on(ACT.text) == ACT


def test_a_broken_chain_brings_no_text_back(home: Path) -> None:
    """It still takes off whatever it tells of."""
    back = Act(CORRECTED, datetime(2026, 12, 1, tzinfo=UTC), "an", "Câu khác", "CV 9", LATER.text)
    keep_act(home, home / "s.sqlite3", back)
    assert known_withdrawals(home, home / "s.sqlite3")[0].act_on(LATER.text) is None
    with closing(sqlite3.connect(home / "s.sqlite3")) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE audit SET actor = 'x' WHERE seq = 1")

    assert known_withdrawals(home, home / "s.sqlite3")[0].act_on(LATER.text) is not None


def test_acts_go_over_into_another_home(home: Path, tmp_path: Path) -> None:
    """Those of the file into its file, the proved ones into its chain, each once."""
    other = tmp_path / "other"
    (other / "bundles").mkdir(parents=True)
    known, _troubles = known_withdrawals(home, home / "s.sqlite3")
    keep_act(other, other / "s.sqlite3", ACT)
    bring_over(other, known)
    for _twice in range(2):
        tell_again(other / "s.sqlite3", known)

    assert acts_in_file(other) == acts_in_store(other / "s.sqlite3") == (ACT, LATER)


def test_a_folder_without_bundles_gets_nothing(home: Path, tmp_path: Path) -> None:
    """It takes no folder's place; nor is a store made."""
    known, _troubles = known_withdrawals(home, home / "s.sqlite3")
    bring_over(tmp_path / "none", known)
    tell_again(tmp_path / "none" / "s.sqlite3", known)

    assert not (tmp_path / "none").exists()
