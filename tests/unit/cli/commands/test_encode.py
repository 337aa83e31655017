"""`encode`: pixels to bytes."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from signboard.frame import art
from signboard.protocols import PROTOCOLS
from signboard.protocols.spec import BoardSpec

Ask = Callable[..., Any]
ART = "#..#....\n.##.....\n........\n.......#\n" * 2


def _file(folder: Path, text: str = ART) -> Path:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_one_line_of_hex_for_each_write(ask: Ask, tmp_path: Path) -> None:
    """The bytes are those that show the picture on the protocol's panel."""
    told = ask("encode", "--protocol", "bx5", "--size", "8x8", _file(tmp_path))
    panel = PROTOCOLS.load("bx5").panel(BoardSpec(8, 8))
    for line in told.out.split():
        panel.feed(bytes.fromhex(line), 0)

    assert told.code == 0
    assert panel.picture(0) == art.parse(ART)


def test_several_pictures_and_standard_input(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages parted by a blank line are one write each; the board is as large as the art where no size is given."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{ART}\n{ART}".encode())))

    assert len(ask("encode", "-").out.split()) == 2


def test_json_adds_what_is_waited_for(ask: Ask, tmp_path: Path) -> None:
    """Sends and expectations stand in their order."""
    steps = ask("encode", _file(tmp_path), "--json").data["steps"]

    assert [step["step"] for step in steps] == ["send", "expect"]
    assert steps[1]["what"] == "ack"
    assert len(steps[0]["hex"]) == 2 * steps[0]["bytes"]


def test_options_reach_the_driver(ask: Ask, tmp_path: Path) -> None:
    """Without a reply wanted, nothing is waited for; an unknown option is a usage error."""
    path = _file(tmp_path)

    assert len(ask("encode", path, "--option", "reply=no", "--json").data["steps"]) == 1
    assert ask("encode", path, "--option", "rply=no").code == 2


@pytest.mark.parametrize("raw", [b"", b"#x#", b"##\n#", b"\xff\xfe"])
def test_what_is_no_art_is_an_input_error(ask: Ask, tmp_path: Path, raw: bytes) -> None:
    """Nothing, other letters, ragged rows and other encodings each exit 3."""
    (tmp_path / "a.txt").write_bytes(raw)

    assert ask("encode", tmp_path / "a.txt").code == 3


def test_a_refusal_of_the_simulated_card_is_told(ask: Ask, tmp_path: Path) -> None:
    """With the test switch the exchange ends as on a board that refuses or stays silent."""
    assert ask("encode", _file(tmp_path), "--option", "test_nak=6").code == 5
    assert ask("encode", _file(tmp_path), "--option", "test_silent=yes").code == 5


def test_a_picture_of_another_size_is_refused(ask: Ask, tmp_path: Path) -> None:
    """Both sizes are told; options that place it make it good."""
    path = tmp_path / "small.txt"
    path.write_text("\n".join(["#" * 64] * 16), encoding="utf-8")
    told = ask("encode", "--protocol", "bx5", "--size", "128x32", path)

    assert (told.code, told.out) == (3, "")
    assert "64x16" in told.err
    assert "128x32" in told.err
    assert ask("encode", "--size", "128x32", "--option", "x=8", path).code == 0
