"""result: verdicts, and which slogans may play."""

import pytest

from signboard.campaign.slogan import Slogan
from signboard.manuscript.result import Finding, ImportResult, Item, Verdict

NOTE = Finding("note", Verdict.OK, "note")
LOOK = Finding("look", Verdict.LOOK, "look at {what}", {"what": "this"})
STOP = Finding("stop", Verdict.STOP, "stop")


@pytest.mark.parametrize(
    ("findings", "verdict"),
    [((), Verdict.OK), ((NOTE,), Verdict.OK), ((LOOK, NOTE), Verdict.LOOK), ((STOP, LOOK), Verdict.STOP)],
)
def test_the_worst_finding_is_the_verdict(findings: tuple[Finding, ...], verdict: Verdict) -> None:
    """No finding, no doubt."""
    assert Item(Slogan("A"), "A", (), findings).verdict is verdict


def test_a_finding_reads_as_a_sentence() -> None:
    """Its template with its fields, and it can be kept in sets."""
    assert str(LOOK) == "look at this"
    assert len({LOOK, NOTE, STOP}) == 3


def test_slogans_are_those_that_may_play_each_once_in_order() -> None:
    """The first of equal texts, none that is stopped."""
    items = (
        Item(Slogan("A", "first"), "A"),
        Item(Slogan("B"), "B", (), (STOP,)),
        Item(Slogan("C"), "C", (), (LOOK,)),
        Item(Slogan("A", "second"), "1. A"),
    )
    result = ImportResult("a.txt", "0" * 64, items)
    assert result.slogans() == (Slogan("A", "first"), Slogan("C"))
    assert result.sources == ("first", "second")
