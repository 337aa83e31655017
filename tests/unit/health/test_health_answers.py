"""Answers of people: only known words, kept in the audit chain, the latest counts."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from health_samples import NOW_AT

from signboard.errors import UsageError
from signboard.health.answers import QUESTIONS, Given, add_answer, check_answer, given_answers, question_of
from signboard.health.finding import BAD, GOOD, NOTE
from signboard.store.database import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store(tmp_path / "signboard.sqlite3") as opened:
        yield opened


def test_the_latest_answer_of_a_board_counts(store: Store) -> None:
    """Another board's is another board's; who said it, and when, is kept, and the chain holds."""
    for board, answer, minutes in (("cong", "on", 0), ("cong", "off", 1), ("sau", "on", 2)):
        given = Given("radio", answer, "Lan", NOW_AT + timedelta(minutes=minutes))
        add_answer(store, given, site_id="so", board_id=board)

    found = given_answers(store.events(), "cong")
    assert found == {"radio": Given("radio", "off", "Lan", NOW_AT + timedelta(minutes=1))}
    assert store.first_broken_event() is None


@pytest.mark.parametrize(
    ("name", "answer", "code"),
    [
        ("radio", "maybe", "no_such_answer"),
        ("radio", "", "no_such_answer"),
        ("weather", "fine", "no_such_question"),
        ("responsible", "  ", "empty_answer"),
        ("responsible", "x" * 301, "long_answer"),
    ],
)
def test_what_is_no_answer_is_refused(store: Store, name: str, answer: str, code: str) -> None:
    """And nothing is kept."""
    with pytest.raises(UsageError) as caught:
        add_answer(store, Given(name, answer, "Lan", NOW_AT), site_id="so", board_id="cong")

    assert caught.value.code == code
    assert store.events() == ()


def test_free_words_are_kept_without_needless_blanks() -> None:
    """Up to three hundred letters."""
    assert check_answer("responsible", "  Trần \n Văn  Bình ") == "Trần Văn Bình"
    assert check_answer("responsible", "x" * 300) == "x" * 300


def test_after_a_power_cut_only_dark_or_neutral_is_good() -> None:
    """Everything else is bad, each with its cure."""
    choices = question_of("host_loss").choices

    assert {name for name, choice in choices.items() if choice.state == GOOD} == {"dark", "neutral"}
    assert all(choice.cure for choice in choices.values() if choice.state == BAD)


def test_every_answer_that_is_not_good_has_its_cure() -> None:
    """On every question; names are unique."""
    bad = [choice for question in QUESTIONS for choice in question.choices.values() if choice.state != GOOD]

    assert all(choice.cure and choice.state in (BAD, NOTE) for choice in bad)
    assert len({question.name for question in QUESTIONS}) == len(QUESTIONS)


def test_the_list_of_2023_is_asked() -> None:
    """Passwords, radio, locked boxes, who answers, who looks, where the power is cut, origin."""
    asked = {question.name for question in QUESTIONS if question.is_of_list}

    assert asked == {"radio", "password", "cabinet", "responsible", "power_cut", "watch", "origin"}
