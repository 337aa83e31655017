"""`decode`: bytes to pixels."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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
