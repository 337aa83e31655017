"""Standing: one word and an exit code; a file that exists proves no life."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from health_samples import NOW_AT, nobody, somebody, status

from signboard.health.rules import USUAL
from signboard.health.standing import State, lives, standing_of
from signboard.health.status import Status
from signboard.playlog.trust import Trust


@pytest.mark.parametrize(
    ("made", "state", "code"),
    [
        (status(), State.PLAYING, 0),
        (status(slogan=None, text="", reason="outside_hours"), State.RESTING, 0),
        (status(slogan=None, text="", reason="before_first_day"), State.RESTING, 0),
        (status(slogan=None, text="", reason="blanked"), State.BLANKED, 0),
        (status(slogan=None, text="", reason="no_content"), State.NO_CONTENT, 6),
        (status(slogan=None, text="", reason="clock_untrusted", trust=Trust.UNTRUSTED), State.CLOCK, 6),
        (status(dark_since_at=NOW_AT, line="down", error="no_answer"), State.NO_CONTACT, 6),
        (status(line="down", slogan=None, reason="outside_hours"), State.NO_CONTACT, 6),
        (status(None), State.STARTING, 0),
        (status(line="down", carried_at=None), State.STARTING, 0),
        (status(alarmed_at=NOW_AT), State.PLAYING, 6),
        (status(stopped_at=NOW_AT), State.STOPPED, 7),
        (None, State.NONE, 7),
    ],
)
def test_one_word_and_a_code(made: Status | None, state: State, code: int) -> None:
    """0 well, 6 something wrong, 7 nothing plays."""
    standing = standing_of("cong", made, USUAL, NOW_AT, somebody)

    assert (standing.state, standing.exit_code) == (state, code)
    assert standing.is_alive is (code != 7)


def test_a_player_that_is_gone_is_dead_at_once() -> None:
    """However fresh its document is."""
    standing = standing_of("cong", status(), USUAL, NOW_AT, nobody)

    assert (standing.state, standing.exit_code, standing.since_at) == (State.DEAD, 7, NOW_AT)


def test_a_loop_that_hangs_is_dead_after_a_while() -> None:
    """The process lives, and its document grows old; where nobody can tell about processes, the age alone counts."""
    later_at = NOW_AT + timedelta(seconds=31)

    assert standing_of("cong", status(), USUAL, later_at, somebody).state is State.DEAD
    assert standing_of("cong", status(), USUAL, later_at, lambda _pid: None).state is State.DEAD
    assert standing_of("cong", status(), USUAL, NOW_AT, lambda _pid: None).state is State.PLAYING


def test_the_system_knows_who_lives() -> None:
    """This process does; one that has ended does not, nor does a number that no process can have."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()

    assert lives(os.getpid())
    assert lives(1)
    assert not lives(child.pid)
    assert not lives(1 << 80)


def test_windows_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """There the same call would end the process."""
    monkeypatch.setattr(sys, "platform", "win32")

    assert lives(os.getpid()) is None
