"""The command line as a process: what `--help` loads, languages, streams, exit codes, pipes, Ctrl-C."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from e2e.process import environment, signboard_command, start, wait_for_board

from signboard.cli.main import COMMANDS

pytestmark = pytest.mark.one_person

HEAVY = ("pydantic", "PIL", "serial", "apscheduler", "asyncio", "sqlite3", "bdffont", "platformdirs", "zoneinfo")
NEEDLESS = ("pathlib", "json", "shutil", "traceback", "urllib")
"""Of the standard library, each a millisecond or more: the top-level help is a table and a catalogue."""
LOADED = """
import sys
from signboard.__main__ import main
sys.argv = ["signboard", *sys.argv[1:], "--help"]
try:
    main()
except SystemExit:
    pass
print("LOADED", *sys.modules)
"""
SLOW = {"pydantic", "PIL", "serial", "apscheduler", "asyncio", "fontTools", "zoneinfo", "importlib.metadata"}
"""What no command's help needs, each many milliseconds to load."""


def test_help_loads_nothing_heavy() -> None:
    """The top-level help knows neither settings nor pictures nor ports nor any command's module."""
    run = subprocess.run(
        [sys.executable, "-c", LOADED], env=environment(), capture_output=True, encoding="utf-8", check=True
    )
    modules = set(run.stdout.rpartition("LOADED ")[2].split())

    assert "signboard.cli.main" in modules
    assert {module for module in modules if module.partition(".")[0] in (*HEAVY, *NEEDLESS)} == set()
    assert {module for module in modules if module.startswith("signboard.cli.commands.")} == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_no_commands_help_loads_what_is_slow(name: str) -> None:
    """A command's own help declares its options and no more: no settings, pictures, ports or fonts."""
    run = subprocess.run(
        [sys.executable, "-c", LOADED, name], env=environment(), capture_output=True, encoding="utf-8", check=True
    )

    assert set(run.stdout.rpartition("LOADED ")[2].split()) & SLOW == set()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"SIGNBOARD_LANG": ""}, "Cách dùng:"),
        ({"SIGNBOARD_LANG": "", "LANG": "C.UTF-8"}, "Cách dùng:"),
        ({"SIGNBOARD_LANG": "", "LANG": "en_GB.UTF-8"}, "Usage:"),
        ({"SIGNBOARD_LANG": "vi", "LANG": "en_GB.UTF-8"}, "Cách dùng:"),
    ],
)
def test_the_language_comes_from_the_environment(said: dict[str, str], words: str) -> None:
    """Vietnamese where the environment says nothing."""
    assert words in signboard_command("--help", environ=environment(**said)).out


def test_every_word_of_help_is_vietnamese() -> None:
    """Headings, click's own sentences and errors come in one language."""
    told = signboard_command("--lang", "vi", "laod")

    assert told.code == 2
    assert "Không có lệnh 'laod'. (Có phải ý bạn là: 'load'?)" in told.err
    assert "Usage" not in told.err


@pytest.mark.parametrize("encoding", ["cp1258", "cp1252"])
def test_an_encoding_that_was_asked_for_is_kept(encoding: str) -> None:
    """Letters that it cannot hold become question marks; nothing breaks, and the rest can be read."""
    command = [sys.executable, "-m", "signboard", "--lang", "vi", "--help"]
    run = subprocess.run(command, env=environment(PYTHONIOENCODING=encoding), capture_output=True, check=False)
    told = run.stdout.decode(encoding)

    assert (run.returncode, "signboard" in told, "?" in told) == (0, True, True)


def test_a_pipe_gets_utf8_where_nobody_asked() -> None:
    """An account without a language still gets Vietnamese letters."""
    told = signboard_command("--lang", "vi", "--help", environ=environment(LC_ALL="C"))

    assert (told.code, "Bảng điện tử:" in told.out) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 0),
        (("why", "--json"), 0),
        (("why", "--at", "yesterday"), 2),
        (("load", "no-such-file.txt"), 3),
        (("run", "--port", "socket://127.0.0.1:9"), 4),
        (("approve", "--number", "1/A", "--date", "1/1/2020", "--signer", "A"), 4),
        (("run", "--port", "sim://nobody", "--seconds", "0.2"), 7),
        (("why", "--config", "no-such-file.toml"), 78),
    ],
)
def test_exit_codes(arguments: tuple[str, ...], code: int) -> None:
    """Each kind of answer has its own code, and an error leaves stdout empty but for its envelope."""
    told = signboard_command(*arguments)

    assert told.code == code, told.err
    assert "Traceback" not in told.err
    assert code == 0 or not told.out or told.out.startswith(("0 pictures", "{"))


def test_json_stands_alone_on_stdout() -> None:
    """Talk goes to stderr, so the document can be piped."""
    told = signboard_command("why", "--json")

    assert json.loads(told.out)["command"] == "why"
    assert "comes with signboard" in told.err


def test_render_encode_decode_is_a_circle() -> None:
    """Text to pixels to bytes to the same pixels, through pipes."""
    art = signboard_command("render", "Bình đẳng giới", "--size", "128x32").out
    encoded = signboard_command("encode", "--protocol", "bx5", "-", stdin=art).out
    decoded = signboard_command("decode", "--protocol", "bx5", "--size", "128x32", "-", stdin=encoded)

    assert (decoded.code, decoded.out) == (0, art)


@pytest.mark.needs("pty")
def test_a_reader_that_leaves_early_breaks_nothing() -> None:
    """`signboard … | head -1` shows no traceback."""
    line = f"{sys.executable} -m signboard render 'Bình đẳng giới' --motion strip --json | head -c 10"
    run = subprocess.run(
        ["sh", "-c", line], env=environment(), capture_output=True, encoding="utf-8", timeout=90, check=False
    )

    assert run.stdout == '{"signboar'
    assert "Traceback" not in run.stderr


@pytest.mark.needs("pty")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_a_service_ends_when_asked(number: int, code: int, tmp_path: Path) -> None:
    """Ctrl-C and a service manager's request end `run` at once; the board is left dark."""
    record = tmp_path / "record.jsonl"
    board = ("simulate", "thu", "--listen", "tcp", "--size", "64x16", "--record", record, "--seconds", "90", "--json")
    playing = ("run", "--port", "sim://thu", "--size", "64x16", "--at", "15/11/2026 06:00", "--json")
    with start(*board) as simulated:
        wait_for_board("thu")
        with start(*playing) as service:
            while not (record.exists() and b'"picture"' in record.read_bytes()):
                time.sleep(0.05)
            service.send_signal(number)
            out, err = service.communicate(timeout=60)
        simulated.send_signal(signal.SIGINT)
        told, _talk = simulated.communicate(timeout=60)

    assert service.returncode == code, err
    assert (out == "") == (code == 130)
    document = json.loads(told)["data"]
    assert document["pictures"] > 1
    assert set("".join(document["art"])) == {"."}
