"""Cue: the answer of `due`."""

import enum
from datetime import datetime
from typing import NamedTuple

__all__ = ["Cue", "Reason"]


class Reason(enum.Enum):
    """The deciding rule. Values are the stable codes of `--json`."""

    PLAYING = "playing"
    BEFORE_FIRST_DAY = "before_first_day"
    OUTSIDE_HOURS = "outside_hours"
    AFTER_LAST_DAY = "after_last_day"
    NO_ROOM = "no_room"
    NO_CONTENT = "no_content"
    BLANKED = "blanked"
    """An order darkens the board."""
    RESTING = "resting"
    """An order (mourning, saving power) rests what would play."""
    CLOCK = "clock_untrusted"
    """Nobody knows what day it is, and there is no standby text, or it plays for that reason."""


class Cue(NamedTuple):
    """What belongs on the board during [since_at, until_at).

    Attributes:
        campaign, slogan: ids, None where the board is dark.
        since_at: aware UTC instant; start of the slogan's pass or of the dark stretch (None: since ever).
        until_at: aware UTC instant, half-open (None: for ever).
        reason: the deciding rule.
        campaign_in_question: for a dark cue, the campaign whose rule decides (for the sentence of `why`).
    """

    campaign: str | None
    slogan: str | None
    since_at: datetime | None
    until_at: datetime | None
    reason: Reason
    campaign_in_question: str | None = None
