"""The journal of starts: which list is to blame, and for how long."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signboard.service.starts import CRASHES, WITHIN_S, Bar, Boot, Journal, Moment, Start

AT = datetime(2026, 11, 15, 1, tzinfo=UTC)
VERSION = "1"


def crashed(times: int, bundle: str = "a", boot: str = "boot", every_s: float = 60.0) -> Journal:
    """A journal of so many starts without an orderly end, the last just now."""
    starts = (Start(bundle, Boot(boot, 1000.0 - every_s * back), VERSION) for back in reversed(range(times)))
    return Journal(tuple(starts))


def moment(at: datetime = AT, boot: str = "boot", after_s: float = 0.0) -> Moment:
    """That moment, so many steady seconds after the next start."""
    return Moment(Boot(boot, 1000.0 + after_s), at)


def barred(journal: Journal, at: datetime = AT) -> frozenset[str]:
    """What may not play after a look at the journal."""
    return journal.judged(moment(at), VERSION, {}).barred(moment(at), VERSION, {})


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

    assert journal.judged(moment(), "2", {}).bars == ()
    assert journal.judged(moment(), VERSION, {}).barred(moment(), "2", {}) == frozenset()


def test_another_approval_lifts_the_bar() -> None:
    """One entered after the bar; the one before it does not."""
    judged = crashed(CRASHES).judged(moment(), VERSION, {})

    assert judged.barred(moment(), VERSION, {"a": AT - timedelta(minutes=1)}) == {"a"}
    assert judged.barred(moment(), VERSION, {"a": AT + timedelta(minutes=1)}) == frozenset()


def test_after_a_day_it_is_tried_again() -> None:
    """The cause may have lain outside; a clock that is set meanwhile changes nothing."""
    judged = crashed(CRASHES).judged(moment(), VERSION, {})

    assert judged.barred(moment(AT + timedelta(days=400), after_s=82_800), VERSION, {}) == {"a"}
    assert judged.barred(moment(AT - timedelta(days=400), after_s=82_800), VERSION, {}) == {"a"}
    assert judged.barred(moment(AT - timedelta(days=400), after_s=90_000), VERSION, {}) == frozenset()


def test_after_the_computer_began_anew_the_clock_counts() -> None:
    """A bar that a wrong clock wrote in the future is void then."""
    judged = crashed(CRASHES).judged(moment(), VERSION, {})

    assert judged.barred(moment(AT + timedelta(hours=23), "next"), VERSION, {}) == {"a"}
    assert judged.barred(moment(AT + timedelta(hours=25), "next"), VERSION, {}) == frozenset()
    assert judged.barred(moment(AT - timedelta(days=1600), "next"), VERSION, {}) == frozenset()


def test_an_approval_lifts_a_bar_of_a_wrong_clock() -> None:
    """It is another approval than the one that was known; the clock of the bar does not matter."""
    before = {"a": AT - timedelta(days=5)}
    judged = crashed(CRASHES).judged(moment(AT + timedelta(days=1600)), VERSION, before)

    assert judged.barred(moment(), VERSION, before) == {"a"}
    assert judged.barred(moment(), VERSION, {"a": AT}) == frozenset()


def test_the_list_that_took_over_is_to_blame() -> None:
    """A crash after the change counts against the list that played then."""
    journal = Journal()
    for number in range(CRASHES):
        journal = journal.begun(Start("a", Boot("boot", 990.0 + number), VERSION)).moved("b")

    assert barred(journal) == {"b"}


def test_the_crashes_of_a_barred_list_are_spent() -> None:
    """When its bar is over it takes three new ones to bar it again."""
    judged = crashed(CRASHES).judged(moment(), VERSION, {})
    later = judged.judged(moment(AT + timedelta(hours=25), after_s=90_000), VERSION, {})

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
    journal = Journal(tuple(starts), (Bar("a", AT, VERSION), Bar("b", AT, VERSION, Boot("x", 3.0), AT)))

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
