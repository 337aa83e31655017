"""The top level: help in groups, suggestions, exit codes, envelopes for errors."""

import importlib
from collections.abc import Callable
from typing import Any

import click
import pytest

from signboard.cli import main, words
from signboard.cli.main import COMMANDS
from signboard.errors import InputError, ProblemsError, RefusedError
from signboard.locale import speak

Ask = Callable[..., Any]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Make the command `ports` raise."""

    def fail(error: BaseException) -> None:
        @words.command("ports", summary="x")
        def command() -> None:
            raise error

        module = importlib.import_module("signboard.cli.commands.ports")
        monkeypatch.setattr(module, "command", command)

    return fail


def test_help_names_every_command_under_a_heading(ask: Ask) -> None:
    """All commands stand in the help with their one line, in groups."""
    told = ask("--help")

    assert told.code == 0
    for name, line in COMMANDS.items():
        assert f"  {name}" in told.out
        assert line.heading + ":" in told.out


def test_every_command_of_the_table_exists() -> None:
    """The table's module holds a command of that name."""
    for name, line in COMMANDS.items():
        assert importlib.import_module(f"signboard.cli.commands.{line.module}").command.name == name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(ask: Ask, name: str) -> None:
    """Each command explains itself and shows an example."""
    told = ask(name, "-h")

    assert told.code == 0
    assert "Examples:" in told.out
    assert f"signboard {name}" in told.out


def test_a_typo_is_answered_with_the_nearest_command(ask: Ask) -> None:
    """An unknown command exits 2 and suggests."""
    told = ask("laod")

    assert (told.code, told.out) == (2, "")
    assert "Did you mean 'load'?" in told.err


def test_help_speaks_either_language_in_one_process(ask: Ask) -> None:
    """`--lang` turns help, options and click's own words, there and back."""
    assert "Hằng ngày:" in ask("--lang", "vi", "--help").out
    assert "Tùy chọn:" in ask("why", "--lang", "vi", "--help").out
    speak("en")
    english = ask("why", "--help").out
    assert "Options:" in english
    assert "Tùy chọn" not in english


def test_a_wrong_language_is_refused(ask: Ask) -> None:
    """Only the languages that there are can be asked for."""
    told = ask("--lang", "fr", "now")

    assert told.code == 2
    assert "'fr'" in told.err


def test_bare_signboard_tells_what_to_do_next(ask: Ask) -> None:
    """A newcomer who types only the name is shown the way and gets exit code 0."""
    told = ask()

    assert told.code == 0
    assert "signboard demo" in told.out
    assert "signboard demo" in ask("--json").data["next"]


def test_the_version_is_told(ask: Ask) -> None:
    """--version names product and version."""
    assert ask("--version").out.startswith("signboard 0.")


def test_an_error_is_one_sentence_and_its_exit_code(ask: Ask, failing: Callable[[BaseException], None]) -> None:
    """A refused command prints its sentence on stderr, nothing on stdout, and no traceback."""
    failing(RefusedError("Not approved: {what}.", code="not_approved", what="x"))
    told = ask("ports")

    assert (told.code, told.out, told.err) == (4, "", "Error: Not approved: x.\n")


def test_each_problem_is_a_line_and_an_entry(ask: Ask, failing: Callable[[BaseException], None]) -> None:
    """Several problems are several sentences, and with --json several errors with their own codes."""
    failing(ProblemsError([InputError("first", code="a"), InputError("second", code="b")]))

    assert ask("ports").err == "Error: first\nError: second\n"
    assert ask("ports", "--json").envelope == {
        "signboard": 1,
        "command": "ports",
        "ok": False,
        "data": {},
        "errors": [{"code": "a", "message": "first"}, {"code": "b", "message": "second"}],
    }


def test_the_unexpected_is_a_sentence_too(ask: Ask, failing: Callable[[BaseException], None]) -> None:
    """A bug exits 1 with a sentence; its traceback is shown only with --debug."""
    failing(ZeroDivisionError("by zero"))
    plain, debug = ask("ports"), ask("ports", "--debug")

    assert (plain.code, debug.code) == (1, 1)
    assert "ZeroDivisionError: by zero" in plain.err
    assert "Traceback" not in plain.err
    assert "Traceback" in debug.err


def test_global_options_stand_before_or_behind_the_command(ask: Ask) -> None:
    """--json and --lang mean the same on either side of the command's name."""
    before, behind = ask("--json", "--lang", "vi", "ports"), ask("ports", "--json", "--lang", "vi")

    assert before.envelope == behind.envelope


def test_ctrl_c_exits_130(ask: Ask, failing: Callable[[BaseException], None]) -> None:
    """An interrupt is no error."""
    failing(KeyboardInterrupt())
    told = ask("ports")

    assert told.code == 130
    assert told.err.strip() == "Stopped."


def test_a_usage_error_has_its_envelope(ask: Ask) -> None:
    """With --json a wrong word on the command line is told in the envelope as well."""
    envelope = ask("why", "--json", "--frobnicate").envelope

    assert (envelope["command"], envelope["ok"]) == ("why", False)
    assert [error["code"] for error in envelope["errors"]] == ["usage"]


def test_a_closed_pipe_is_no_bug(ask: Ask, failing: Callable[[BaseException], None]) -> None:
    """Whoever reads only the first lines ends the command without a report of a bug."""
    failing(BrokenPipeError(32, "Broken pipe"))

    with pytest.raises(SystemExit):
        ask("ports")


def test_commands_are_click_commands() -> None:
    """Shell completion sees every command through click's own interface."""
    context = click.Context(main.cli)

    assert list(main.cli.list_commands(context)) == list(COMMANDS)
    assert main.cli.get_command(context, "nope") is None
