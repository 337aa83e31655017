"""Several players in turn."""

from datetime import UTC, datetime, timedelta

import pytest

from signboard.errors import WrongBoardError
from signboard.frame.frame import Frame
from signboard.player.screenplay import Shot
from signboard.player.turns import Turns
from signboard.schedule.cue import Cue, Reason

NOON_AT = datetime(2026, 11, 15, 12, tzinfo=UTC)


class One:
    """A player on paper."""

    def __init__(self, name: str, log: list[str], wait_s: float = 1.0) -> None:
        self.name = name
        self.shot: Shot | None = None
        self.error: WrongBoardError | None = None
        self._log = log
        self._wait_s = wait_s

    def tick(self) -> float:
        """Say who was ticked."""
        if self.error:
            raise self.error
        self._log.append(self.name)
        return self._wait_s

    def stop(self) -> None:
        """Say who was stopped."""
        self._log.append(f"stop {self.name}")


def until(at: datetime | None) -> Shot:
    """A shot that stands until then."""
    return Shot(Cue(None, None, None, at, Reason.NO_CONTENT), Frame.blank(1, 1), 0, 0, "static", None, at)


def test_everybody_has_a_turn_and_begins_once() -> None:
    """The next round begins with the next one; the shortest wait counts."""
    log: list[str] = []
    turns = Turns([One("a", log), One("b", log, 0.2), One("c", log)])
    assert {turns.tick() for _ in range(3)} == {0.2}
    assert "".join(log) == "abcbcacab"


def test_who_cannot_be_cured_leaves() -> None:
    """The others go on; the reason is kept."""
    log: list[str] = []
    wrong, good = One("a", log), One("b", log)
    wrong.error = WrongBoardError("another board", code="wrong_board")
    turns = Turns([wrong, good])
    turns.tick()
    turns.tick()
    assert log == ["b", "b"]
    assert turns.left == [(wrong, wrong.error)]


def test_the_last_one_to_leave_says_why() -> None:
    """Nobody is left, so the loop ends."""
    one = One("a", [])
    one.error = WrongBoardError("another board", code="wrong_board")
    with pytest.raises(WrongBoardError):
        Turns([one]).tick()


def test_everybody_is_stopped() -> None:
    """Those that left, too: their logs have to be finished."""
    log: list[str] = []
    wrong, good = One("a", log), One("b", log)
    wrong.error = WrongBoardError("another board", code="wrong_board")
    turns = Turns([wrong, good])
    turns.tick()
    turns.stop()
    assert log == ["b", "stop a", "stop b"]


def test_the_shot_that_ends_first_rings() -> None:
    """One that stands for ever, and nobody's, do not."""
    ones = [One(name, []) for name in "abcd"]
    ones[0].shot, ones[1].shot = until(None), until(NOON_AT + timedelta(hours=1))
    ones[2].shot = until(NOON_AT)
    assert Turns(ones).shot is ones[2].shot
    assert Turns(ones[:1]).shot is None
