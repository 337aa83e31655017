"""`check`: is everything ready for the first day? One line an item, each with its cure; a sheet to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from signboard import __version__, app
from signboard.cli import choices, words
from signboard.cli.answering import put_on_record
from signboard.cli.call import this_call
from signboard.cli.checklist import counts_of, described, tell_finding
from signboard.cli.envelope import report
from signboard.cli.kinds import Pair, full_day
from signboard.cli.questions import ask_choice, ask_text
from signboard.cli.writing import write_out
from signboard.clock import SystemClock
from signboard.errors import N_, UsageError
from signboard.health.answers import QUESTIONS, given_answers
from signboard.health.finding import BAD, NOTE, is_well
from signboard.locale import _, fill

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.cli.checking import Asked
    from signboard.health.finding import Finding

__all__ = ["command"]

ANSWER_IS_NO = 6


@dataclass(frozen=True, slots=True)
class Said:
    """Answers of people: given on the command line, or to be asked for now."""

    answers: tuple[tuple[str, str], ...]
    asks: bool
    actor: str | None


_ANSWERS = (
    words.option(
        "--answer",
        "answers",
        type=Pair(),
        multiple=True,
        metavar=N_("QUESTION=ANSWER"),
        help=N_("Record what only people know, such as radio=off; may be repeated."),
    ),
    words.option("--ask", "asks", is_flag=True, help=N_("Ask every such question now, and record the answers.")),
    words.option("--as", "actor", metavar=N_("NAME"), help=N_("Who answers; else the name you are logged in by.")),
)


@words.command(
    "check",
    summary=N_(
        "Is everything ready for the first day? One line for each thing, with what to do where it is not. What only "
        "people know is asked once and kept on record. Exit code 6 where anything is not ready."
    ),
    examples=("signboard check --day 15/11/2026", "signboard check --answer radio=off --sheet phieu-kiem-tra.docx"),
)
@words.option("--day", metavar=N_("DAY"), help=N_("The first day, such as 15/11/2026; else the next one with slogans."))
@words.option("--port", metavar="URL", default="", help=N_("The board's port, such as COM3 or sim://NAME."))
@choices.virtual_board
@choices.gather("said", Said, ("answers", "asks", "actor"), _ANSWERS)
@words.option(
    "--sheet",
    type=click.Path(path_type=Path),
    metavar=N_("FILE"),
    help=N_("Write the sheet to sign: Word (.docx) or a page to print (.html)."),
)
@words.option("--no-board", is_flag=True, help=N_("Leave port and board alone."))
def command(day: str | None, port: str, wishes: app.Wishes, said: Said, sheet: Path | None, no_board: bool) -> int:
    """Check, and tell."""
    from signboard.cli.checking import Asked, findings_for  # noqa: PLC0415 - pydantic, fonts, which help does without

    if sheet is not None and sheet.suffix.lower() not in (".docx", ".html"):
        raise UsageError(N_("A sheet is written as .docx or .html, not as {name}."), code="bad_sheet", name=sheet.name)
    settings, now_at = app.settings_for(wishes, this_call().config), SystemClock().now()
    _record(said, settings.site.id, settings.board.id)
    asked = Asked(settings, this_call().config, wishes, port, full_day(day) if day else None, not no_board, now_at)
    findings = []
    for finding in findings_for(asked):
        findings.append(finding)
        if not this_call().as_json:
            tell_finding(finding)
    if sheet is not None:
        _write(sheet, asked, findings)
    counts = counts_of(findings)
    ready = N_("Ready; {note} notes.") if is_well(findings) else N_("Not ready: {bad} errors, {note} notes.")
    report(
        {
            "ready": is_well(findings),
            "findings": described(findings),
            "counts": counts,
            "sheet": str(sheet) if sheet else None,
        },
        fill(ready, bad=counts[BAD], note=counts[NOTE]),
        ok=is_well(findings),
        errors=[(one.code, one.text) for one in findings if one.state == BAD],
    )
    return 0 if is_well(findings) else ANSWER_IS_NO


def _record(said: Said, site_id: str, board_id: str) -> None:
    """Put answers on record, those that are asked for now, too."""
    answers = list(said.answers)
    for question in QUESTIONS if said.asks else ():
        if question.name in dict(answers):
            continue
        meanings = {name: _(choice.meaning) for name, choice in question.choices.items()}
        asks = _(question.asks)
        answer = ask_choice(asks, meanings, "") if meanings else ask_text(asks)
        if answer:
            answers.append((question.name, answer))
    put_on_record(answers, said.actor, site_id=site_id, board_id=board_id)


def _write(path: Path, asked: Asked, findings: Sequence[Finding]) -> None:
    from signboard.cli.checking import known_events  # noqa: PLC0415 - pydantic, fonts, which help does without
    from signboard.cli.letters import letterhead_of  # noqa: PLC0415 - python-docx, which help does without
    from signboard.health.sheet import Board, Sheet, sheet_docx, sheet_html  # noqa: PLC0415 - as above

    settings = asked.settings
    board = settings.board
    given = given_answers(known_events(), board.id)
    facts = (
        (_(N_("Board")), board.id),
        (_(N_("Kind and size")), f"{board.protocol}, {board.width}x{board.height}"),
        (_(N_("Connected to")), asked.port or board.port or "…"),
        (_(N_("Place, maker, seller, year")), "………………………………………………"),
        (_(N_("Software")), f"signboard {__version__}"),
    )
    words_of = {name: one.answer for name, one in given.items()}
    described_board = Board(facts, words_of.get("power_cut", ""), words_of.get("responsible", ""))
    made = Sheet(letterhead_of(settings), described_board, findings, asked.now_at, settings.zone)
    write_out(sheet_docx(made) if path.suffix.lower() == ".docx" else sheet_html(made).encode(), path)
