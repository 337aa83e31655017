"""How long a board is dark in all, through every rule that keeps it so one after the other.

`due` answers for one rule: a campaign that rests for a week has a resting stretch for the hours of each day and dark
hours between them. Who asks why the board is dark means the whole.
"""

from datetime import datetime, timedelta

from signboard.schedule.cue import Cue, Reason
from signboard.schedule.timetable import Timetable

__all__ = ["dark_span"]

_MOST_STEPS = 200
"""A hundred days of two rules a day each way; who looks further than that learns how far was looked."""
_JUST_BEFORE = timedelta(microseconds=1)


def dark_span(timetable: Timetable, cue: Cue) -> tuple[datetime | None, datetime | None]:
    """Since when and until when nothing is lit, round a cue that is dark; of any other cue, its own ends.

    The seconds before a boundary into which no pass fits any more (`NO_ROOM`) belong to what was shown, so they are no
    part of the stretch, and are one by themselves. While nobody trusts the clock there is nothing to look at.

    Args:
        timetable: that gave the cue.
        cue: of an instant in question.

    Returns:
        Aware UTC instants, half-open; None: since ever, for ever.
    """
    if not _is_dark(cue):
        return cue.since_at, cue.until_at
    return _since(timetable, cue), _until(timetable, cue)


def _is_dark(cue: Cue) -> bool:
    return cue.slogan is None and cue.reason not in (Reason.NO_ROOM, Reason.CLOCK)


def _since(timetable: Timetable, cue: Cue) -> datetime | None:
    since_at = cue.since_at
    for _step in range(_MOST_STEPS):
        if since_at is None:
            return None
        before = timetable.cue(since_at - _JUST_BEFORE)
        if not _is_dark(before):
            break
        since_at = before.since_at
    return since_at


def _until(timetable: Timetable, cue: Cue) -> datetime | None:
    until_at = cue.until_at
    for _step in range(_MOST_STEPS):
        if until_at is None:
            return None
        after = timetable.cue(until_at)
        if after.slogan is not None:  # hours too short for any pass light nothing either
            break
        until_at = after.until_at
    return until_at
