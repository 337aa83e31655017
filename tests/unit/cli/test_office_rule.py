"""How many people an approval takes, and what the record knows of it."""

from datetime import UTC, date, datetime

import pytest

from signboard.campaign.approval import Approval
from signboard.cli.office_rule import PEOPLE_SET, beside, check_rule, rule_changed, rule_chosen, rule_in, tell_rule
from signboard.errors import RefusedError
from signboard.files import home_dir
from signboard.settings import Settings
from signboard.settings.office import ApprovalSettings
from signboard.store.audit import Event

AT = datetime(2026, 11, 22, tzinfo=UTC)


def _settings(people: int) -> Settings:
    return Settings(approval=ApprovalSettings.model_validate({"people": people}))


def _known(*people: int) -> list[Event]:
    return [Event("", "", AT, "an", PEOPLE_SET, {"people": one}) for one in people]


def test_the_last_choice_is_the_rule() -> None:
    """None before anybody chose."""
    assert (rule_in([]), rule_in(_known(2, 1))) == (None, 1)


@pytest.mark.parametrize(
    ("people", "known", "told"),
    [(1, (), 1), (1, (1,), None), (1, (2,), 1), (2, (1,), 2), (0, (1,), 0), (2, (), None), (0, (), None)],
)
def test_a_change_is_told_to_the_record_once(people: int, known: tuple[int, ...], told: int | None) -> None:
    """That two are asked for is told only after one was enough."""
    changed = rule_changed(_settings(people), _known(*known), "an", AT)

    assert [event.details["people"] for event in changed] == ([] if told is None else [told])


def test_a_choice_is_told_whatever_it_is() -> None:
    """What the rule was before stands beside it."""
    first = rule_chosen(_settings(2), [], "an", AT)
    second = rule_chosen(_settings(1), first, "an", AT)

    assert [dict(event.details) for event in (*first, *second)] == [{"people": 2, "was": None}, {"people": 1, "was": 2}]
    assert rule_chosen(_settings(1), [*first, *second], "an", AT) == []


def test_an_act_with_its_own_approval_tells_it_too() -> None:
    """Beside the note of who gave it."""
    paper = Approval("ab", "1/KH", date(2026, 10, 9), "Lan", "Lan", AT)
    note, changed = beside(_settings(1), paper, [])

    assert (note.details["same_person"], note.details["people"], changed.event) == ("yes", 1, PEOPLE_SET)


def test_a_named_file_softens_no_rule() -> None:
    """One that is as strict, or this home's own, goes."""
    mine, own = home_dir() / "mine.toml", home_dir() / "signboard.toml"
    home_dir().mkdir(parents=True)
    mine.write_text("[approval]\npeople = 1\n", encoding="utf-8")
    check_rule(_settings(1), mine)
    own.write_text("", encoding="utf-8")
    check_rule(_settings(2), mine)
    check_rule(_settings(1), own)
    with pytest.raises(RefusedError, match=r"signboard\.toml does not"):
        check_rule(_settings(1), mine)
    own.write_text("[", encoding="utf-8")
    check_rule(_settings(1), mine)


def test_the_sentence_names_the_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is said where nothing changed."""
    tell_rule([])
    assert capsys.readouterr().err == ""
    tell_rule(_known(1))
    assert "one person may" in capsys.readouterr().err
    tell_rule(_known(2))
    assert "takes two people" in capsys.readouterr().err
