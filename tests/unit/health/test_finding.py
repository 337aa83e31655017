"""Findings: one line of a doctor."""

from signboard.errors import InputError, ProblemsError
from signboard.health.finding import BAD, GOOD, NOTE, Finding, failed, is_well


def test_only_what_is_bad_makes_it_bad() -> None:
    """A note is no illness."""
    assert is_well([Finding("a", GOOD, ""), Finding("b", NOTE, "")])
    assert not is_well([Finding("a", GOOD, ""), Finding("b", BAD, "")])


def test_an_error_becomes_a_finding_with_its_sentences() -> None:
    """All problems at once, under the error's code."""
    error = ProblemsError([InputError("first", code="a"), InputError("second", code="b")])
    finding = failed("settings", error, "cure it")

    assert (finding.state, finding.text, finding.code, finding.cure) == (BAD, "first\nsecond", "problems", "cure it")
