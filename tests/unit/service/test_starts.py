"""The journal of starts: which list is to blame, and for how long."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signboard.service.starts import CRASHES, WITHIN_S, Bar, Boot, Journal, Start

AT = datetime(2026, 11, 15, 1, tzinfo=UTC)
VERSION = "1"


def crashed(times: int, bundle: str = "a", boot: str = "boot", every_s: float = 60.0) -> Journal:
    """A journal of so many starts without an orderly end, the last just now."""
    starts = (Start(bundle, Boot(boot, 1000.0 - every_s * back), VERSION) for back in reversed(range(times)))
    return Journal(tuple(starts))


def now(boot: str = "boot") -> Boot:
    """The moment of the next start."""
    return Boot(boot, 1000.0)


def barred(journal: Journal, at: datetime = AT) -> frozenset[str]:
    """What may not play after a look at the journal."""
    return journal.judged(now(), at, VERSION).barred(at, VERSION, {})


def test_three_crashes_within_ten_minutes_bar_the_list() -> None:
    """Two do not."""
    assert barred(crashed(CRASHES)) == {"a"}
    assert barred(crashed(CRASHES - 1)) == frozenset()


def test_crashes_far_apart_bar_nothing() -> None:
    """Three within twelve minutes are none too many."""
    assert barred(crashed(CRASHES, every_s=WITHIN_S * 0.6)) == frozenset()


def test_a_power_cut_is_no_crash() -> None:
    """Starts before the computer started anew do not count."""
    assert barred(crashed(CRASHES, boot="before")) == frozenset()


def test_an_orderly_end_is_no_crash() -> None:
    """A service that is stopped three times in a minute plays the same list the fourth time."""
    journal = Journal()
    for number in range(4):
        journal = journal.begun(Start("a", Boot("boot", 990.0 + number), VERSION)).ended()

    assert barred(journal) == frozenset()


def test_another_version_begins_anew() -> None:
    """What a newer signboard cures is not barred, nor counted."""
    journal = crashed(CRASHES)

    assert journal.judged(now(), AT, "2").bars == ()
    assert journal.judged(now(), AT, VERSION).barred(AT, "2", {}) == frozenset()


def test_another_approval_lifts_the_bar() -> None:
    """One entered after the bar; the one before it does not."""
    judged = crashed(CRASHES).judged(now(), AT, VERSION)

    assert judged.barred(AT, VERSION, {"a": AT - timedelta(minutes=1)}) == {"a"}
    assert judged.barred(AT, VERSION, {"a": AT + timedelta(minutes=1)}) == frozenset()


def test_after_a_day_it_is_tried_again() -> None:
    """The cause may have lain outside; a clock that was set back lifts nothing."""
    judged = crashed(CRASHES).judged(now(), AT, VERSION)

    assert judged.barred(AT + timedelta(hours=23), VERSION, {}) == {"a"}
    assert judged.barred(AT + timedelta(hours=25), VERSION, {}) == frozenset()
    assert judged.barred(AT - timedelta(days=400), VERSION, {}) == {"a"}


def test_the_list_that_took_over_is_to_blame() -> None:
    """A crash after the change counts against the list that played then."""
    journal = Journal()
    for number in range(CRASHES):
        journal = journal.begun(Start("a", Boot("boot", 990.0 + number), VERSION)).moved("b")

    assert barred(journal) == {"b"}


def test_the_crashes_of_a_barred_list_are_spent() -> None:
    """When its bar is over it takes three new ones to bar it again."""
    judged = crashed(CRASHES).judged(now(), AT, VERSION)
    later = judged.judged(now(), AT + timedelta(hours=25), VERSION)

    assert [bar.at for bar in later.bars] == [AT]


def test_nothing_moves_or_ends_before_a_start() -> None:
    """An empty journal stays empty."""
    assert Journal().moved("a") == Journal().ended() == Journal()


@given(
    st.lists(
        st.builds(
            Start,
            st.text("ab", min_size=1, max_size=2),
            st.builds(Boot, st.text("xy", max_size=2), st.floats(0, 1e9)),
            st.just(VERSION),
            st.booleans(),
        ),
        max_size=20,
    )
)
def test_what_is_written_is_read(starts: list[Start]) -> None:
    """The file holds all of it."""
    journal = Journal(tuple(starts), (Bar("a", AT, VERSION),))

    assert Journal.from_json(journal.to_json()) == journal


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'{"starts": 3, "bars": []}', b'{"starts": [{}], "bars": []}'])
def test_a_damaged_journal_is_an_empty_one(raw: bytes) -> None:
    """It keeps no board dark."""
    assert Journal.from_json(raw) == Journal()


def test_a_bar_without_a_zone_does_not_count() -> None:
    """An instant that nobody can compare."""
    entry = {"bundle": "a", "at": "2026-11-15T00:00:00", "version": VERSION}

    assert Journal.from_json(json.dumps({"starts": [], "bars": [entry]}).encode()) == Journal()


def test_the_journal_does_not_grow_for_ever() -> None:
    """Only the latest starts are kept."""
    journal = Journal()
    for number in range(100):
        journal = journal.begun(Start("a", Boot("boot", float(number)), VERSION))

    assert len(journal.starts) == 20
