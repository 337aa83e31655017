"""Findings in a terminal: a mark, a sentence, below it the cure."""

from collections.abc import Sequence

import click

from signboard.cli.blocks import may_colour
from signboard.errors import N_
from signboard.health.finding import BAD, GOOD, NOTE, Finding
from signboard.locale import _

__all__ = ["counts_of", "described", "tell_finding"]

_MARKS = {GOOD: N_("ok"), NOTE: N_("NOTE"), BAD: N_("ERROR")}
_COLOURS = {GOOD: "green", NOTE: "yellow", BAD: "red"}


def tell_finding(finding: Finding) -> None:
    """Print it."""
    mark = f"[{_(_MARKS[finding.state])}]"
    if may_colour():
        mark = click.style(mark, fg=_COLOURS[finding.state])
    first, *rest = finding.text.split("\n")
    click.echo(f"{mark:<8} {first}")
    for line in rest:
        click.echo(f"{'':8} {line}")
    if finding.cure:
        click.echo(f"{'':11}→ {finding.cure}")


def counts_of(findings: Sequence[Finding]) -> dict[str, int]:
    """How many of each state."""
    return {state: sum(one.state == state for one in findings) for state in (GOOD, NOTE, BAD)}


def described(findings: Sequence[Finding]) -> list[dict[str, str]]:
    """For `--json`."""
    return [
        {"check": one.check, "state": one.state, "text": one.text, "cure": one.cure, "code": one.code}
        for one in findings
    ]
