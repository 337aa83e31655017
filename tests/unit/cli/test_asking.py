"""The question of `why` and `now` for people."""

from datetime import UTC, datetime

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


def test_now_is_judged_by_the_clock(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock before this version was made is not believed: no campaign is claimed to play, and no order to hold."""
    monkeypatch.setattr("signboard.cli.timing.BUILT_AT", datetime(9000, 1, 1, tzinfo=UTC))
    with click.Context(click.Command("x"), obj=Call()):
        answer(app.Wishes(), None, with_art=False)
    told = capsys.readouterr()

    assert "nobody knows what day it is" in told.out
    assert "signboard clock --trust" in told.err


def test_an_instant_that_is_named_needs_no_clock(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks for a day knows which one."""
    monkeypatch.setattr("signboard.cli.timing.BUILT_AT", datetime(9000, 1, 1, tzinfo=UTC))

    assert "shows this slogan" in _asked("15/11/2026 06:00", capsys)[1]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("year", [2019, 2032, 2050])
def test_earth_hour_is_known_in_any_year(capsys: pytest.CaptureFixture[str], year: int) -> None:
    """On the last Saturday of March, also far away."""
    day = {2019: 30, 2032: 27, 2050: 26}[year]

    assert "In force: Earth Hour" in "\n".join(_asked(f"{day}/03/{year} 20:30", capsys))
    assert "In force" not in "\n".join(_asked(f"{day}/03/{year} 21:30", capsys))
