"""The documentation is true: every command line of every page is run, in order, in a fresh home, as a reader would.

What stands for a placeholder: a real port is a virtual board of the size that is asked for, a stick is a folder, files
that people bring along are made here, and what would run until it is stopped ends by itself. Lines that cannot be run
say why in the page (see tests/documented.py); they are counted here, so that none hides among them.
"""

import io
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import click
import pytest
from architecture.tree import ROOT
from documented import PAGES, CommandLine, command_lines, inline_commands, stages
from documented_files import FILES

from signboard import app
from signboard.cli.main import COMMANDS, cli, run
from signboard.files import home_dir
from signboard.locale import speak
from signboard.protocols import PROTOCOLS
from signboard.simulator.directory import register
from signboard.simulator.orders import obey
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard

GENERATED = "commands.md"
"""Written from the help texts, whose examples belong to no story; they are read, and run on the other pages."""

NOT_RUN = {
    "a whole campaign, a minute of both cores": 1,
    "it asks a person at the board": 2,
    "it asks PowerShell for its own file": 1,
    "it changes what starts with this computer": 7,
}
"""Reason → how many lines of all pages are not run for it."""

ANSWERS = "1\n" * 40
"""What a reader types who is asked something: the first choice."""

MOST_NOT_RUN = 0.2

REAL_PORT = re.compile(r"COM\d+|/dev/tty\w+|socket://.+")
ENDLESS = {"demo": "1", "run": "1", "simulate": "0.1", "capture": "0.3", "test-pattern": "0.3"}
"""After how many seconds the commands end that else run until they are stopped."""


@dataclass
class Reader:
    """Somebody who follows a page in a folder of his own, with every board that the page names."""

    capture: pytest.CaptureFixture[str]
    stack: ExitStack = field(default_factory=ExitStack)
    boards: dict[str, tuple[tuple[object, ...], ExitStack]] = field(default_factory=dict)

    def follow(self, line: CommandLine) -> None:
        """Run a line.

        Raises:
            AssertionError: it ended with another exit code than the page says.
        """
        out = ""
        for words, target in stages(line.text):
            typed = self._typed(words)
            sys.stdin = io.TextIOWrapper(io.BytesIO((out or ANSWERS).encode()), encoding="utf-8")
            code = run(typed)
            told = self.capture.readouterr()
            assert code == line.exit_code, f"{line.place}: {line.text}\nran as {typed}\n{told.out}\n{told.err}"
            out = told.out
            if words[0] == "capture":  # nobody talked on the line; the recordings of the page are other ones
                _lay_out(line.text)
            if target:
                Path(target).parent.mkdir(parents=True, exist_ok=True)
                Path(target).write_text(out, encoding="utf-8")

    def ask(self, call: str) -> str:
        """What a command prints, whatever its exit code."""
        run(self._typed(stages(call)[0][0]))
        return self.capture.readouterr().out

    def _typed(self, words: Sequence[str]) -> list[str]:
        today = f"{datetime.now(app.settings_for(app.Wishes(), None).zone):%d/%m/%Y}"
        typed = [
            f"sim://{Path(word).name.lower()}" if REAL_PORT.fullmatch(word) else word.replace("HÔM-NAY", today)
            for word in words
        ]
        command = typed[0]
        if command == "backup" and "--to" in typed:  # the stick of the page is plugged in
            Path(typed[typed.index("--to") + 1]).mkdir(exist_ok=True)
        self._let_live(command, typed)
        if command == "probe" and "--listen" in typed:
            typed[typed.index("--listen") + 1] = "0.2"
        if command in ENDLESS and "--tell" not in typed and (command != "test-pattern" or "--port" in typed):
            if "--seconds" in typed:
                del typed[typed.index("--seconds") :][:2]
            typed += ["--seconds", ENDLESS[command]]
        return typed

    def _let_live(self, command: str, typed: Sequence[str]) -> None:
        """Every virtual board that the line or the settings name, and the one that this line starts."""
        configured = app.settings_for(app.Wishes(), None).board.port
        for name in {word.removeprefix("sim://") for word in (*typed, configured) if word.startswith("sim://")}:
            self._board(name, typed)
        if command == "simulate" and "--tell" not in typed:
            self._end(typed[1])
        elif command == "simulate":
            self._board(typed[1], typed)

    def _board(self, name: str, typed: Sequence[str]) -> None:
        said = dict(pairwise(typed))
        size = said.get("--size")
        wishes = app.Wishes(
            size=tuple(map(int, size.split("x"))) if size else None,  # type: ignore[arg-type]  # two numbers
            protocol=said.get("--protocol"),
        )
        board = app.settings_for(wishes, None).board
        shape = (board.protocol, board.width, board.height, board.baud)
        if name in self.boards and self.boards[name][0] == shape:
            return
        self._end(name)
        own = ExitStack()
        made = SimulatedBoard(PROTOCOLS.load(board.protocol), board.spec, board.baud, port=open_port("tcp"))
        own.enter_context(made)
        own.enter_context(register(home_dir(), name, made.url, obey=lambda order: obey(made, order)))
        self.boards[name] = (shape, self.stack.enter_context(own))

    def _end(self, name: str) -> None:
        if name in self.boards:
            self.boards.pop(name)[1].close()


@pytest.fixture
def reader(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """A reader at an empty desk, who speaks English."""
    for name in ("SIGNBOARD_LANG", "LANGUAGE"):
        monkeypatch.setenv(name, "en")
    monkeypatch.setenv("HOME", str(tmp_path / "account"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no-config"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("sys.stdin", sys.stdin)
    speak("en")
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)
    made = Reader(capsys)
    with made.stack:
        yield made


EXAMPLE = ROOT / "docs" / "examples" / "rowsign"


@pytest.fixture
def _example_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package of docs/extend.md as an installer leaves it: on the path, with its entry points beside it."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = tmp_path / "site" / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    told.mkdir(parents=True)
    (told / "METADATA").write_text(f"Name: {project['name']}\nVersion: {project['version']}\n", encoding="utf-8")
    groups = project["entry-points"].items()
    points = [f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in of.items()) for group, of in groups]
    (told / "entry_points.txt").write_text("\n".join(points), encoding="utf-8")
    for folder in (EXAMPLE, told.parent):
        monkeypatch.syspath_prepend(folder)


def _lay_out(text: str) -> None:
    for name, made in FILES.items():
        if name in text:
            Path(name).write_bytes(made())


def _written_by_hand(page: Path) -> bool:
    return page.name != GENERATED


WITH_COMMANDS = [page for page in PAGES if _written_by_hand(page) and command_lines(page)]


@pytest.mark.needs("pty")
@pytest.mark.usefixtures("_example_installed")
@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.name)
def test_every_line_of_a_page_does_what_it_says(reader: Reader, page: Path) -> None:
    """Each ends with the exit code that the page gives, 0 where it gives none."""
    _lay_out(page.read_text(encoding="utf-8"))

    for line in command_lines(page):
        if not line.reason:
            reader.follow(line)


def test_lines_that_are_not_run_are_counted() -> None:
    """Every reason with its number of lines; all the others are run."""
    lines = [line for page in WITH_COMMANDS for line in command_lines(page)]
    reasons = Counter(line.reason for line in lines if line.reason)

    assert dict(reasons) == NOT_RUN
    assert reasons.total() < MOST_NOT_RUN * len(lines)


def test_every_command_is_shown_at_work() -> None:
    """Each command of the table is run on at least one page that people wrote."""
    ran = {stage[0] for page in WITH_COMMANDS for line in command_lines(page) for stage, _ in stages(line.text)}

    assert [name for name in COMMANDS if name not in ran] == []


def test_every_example_of_the_help_can_be_read() -> None:
    """Command, options, choices and numbers of arguments are such as the command takes."""
    examples = [stage for line in command_lines(PAGE_OF_HELP) for stage, _ in stages(line.text)]

    assert len(examples) > 80
    for words in examples:
        _parse(words)


PAGE_OF_HELP = next(page for page in PAGES if page.name == GENERATED)


def _parse(words: Sequence[str]) -> None:
    """Let click read a command line without doing anything.

    Raises:
        click.ClickException: it cannot be asked that way.
    """
    with click.Context(cli) as context:
        found = cli.get_command(context, words[0])
        assert found is not None, words
        found.make_context(words[0], list(words[1:]), parent=context)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_within_sentences_exist(page: Path) -> None:
    """A command that a sentence names is in the table, and takes the options that are written behind it."""
    for words in inline_commands(page):
        name, options = words[0], [word.partition("=")[0] for word in words if word.startswith("--")]
        if name.startswith("-"):
            continue
        assert name in COMMANDS, (page.name, words)
        with click.Context(cli) as context:
            found = cli.get_command(context, name)
            assert found is not None
            known = {word for parameter in found.params for word in (*parameter.opts, *parameter.secondary_opts)}
        assert [option for option in options if option not in known | {"--help"}] == [], (page.name, words)


FIELDS = ROOT / "docs" / "json.md"


def test_every_documented_field_is_there(reader: Reader) -> None:
    """Each field that docs/json.md promises is in what the command prints while a board plays."""
    Path("khau-hieu.docx").write_bytes(FILES["khau-hieu.docx"]())
    for text in (
        "signboard load khau-hieu.docx --first-day 01/01 --last-day 31/12 --hours 00:00-24:00",
        'signboard submit --as "Lan"',
        'signboard approve --number 1/KH --date 01/10/2025 --signer "A" --as "Bình"',
        "signboard run --port sim://thu",
    ):
        reader.follow(CommandLine(text, "json.md"))
    sections = re.findall(
        r"^## `(signboard .+?)`$(.+?)(?=^## |\Z)", FIELDS.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )

    assert len(sections) > 4
    for call, section in sections:
        data = json.loads(reader.ask(call))["data"]
        paths = re.findall(r"^\| `([\w.\[\]]+)` \|", section, re.MULTILINE)
        assert paths
        assert [path for path in paths if not _has(data, path)] == [], call


def _has(data: object, path: str) -> bool:
    """Is there such a field? `name[]` goes on in the first of a list."""
    for word in path.split("."):
        name = word.removesuffix("[]")
        if not isinstance(data, dict) or name not in data:
            return False
        data = data[name]
        if word.endswith("[]"):
            if not isinstance(data, list) or not data:
                return False
            data = data[0]
    return True
