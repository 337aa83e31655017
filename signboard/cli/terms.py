"""Codes as words for people: ways in which a text passes, reasons of a dark board, levels, days of the week."""

from collections.abc import Iterable

from signboard.campaign.level import Level
from signboard.cli.order_words import kind_text
from signboard.errors import N_
from signboard.locale import _, fill
from signboard.schedule.cue import Reason
from signboard.schedule.why import Field, Kind, Sentence, Weekdays

__all__ = ["level_text", "motion_text", "reason_text", "sentence_text", "weekdays_text"]

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
_LEVELS = {
    Level.EMERGENCY: N_("emergency"),
    Level.CORRECTION: N_("correction"),
    Level.CAMPAIGN: N_("campaign"),
    Level.STANDING: N_("standing all year"),
    Level.STANDBY: N_("standby"),
}
_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def motion_text(motion: str) -> str:
    """How a text passes, in the language spoken now."""
    return _(_MOTIONS.get(motion, motion))


def reason_text(reason: Reason) -> str:
    """The deciding rule, in the language spoken now."""
    return _(_REASONS[reason])


def level_text(level: Level) -> str:
    """A campaign's level, in the language spoken now."""
    return _(_LEVELS[level])


def weekdays_text(days: Iterable[int]) -> str:
    """Days of the week, 1 (Monday) to 7, in the language spoken now."""
    return ", ".join(_(_WEEKDAYS[day - 1]) for day in days)


def sentence_text(sentence: Sentence) -> str:
    """A sentence of the schedule, in the language spoken now."""
    return fill(sentence.template, **{name: _worded(found) for name, found in sentence.fields.items()})


def _worded(found: Field) -> object:
    if isinstance(found, Level):
        return level_text(found)
    if isinstance(found, Kind):
        return kind_text(found)
    return weekdays_text(found) if isinstance(found, Weekdays) else found
