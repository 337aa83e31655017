"""A demonstration, a few pictures long: it agrees with itself, and an interrupt ends it in order."""

import io
from collections.abc import Callable, Iterator
from datetime import datetime

import click
import pytest

from signboard import app
from signboard.cli.apart import BoardApart
from signboard.cli.call import Call
from signboard.cli.demonstration import Demonstration
from signboard.clock import DemoClock

EndsWhen = Callable[[str, Callable[[], bool]], None]
Plays = Callable[[Demonstration, int], None]
LIMIT_S = 60.0
PATIENT = {"answer_s": "20"}
"""Asks once: a board that answers late, because all is slow, would be asked and answered twice, and be miscounted."""
ON_TCP = ("--size", "64x16", "--baud", "115200", "--listen", "tcp")


@pytest.fixture
def stage() -> Iterator[app.Stage]:
    """The sample on a small board, within a call that wants JSON."""
    with click.Context(click.Command("demo"), obj=Call(as_json=True)):
        yield app.stage_for(app.Wishes(size=(64, 16), baud=115200, options=PATIENT))


@pytest.fixture
def plays(ends_when: EndsWhen) -> Plays:
    """Play a demonstration until so many pictures went out."""

    def play(show: Demonstration, pictures: int) -> None:
        ends_when("signboard.cli.demonstration", lambda: int(str(show.summary(15)["sent"])) >= pictures)
        show.play(LIMIT_S)

    return play


def _clock(stage: app.Stage) -> DemoClock:
    return DemoClock(datetime(2026, 11, 15, 6, tzinfo=stage.settings.zone), 15)


def test_everything_is_counted(stage: app.Stage, plays: Plays) -> None:
    """Sent, confirmed, decoded and equal agree, and every picture has its entry."""
    with BoardApart(ON_TCP, stage.canvas.colour) as board:
        show = Demonstration(stage, board, _clock(stage))
        plays(show, 2)
    summary = show.summary(15)

    assert show.agrees
    assert not show.was_interrupted
    assert isinstance(summary["shown"], list)
    assert summary["sent"] == summary["equal"] == len(summary["shown"]) > 1
    assert summary["board"] == {"protocol": "bx5", "width_px": 64, "height_px": 16, "baud": 115200}


def test_one_wrong_pixel_is_a_disagreement(stage: app.Stage, plays: Plays) -> None:
    """The control: the driver's test switch makes it say no."""
    with BoardApart(ON_TCP, stage.canvas.colour) as board:
        show = Demonstration(stage, board, _clock(stage), "0,0")
        plays(show, 1)

    assert not show.agrees
    assert show.summary(15)["equal"] == 0


def test_an_interrupt_ends_it_in_order(stage: app.Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is no error: the summary still comes."""

    def interrupted(*_arguments: object, **_options: object) -> float:
        raise KeyboardInterrupt

    monkeypatch.setattr("signboard.player.loop.run_until", interrupted)
    with BoardApart(ON_TCP, stage.canvas.colour) as board:
        show = Demonstration(stage, board, _clock(stage))
        show.play(None)

    assert show.was_interrupted
    assert show.summary(1)["sent"] == 0


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_what_the_board_decoded(
    stage: app.Stage, plays: Plays, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The board's picture in half blocks, then the board's time and the slogan's words."""
    terminal = _Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    with click.Context(click.Command("demo"), obj=Call()), BoardApart(ON_TCP, stage.canvas.colour) as board:
        plays(Demonstration(stage, board, _clock(stage)), 1)
    drawn = terminal.getvalue()

    assert "THỬ" in drawn
    assert "▀" in drawn
    assert "2026-11-15 06:00" in drawn
    assert "Ctrl-C ends it." in drawn


def test_a_board_that_falls_silent_is_not_called_equal(
    stage: app.Stage, plays: Plays, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no picture comes out of the other process, none is counted."""
    monkeypatch.setattr(BoardApart, "next_frame", lambda _board: None)
    with BoardApart(ON_TCP, stage.canvas.colour) as board:
        show = Demonstration(stage, board, _clock(stage))
        plays(show, 1)

    assert not show.agrees
    assert show.summary(15)["equal"] == 0
