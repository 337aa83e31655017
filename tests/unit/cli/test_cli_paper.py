"""A signed paper as typed: nothing of it, or all."""

from datetime import UTC, date, datetime

import pytest

from signboard.cli.paper import Behind, Paper
from signboard.errors import InputError, ProblemsError, UsageError

NOW_AT = datetime(2026, 11, 20, 2, tzinfo=UTC)
TODAY = date(2026, 11, 20)


def test_all_of_it_is_an_approval() -> None:
    """Of this bundle, by this signer, entered by this person; words are tidied."""
    paper = Paper("87/KH", "09/10/2026", " Lê  Văn A ")
    approval = paper.approval("b" * 64, "an", NOW_AT, TODAY)

    assert paper.is_given
    assert (approval.number, approval.date_day, approval.signer) == ("87/KH", date(2026, 10, 9), "Lê Văn A")
    assert (approval.bundle, approval.actor, approval.approved_at) == ("b" * 64, "an", NOW_AT)


def test_nothing_of_it_is_none() -> None:
    """No approval, no complaint."""
    assert not Paper(None, None, None).is_given


def test_half_of_it_is_a_mistake() -> None:
    """Two of three."""
    with pytest.raises(UsageError) as caught:
        bool(Paper("87/KH", "09/10/2026", None).is_given)

    assert caught.value.code == "half_approval"


@pytest.mark.parametrize(
    ("day", "kind", "code"),
    [("09/10", InputError, "bad_day"), ("21/11/2026", ProblemsError, "approval_date")],
)
def test_a_date_has_a_year_and_is_past(day: str, kind: type[InputError | ProblemsError], code: str) -> None:
    """Else nothing is approved."""
    with pytest.raises(kind) as caught:
        Paper("87/KH", day, "A").approval("b" * 64, "an", NOW_AT, TODAY)

    assert code in {problem.code for problem in getattr(caught.value, "problems", (caught.value,))}


def test_who_is_behind_an_act_is_tidied() -> None:
    """Without a name it is the account's."""
    assert Behind(" CV  1 ", "Lê  A").words == ("CV 1", "Lê A")
    assert Behind("", None).words[1]


def test_a_control_character_is_refused() -> None:
    """It would spoil the record as people read it."""
    with pytest.raises(InputError) as caught:
        str(Behind("CV\x07", "A").words)

    assert caught.value.code == "control_character"
