"""Findings in a terminal and in the envelope."""

import pytest

from signboard.cli.checklist import counts_of, described, tell_finding
from signboard.health.finding import BAD, GOOD, NOTE, Finding

FOUND = (Finding("disk", GOOD, "Room."), Finding("fit", BAD, "Two lines:\nthe second", "Do this.", "fit"))


def test_lines_of_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    """Further lines stand below the first, the cure below all."""
    for one in FOUND:
        tell_finding(one)

    assert capsys.readouterr().out.splitlines() == [
        "[ok]     Room.",
        "[ERROR]  Two lines:",
        "         the second",
        "           → Do this.",
    ]


def test_colours_where_there_are_any(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside words, never instead of them."""
    monkeypatch.setattr("signboard.cli.checklist.may_colour", lambda: True)
    tell_finding(FOUND[0])

    assert "ok" in capsys.readouterr().out


def test_counts_and_json() -> None:
    """How many of each state; every field by its name."""
    assert counts_of(FOUND) == {GOOD: 1, NOTE: 0, BAD: 1}
    assert described(FOUND)[1] == {
        "check": "fit",
        "state": BAD,
        "text": "Two lines:\nthe second",
        "cure": "Do this.",
        "code": "fit",
    }
