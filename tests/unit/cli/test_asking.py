"""The question of `why` and `now` for people."""

import click
import pytest

from signboard import app
from signboard.cli.asking import answer
from signboard.cli.call import Call


def _asked(at: str | None, capsys: pytest.CaptureFixture[str], **drawn: bool) -> list[str]:
    with click.Context(click.Command("x"), obj=Call()):
        answer(app.Wishes(size=(96, 16)), at, with_art=drawn.get("art", False), in_blocks=drawn.get("blocks", False))
    return capsys.readouterr().out.splitlines()


def test_instant_sentence_and_slogan(capsys: pytest.CaptureFixture[str]) -> None:
    """Four lines say when, why, for how long and what."""
    lines = _asked("15/11/2026 06:00", capsys)

    assert lines[0] == "2026-11-15 06:00:00"
    assert "shows this slogan" in lines[1]
    assert lines[3].startswith("Đảm bảo an sinh")
    assert len(lines) == 4


def test_art_is_drawn_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """With art the picture stands below, row by row."""
    assert all(set(line) <= set("#.") for line in _asked("15/11/2026 06:00", capsys, art=True)[4:])


def test_blocks_are_for_the_eye(capsys: pytest.CaptureFixture[str]) -> None:
    """Sixteen rows become eight lines inside an edge."""
    assert len(_asked(None, capsys, blocks=True)) in (3 + 10, 4 + 10)
