"""The shipped doubles."""

from datetime import UTC, datetime, timedelta

import pytest

from signboard.clock import Clock
from signboard.errors import LinkDownError, NakError, NoAnswerError
from signboard.frame import art
from signboard.frame.message import Strip
from signboard.playlog.evidence import Evidence
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange
from signboard.testing import FakeClock, PaperBoard, PaperDriver

AT = datetime(2026, 11, 15, tzinfo=UTC)


def test_fake_clock_stands_still() -> None:
    """Nothing moves by itself."""
    clock: Clock = FakeClock(AT)
    assert clock.now() == clock.now() == AT


def test_sleep_advances_both_times() -> None:
    """A sleep moves board time and wire time and is written down."""
    clock = FakeClock(AT, monotonic_s=5)
    clock.sleep(2.5)
    clock.sleep(-1)
    assert (clock.now(), clock.monotonic_s(), clock.slept_s) == (AT + timedelta(seconds=2.5), 7.5, [2.5, -1])


def test_step_moves_board_time_alone() -> None:
    """Setting the clock leaves wire time alone."""
    clock = FakeClock(AT, monotonic_s=5)
    clock.step(-3600)
    assert (clock.now(), clock.monotonic_s()) == (AT - timedelta(hours=1), 5)
    clock.set(AT)
    assert (clock.now(), clock.monotonic_s()) == (AT, 5)


def test_seconds_until() -> None:
    """Counts down and stops at 0."""
    clock = FakeClock(AT)
    assert clock.seconds_until(AT + timedelta(minutes=1)) == 60
    assert clock.seconds_until(AT - timedelta(minutes=1)) == 0


def carry(board: PaperBoard, exchange: Exchange) -> Evidence:
    """Carry out an exchange on the board on paper."""
    return board.carry(exchange).evidence


def test_paper_board_shows_what_it_is_sent() -> None:
    """Pictures travel as text art; an exchange takes its time."""
    clock, spec = FakeClock(AT), BoardSpec(3, 1)
    board, driver = PaperBoard(spec, clock, wire_s=0.5), PaperDriver(spec)
    assert carry(board, driver.show(art.parse("#.#"))) is Evidence.ACKED
    assert board.frame == art.parse("#.#")
    carry(board, driver.clear())
    assert board.frame.lit == 0
    assert clock.now() == AT + timedelta(seconds=1)


def test_paper_board_understands_every_command() -> None:
    """The words are kept in order."""
    spec = BoardSpec(3, 1)
    board, driver = PaperBoard(spec, FakeClock(AT)), PaperDriver(spec)
    for exchange in (
        driver.identify(),
        driver.set_power(True),
        driver.set_brightness(7),
        driver.set_clock(2026, 11, 15, 6, 0, 0),
        driver.scroll(Strip(art.parse("####"), board_px=3, step_px=1, step_ms=10)),
    ):
        carry(board, exchange)
    assert board.words == ["identify", "power 1", "brightness 7", "clock 2026-11-15 6:0:0", "scroll"]
    assert board.frame.width_px == 4


def test_paper_board_fails_as_told() -> None:
    """A line that is down, a board that is silent, a board that refuses; none of them changes the picture."""
    spec = BoardSpec(3, 1)
    board, driver = PaperBoard(spec, FakeClock(AT)), PaperDriver(spec)
    board.refusals["show"] = NakError("No.", code="no", nak=1, retryable=False)
    with pytest.raises(NakError):
        carry(board, driver.show(art.parse("#.#")))
    board.is_silent = True
    with pytest.raises(NoAnswerError):
        carry(board, driver.clear())
    board.is_down = True
    with pytest.raises(LinkDownError):
        carry(board, driver.clear())
    board.close()
    assert (board.frame.lit, board.words, board.closings) == (0, [], 1)
