"""`trace show` and `trace diff`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from bench_boards import family_board, recorded

from signboard.cli.patterns import pattern
from signboard.frame import art
from signboard.protocols import PROTOCOLS
from signboard.trace.reading import Piece, piece_line

Ask = Callable[..., Any]
AT = "2026-11-15T00:00:00+00:00"
FRAME = pattern("corners", 32, 16)
PIECES = recorded(PROTOCOLS.load("bx5"), family_board("bx5"), FRAME).pieces


def saved(path: Path, pieces: Sequence[Piece]) -> Path:
    """A trace file."""
    path.write_text("".join(piece_line(piece, AT) + "\n" for piece in pieces), encoding="utf-8")
    return path


def test_every_exchange_is_told(ask: Ask, tmp_path: Path) -> None:
    """The protocol is named by the bytes; pictures are drawn, answers tell their fields."""
    file = saved(tmp_path / "a.trace", PIECES)
    told = ask("trace", "show", file)
    data = ask("trace", "show", file, "--size", "32x16", "--json").data

    assert told.code == 0
    assert "speak bx5" in told.err
    assert "who is there?" in told.out
    assert "width_px=32" in told.out
    assert "█" in told.out
    pictures = [event for event in data["events"] if event["kind"] == "picture"]
    assert art.parse_rows(pictures[0]["art"]) == FRAME
    assert [event["direction"] for event in data["events"]] == ["to_board", "to_host"] * 2


def test_pictures_can_be_left_out(ask: Ask, tmp_path: Path) -> None:
    """Words only."""
    assert "█" not in ask("trace", "show", saved(tmp_path / "a", PIECES), "--no-pictures").out


def test_equal_recordings_exit_0(ask: Ask, tmp_path: Path) -> None:
    """Whatever their times."""
    later = [Piece(piece.t_ms + 500, piece.direction, piece.raw) for piece in PIECES]
    told = ask("trace", "diff", saved(tmp_path / "a", PIECES), saved(tmp_path / "b", later))

    assert told.code == 0


def test_the_first_difference_exits_6(ask: Ask, tmp_path: Path) -> None:
    """With both sides' bytes."""
    bent = [*PIECES[:-1], Piece(PIECES[-1].t_ms, "to_host", b"\x15")]
    told = ask("trace", "diff", saved(tmp_path / "a", PIECES), saved(tmp_path / "b", bent), "--json")

    assert told.code == 6
    assert told.data["difference"]["direction"] == "to_host"
    assert told.data["difference"]["second"] == "15"


@pytest.mark.parametrize(("cut", "sentence"), [(slice(2, None), "first recording only"), (slice(0, None), "differs")])
def test_differences_in_words(ask: Ask, tmp_path: Path, cut: slice, sentence: str) -> None:
    """A missing exchange, or other bytes."""
    other = [Piece(piece.t_ms, piece.direction, piece.raw[:-1]) for piece in PIECES[cut]]
    other = list(PIECES[cut]) if cut.start else other
    told = ask("trace", "diff", saved(tmp_path / "a", PIECES), saved(tmp_path / "b", other))

    assert sentence in told.out


def test_an_exchange_more_in_the_second_in_words(ask: Ask, tmp_path: Path) -> None:
    """Before which exchange it stands."""
    told = ask("trace", "diff", saved(tmp_path / "a", PIECES[:2]), saved(tmp_path / "b", PIECES))

    assert "Before exchange 2" in told.out


@pytest.mark.parametrize("arguments", [("show",), ("show", "a", "b"), ("diff", "a"), ("tell", "a")])
def test_the_wrong_number_of_files_is_a_usage_error(ask: Ask, arguments: tuple[str, ...]) -> None:
    """Show takes one, diff two."""
    assert ask("trace", *arguments).code == 2
