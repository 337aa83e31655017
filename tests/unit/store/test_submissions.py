"""Who asked for an approval, and who refused it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from signboard.campaign.approval import Approval
from signboard.store.database import Store
from signboard.store.submissions import (
    IDENTITY,
    LOADED,
    Person,
    add_loading,
    add_rejection,
    add_submission,
    asked_for,
    given_note,
    identity_note,
    last_submission,
    pending_submission,
    same_actor,
)

AT = datetime(2026, 11, 1, 3, tzinfo=UTC)
PLACE = {"site_id": "site", "board_id": "board"}


@pytest.fixture
def store(tmp_path: Path) -> "Store":
    """An empty one."""
    return Store(tmp_path / "signboard.sqlite3")


def test_the_last_submission_counts(store: Store) -> None:
    """Of the list that is asked for."""
    with store:
        add_submission(store, "ab", "Lan", AT, **PLACE)
        add_submission(store, "ab", "Bình", AT, **PLACE)
        add_submission(store, "cd", "Hoa", AT, **PLACE)
        found = last_submission(store, "ab")

    assert found is not None
    assert (found.actor, found.rejected) == ("Bình", None)


def test_a_refusal_stays_until_it_is_submitted_again(store: Store) -> None:
    """With its reason."""
    with store:
        add_submission(store, "ab", "Lan", AT, **PLACE)
        add_rejection(store, "ab", "Bình", AT, "sai năm", **PLACE)
        refused = last_submission(store, "ab")
        add_submission(store, "ab", "Lan", AT, **PLACE)
        again = last_submission(store, "ab")

    assert refused is not None
    assert refused.rejected == "sai năm"
    assert again is not None
    assert again.rejected is None


def test_nothing_submitted_is_none(store: Store) -> None:
    """A refusal alone is no submission."""
    with store:
        add_rejection(store, "ab", "Bình", AT, "x", **PLACE)

        assert last_submission(store, "ab") is None


def test_the_log_says_that_nobody_proved_who_he_is(store: Store) -> None:
    """Beside each approval."""
    with store:
        add_submission(store, "ab", "Lan", AT, **PLACE)
        note = identity_note(_paper(actor="lan "), last_submission(store, "ab"), account="", people=0, **PLACE)

    assert note.event == IDENTITY
    assert (note.details["same_person"], note.details["identity"]) == ("yes", "not proved")


def test_the_log_says_where_one_person_did_both(store: Store) -> None:
    """Who asked and enters, or asked and signed, or did everything; an act of one's own is told by its signature."""
    with store:
        add_submission(store, "ab", "Lan", AT, **PLACE)
        asked = last_submission(store, "ab")
    papers = [_paper(), _paper(actor="Lan"), _paper(signer="LAN")]

    notes = [identity_note(one, asked, account="", people=1, **PLACE) for one in papers]
    assert [note.details["same_person"] for note in notes] == ["no", "yes", "yes"]
    alone = identity_note(papers[0], None, account="", people=1, **PLACE).details
    assert (alone["same_person"], alone["people"]) == ("yes", 1)
    given = [given_note(one, account="", people=1, **PLACE).details for one in (_paper(), _paper(signer="bình"))]
    assert [(one["submitted_by"], one["same_person"]) for one in given] == [("Bình", "no"), ("Bình", "yes")]


def _paper(actor: str = "Bình", signer: str = "Hoa") -> Approval:
    return Approval("ab", "1/KH", date(2026, 10, 9), signer, actor, AT)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lan", " LAN ", True),
        ("Trần  B", "trần b", True),
        ("A", "B", False),
        ("Lan", "Trần Thị Lan", True),
        ("Thi Lan", "Trần Thị Lan", True),
        ("Trần", "Trần Thị Lan", False),
        ("Lan Anh", "Trần Thị Lan", False),
        ("Trần Thị B", "Tra\u0302\u0300n Thi\u0323 B", True),
        ("Trần Thị B", "tranthib", True),
        ("Trần\u200b Thị\u00a0B.", "Trần Thị B", True),
        ("Lan", "L\u0430n", True),
        ("Lê Văn Hưng", "Lê Văn Hùng", False),
        ("?", "!", False),
        ("?", " ? ", True),
    ],
)
def test_case_and_blanks_make_no_other_person(one: str, other: str, same: bool) -> None:
    """What people type differs a little each time."""
    assert same_actor(one, other) is same


def test_everybody_who_submitted_is_known(store: Store) -> None:
    """A second name under the same list does not free the first one."""
    with store:
        for name in ("Lan", "Bình"):
            add_submission(store, "ab", name, AT, **PLACE)
        found = last_submission(store, "ab")

    assert found is not None
    assert [found.is_by(Person(name)) for name in ("lan", "BÌNH", "Hoa")] == [True, True, False]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Person("Lan", "pc"), Person("Bình", "pc"), False),
        (Person("Lan", "lan"), Person("Bình", "lan"), True),
        (Person("pc", "pc"), Person("Bình", "pc"), True),
        (Person("Lan", "pc"), Person("Lan", "binh"), True),
        (Person("Lan", "hoa"), Person("Bình", "binh"), False),
        (Person("Bình", "lan"), Person("Lan"), True),
        (Person("Lan"), Person("Bình"), False),
    ],
)
def test_accounts_count_beside_names(one: Person, other: Person, same: bool) -> None:
    """Two who share an account are two where both say who they are."""
    assert (one.is_same(other), other.is_same(one)) == (same, same)


def test_who_loaded_a_list_asked_for_it_where_nobody_submitted_it(store: Store) -> None:
    """Everybody who did, each written down once."""
    with store:
        none = asked_for(store, "ab")
        for name in ("lan", "binh", "lan"):
            add_loading(store, "ab", name, AT, **PLACE)
        loaded, count = asked_for(store, "ab"), sum(event.event == LOADED for event in store.events())
        add_submission(store, "ab", "Hoa", AT, **PLACE)
        submitted = asked_for(store, "ab")

    assert none is None
    assert loaded is not None
    assert (loaded.is_loaded, count) == (True, 2)
    assert [loaded.is_by(Person(name)) for name in ("Lan", "Bình", "Hoa")] == [True, True, False]
    assert submitted is not None
    assert (submitted.is_loaded, submitted.actor) == (False, "Hoa")


def test_a_submission_waits_until_it_is_approved_or_refused(store: Store) -> None:
    """The last one; what became of others is nothing to it."""
    paper = Approval("cd", "1/KH", date(2026, 10, 9), "Hoa", "Hoa", AT)
    with store:
        asked = [pending_submission(store)]
        add_submission(store, "ab", "Lan", AT, **PLACE)
        asked.append(pending_submission(store))
        add_submission(store, "cd", "Lan", AT, **PLACE)
        add_rejection(store, "ab", "Bình", AT, "x", **PLACE)
        asked.append(pending_submission(store))
        store.add_approval(paper)
        asked.append(pending_submission(store))

    assert asked == [None, "ab", "cd", None]
