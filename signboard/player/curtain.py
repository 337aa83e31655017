"""Curtain: the dark picture sets out early, so that nothing of a campaign is lit at or after its end.

A picture is on the board only when the wire has carried it. So where a pass ends and with it the hours of its campaign,
the dark picture is due one wire time (`lead_s`) before the end, and for one more wire time before that no other picture
sets out, because it would still be under way. The log undercounts by that much. Where another campaign merely has its
turn, or goes before this one within its hours, nothing ends. Beginnings are not moved: what begins is lit a wire time
late, never early.
"""

import math
from datetime import datetime

from signboard.clock import Clock
from signboard.player.screenplay import Screenplay, Shot
from signboard.schedule.cue import Cue, Reason

__all__ = ["Curtain"]


class Curtain:
    """What a board is to be told at an instant: the screenplay's shot, or darkness before an end.

    Args:
        screenplay: what belongs on the board.
        clock: turns instants into wire seconds.
        lead_s: wire seconds that a picture is under way; 0: nothing is early.
    """

    def __init__(self, screenplay: Screenplay, clock: Clock, lead_s: float) -> None:
        self._screenplay = screenplay
        self._clock = clock
        self._lead_s = lead_s
        self._end: tuple[Cue, Shot | None] | None = None

    def shot(self, now_at: datetime) -> Shot:
        """What the board is to be told now."""
        shot = self._screenplay.shot(now_at)
        dark = self._follows(shot)
        return dark if dark and self._left_s(shot) <= self._lead_s else shot

    def is_near(self, shot: Shot) -> bool:
        """Would this shot still be under way when the dark picture has to set out?"""
        return self.falls_in_s(shot) < self._lead_s

    def falls_in_s(self, shot: Shot) -> float:
        """Wire seconds until the dark picture has to set out; infinite where the campaign goes on behind this pass."""
        if self._follows(shot) is None:
            return math.inf
        return max(0.0, self._left_s(shot) - self._lead_s)

    def _left_s(self, shot: Shot) -> float:
        return self._clock.seconds_until(shot.cue.until_at) if shot.cue.until_at else math.inf

    def _follows(self, shot: Shot) -> Shot | None:
        """The darkness behind this pass; None where there is none, or nothing is early."""
        known, cue = self._end, shot.cue
        if known is not None and known[0] is cue:
            return known[1]
        if not self._lead_s or shot.is_dark or cue.until_at is None:
            return None
        if known is None or known[0] != cue:
            self._end = known = (cue, self._darkness(cue, self._screenplay.shot(cue.until_at)))
        return known[1]

    def _goes_on(self, cue: Cue) -> bool:
        """Are these still hours of its campaign, in which another one merely has its turn or goes before it?"""
        if cue.campaign is None or cue.until_at is None or not self._screenplay.is_trusted:
            return False
        return self._screenplay.timetable.may_light(cue.campaign, cue.until_at)

    def _darkness(self, cue: Cue, after: Shot) -> Shot | None:
        if after.is_dark:
            return after
        if after.cue.campaign == cue.campaign or self._goes_on(cue):
            return None
        pause = Cue(None, None, cue.until_at, cue.until_at, Reason.NO_ROOM, cue.campaign)
        dark = self._screenplay.dark
        return Shot(pause, dark, 0, 0, "static", cue.until_at, cue.until_at)
