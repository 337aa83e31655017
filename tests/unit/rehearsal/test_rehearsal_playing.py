"""A course in one process and in two: the same."""

from pathlib import Path

import pytest
from rehearsed import MONTH, small_script

from signboard.errors import NakError
from signboard.frame.frame import Frame
from signboard.protocols.spec import BoardSpec
from signboard.protocols.steps import Exchange, Pause
from signboard.rehearsal.course import Course, course_of
from signboard.rehearsal.outcome import outcome_of
from signboard.rehearsal.playing import connect_hastily, play_apart, play_into
from signboard.rehearsal.script import Script
from signboard.schedule.local import FIRST_AT, LAST_AT
from signboard.store.database import Store


def course(days: int) -> Course:
    """The first days, with faults."""
    return course_of(small_script(), MONTH, 3, days=days)


def broken_script() -> Script:
    """A board that refuses every picture for good."""
    script = small_script()
    return type(script)(_Refusing(script), script.board, 57600, script.campaigns, script.messages, script.zone)  # type: ignore[arg-type] # a spec in all that is asked of it


class _Refusing:
    """A family whose driver is told so by every picture."""

    def __init__(self, script: Script) -> None:
        self._spec = script.spec

    def driver(self, board: BoardSpec) -> object:
        """One that shows nothing."""
        driver = self._spec.driver(board)
        driver.show = _refused  # type: ignore[assignment, method-assign] # that is the point
        return driver

    def __getattr__(self, name: str) -> object:
        return getattr(object.__getattribute__(self, "_spec"), name)


def _refused(_frame: Frame) -> Exchange:
    yield Pause(0.1)
    raise NakError("?", code="too_big", nak=1, retryable=False)


def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    """Every gap, row, byte and pass is the same, and somebody was told how far it is."""
    script, whole = small_script(), course(6)
    assert len(whole.parts) == 2
    told: list[float] = []
    alone = outcome_of(script, whole, play_into(script, whole, tmp_path / "log.sqlite3"))
    apart = outcome_of(script, whole, play_apart(small_script, whole, told.append))
    assert alone == apart
    assert 0 < told[0] < told[-1] <= 1


def test_the_log_is_a_real_one(tmp_path: Path) -> None:
    """What was acknowledged stands in a store, whose chain holds."""
    script, whole = small_script(), course(4)
    played = play_into(script, whole, tmp_path / "log.sqlite3")
    with Store(tmp_path / "log.sqlite3", connect_hastily) as store:
        rows = store.showings("rehearsal", FIRST_AT, LAST_AT)
        assert store.first_broken_showing("rehearsal") is None
    assert len(rows) == sum(one.rows for one in played) > 100
    assert outcome_of(script, whole, played).lost_proofs == 0


def test_one_part_needs_no_other_process() -> None:
    """A day or two are played here."""
    found = play_apart(small_script, course(2))
    assert len(found) == 1


def test_what_cannot_be_cured_comes_out() -> None:
    """An error of the board in one of the processes is the caller's."""
    with pytest.raises(NakError):
        play_apart(broken_script, course(6))
