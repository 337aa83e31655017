"""`completion`: the script by which a shell completes commands and options."""

import click
from click.shell_completion import get_completion_class

from signboard.cli import words
from signboard.cli.envelope import report
from signboard.cli.main import cli
from signboard.errors import N_

__all__ = ["SHELLS", "command"]

SHELLS = ("bash", "zsh", "fish", "powershell")


@words.command(
    "completion",
    summary=N_("Print the script that lets a shell complete commands and options; it is sourced by the shell's start."),
    examples=(
        "signboard completion bash > ~/.local/share/bash-completion/completions/signboard",
        "signboard completion powershell >> $PROFILE",
    ),
)
@words.argument("shell", type=click.Choice(SHELLS), help=N_("Which shell."))
def command(shell: str) -> None:
    """Print it."""
    kind = get_completion_class(shell)
    if kind is None:
        raise AssertionError(f"click knows no {shell}")
    script = kind(cli, {}, "signboard", "_SIGNBOARD_COMPLETE").source()
    report({"shell": shell, "script": script}, script.rstrip("\n"))
