"""Why the board shows what it shows: one plain sentence with the deciding rule, as a template and its fields.

The template is English and the catalogue's key; the rim translates it and fills in the same fields, dates and times in
the forms of its language. Instants are fields in the board's civil time, without a zone, to the second; a level, the
kind of an order and days of the week are fields of their own types (`Level`, `Kind`, `Weekdays`), named by the rim.
`rivals` says what lost.
"""

from calendar import day_name
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import TypeAlias

from signboard.campaign.campaign import Campaign
from signboard.campaign.days import write_day, write_hours
from signboard.campaign.level import Level
from signboard.campaign.order import BLANK, Order
from signboard.campaign.period import DayOfYear, HourWindow
from signboard.errors import N_
from signboard.schedule.cue import Cue, Reason
from signboard.schedule.days import days_around
from signboard.schedule.local import local
from signboard.schedule.overlay import rests_at
from signboard.schedule.special import POWER_PLAN, off_hours
from signboard.schedule.strands import strands
from signboard.schedule.windows import DAY_MIN, hours_on

__all__ = ["Field", "Kind", "Sentence", "Weekdays", "explain", "ordering"]

_PLAYING = N_(
    "'{title}' shows this slogan from {since} to {until}: {day} is one of its days, and its hours are {hours}."
)
_PLAYING_ON = N_(
    "'{title}' shows this slogan from {since} to {until}: {day} is one of its days, and its hours, {hours}, run on "
    "past midnight."
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
_ORDERED = N_("An order shows this text from {since} to {until}: {kind}, which holds from {begins} to {ends}.")
_ORDERED_BY = N_(
    "An order shows this text from {since} to {until}: {kind}, by {document}, which holds from {begins} to {ends}."
)
_BLANKED = N_("The board is dark until {until}: somebody ordered it to be dark from {begins} to {ends}.")
_BLANKED_BY = N_("The board is dark until {until}: {document} orders it to be dark from {begins} to {ends}.")
_RESTING = N_("The board is dark until {until}: '{title}' rests because of {kind}, from {begins} to {ends}.")
_RESTING_BY = N_(
    "The board is dark until {until}: '{title}' rests because of {kind}, by {document}, from {begins} to {ends}."
)
_OFF_PLAN = N_(
    "The board is dark until {until}: '{title}' rests in the hours off, {hours}, of [light] in the settings."
)
_OFF_DUTY = N_("The board is dark until {until}: {day} is a day of '{title}', but it plays only on {weekdays}.")
_STANDBY = N_(
    "'{title}' shows this slogan from {since} to {until}: nobody knows what day it is, so standby texts play alone."
)
_UNSURE = N_("The board stays dark: nobody knows what day it is, and no text stands by that could play on any day.")
_MUTE = N_("The board stays dark: '{title}' has no slogan that may play on {day} or later.")
_NO_CAMPAIGN = N_("The board stays dark: there is no campaign.")


class Kind(str):
    """The kind of an order, one of `KINDS`, as a field."""

    __slots__ = ()


class Weekdays(tuple[int, ...]):
    """Days of the week, 1 (Monday) to 7, as a field; `str()` is English."""

    __slots__ = ()

    def __str__(self) -> str:
        return ", ".join(day_name[day - 1] for day in self)

    def __format__(self, _spec: str) -> str:
        return str(self)


Field: TypeAlias = date | datetime | str | int | Weekdays
"""A `Level` is an int, a `Kind` a str."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template with what goes into it; `str()` is the English sentence."""

    template: str
    fields: Mapping[str, Field] = field(default_factory=dict)

    def __str__(self) -> str:
        words = {name: found.code if isinstance(found, Level) else found for name, found in self.fields.items()}
        return self.template.format(**words)


def explain(
    cue: Cue, now_at: datetime, campaigns: Iterable[Campaign], zone: tzinfo, orders: Iterable[Order] = ()
) -> Sentence:
    """The sentence for what `due` answered at `now_at` for these campaigns and orders."""
    known = tuple(campaigns)
    order = ordering(cue, now_at, known, zone, tuple(orders))
    if order is not None:
        return _ordered(cue, order, known, zone)
    asked = cue.campaign or cue.campaign_in_question
    campaign = next((one for one in known if one.id == asked), None)
    if campaign is None:
        return Sentence(_UNSURE if cue.reason is Reason.CLOCK else _NO_CAMPAIGN)
    civil = local(now_at, zone)
    day = _begun_on(campaign, cue, now_at, zone) or civil.date()
    windows = _hours(campaign, cue.slogan, day)
    if day != civil.date():
        windows = [hours for hours in windows if not hours.start_min < hours.end_min <= DAY_MIN]
    return Sentence(
        _PLAYING_ON if day != civil.date() else _template(cue, campaign, day),
        {
            "title": campaign.title,
            "day": day,
            "time": f"{civil:%H:%M:%S}",
            "first": _day(campaign.period.first_day),
            "last": _day(campaign.period.last_day),
            "hours": ", ".join(map(write_hours, windows)),
            "weekdays": Weekdays(campaign.weekdays),
            "since": _civil(cue.since_at, zone),
            "until": _civil(cue.until_at, zone),
        },
    )


def ordering(
    cue: Cue, now_at: datetime, campaigns: Sequence[Campaign], zone: tzinfo, orders: Sequence[Order]
) -> Order | None:
    """The order that decided a cue: whose text plays, that blanks the board, or rests the campaign in question."""
    holding = sorted((order for order in orders if order.holds_at(now_at)), key=lambda one: (one.since_at, one.id))
    if cue.reason is Reason.BLANKED:
        return next((order for order in reversed(holding) if order.kind == BLANK), None)
    if cue.reason is Reason.RESTING:
        resting = next((one for one in campaigns if one.id == cue.campaign_in_question), None)
        return next((order for order in holding if resting and rests_at(order, resting, now_at, zone)), None)
    if cue.reason is Reason.CLOCK or cue.campaign in {campaign.id for campaign in campaigns}:
        return None
    asked = cue.campaign or cue.campaign_in_question
    return next((order for order in reversed(holding) if asked in {one.id for one in order.campaigns}), None)


def _ordered(cue: Cue, order: Order, campaigns: Sequence[Campaign], zone: tzinfo) -> Sentence:
    templates = {Reason.BLANKED: (_BLANKED, _BLANKED_BY), Reason.RESTING: (_RESTING, _RESTING_BY)}
    if order.id == POWER_PLAN:
        templates[Reason.RESTING] = (_OFF_PLAN, _OFF_PLAN)
    every = (*campaigns, *order.campaigns)
    return Sentence(
        templates.get(cue.reason, (_ORDERED, _ORDERED_BY))[bool(order.document)]
        if cue.reason is not Reason.NO_ROOM
        else _DARK[Reason.NO_ROOM],
        {
            "title": next((one.title for one in every if one.id == cue.campaign_in_question), ""),
            "kind": Kind(order.kind),
            "hours": ", ".join(map(write_hours, off_hours(order.windows))),
            "document": order.document,
            "begins": _civil(order.since_at, zone),
            "ends": _civil(order.until_at, zone),
            "since": _civil(cue.since_at, zone),
            "until": _civil(cue.until_at, zone),
        },
    )


def _begun_on(campaign: Campaign, cue: Cue, now_at: datetime, zone: tzinfo) -> date | None:
    """The day whose hours hold what plays now, the day before where they run over midnight; None: no hours decide."""
    if cue.slogan is None or cue.reason is Reason.CLOCK:
        return None
    near = days_around(local(now_at, zone).date(), 2)
    begun = [
        day
        for strand in strands(campaign)
        if cue.slogan in {one.id for _place, one in strand.slogans}
        for day in near
        if any(start_at <= now_at < end_at for start_at, end_at in hours_on(strand, day, zone))
    ]
    return max(begun, default=None)


def _hours(campaign: Campaign, slogan: str | None, day: date) -> list[HourWindow]:
    """The hours of what plays, else of all that may play on the day; a slogan may have its own."""
    known = [
        strand
        for strand in strands(campaign)
        if strand.has_day(day) and (slogan is None or slogan in {one.id for _place, one in strand.slogans})
    ]
    return sorted({hours for strand in known for hours in strand.windows}) or list(campaign.windows)


def _template(cue: Cue, campaign: Campaign, day: date) -> str:
    if cue.slogan is not None:
        return _STANDBY if cue.reason is Reason.CLOCK else _PLAYING
    is_off = campaign.weekdays and day.isoweekday() not in campaign.weekdays
    if cue.reason is Reason.OUTSIDE_HOURS and cue.until_at and is_off:
        return _OFF_DUTY
    if cue.until_at is None:
        return _DARK_FOR_GOOD.get(cue.reason, _MUTE)
    return _DARK[cue.reason]


def _civil(at: datetime | None, zone: tzinfo) -> datetime | str:
    return local(at, zone).replace(microsecond=0) if at else ""


def _day(day: date | DayOfYear) -> date | str:
    """A date stays one, so that it takes the form of the language; a day of the year is written as 15/11."""
    return day if isinstance(day, date) else write_day(day)
