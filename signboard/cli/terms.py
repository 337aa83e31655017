"""Codes of the record and of `--json` as words for people: ways in which a text passes, reasons of a dark board."""

from signboard.errors import N_
from signboard.locale import _
from signboard.schedule.cue import Reason

__all__ = ["motion_text", "reason_text"]

_MOTIONS = {
    "static": N_("standing"),
    "pages": N_("page by page"),
    "wipe": N_("page by page, wiped"),
    "fade": N_("page by page, faded"),
    "scroll": N_("scrolling"),
    "card": N_("scrolled by the card"),
    "stored": N_("kept and turned by the card"),
}
_REASONS = {
    Reason.PLAYING: N_("playing"),
    Reason.BEFORE_FIRST_DAY: N_("dark: before the first day"),
    Reason.OUTSIDE_HOURS: N_("dark: outside the hours"),
    Reason.AFTER_LAST_DAY: N_("dark: after the last day"),
    Reason.NO_ROOM: N_("dark: the next slogan would not end in time"),
    Reason.NO_CONTENT: N_("dark: there is no slogan that may play"),
    Reason.BLANKED: N_("dark: somebody ordered it"),
    Reason.RESTING: N_("dark: a special day rests what would play"),
    Reason.CLOCK: N_("nobody knows what day it is"),
}


def motion_text(motion: str) -> str:
    """How a text passes, in the language spoken now."""
    return _(_MOTIONS.get(motion, motion))


def reason_text(reason: Reason) -> str:
    """The deciding rule, in the language spoken now."""
    return _(_REASONS[reason])
