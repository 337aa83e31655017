"""The loop of a board's process, with a real clock and short times."""

import gc
import threading
from datetime import UTC, datetime, timedelta

import pytest
from stage import BOARD, STATION

from signboard.clock import DemoClock
from signboard.errors import NakError
from signboard.player import loop
from signboard.player.loop import Chore, run_until
from signboard.player.screenplay import Screenplay
from signboard.player.streamer import BoardLine, Streamer
from signboard.playlog.showing import Showing
from signboard.testing import PAPER, PaperBoard, PaperDriver

SUNRISE_AT = datetime(2026, 11, 14, 23, tzinfo=UTC)


class Rig:
    """A streamer on a board on paper, in board time that runs 20 times as fast."""

    def __init__(self, screenplay: Screenplay, start_at: datetime = SUNRISE_AT) -> None:
        self.clock = DemoClock(start_at, speed=20)
        self.board = PaperBoard(BOARD, self.clock, wire_s=0)
        self.rows: list[Showing] = []
        line = BoardLine(PaperDriver(BOARD), self.board, PAPER)
        self.streamer = Streamer(screenplay, line, self.clock, STATION, self.rows.append)
        self.stop = threading.Event()


@pytest.fixture
def rig(screenplay: Screenplay) -> Rig:
    """At the opening of the first day."""
    return Rig(screenplay)


def test_it_plays_for_the_time_given(rig: Rig) -> None:
    """Slogans are shown and logged, somebody watches each tick, and at the end the board is dark."""
    ticks: list[int] = []
    played_s = run_until(
        rig.streamer, rig.clock, rig.stop, seconds=0.5, watch=lambda: ticks.append(rig.streamer.totals.sent)
    )
    assert played_s >= 0.5
    assert ticks[0] == 1
    assert rig.board.words.count("show") >= 1
    assert {row.campaign for row in rig.rows} == {"month"}
    assert rig.board.words[-1] == "clear"


def test_a_stop_that_is_set_ends_it(rig: Rig) -> None:
    """Even without an end in time; the streamer is stopped in order."""
    rig.streamer.observe = lambda _shot, _at: rig.stop.set()
    run_until(rig.streamer, rig.clock, rig.stop)
    assert rig.board.words[-2:] == ["show", "clear"]


def test_what_cannot_be_cured_comes_out(rig: Rig) -> None:
    """And everything is put away."""
    rig.board.refusals["show"] = NakError("?", code="too_big", nak=1, retryable=False)
    threads = threading.active_count()
    with pytest.raises(NakError):
        run_until(rig.streamer, rig.clock, rig.stop)
    assert threading.active_count() <= threads + 1
    assert gc.get_freeze_count() == 0


def test_what_was_loaded_is_frozen_while_it_plays(rig: Rig) -> None:
    """The collector leaves it alone."""
    counts: list[int] = []
    rig.streamer.observe = lambda _shot, _at: counts.append(gc.get_freeze_count())
    run_until(rig.streamer, rig.clock, rig.stop, seconds=0.01)
    assert counts[0] > 0


def test_a_far_change_rings(screenplay: Screenplay) -> None:
    """From the night into the morning, across a wait longer than a second: the first picture is met."""
    rig = Rig(screenplay, datetime(2026, 11, 14, 22, 59, 35, tzinfo=UTC))
    rig.streamer.observe = lambda shot, _at: None if shot.is_dark else rig.stop.set()
    run_until(rig.streamer, rig.clock, rig.stop, seconds=20)
    assert rig.stop.is_set()


def test_a_chore_runs_at_most_once_a_minute() -> None:
    """A trigger of seconds would pile up when the clock jumps."""
    with pytest.raises(ValueError, match="minute"):
        Chore("hurry", 59, gc.collect)


def test_a_chore_that_fails_does_not_touch_the_picture(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has a thread of its own; the loop goes on until the chore has failed twice."""
    monkeypatch.setattr(loop, "_SHORTEST_CHORE_S", 1)
    failures: list[int] = []

    def fail() -> None:
        failures.append(1)
        raise OSError

    def watch() -> None:
        if len(failures) > 1:
            rig.stop.set()

    run_until(rig.streamer, rig.clock, rig.stop, watch=watch, chores=[Chore("fails", 1, fail)])
    assert rig.streamer.totals.failed == 0
    assert rig.board.words[-1] == "clear"


class JumpingClock(DemoClock):
    """A clock that somebody sets once."""

    ahead = timedelta()

    def now(self) -> datetime:
        """The civil time as it was set."""
        return super().now() + self.ahead


@pytest.mark.parametrize("ahead", [timedelta(hours=1), timedelta(hours=-1), timedelta()])
def test_a_step_of_the_clock_rebuilds_the_timers(
    screenplay: Screenplay, monkeypatch: pytest.MonkeyPatch, ahead: timedelta
) -> None:
    """Once a step: timers that reckoned by the old time would sleep an hour, or catch up."""
    made: list[str] = []
    begin = loop._Alarm._begin

    def counted(alarm: loop._Alarm) -> None:
        made.append("timers")
        begin(alarm)

    monkeypatch.setattr(loop._Alarm, "_begin", counted)
    rig = Rig(screenplay)
    clock = JumpingClock(SUNRISE_AT + timedelta(hours=3), speed=1)
    turns: list[int] = []

    def watch() -> None:
        turns.append(1)
        if len(turns) == 2:
            clock.ahead = ahead
        if len(turns) == 4:
            rig.stop.set()

    run_until(rig.streamer, clock, rig.stop, watch=watch, chores=[Chore("idle", 60, gc.collect)])
    assert len(made) == (2 if ahead else 1)


def test_a_thread_that_dies_ends_the_process(rig: Rig) -> None:
    """What it did not catch comes out of the loop, after the board's orderly end; half a program is none."""

    def watch() -> None:
        def fall() -> None:
            raise ZeroDivisionError

        thread = threading.Thread(target=fall)
        thread.start()
        thread.join()

    hook = threading.excepthook
    with pytest.raises(ZeroDivisionError):
        run_until(rig.streamer, rig.clock, rig.stop, seconds=30, watch=watch)
    assert rig.board.words[-1] == "clear"
    assert threading.excepthook is hook
