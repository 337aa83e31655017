"""`profile`: a board's settings and what it says of itself, as a file that can be mailed."""

from __future__ import annotations

from pathlib import Path

import click

from signboard import app
from signboard.cli import choices, words
from signboard.cli.benches import line_at
from signboard.cli.call import this_call
from signboard.cli.envelope import report
from signboard.cli.writing import write_out
from signboard.clock import SystemClock
from signboard.errors import N_, UsageError

__all__ = ["command"]


@words.command(
    "profile",
    summary=N_(
        "export writes the board's part of the settings, with what the board says of itself, into a file that can be "
        "mailed (no office, no port, no secret); show reads such a file. signboard setup --profile takes it over."
    ),
    examples=("signboard profile export --out bang-p10.toml", "signboard profile show bang-p10.toml"),
)
@words.argument("action", type=click.Choice(("export", "show")), help=N_("What to do."))
@words.argument("file", required=False, type=click.Path(path_type=Path), metavar=N_("[FILE]"), help=N_("A profile."))
@words.option("--port", metavar="URL", help=N_("The board's port, such as COM3 or sim://NAME."))
@choices.out
@words.option("--no-board", is_flag=True, help=N_("Leave the board alone: ask it nothing."))
def command(action: str, file: Path | None, port: str | None, out: Path | None, no_board: bool) -> int:
    """Write one, or read one."""
    from signboard.cli.profiles import profile_text, read_profile  # noqa: PLC0415 - pydantic, which help does without

    if action == "show":
        if file is None:
            raise UsageError(N_("Name the file to read: signboard profile show FILE."), code="file_count")
        board, show = read_profile(file)
        rows = [f"{name} = {value}" for name, value in (board | show).items()]
        report({"board": board, "show": show}, "\n".join(rows))
        return 0
    from signboard.health.board import board_answers, wire_carries  # noqa: PLC0415 - as above

    settings = app.settings_for(app.Wishes(), this_call().config)
    url = port or settings.board.port
    findings = [wire_carries(settings)]
    if url and not no_board:
        findings.append(board_answers(settings, lambda: line_at(url, settings.board.baud), SystemClock()))
    text = profile_text(settings, findings)
    target = out or file
    if target is not None or not this_call().as_json:
        write_out(text.encode(), target)
    if this_call().as_json:
        states = [{"check": one.check, "state": one.state, "text": one.text} for one in findings]
        report({"out": str(target) if target else None, "text": text, "findings": states}, "")
    return 0
