"""`service`: the board plays from the start of the computer on, watched and started again, with nobody logged on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from signboard.cli import choices, words
from signboard.cli.call import this_call
from signboard.cli.envelope import report
from signboard.errors import N_
from signboard.locale import fill

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.cli.serving import Placing

__all__ = ["command"]

_NOT_RUNNING = 7
_NONE = N_("There is no service; signboard service install makes one.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options say; see the help."""

    port: str | None
    system: str | None
    account: str | None
    is_user: bool
    only_print: bool
    log: Path | None
    home: Path | None

    def placing(self) -> Placing:
        """Which service is meant."""
        from signboard.cli.serving import Placing  # noqa: PLC0415 - pydantic, which help does without

        return Placing(this_call().config, self.port, self.system, self.account, self.is_user)


def _wanted(function: choices.Function) -> choices.Function:
    names = ("port", "system", "account", "is_user", "only_print", "log", "home")
    options = (
        words.option("--port", metavar="URL", help=N_("The board's port; else the settings'.")),
        words.option("--system", type=click.Choice(["linux", "windows"]), help=N_("The system to print it for.")),
        words.option("--account", metavar="NAME", help=N_("Whose slogans play, where another one installs.")),
        words.option("--user", "is_user", is_flag=True, help=N_("For this account alone; asks for no rights (Linux).")),
        words.option("--print", "only_print", is_flag=True, help=N_("Show what would be installed; change nothing.")),
        words.option(
            "--log", type=click.Path(path_type=Path), metavar=N_("FILE"), help=N_("With run: what happens goes there.")
        ),
        words.option(
            "--home",
            type=click.Path(path_type=Path),
            metavar=N_("FOLDER"),
            help=N_("With run: where slogans and records are; else SIGNBOARD_HOME."),
        ),
    )
    return choices.gather("wanted", Wanted, names, options)(function)


@words.command(
    "service",
    summary=N_(
        "install lets the board play from the start of the computer on, watched, and started again whenever it ends; "
        "remove takes that back; status tells how it is; run does the same in this window, where there is no systemd."
    ),
    examples=(
        "signboard service install --print",
        "signboard service install --port COM3",
        "signboard service status",
        "signboard service run --port COM3",
    ),
)
@words.argument("action", type=click.Choice(["install", "remove", "status", "run"]), help=N_("What to do."))
@_wanted
def command(action: str, wanted: Wanted) -> int:
    """Do it."""
    from signboard.cli import serving  # noqa: PLC0415 - pydantic, which help does without

    placing = wanted.placing()
    if action == "run":
        return serving.keep_running(placing, wanted.log, wanted.home)
    if action == "install":
        return _install(placing, only_print=wanted.only_print)
    return _status(placing) if action == "status" else _remove(placing)


def _install(placing: Placing, *, only_print: bool) -> int:
    from signboard.cli import serving  # noqa: PLC0415 - as above

    made = serving.made_for(placing)
    data: dict[str, object] = {"system": placing.kind, "text": made.text, "hints": list(made.hints)}
    if only_print:
        report(data | {"installed": False}, made.text.rstrip("\n"))
    else:
        made.check()
        serving.service_of(placing).install(made.text)
        report(data | {"installed": True}, fill(N_("Installed and started; signboard service status tells how it is.")))
    for hint in made.hints:
        click.echo(hint, err=True)
    return 0


def _remove(placing: Placing) -> int:
    from signboard.cli import serving  # noqa: PLC0415 - as above

    was_there = serving.service_of(placing).remove()
    told = N_("The service is removed; the board is left as the settings say.") if was_there else _NONE
    report({"removed": was_there}, fill(told))
    return 0


def _status(placing: Placing) -> int:
    from signboard.cli import serving  # noqa: PLC0415 - as above

    state = serving.service_of(placing).state()
    template = N_("The service runs: {detail}") if state.is_running else N_("The service does not run: {detail}")
    sentence = fill(template if state.is_installed or state.is_running else _NONE, detail=state.detail)
    data = {"installed": state.is_installed, "running": state.is_running, "detail": state.detail}
    errors = [] if state.is_running else [("service_not_running", sentence)]
    report(data | {"restarts": state.restarts}, sentence, ok=state.is_running, errors=errors)
    return 0 if state.is_running else _NOT_RUNNING
