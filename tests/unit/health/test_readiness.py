"""Readiness: each item green, yellow or red, with its cure; what nobody said is asked."""

import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest
from health_samples import HANOI, NOW_AT, PLAYER, nobody, somebody, status

from signboard.errors import NotRunningError
from signboard.health import readiness
from signboard.health.answers import QUESTIONS, Given, question_of
from signboard.health.finding import BAD, GOOD, NOTE, Finding
from signboard.health.rules import USUAL
from signboard.health.standing import Standing, standing_of
from signboard.playlog.trust import Trust
from signboard.service.installed import State


def standing(alive: bool = True, **changes: object) -> Standing:
    """How the sample's board stands."""
    made = status(**changes)  # type: ignore[arg-type]  # keywords of the sample
    return standing_of("cong", made, USUAL, NOW_AT, somebody if alive else nobody)


def answer(name: str, word: str, days_ago: float = 0) -> dict[str, Given]:
    """One answer on record."""
    return {name: Given(name, word, "Lan", NOW_AT - timedelta(days=days_ago))}


@pytest.mark.parametrize(
    ("word", "state"), [("dark", GOOD), ("neutral", GOOD), ("hold", BAD), ("logo", BAD), ("unknown", BAD)]
)
def test_what_the_board_shows_alone(word: str, state: str) -> None:
    """Anything but dark or neutral is red, with its cure; who said it, and when, stands there."""
    found = readiness.answered(question_of("host_loss"), answer("host_loss", word), NOW_AT, HANOI)

    assert found.state == state
    assert bool(found.cure) is (state == BAD)
    assert "Lan, 2026-11-20" in found.text


def test_what_nobody_said_is_asked() -> None:
    """With the line to type."""
    found = readiness.answered(question_of("radio"), {}, NOW_AT, HANOI)

    assert (found.state, found.code) == (BAD, "unanswered")
    assert "signboard check --answer radio=none|off|on|unknown" in found.cure


def test_old_answers_are_worth_another_look() -> None:
    """After more than a year; free words are taken as they are."""
    old = readiness.answered(question_of("radio"), answer("radio", "off", 401), NOW_AT, HANOI)
    assert (old.state, old.code) == (NOTE, "old")

    free = readiness.answered(question_of("responsible"), answer("responsible", "Ông Bình"), NOW_AT, HANOI)
    assert (free.state, "Ông Bình" in free.text) == (GOOD, True)


def test_all_questions_are_items() -> None:
    """In their order."""
    found = readiness.people({}, NOW_AT, HANOI)

    assert [one.check for one in found] == [question.name for question in QUESTIONS]


def test_a_board_that_plays_needs_not_be_asked() -> None:
    """Its player speaks for it; without a player, or with a virtual one, the board itself is asked."""
    found = readiness.playing(standing(), NOW_AT, HANOI)
    assert found is not None
    assert found.state == GOOD

    lost = readiness.playing(standing(dark_since_at=NOW_AT), NOW_AT, HANOI)
    assert lost is not None
    assert (lost.state, lost.code) == (BAD, "no_contact")
    assert readiness.playing(standing(alive=False), NOW_AT, HANOI) is None
    assert PLAYER.is_virtual is False


@pytest.mark.parametrize(("trust", "state"), [(Trust.TRUSTED, GOOD), (Trust.PLAUSIBLE, NOTE), (Trust.UNTRUSTED, BAD)])
def test_the_player_s_trust_in_the_clock_counts(trust: Trust, state: str) -> None:
    """Where nothing plays the computer is asked."""
    asked = Finding("clock", NOTE, "asked")

    assert readiness.clock_of(standing(trust=trust), lambda: asked).state == state
    assert readiness.clock_of(standing(alive=False), lambda: asked) is asked


@pytest.mark.parametrize(
    ("states", "state"),
    [
        ([], BAD),
        ([State(is_installed=False, is_running=False)], BAD),
        ([State(is_installed=True, is_running=False)], NOTE),
        ([State(is_installed=False, is_running=False), State(is_installed=True, is_running=True)], GOOD),
    ],
)
def test_the_service_starts_with_the_computer(states: list[State], state: str) -> None:
    """Installed and running."""
    assert readiness.service(lambda: states).state == state


def test_a_computer_without_services_has_none() -> None:
    """It knows no such program."""

    def refuse() -> Iterator[State]:
        yield State(is_installed=False, is_running=False)
        raise NotRunningError("There is none.", code="no_service_system")

    assert readiness.service(refuse).code == "no_service"


def test_windows_has_its_task(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked of its scheduler, which is not here: no service, and no crash."""
    monkeypatch.setattr(sys, "platform", "win32")

    assert readiness.service().state == BAD


def test_a_backup_is_there_and_fresh() -> None:
    """None is red, an old one yellow."""
    assert readiness.backed_up(None, NOW_AT, HANOI).state == BAD
    assert readiness.backed_up(NOW_AT - timedelta(days=9), NOW_AT, HANOI).state == NOTE
    assert readiness.backed_up(NOW_AT - timedelta(days=1), NOW_AT, HANOI).state == GOOD


def test_the_doctor_s_verdict_is_one_line() -> None:
    """Red with any error, green with notes."""
    good, note, bad = (Finding("x", state, "") for state in (GOOD, NOTE, BAD))

    assert readiness.doctor([lambda: good], [note]).state == GOOD
    found = readiness.doctor([lambda: good, lambda: bad], [note])
    assert (found.state, found.text) == (BAD, "The computer: 1 errors, 1 notes.")
