"""The computer of a rehearsal: production's streamer, ticked with leaps, cut off anywhere."""

from random import Random

import pytest
from rehearsed import START_AT, small_script

from signboard.playlog.evidence import Evidence
from signboard.playlog.showing import Showing
from signboard.rehearsal.clock import US, RehearsalClock
from signboard.rehearsal.computer import Computer, PowerCutError
from signboard.rehearsal.wire import RehearsalBoard, RehearsalWire

SEVEN_US = (7 * 3600 + 600) * US


def computer(rows: list[Showing]) -> tuple[Computer, RehearsalClock, RehearsalBoard]:
    """One that is started at seven o'clock."""
    script, clock = small_script(), RehearsalClock(START_AT, SEVEN_US)
    board = RehearsalBoard(script.panel(), lambda _seen: None)
    wire = RehearsalWire(board, clock, script.baud, Random(1))  # noqa: S311 - no secret
    return Computer(script, wire, clock, rows.append, script.screenplay()), clock, board


def test_it_plays_as_production_does() -> None:
    """Ten seconds of a page, ticked every second: the picture is there and was repeated."""
    rows: list[Showing] = []
    one, clock, board = computer(rows)
    one.play(SEVEN_US + 10 * US, lambda _streamer, wait_s: clock.now_us + max(1, round(wait_s * US)))
    assert one.streamer.shot
    assert board.panel.picture(0) == one.streamer.shot.frame
    assert one.streamer.totals.sent >= 9
    one.stop()
    assert [row.evidence for row in rows] == [Evidence.ACKED]


def test_a_leap_is_no_sleep() -> None:
    """Four minutes without a tick: the row goes on, because that was said to happen."""
    rows: list[Showing] = []
    one, clock, _board = computer(rows)
    one.play(SEVEN_US + 250 * US, lambda _streamer, _wait_s: clock.now_us + 240 * US)
    one.stop()
    assert [round((row.until_at - row.since_at).total_seconds()) for row in rows] == [250]


def test_a_power_cut_ends_it_in_the_middle_of_an_exchange() -> None:
    """It comes out of the tick, wherever that is, and nothing is put in order."""
    rows: list[Showing] = []
    one, clock, _board = computer(rows)

    def cut() -> None:
        raise PowerCutError(SEVEN_US + 60 * US)

    clock.call_at(SEVEN_US + 3000, cut)
    with pytest.raises(PowerCutError) as found:
        one.play(SEVEN_US + 10 * US, lambda _streamer, _wait_s: clock.now_us + US)
    assert found.value.until_us == SEVEN_US + 60 * US
    assert clock.now_us == SEVEN_US + 3000
    assert rows == []
