"""Options, arguments and commands whose help is a catalogue key, looked up when it is shown.

click takes finished texts; here the English template stays in the object, so one process can speak either language.
"""

import copy
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from signboard.cli.call import this_call
from signboard.errors import N_
from signboard.locale import LANGUAGES, _, speak

__all__ = ["Argument", "Command", "Option", "argument", "command", "global_options", "option"]

F = TypeVar("F", bound=Callable[..., object])

METAVARS = (
    N_("TEXT"),
    N_("INTEGER"),
    N_("FLOAT"),
    N_("FILE"),
    N_("[OPTIONS]"),
    N_("[COMMAND] [ARGS]..."),
    N_("required"),
)


class Option(click.Option):
    """An option whose help and metavar are looked up when shown."""

    def make_metavar(self, ctx: click.Context) -> str:
        """The placeholder in the language spoken now."""
        return _(super().make_metavar(ctx))

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Spelling and help in the language spoken now."""
        shown = copy.copy(self)
        shown.help = _(str(self.help or ""))
        return super(Option, shown).get_help_record(ctx)


class Argument(click.Argument):
    """An argument whose help and metavar are looked up when shown."""

    def make_metavar(self, ctx: click.Context) -> str:
        """The placeholder in the language spoken now."""
        return _(super().make_metavar(ctx))

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """Placeholder and help in the language spoken now."""
        shown = copy.copy(self)
        shown.help = _(str(self.help or ""))
        return super(Argument, shown).get_help_record(ctx)


class Command(click.Command):
    """A command with translated help, two examples below it, and the global options.

    Args:
        examples: command lines shown as they are.
        reports: takes `--json`.
    """

    def __init__(self, *args: Any, examples: Sequence[str] = (), reports: bool = True, **kwargs: Any) -> None:  # noqa: ANN401 - click's own signature
        super().__init__(*args, **kwargs)
        self.options_metavar = "[OPTIONS]"
        self.examples = tuple(examples)
        self.params.extend(global_options(reports=reports, hidden=True))

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces of the usage line in the language spoken now."""
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_short_help_str(self, limit: int = 45) -> str:
        """One line in the language spoken now."""
        return self._translated().get_plain_short_help(limit)

    def get_plain_short_help(self, limit: int) -> str:
        """One line of the help as it stands in this object."""
        return super().get_short_help_str(limit)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help in the language spoken now."""
        super(Command, self._translated()).format_help_text(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`-h, --help`, described in the language spoken now."""
        found = super().get_help_option(ctx)
        if found:
            found.help = _("Show this message and exit.")
        return found

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples."""
        if self.examples:
            with formatter.section(_("Examples")):
                for line in self.examples:
                    formatter.write(f"{'':{formatter.current_indent}}{line}\n")
        super().format_epilog(ctx, formatter)

    def _translated(self) -> "Command":
        shown = copy.copy(self)
        shown.help = _(str(self.help or ""))
        return shown


def command(
    name: str,
    *,
    summary: str,
    examples: Sequence[str] = (),
    reports: bool = True,
    lenient: bool = False,
) -> Callable[[Callable[..., object]], Command]:
    """Make a command; `summary` is a template marked with `N_`.

    Args:
        name: as typed.
        summary: what the command does, in one or two sentences.
        examples: command lines for its help.
        reports: it takes `--json`.
        lenient: words that begin with a dash are taken as arguments where they are no options.
    """
    settings = {"help_option_names": ["-h", "--help"], "ignore_unknown_options": lenient}

    def make(function: Callable[..., object]) -> Command:
        return click.command(
            name, cls=Command, help=summary, examples=examples, reports=reports, context_settings=settings
        )(function)

    return make


def option(*names: str, **attributes: Any) -> Callable[[F], F]:  # noqa: ANN401 - click's own signature
    """`click.option` with translated help."""
    return click.option(*names, cls=Option, **attributes)


def argument(*names: str, **attributes: Any) -> Callable[[F], F]:  # noqa: ANN401 - click's own signature
    """`click.argument` with translated help."""
    return click.argument(*names, cls=Argument, **attributes)


def _set_language(_context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value:
        speak(value)


def _set_config(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        from pathlib import Path  # noqa: PLC0415 - costs the top-level help more than all else here

        this_call(context).config = Path(value)


def _set_json(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        this_call(context).as_json = True


def _set_debug(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        this_call(context).debug = True


def global_options(*, reports: bool, hidden: bool) -> list[click.Parameter]:
    """`--lang --config --debug`, and `--json` where the command reports; `hidden` keeps the first three out of help."""
    made: list[click.Parameter] = [
        Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            is_eager=True,
            expose_value=False,
            callback=_set_language,
            hidden=hidden,
            help=N_("Language of help and messages."),
        ),
        Option(
            ["--config"],
            type=click.Path(),
            metavar=N_("FILE"),
            expose_value=False,
            callback=_set_config,
            hidden=hidden,
            help=N_("Settings file (signboard.toml) to use."),
        ),
        Option(
            ["--debug"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_set_debug,
            hidden=hidden,
            help=N_("Show the traceback of an unexpected error."),
        ),
    ]
    if reports:
        made.append(
            Option(
                ["--json", "as_json"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_set_json,
                help=N_("Print one JSON document instead of text."),
            )
        )
    return made
