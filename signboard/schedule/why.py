"""Why the board shows what it shows: one plain sentence with the deciding rule, as a template and its fields.

The template is English and the catalogue's key; the rim translates it and fills in the same fields, dates and times in
the forms of its language. Instants are fields in the board's civil time, without a zone, to the second.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.days import write_day, write_hours
from signboard.campaign.period import DayOfYear, HourWindow
from signboard.errors import N_
from signboard.schedule.cue import Cue, Reason
from signboard.schedule.local import local
from signboard.schedule.strands import strands

__all__ = ["Sentence", "explain"]

_PLAYING = N_(
    "'{title}' shows this slogan from {since} to {until}: {day} is one of its days, and its hours are {hours}."
)
_DARK = {
    Reason.BEFORE_FIRST_DAY: N_(
        "The board is dark until {until}: {day} is before the first day of '{title}', {first}."
    ),
    Reason.OUTSIDE_HOURS: N_(
        "The board is dark until {until}: {day} is a day of '{title}', but {time} is outside its hours, {hours}."
    ),
    Reason.AFTER_LAST_DAY: N_("The board is dark until {until}: {day} is after the last day of '{title}', {last}."),
    Reason.NO_ROOM: N_(
        "The board is dark until {until}: the next slogan of '{title}' would not end before then, so it does not start."
    ),
    Reason.NO_CONTENT: N_("The board is dark until {until}: '{title}' has no slogan that may play on {day}."),
}
_DARK_FOR_GOOD = {
    Reason.OUTSIDE_HOURS: N_(
        "The board stays dark: {day} is the last day of '{title}', and {time} is after its hours, {hours}."
    ),
    Reason.AFTER_LAST_DAY: N_("The board stays dark: {day} is after the last day of '{title}', {last}."),
}
_MUTE = N_("The board stays dark: '{title}' has no slogan that may play on {day} or later.")
_NO_CAMPAIGN = N_("The board stays dark: there is no campaign.")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template with what goes into it; `str()` is the English sentence."""

    template: str
    fields: Mapping[str, date | datetime | str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.fields)


def explain(cue: Cue, now_at: datetime, campaigns: Iterable[Campaign], zone: tzinfo) -> Sentence:
    """The sentence for what `due` answered at `now_at` for these campaigns."""
    asked = cue.campaign or cue.campaign_in_question
    campaign = next((known for known in campaigns if known.id == asked), None)
    if campaign is None:
        return Sentence(_NO_CAMPAIGN)
    civil = local(now_at, zone)
    return Sentence(
        _template(cue),
        {
            "title": campaign.title,
            "day": civil.date(),
            "time": f"{civil:%H:%M:%S}",
            "first": _day(campaign.period.first_day),
            "last": _day(campaign.period.last_day),
            "hours": ", ".join(write_hours(hours) for hours in _hours(campaign, cue.slogan, civil.date())),
            "since": _civil(cue.since_at, zone),
            "until": _civil(cue.until_at, zone),
        },
    )


def _hours(campaign: Campaign, slogan: str | None, day: date) -> list[HourWindow]:
    """The hours of what plays, else of all that may play on the day; a slogan may have its own."""
    known = [
        strand
        for strand in strands(campaign)
        if strand.has_day(day) and (slogan is None or slogan in {one.id for _place, one in strand.slogans})
    ]
    return sorted({hours for strand in known for hours in strand.windows}) or list(campaign.windows)


def _template(cue: Cue) -> str:
    if cue.reason is Reason.PLAYING:
        return _PLAYING
    if cue.until_at is None:
        return _DARK_FOR_GOOD.get(cue.reason, _MUTE)
    return _DARK[cue.reason]


def _civil(at: datetime | None, zone: tzinfo) -> datetime | str:
    return local(at, zone).replace(microsecond=0) if at else ""


def _day(day: date | DayOfYear) -> date | str:
    """A date stays one, so that it takes the form of the language; a day of the year is written as 15/11."""
    return day if isinstance(day, date) else write_day(day)
