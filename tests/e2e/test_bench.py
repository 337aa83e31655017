"""The technician's day: find the board, set it up, look after it, capture, replay; and what is refused, with figures.

The board is a process of its own behind a pseudo terminal; so is whoever competes with us for its port.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from e2e.process import PATIENT, Ran, environment, start, wait_for_board

from signboard import probing
from signboard.cli.main import run
from signboard.frame import art
from signboard.frame.frame import Frame
from signboard.locale import speak

SIZE = ("--size", "64x16")
Ask = Callable[..., Ran]


@pytest.fixture(name="ask")
def _ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run `signboard …` in this process, in English."""
    monkeypatch.setenv("SIGNBOARD_LANG", "en")
    monkeypatch.setenv("LANGUAGE", "en")
    speak("en")

    def told(*arguments: object) -> Ran:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return told


@pytest.fixture(name="running", scope="module")
def _running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A BX-5E of 64x16 in a process of its own, behind a pseudo terminal; its home and its device."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIGNBOARD_HOME", str(home))
        with start("simulate", "thu", "--listen", "pty", "--view", "none", *SIZE):
            yield home, os.path.realpath(wait_for_board("thu"))


@pytest.fixture
def board(running: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The device of the board that runs."""
    monkeypatch.setenv("SIGNBOARD_HOME", str(running[0]))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    return running[1]


@pytest.mark.needs("pty")
def test_from_an_unknown_port_to_a_board_that_is_looked_after(
    ask: Ask, board: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Probe names it, setup writes what it said, doctor is content, the letters stand on it."""
    monkeypatch.setattr(probing, "_PATIENCE", replace(probing._PATIENCE, answer_s=20))  # a loaded computer is slow
    found = ask("probe", board, "--protocol", "bx5", "--json").data["boards"]
    made = ask("setup", "--yes", "--port", board, "--site-name", "Sở Nội vụ", "--json")
    well = ask("doctor", "--json")
    shown = ask("test-pattern", "alphabet", "--port", board, "--seconds", "0.5", "--json")

    assert [(one["protocol"], one["width"], one["height"], one["baud"]) for one in found] == [("bx5", 64, 16, 57600)]
    assert made.code == 0
    assert Path(made.data["path"]).is_file()
    assert (well.code, well.data["verdict"]) == (0, "ok")
    assert {one["check"]: one["state"] for one in well.data["findings"]}["board"] == "good"
    assert (shown.code, shown.data["pictures"] > 1) == (0, True)


@pytest.mark.needs("pty")
def test_questions_are_answered_at_a_terminal(board: str, tmp_path: Path) -> None:
    """A person at a pseudo terminal, in Vietnamese: each prompt is waited for, then answered."""
    ours, theirs = os.openpty()
    out = tmp_path / "s.toml"
    command = [sys.executable, "-m", "signboard", "setup", "--port", board, "--out", str(out)]
    child = subprocess.Popen(command, env=environment(SIGNBOARD_LANG="vi"), stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    talk = [
        ("Tên cơ quan", "Trường Mầm non"),
        ("đủ bốn ô vuông", "c"),
        ("to nhất nằm ở đâu", "tr"),
        ("to thứ nhì", "tl"),
        ("tự chạy chữ", "k"),
        ("P10", "10"),
        ("bao nhiêu mét", "30"),
        ("rút dây nối", "dark"),
        ("Câu trung tính", ""),
        ("Mấy người", "2"),
    ]
    heard = b""
    try:
        for prompt, answer in talk:
            while prompt.encode() not in heard or not heard.endswith(b": "):
                heard += os.read(ours, 4096)
            heard = b""
            os.write(ours, answer.encode() + b"\n")
        code = child.wait(timeout=60)
    finally:
        child.kill()
        child.wait()
        os.close(ours)

    text = out.read_text(encoding="utf-8")
    assert code == 0
    assert 'name = "Trường Mầm non"' in text
    assert 'flip = "horizontal"' in text
    assert "# Đã thấy: mất điện" in text


@pytest.mark.needs("pty")
def test_what_another_program_says_is_captured_told_and_played_again(ask: Ask, board: str, tmp_path: Path) -> None:
    """Between the two stands the tap; the trace tells the pictures, and another board shows them again."""
    trace = tmp_path / "hang.trace"
    with start("capture", board, "--between", "tcp", "--out", trace, "--seconds", "60") as tap:
        assert tap.stderr is not None
        offered = tap.stderr.readline().split(" open ")[1].split(";")[0]
        painted = ask("test-pattern", "corners", "--port", offered, *SIZE, *PATIENT, "--seconds", "0.3")
        tap.send_signal(signal.SIGTERM)
        tap.wait(timeout=30)
    told = ask("trace", "show", trace, "--json")
    again = ask("replay", trace, "--port", "sim://thu", "--json")
    drawn = [event for event in told.data["events"] if event["kind"] == "picture"]

    assert painted.code == 0
    assert told.data["protocol"] == "bx5"
    assert [art.parse_rows(event["art"]).lit > 0 for event in drawn] == [True, False]
    assert {event["kind"] for event in told.data["events"]} == {"command", "picture", "answer"}
    assert (again.code, again.data["equal_answers"]) == (0, again.data["answered"])
    assert ask("trace", "diff", trace, trace).code == 0


@pytest.mark.needs("pty")
def test_a_busy_port_names_its_holder(ask: Ask, board: str) -> None:
    """The program and its number, where the system tells."""
    with start("capture", board, "--out", os.devnull, "--seconds", "60") as holder:
        assert holder.stderr is not None
        holder.stderr.readline()  # it listens now
        told = ask("test-pattern", "corners", "--port", board, *SIZE, "--seconds", "0.1")
        named = ask("doctor", "--port", board, *SIZE)

    assert told.code == 5
    assert "in use by" in told.err
    assert str(holder.pid) in told.err or sys.platform != "linux"
    assert "in use by" in named.out


def saved(path: Path, frame: Frame) -> Path:
    """A picture as text art."""
    path.write_text(art.draw(frame) + "\n", encoding="utf-8")
    return path


def test_what_cannot_be_is_refused_with_figures(ask: Ask, tmp_path: Path) -> None:
    """A size that the kind of board cannot have, a picture of another size, a rate that the line cannot carry."""
    picture = saved(tmp_path / "a.txt", Frame.blank(32, 16))
    (tmp_path / "s.toml").write_text('[board]\nprotocol = "framework"\nwidth = 96\nheight = 32\n', encoding="utf-8")
    asked = {
        "size": ("encode", "--protocol", "framework", "--size", "96x32", picture),
        "settings": ("doctor", "--config", tmp_path / "s.toml", "--no-board"),
        "frame": ("encode", "--protocol", "bx5", "--size", "96x32", picture),
        "rate": ("run", "--port", "sim://x", "--protocol", "hanover", "--size", "84x16", "--motion", "scroll"),
    }
    told = {name: ask(*arguments) for name, arguments in asked.items()}

    assert {name: one.code for name, one in told.items()} == {"size": 2, "settings": 6, "frame": 3, "rate": 2}
    assert "96x32" in told["size"].err
    assert "9x34" in told["size"].err
    assert "9x34" in told["settings"].out
    assert "32x16" in told["frame"].err
    assert "96x32" in told["frame"].err
    assert "pictures" in told["rate"].err


@pytest.mark.needs("pty")
def test_another_board_than_the_settings_say_is_refused(ask: Ask, board: str) -> None:
    """By size and by type: both are told, and the way out."""
    size = ask("test-pattern", "corners", "--port", board, "--size", "96x32", "--seconds", "1")
    option = ("--option", "device_type=5E3")
    kind = ask("test-pattern", "corners", "--port", board, *SIZE, *option, "--seconds", "1", "--json")

    assert size.code == 5
    assert "64x16" in size.err
    assert "96x32" in size.err
    assert kind.code == 5
    assert json.loads(kind.out)["errors"][0]["code"] == "wrong_board"
    assert "5E1" in kind.err
    assert "5E3" in kind.err
