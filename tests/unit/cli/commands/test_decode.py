"""`decode`: bytes to pixels."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from signboard.cli.writing import MOST_BYTES

Ask = Callable[..., Any]
ART = "#..#....\n.##.....\n........\n.......#\n" * 2


@pytest.fixture
def encoded(ask: Ask, tmp_path: Path) -> str:
    """The art above as one line of hex."""
    (tmp_path / "a.txt").write_text(ART, encoding="utf-8")
    text: str = ask("encode", tmp_path / "a.txt").out
    return text


@pytest.mark.parametrize("form", ["hex", "spaced", "binary"])
def test_hex_and_binary_give_the_picture_back(ask: Ask, encoded: str, form: str, tmp_path: Path) -> None:
    """Hex with or without blanks and raw bytes are told apart by themselves."""
    raw = bytes.fromhex(encoded)
    content = {"hex": encoded.encode(), "spaced": raw.hex(" ", 4).encode(), "binary": raw}[form]
    (tmp_path / "bytes").write_bytes(content)
    told = ask("decode", "--protocol", "bx5", "--size", "8x8", tmp_path / "bytes")

    assert (told.code, told.out) == (0, ART)
    assert told.err.strip() == "Pictures: 1. Faults: 0."


def test_faults_are_counted(ask: Ask, encoded: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged frame changes nothing on the board and is counted."""
    raw = bytearray(bytes.fromhex(encoded))
    raw[40] ^= 1
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(bytes(raw))))
    data = ask("decode", "--size", "8x8", "-", "--json").data

    assert data["pictures"] == 0
    assert sum(data["faults"].values()) >= 1
    assert set("".join(data["art"])) == {"."}


def test_json_tells_what_was_understood(ask: Ask, encoded: str, tmp_path: Path) -> None:
    """Events with their meaning, the answer that the board gives, and the picture."""
    (tmp_path / "a.hex").write_text(encoded, encoding="utf-8")
    data = ask("decode", "--size", "8x8", tmp_path / "a.hex", "--json").data

    assert data["art"] == ART.split()
    assert [event["kind"] for event in data["events"]] == ["picture"]
    assert bytes.fromhex(data["answer"])


def test_a_missing_file_is_an_input_error(ask: Ask, tmp_path: Path) -> None:
    """Nothing is decoded from nothing."""
    assert ask("decode", tmp_path / "none").code == 3


@pytest.mark.parametrize("rubbish", [b"rubbish with no start byte", b"\xa5" * 50, b"\xa5\xa5\xfe\xff\x00"])
def test_bytes_that_await_more_are_counted(ask: Ask, tmp_path: Path, rubbish: bytes) -> None:
    """What is no whole message is told, not dropped."""
    (tmp_path / "x.bin").write_bytes(rubbish)
    data = ask("decode", "--size", "8x8", tmp_path / "x.bin", "--json").data

    assert data["faults"]["unfinished"] == 1
    assert data["unfinished_bytes"] == len(rubbish)


def test_a_frame_cut_short_is_counted(ask: Ask, encoded: str, tmp_path: Path) -> None:
    """Behind a whole frame the half of another one."""
    raw = bytes.fromhex(encoded)
    (tmp_path / "x.bin").write_bytes(raw + raw[:30])
    data = ask("decode", "--size", "8x8", tmp_path / "x.bin", "--json").data

    assert (data["pictures"], data["faults"], data["unfinished_bytes"]) == (1, {"unfinished": 1}, 30)


def test_a_flood_is_bounded(ask: Ask, tmp_path: Path) -> None:
    """Many small faults are counted; the list of events ends somewhere, and a larger file is refused."""
    (tmp_path / "x.bin").write_bytes(b"\xa5\x01\x5a" * 20_000)
    data = ask("decode", "--size", "8x8", tmp_path / "x.bin", "--json").data

    assert sum(data["faults"].values()) == 20_000
    assert (len(data["events"]), data["events_left_out"]) == (10_000, 10_000)
    (tmp_path / "y.bin").write_bytes(bytes(MOST_BYTES + 1))
    assert ask("decode", tmp_path / "y.bin").code == 3
