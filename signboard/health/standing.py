"""How a board stands: one word, since when, what troubles it, out of its status document. Pure but for one question.

The question is whether the process that wrote the document still lives; where the system cannot tell, its age decides.
"""

import enum
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from signboard.health.rules import Condition, Limits, conditions, is_stale
from signboard.health.status import Status
from signboard.schedule.cue import Reason

__all__ = ["DEGRADED", "NOT_RUNNING", "Standing", "State", "lives", "standing_of"]

DEGRADED, NOT_RUNNING = 6, 7
"""Exit codes; 0 where all is well."""


class State(enum.Enum):
    """One word for a board; values are the stable words of `--json`."""

    PLAYING = "playing"
    RESTING = "resting"
    BLANKED = "blanked"
    NO_CONTENT = "no_content"
    NO_CONTACT = "no_contact"
    CLOCK = "clock_untrusted"
    STARTING = "starting"
    STOPPED = "stopped"
    DEAD = "dead"
    NONE = "none"


_DOWN = {State.STOPPED, State.DEAD, State.NONE}
_ILL = {State.NO_CONTACT, State.CLOCK, State.NO_CONTENT}
_BY_REASON = {
    Reason.PLAYING.value: State.PLAYING,
    Reason.BLANKED.value: State.BLANKED,
    Reason.NO_CONTENT.value: State.NO_CONTENT,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How one board stands.

    Attributes:
        board_id: which.
        state: the word.
        since_at: since when, where that says something.
        troubles: what lasts, the gravest first.
        status: the document; None: there is none.
    """

    board_id: str
    state: State
    since_at: datetime | None = None
    troubles: tuple[Condition, ...] = ()
    status: Status | None = None

    @property
    def is_alive(self) -> bool:
        """Does its player live?"""
        return self.state not in _DOWN

    @property
    def exit_code(self) -> int:
        """0 where all is well, 6 where something is wrong, 7 where nothing plays."""
        if not self.is_alive:
            return NOT_RUNNING
        return DEGRADED if self.troubles or self.state in _ILL else 0


def standing_of(
    board_id: str, status: Status | None, limits: Limits, now_at: datetime, is_running: Callable[[int], bool | None]
) -> Standing:
    """How the board stands.

    Args:
        board_id: which.
        status: its newest document; None: it has none.
        limits: from when on something is a trouble.
        now_at: the computer's time.
        is_running: does this process live (None: nobody can tell)? `lives` asks the system.
    """
    if status is None:
        return Standing(board_id, State.NONE)
    if status.stopped_at is not None:
        return Standing(board_id, State.STOPPED, status.stopped_at, (), status)
    alive = is_running(status.player.pid) is not False and not is_stale(status, limits, now_at)
    troubles = conditions(status, limits, now_at, is_alive=alive)
    if not alive:
        return Standing(board_id, State.DEAD, status.told_at, troubles, status)
    return Standing(board_id, *_state(status), troubles, status)


def _state(status: Status) -> tuple[State, datetime | None]:
    vitals = status.vitals
    if vitals is None or (vitals.carried_at is None and not vitals.error):
        return State.STARTING, status.player.started_at
    if vitals.dark_since_at is not None:
        return State.NO_CONTACT, vitals.dark_since_at
    if vitals.line == "down":
        return State.NO_CONTACT, vitals.carried_at
    if vitals.reason == Reason.CLOCK.value:
        return State.CLOCK, None
    return _BY_REASON.get(vitals.reason, State.PLAYING if vitals.slogan else State.RESTING), None


def lives(pid: int) -> bool | None:
    """Does a process of this number live? None where asking would harm it (Windows)."""
    if sys.platform == "win32":
        return None
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):  # a number that no process can have
        return False
    except OSError:  # it lives, and is somebody else's
        return True
    return True
