"""`test-pattern`: on the board, in the terminal, in a file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from signboard.app import shipped_fonts
from signboard.cli.commands import test_pattern
from signboard.cli.patterns import PATTERNS, pattern
from signboard.files import home_dir
from signboard.frame import art
from signboard.frame.frame import Colour, Frame
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec
from signboard.simulator.directory import register
from signboard.simulator.event import Event
from signboard.simulator.port import open_port
from signboard.simulator.server import SimulatedBoard

Ask = Callable[..., Any]
EndsWhen = Callable[[str, Callable[[], bool]], None]


@pytest.fixture
def decoded() -> Any:  # noqa: ANN401 - a generator of pytest's kind
    """A virtual board sim://thu of 32x16; the pictures that it decoded."""
    frames: list[Frame] = []

    def listen(event: Event) -> None:
        if event.frame is not None:
            frames.append(event.frame)

    board = SimulatedBoard(PROTOCOLS.load("bx5"), BoardSpec(32, 16), 115200, port=open_port("tcp"), listeners=[listen])
    with board, register(home_dir(), "thu", board.url):
        yield frames


@pytest.mark.parametrize("name", PATTERNS)
def test_as_text(ask: Ask, name: str) -> None:
    """Every pattern can be looked at without a board."""
    told = ask("test-pattern", name, "--size", "32x16")

    assert told.code == 0
    assert art.parse(told.out) == pattern(name, 32, 16)


def test_as_files(ask: Ask, tmp_path: Path) -> None:
    """A still picture and a moving one."""
    ask("test-pattern", "corners", "--size", "32x16", "--format", "png", "--out", tmp_path / "a.png")
    ask("test-pattern", "checker", "--size", "32x16", "--format", "gif", "--out", tmp_path / "a.gif")

    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "a.gif").read_bytes().startswith(b"GIF89a")


def test_as_json(ask: Ask, tmp_path: Path) -> None:
    """Without a board the envelope holds the picture; a file is written beside it."""
    told = ask("test-pattern", "corners", "--size", "32x16", "--json", "--out", tmp_path / "a.png")

    assert art.parse_rows(told.data["art"]) == pattern("corners", 32, 16)
    assert told.data["out"] == str(tmp_path / "a.png")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert ask("test-pattern", "corners", "--size", "32x16", "--json").data["out"] is None


BOARD = ("--port", "sim://thu", "--size", "32x16", "--baud", "115200", "--option", "answer_s=20")  # asks once


def test_on_the_board_and_dark_afterwards(ask: Ask, decoded: list[Frame]) -> None:
    """The board shows the pattern and is dark in the end."""
    told = ask("test-pattern", "corners", *BOARD, "--seconds", "0.3", "--json")

    assert told.code == 0
    assert decoded[0] == pattern("corners", 32, 16)
    assert decoded[-1].lit == 0


def test_everything_lit_is_limited(ask: Ask, decoded: list[Frame], monkeypatch: pytest.MonkeyPatch) -> None:
    """However long it was asked for, the board goes dark after the limit."""
    monkeypatch.setattr(test_pattern, "ALL_ON_S", 0.2)
    told = ask("test-pattern", "all-on", *BOARD, "--seconds", "3600")

    assert told.code == 0
    assert "dark after 0.2 seconds" in told.err
    assert [frame.lit for frame in (decoded[0], decoded[-1])] == [512, 0]


def test_a_walk_moves(ask: Ask, decoded: list[Frame], ends_when: EndsWhen) -> None:
    """One pixel after the other, as fast as the line carries them."""
    ends_when("signboard.cli.commands.test_pattern", lambda: len(decoded) > 2)
    ask("test-pattern", "walk", *BOARD, "--seconds", "60")

    assert [frame.pixel(x, 0) for x, frame in enumerate(decoded[:3])] == [True] * 3


@pytest.mark.parametrize(("port", "code"), [("sim://nobody", 7), ("socket://127.0.0.1:1", 5)])
def test_a_board_that_is_not_there_is_an_error(ask: Ask, port: str, code: int) -> None:
    """A virtual board that does not run exits 7, a port that cannot be opened 5."""
    assert ask("test-pattern", "rows", "--port", port, "--seconds", "1").code == code


def test_an_unknown_pattern_is_a_usage_error(ask: Ask) -> None:
    """The names that there are stand in the answer."""
    told = ask("test-pattern", "stripes")

    assert told.code == 2
    assert "corners" in told.err


@pytest.mark.parametrize("protocol", ["adalight", "cpower"])
def test_colours_stand_side_by_side(ask: Ask, protocol: str) -> None:
    """Each plane alone and with others; on a board of one colour half of it is lit."""
    frame = pattern("colours", 16, 8, Colour.RGB)

    assert [[bool(plane[x]) for plane in frame.planes] for x in (0, 2, 4, 14)] == [
        [False, False, False],
        [True, False, False],
        [False, True, False],
        [True, True, True],
    ]
    assert pattern("colours", 16, 8).lit == 64
    assert ask("test-pattern", "colours", "--protocol", protocol, "--size", "32x16").code == 0


def test_the_alphabet_shows_the_hard_letters(ask: Ask, tmp_path: Path) -> None:
    """Page by page, set as slogans are."""
    told = ask("test-pattern", "alphabet", "--size", "96x32", "--json", "--out", tmp_path / "a.gif")

    assert told.data["pictures"] > 3
    assert any("#" in row for row in told.data["art"])


def test_brightness_climbs_and_comes_back(ask: Ask, decoded: list[Frame]) -> None:
    """Every level is told; in the end the board is dark."""
    told = ask("test-pattern", "ramp", *BOARD, "--seconds", "0.2", "--json")

    assert told.code == 0
    assert told.data["sent"] == 16
    assert "Brightness 15 of 15" in told.err
    assert decoded[-1].lit == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [(("--protocol", "hanover", "--size", "28x16"), "no command for brightness"), ((), "on a board only")],
)
def test_brightness_needs_a_board_that_has_it(ask: Ask, arguments: tuple[str, ...], sentence: str) -> None:
    """A usage error."""
    told = ask("test-pattern", "ramp", *arguments)

    assert told.code == 2
    assert sentence in told.err


def test_columns_is_another_word_for_cols(ask: Ask) -> None:
    """As people write it."""
    assert ask("test-pattern", "columns", "--size", "32x16").out == ask("test-pattern", "cols", "--size", "32x16").out


def test_ctrl_c_leaves_the_board_dark(ask: Ask, decoded: list[Frame], monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 130, and nothing is left lit."""

    def interrupt(*_given: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(
        test_pattern,
        "_in_turn",
        lambda line, frames, *_rest: (line.link.carry(lambda: line.board.driver.show(frames[0])), interrupt()),
    )
    told = ask("test-pattern", "corners", *BOARD)

    assert told.code == 130
    assert [frame.lit > 0 for frame in decoded] == [True, False]


def test_a_memory_that_wears_is_spared(ask: Ask) -> None:
    """A board that stores what it shows gets one picture, not a new one each second."""
    board = SimulatedBoard(PROTOCOLS.load("bx5flash"), BoardSpec(32, 16), 115200, port=open_port("tcp"))
    with board, register(home_dir(), "flash", board.url):
        told = ask(
            "test-pattern", "checker", "--protocol", "bx5flash", "--port", "sim://flash", "--size", "32x16",
            "--baud", "115200", "--seconds", "0.5", "--json",
        )  # fmt: skip

    assert told.data["pictures"] == 1
    assert "wears" in told.err


def test_letters_of_a_file_are_for_virtual_boards(ask: Ask, tmp_path: Path) -> None:
    """Whoever draws the letters could draw a word of his own: exit code 4, and the port is not even opened."""
    drawn = tmp_path / "chu.bdf"
    drawn.write_bytes(shipped_fonts()["9x15"].read_bytes())
    config = tmp_path / "signboard.toml"
    config.write_text(f"[show]\nfont = {str(drawn)!r}\n", encoding="utf-8")
    told = ask("--config", config, "test-pattern", "alphabet", "--port", "socket://127.0.0.1:9", "--json")
    ours = ask("test-pattern", "alphabet", "--port", "socket://127.0.0.1:9", "--seconds", "1", "--json")

    assert (told.code, told.envelope["errors"][0]["code"]) == (4, "virtual_only")
    assert ours.code == 5
