"""A simulated day with faults: after each recovery the board shows what is due; a player without care does not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stage import BOARD, HANOI, MESSAGES, STATION, Stage, campaign

from signboard.player.screenplay import Screenplay, Shot
from signboard.player.streamer import BoardLine, Streamer
from signboard.playlog.evidence import Evidence
from signboard.testing import PAPER, FakeClock, PaperDriver

EVE_AT = datetime(2026, 11, 14, 23, 50, tzinfo=HANOI).astimezone(UTC)
RECOVERY_S = 2.3  # the longest back-off and the set-up

Fault = Callable[[Stage], None]


def unplug(stage: Stage) -> None:
    """The line is down for half a minute."""
    stage.board.is_down = True
    stage.play(30)
    stage.board.is_down = False


def hang(stage: Stage) -> None:
    """The board is silent for half a minute and has forgotten its picture."""
    stage.board.is_silent = True
    stage.play(30)
    stage.board.cut_power()
    stage.board.is_silent = False


def jump_forward(stage: Stage) -> None:
    """Somebody sets the clock an hour ahead."""
    stage.clock.step(3600)


def jump_back(stage: Stage) -> None:
    """Somebody sets the clock an hour back."""
    stage.clock.step(-3600)


def boot_in_the_past(stage: Stage) -> None:
    """The clock stands in another year until it is set right a minute later."""
    right_at, board_s = stage.clock.now(), stage.clock.monotonic_s()
    stage.clock.set(datetime(2009, 1, 1, tzinfo=UTC))
    stage.play(60)
    stage.clock.set(right_at)
    stage.clock.step(stage.clock.monotonic_s() - board_s)


FAULTS: list[Fault] = [unplug, hang, jump_forward, jump_back, boot_in_the_past]


def new_stage(*, all_day: bool = False) -> Stage:
    """The eve of the first day."""
    hours = (0, 1440) if all_day else (360, 1320)
    return Stage(Screenplay([campaign(*hours)], MESSAGES, BOARD, HANOI), clock=FakeClock(EVE_AT))


def wrong_moments(stage: Stage, seconds: int) -> int:
    """Play, look in the middle of each second, and count when the board does not show what is due."""
    wrong = 0
    for _ in range(seconds):
        stage.play(1)
        wrong += not stage.is_right() and not _is_on_the_wire(stage)
    return wrong


def _is_on_the_wire(stage: Stage) -> bool:
    """Did the picture change while its exchange was under way?"""
    since_at = stage.screenplay.shot(stage.clock.now()).since_at
    return since_at is not None and (stage.clock.now() - since_at).total_seconds() < 2 * stage.board.wire_s


@pytest.mark.parametrize("all_day", [False, True])
def test_from_the_eve_to_the_second_day(all_day: bool) -> None:
    """14/11 23:50 to 16/11 00:00 with a fault every two hours: right again after each of them, no false row."""
    stage = new_stage(all_day=all_day)
    end_at = datetime(2026, 11, 16, tzinfo=HANOI)
    turn = 0
    while stage.clock.now() < end_at:
        stage.play(6131)
        assert stage.is_right() or _is_on_the_wire(stage)
        FAULTS[turn % len(FAULTS)](stage)
        stage.play(RECOVERY_S)
        assert wrong_moments(stage, 30) == 0
        turn += 1
    stage.streamer.stop()
    assert turn >= 13
    assert {row.evidence for row in stage.rows} == {Evidence.ACKED, Evidence.FAILED}
    assert all(0 <= (row.until_at - row.since_at).total_seconds() <= 606 for row in stage.rows)


@given(st.lists(st.tuples(st.sampled_from(FAULTS), st.integers(0, 7200)), min_size=1, max_size=5), st.booleans())
@settings(max_examples=15)
def test_any_faults_in_any_order(faults: list[tuple[Fault, int]], all_day: bool) -> None:
    """Whatever happened before, a recovery later the board shows what is due."""
    stage = new_stage(all_day=all_day)
    for fault, pause_s in faults:
        stage.play(pause_s / 10)
        fault(stage)
    stage.play(RECOVERY_S)
    assert wrong_moments(stage, 20) == 0


class Blind(Screenplay):
    """A screenplay that goes on with its first picture whatever is due."""

    first: Shot | None = None

    def shot(self, now_at: datetime) -> Shot:
        """The first picture, said to stand for another second."""
        self.first = self.first or super().shot(now_at)
        return self.first._replace(until_at=now_at + timedelta(seconds=1))


def test_a_player_that_ignores_changes_is_caught() -> None:
    """Control: the same look at the board, over a player without the safeguard."""
    stage = Stage(Blind([campaign(0, 1440)], MESSAGES, BOARD, HANOI), clock=FakeClock(EVE_AT))
    stage.play(1200)
    stage.screenplay = new_stage(all_day=True).screenplay
    assert wrong_moments(stage, 30) > 10


class Trusting(Streamer):
    """A streamer that believes that the board still shows what it was sent before the failure."""

    believed: Shot | None = None

    def tick(self) -> float:
        """Never forget what was sent."""
        self.believed = self.shot or self.believed
        self.shot = self.believed
        return super().tick()


def test_a_player_that_trusts_what_it_sent_is_caught() -> None:
    """Control: in the night nothing changes, and without a refresh nothing else brings the dark frame back."""
    wrong = {}
    for kind in (Streamer, Trusting):
        stage = new_stage()
        line = BoardLine(PaperDriver(BOARD), stage.board, replace(PAPER, refresh_s=None))
        stage.streamer = kind(stage.screenplay, line, stage.clock, STATION, stage.rows.append)
        stage.play(60)
        stage.board.is_silent = True
        stage.streamer.upkeep.forget()  # somebody pulls the cable: the next thing asked is the set-up
        stage.play(30)
        stage.board.frame = stage.board.frame.flipped([(0, 0)])  # and the board comes back with rubbish
        stage.board.is_silent = False
        stage.play(RECOVERY_S)
        wrong[kind.__name__] = wrong_moments(stage, 30)
    assert wrong == {"Streamer": 0, "Trusting": 30}
