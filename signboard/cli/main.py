"""`signboard`: the table of commands, help in groups, and the one place where errors become sentences and exit codes.

No command is imported before it is called for: the table below holds all that `--help` shows.
"""

import contextlib
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

import click

from signboard import __version__
from signboard.cli.call import Call, this_call
from signboard.cli.envelope import report, report_failure
from signboard.cli.words import Command, Option, global_options
from signboard.errors import N_, SignboardError
from signboard.locale import _, fill, lines

__all__ = ["COMMANDS", "Line", "cli", "run"]

INTERRUPTED = 130

_MOST_COLUMNS, _LEAST_COLUMNS = 78, 50
"""Of help, as click has them."""


class Line(NamedTuple):
    """One command in the help: its heading and one line on it (templates), and its module below `commands`."""

    heading: str
    summary: str
    module: str


DAILY = N_("Every day")
BOARD = N_("The board")
WORKSHOP = N_("Workshop")

COMMANDS = {
    "demo": Line(DAILY, N_("See the main job with no hardware: a virtual board plays the campaign"), "demo"),
    "load": Line(DAILY, N_("Read slogan files and show a verdict for every line"), "load"),
    "slogans": Line(DAILY, N_("List the slogans and how each will pass"), "slogans"),
    "preview": Line(DAILY, N_("See what passers-by will see, here or as a picture"), "preview"),
    "submit": Line(DAILY, N_("Ask for approval: a Word file with every slogan as it will look"), "submit"),
    "approve": Line(DAILY, N_("Record the signed approval of what is loaded"), "approve"),
    "reject": Line(DAILY, N_("Refuse what was submitted, with the reason"), "reject"),
    "correct": Line(DAILY, N_("Replace a slogan by its corrected text, with the document that orders it"), "correct"),
    "withdraw": Line(DAILY, N_("Take a slogan off the board at once, for good"), "withdraw"),
    "undo": Line(DAILY, N_("Go back to the list approved before"), "undo"),
    "log": Line(DAILY, N_("Print the record: who did what, when, by which document"), "log"),
    "blank": Line(DAILY, N_("Darken the board at once, until an end"), "blank"),
    "override": Line(DAILY, N_("Show an urgent text above everything, until its end"), "override"),
    "special-day": Line(DAILY, N_("Mourning, Tết, Earth hour, saving power; all orders and their ends"), "special_day"),
    "report": Line(DAILY, N_("Write the report: a Word letter and an Excel annex out of the log"), "report"),
    "library": Line(DAILY, N_("Look up official slogans and the documents they stand in"), "library"),
    "now": Line(DAILY, N_("What belongs on the board at this moment"), "now"),
    "calendar": Line(
        DAILY, N_("Draw a month: campaigns, special days, overlaps, dark hours; a file for Outlook"), "calendar"
    ),
    "why": Line(DAILY, N_("What belongs on the board at an instant, and by which rule"), "why"),
    "status": Line(DAILY, N_("How the board stands, in one paragraph"), "status"),
    "check": Line(DAILY, N_("Is everything ready for the first day? Each line with its cure"), "check"),
    "rehearse": Line(DAILY, N_("Play the whole campaign beforehand, with mishaps; yes or no"), "rehearse"),
    "run": Line(BOARD, N_("Play the approved slogans on the board until stopped"), "run"),
    "service": Line(BOARD, N_("Let the board play from the start of this computer on, watched"), "service"),
    "setup": Line(BOARD, N_("Find the board, ask what nobody can measure, write the settings"), "setup"),
    "doctor": Line(BOARD, N_("Is everything there that the board needs? Each error with its cure"), "doctor"),
    "clock": Line(BOARD, N_("How far the computer's date is believed; say that it is right"), "clock"),
    "alerts": Line(BOARD, N_("The latest alerts; try whether they reach people"), "alerts"),
    "ports": Line(BOARD, N_("List the ports of this computer and the virtual boards"), "ports"),
    "probe": Line(BOARD, N_("Find out which board is on a port"), "probe"),
    "test-pattern": Line(BOARD, N_("Put a test picture on the board"), "test_pattern"),
    "simulate": Line(WORKSHOP, N_("Start a virtual board behind a real port"), "simulate"),
    "backup": Line(BOARD, N_("Keep slogans, approvals, log and settings in one file"), "backup"),
    "restore": Line(BOARD, N_("Bring back a backup; what is there is kept"), "restore"),
    "profile": Line(BOARD, N_("A board's settings as a file that can be mailed"), "profile"),
    "capture": Line(WORKSHOP, N_("Record every byte of a line"), "capture"),
    "trace": Line(WORKSHOP, N_("What recorded bytes mean, and where two recordings part"), "trace"),
    "replay": Line(WORKSHOP, N_("Play a recording on a virtual board"), "replay"),
    "desktop": Line(BOARD, N_("Two files for the desktop: drop slogans on one, double-click the other"), "desktop"),
    "completion": Line(WORKSHOP, N_("Let the shell complete commands and options"), "completion"),
    "render": Line(WORKSHOP, N_("Text to pixels"), "render"),
    "fonts": Line(WORKSHOP, N_("List the fonts, and judge whether one can be read"), "fonts"),
    "encode": Line(WORKSHOP, N_("Pixels to the bytes of a board"), "encode"),
    "decode": Line(WORKSHOP, N_("Bytes of a board back to pixels"), "decode"),
}


class LazyGroup(click.Group):
    """The top level; imports a command's module when that command is called for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import one command."""
        line = COMMANDS.get(cmd_name)
        if line is None:
            return None
        module = importlib.import_module(f"signboard.cli.commands.{line.module}")
        found: Command = module.command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with suggestions out of the table."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            raise click.NoSuchCommand(name, possibilities=COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces of the usage line in the language spoken now."""
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`-h, --help`, described in the language spoken now."""
        found = super().get_help_option(ctx)
        if found:
            found.help = _("Show this message and exit.")
        return found

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """One sentence on the product."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_(str(self.help or "")))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """The commands under their headings."""
        for heading in dict.fromkeys(line.heading for line in COMMANDS.values()):
            rows = [(name, _(line.summary)) for name, line in COMMANDS.items() if line.heading == heading]
            with formatter.section(_(heading)):
                formatter.write_dl(rows, col_max=16)


def _show_version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"signboard {__version__}")
        context.exit()


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=N_("Runs an office's electronic LED text board: slogans in, approved, shown, and proved."),
)
@click.pass_context
def cli(context: click.Context) -> None:
    """Without a command: what to do next."""
    this_call(context).command = context.invoked_subcommand or ""
    if context.invoked_subcommand is None:
        from signboard.cli.welcome import STEPS, welcome  # noqa: PLC0415 - only the bare command needs it

        report({"next": [line for _words, line in STEPS]}, welcome())


cli.params.extend(global_options(reports=True, hidden=False))
cli.params.append(
    Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        help=N_("Show the version and exit."),
    )
)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code; every error leaves here as a plain sentence.

    Args:
        arguments: words after `signboard`; None takes those of the process.
    """
    call = Call()
    typed = list(sys.argv[1:] if arguments is None else arguments)
    call.as_json = "--json" in typed
    call.debug = "--debug" in typed
    call.command = next((word for word in typed if word in COMMANDS), "")
    try:
        code: Any = cli.main(
            arguments, prog_name="signboard", standalone_mode=False, obj=call, terminal_width=_help_columns()
        )
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Stopped."), err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        report_failure(call, [("usage", error.format_message())])
        return error.exit_code
    except SignboardError as error:
        return _tell(call, error)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a person gets a sentence, never a traceback
        return _tell_unexpected(call, error)
    return code if isinstance(code, int) else 0


def _help_columns() -> int:
    """Columns of help: the terminal's, as click reckons them; asked here, for click loads shutil to ask."""
    columns = int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdecimal() else 0
    if not columns and sys.__stdout__ is not None:  # a program without a console has none
        with contextlib.suppress(OSError, ValueError):  # no terminal, or closed: as wide as may be
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns
    return max(min(columns or _MOST_COLUMNS + 2, _MOST_COLUMNS + 2) - 2, _LEAST_COLUMNS)


def _show_traceback(error: Exception) -> None:
    import traceback  # noqa: PLC0415 - only --debug asks for it

    traceback.print_exception(error)


def _tell(call: Call, error: SignboardError) -> int:
    for line in lines(error):
        click.echo(fill(N_("Error: {message}"), message=line), err=True)
    problems = getattr(error, "problems", (error,))
    report_failure(call, [(problem.code, "\n".join(lines(problem))) for problem in problems])
    if call.debug:
        _show_traceback(error)
    return error.exit_code


def _tell_unexpected(call: Call, error: Exception) -> int:
    sentence = fill(
        N_("This should not have happened ({kind}: {detail}). Please report it, with what --debug shows."),
        kind=type(error).__name__,
        detail=error,
    )
    click.echo(fill(N_("Error: {message}"), message=sentence), err=True)
    report_failure(call, [("unexpected", sentence)])
    if call.debug:
        _show_traceback(error)
    return 1
