"""`doctor`: machine and board, line by line green or red, each red with its cure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from signboard import app
from signboard.cli import choices, words
from signboard.cli.benches import known_ports, line_at, player_at
from signboard.cli.call import this_call
from signboard.cli.checklist import counts_of, described, tell_finding
from signboard.cli.envelope import report
from signboard.clock import SystemClock
from signboard.errors import N_
from signboard.health.finding import BAD, NOTE, Finding, is_well
from signboard.locale import fill
from signboard.protocols import PROTOCOLS

__all__ = ["command"]

ANSWER_IS_NO = 6


@words.command(
    "doctor",
    summary=N_(
        "Check everything that a board needs of this computer, and the board itself; nothing that it shows changes. "
        "Exit code 6 where something is wrong."
    ),
    examples=("signboard doctor", "signboard doctor --port COM3 --json"),
)
@words.option("--port", metavar="URL", help=N_("The board's port, such as COM3 or sim://NAME."))
@choices.virtual_board
@words.option("--no-board", is_flag=True, help=N_("Leave port and board alone, such as while they play."))
def command(port: str | None, wishes: app.Wishes, no_board: bool) -> int:
    """Check, and tell."""
    findings = []
    for finding in _findings(port, wishes, this_call().config, with_board=not no_board):
        findings.append(finding)
        if not this_call().as_json:
            tell_finding(finding)
    counts = counts_of(findings)
    report(
        {
            "verdict": "ok" if is_well(findings) else "fails",
            "findings": described(findings),
            "counts": counts,
        },
        fill(N_("{bad} errors, {note} notes."), bad=counts[BAD], note=counts[NOTE]),
        ok=is_well(findings),
        errors=[(one.code, one.text) for one in findings if one.state == BAD],
    )
    return 0 if is_well(findings) else ANSWER_IS_NO


def _findings(port: str | None, wishes: app.Wishes, config: Path | None, *, with_board: bool) -> Iterator[Finding]:
    from signboard.cli.timing import timekeeper_here  # noqa: PLC0415 - astral and the store, which help does without
    from signboard.health import board, machine  # noqa: PLC0415 - pydantic and font readers, which help does without

    for check in machine.MACHINE_CHECKS:
        yield check()
    found, settings = machine.settings_of(config)
    yield found
    settings = wishes.apply(settings)
    clock = SystemClock()
    yield machine.clock(timekeeper_here(clock), clock.now(), settings.zone)
    yield board.wire_carries(settings)
    if not with_board:
        return
    url = port or settings.board.port
    ready = board.port_is_ready(url, tuple(known_ports()), player_at(url))
    yield ready
    if url and ready.state != BAD:
        baud, framing = settings.board.baud, PROTOCOLS.load(settings.board.protocol).capabilities.framing
        answer = board.board_answers(settings, lambda: line_at(url, baud, framing), SystemClock())
        if (ready.code, answer.code) != ("port_busy", "port_busy"):  # it is ours, and plays: told already
            yield answer
