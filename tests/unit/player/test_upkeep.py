"""Power, light and clock of a board."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from stage import BOARD, HANOI, OPEN_AT

from signboard.errors import NakError
from signboard.player.board_line import BoardLine
from signboard.player.tally import Totals
from signboard.player.upkeep import Upkeep
from signboard.playlog.evidence import Evidence
from signboard.playlog.trust import Trust
from signboard.protocols.steps import Exchange, Outcome, Send
from signboard.testing import PAPER, FakeClock, PaperBoard, PaperDriver


class Kept:
    """A board on paper and what keeps it up."""

    def __init__(self, **able: object) -> None:
        self.clock = FakeClock(OPEN_AT)
        self.board = PaperBoard(BOARD, self.clock)
        self.totals = Totals()
        line = BoardLine(PaperDriver(BOARD), self.board, replace(PAPER, **able))  # type: ignore[arg-type] # names of fields, as replace takes them
        self.upkeep = Upkeep(line, self.clock, self.totals)

    def set_up(self, percent: int | None = None, level: int | None = None) -> list[str]:
        """What the board is told."""
        self.board.words.clear()
        self.upkeep.set_up(HANOI, percent, level)
        return list(self.board.words)


def test_power_light_and_clock_are_told_once() -> None:
    """In this order, after an opening."""
    kept = Kept()
    assert kept.set_up(level=7) == ["power 1", "brightness 7", "clock 2026-11-15 6:0:0"]
    assert kept.set_up(level=7) == []
    assert kept.totals.starts == 1


def test_they_are_told_again_after_the_line_was_closed() -> None:
    """Nobody knows what happened to the board meanwhile."""
    kept = Kept()
    told = kept.set_up(50)
    kept.upkeep.forget()
    assert kept.set_up(50)[:2] == told[:2]
    assert kept.totals.starts == 2


def test_only_light_that_changes_is_told() -> None:
    """The plan dims the board in the evening."""
    kept = Kept()
    kept.set_up(100)
    assert kept.set_up(100) == []
    assert kept.set_up(20) == ["brightness 3"]
    assert kept.totals.starts == 1


def test_no_light_switches_the_board_off() -> None:
    """And on again with the light that is wanted then."""
    kept = Kept()
    kept.set_up(100)
    assert kept.set_up(0) == ["power 0"]
    assert kept.set_up(100)[:1] == ["power 1"]


def test_a_board_without_these_commands_is_told_nothing() -> None:
    """Its picture is dark instead; that is the streamer's work."""
    kept = Kept(sets_power=False, sets_clock=False, brightness_levels=0)
    assert kept.set_up(0) + kept.set_up(70, 3) == []


def test_a_refused_setting_is_counted_and_left() -> None:
    """The board can still show what is due."""
    kept = Kept()
    kept.board.refusals["brightness"] = NakError("?", code="no_such_command", nak=5, retryable=False)
    kept.set_up(50)
    assert (kept.totals.refused, kept.upkeep.is_ready) == (1, True)


def test_a_board_that_is_busy_is_not_ready() -> None:
    """It is asked again."""
    kept = Kept()
    kept.board.refusals["clock"] = NakError("?", code="busy", nak=5, retryable=True)
    with pytest.raises(NakError):
        kept.set_up(50)
    assert not kept.upkeep.is_ready


def test_the_clock_is_told_again_after_hours() -> None:
    """A card that ends its content by its own clock must not drift."""
    kept = Kept()
    kept.set_up()
    kept.board.words.clear()
    kept.upkeep.keep_clock(HANOI)
    kept.clock.advance(6 * 3600)
    kept.upkeep.keep_clock(HANOI)
    assert kept.board.words == ["clock 2026-11-15 12:0:0"]


def test_our_own_change_of_light_is_no_foreign_one() -> None:
    """What the board tells after it was dimmed is what holds."""
    kept = Kept()
    kept.set_up(100)
    kept.clock.advance(61)
    assert not kept.upkeep.has_changed()
    assert kept.board.words[-1] == "identify"
    kept.set_up(10)
    kept.clock.advance(61)
    assert not kept.upkeep.has_changed()
    assert kept.totals.alarms == 0


class TellingDriver(PaperDriver):
    """Its board tells its clock."""

    told = "2026-11-15T05:58:00"

    def status(self) -> Exchange:
        """How are you?"""
        yield Send(b"status")
        return Outcome(Evidence.ACKED, {"clock": self.told})


class Judge:
    """Hears what a board's clock says."""

    def __init__(self, trust: Trust, *, lets: bool) -> None:
        self.trust = trust
        self.heard: list[datetime] = []
        self._lets = lets

    def hear(self, told_at: datetime) -> bool:
        """Note it."""
        self.heard.append(told_at)
        return self._lets


class TestBoardClock:
    """The board's own clock is heard before it is set."""

    def told(self, judge: Judge, clock: str = TellingDriver.told) -> list[str]:
        """What the board is told on being set up."""
        kept = Kept()
        driver = TellingDriver(BOARD)
        driver.told = clock
        kept.upkeep = Upkeep(BoardLine(driver, kept.board, PAPER), kept.clock, kept.totals)
        kept.upkeep.judge = judge
        return kept.set_up()

    def test_it_is_heard_while_ours_is_in_doubt(self) -> None:
        """In the board's civil time; and set where it may be."""
        judge = Judge(Trust.PLAUSIBLE, lets=True)
        assert self.told(judge) == ["power 1", "status", "clock 2026-11-15 6:0:0"]
        assert judge.heard == [OPEN_AT - timedelta(minutes=2)]

    def test_it_is_left_alone_where_it_is_better(self) -> None:
        """The judge says so."""
        assert self.told(Judge(Trust.UNTRUSTED, lets=False)) == ["power 1", "status"]

    def test_it_is_not_asked_while_ours_is_sure(self) -> None:
        """It is set, and that is all."""
        judge = Judge(Trust.TRUSTED, lets=False)
        assert self.told(judge) == ["power 1", "clock 2026-11-15 6:0:0"]
        assert judge.heard == []

    def test_what_is_no_time_is_not_heard(self) -> None:
        """A clock that was never set tells anything."""
        judge = Judge(Trust.PLAUSIBLE, lets=False)
        assert self.told(judge, "fff0-00-00T45:85:99")[-1] == "clock 2026-11-15 6:0:0"
        assert judge.heard == []
