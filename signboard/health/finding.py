"""What one check found: good, worth knowing, or bad, and what cures it."""

from collections.abc import Sequence
from dataclasses import dataclass

from signboard.errors import SignboardError
from signboard.locale import lines

__all__ = ["BAD", "GOOD", "NOTE", "Finding", "failed", "is_well"]

GOOD, NOTE, BAD = "good", "note", "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a doctor.

    Attributes:
        check: what was looked at, a stable word.
        state: `good`, `note` or `bad`.
        text: one sentence in the language spoken now.
        cure: what to do, empty where all is well.
        code: a stable word for a reason, empty where all is well.
    """

    check: str
    state: str
    text: str
    cure: str = ""
    code: str = ""


def failed(check: str, error: SignboardError, cure: str = "", *, state: str = BAD) -> Finding:
    """A check that ended with an error; its sentence says the cure where none is given."""
    return Finding(check, state, "\n".join(lines(error)), cure, error.code)


def is_well(findings: Sequence[Finding]) -> bool:
    """Is nothing bad?"""
    return all(finding.state != BAD for finding in findings)
