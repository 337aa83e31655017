"""What is remarkable about a campaign as a whole: days over New Year, hours over midnight, nothing left to play."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from signboard import app
from signboard.campaign.campaign import Campaign
from signboard.campaign.days import write_day, write_hours
from signboard.campaign.period import DayOfYear
from signboard.errors import N_
from signboard.frame.message import Message
from signboard.manuscript.result import Finding, Verdict
from signboard.player.screenplay import Screenplay
from signboard.schedule.cue import Reason
from signboard.schedule.least import shortfalls
from signboard.schedule.own_days import never_play
from signboard.schedule.why import explain

__all__ = ["campaign_remarks"]

_DAY_MIN = 24 * 60
_YEAR = 2001
"""Neither it nor the next one is a leap year."""


def campaign_remarks(
    campaign: Campaign,
    messages: Mapping[str, Message],
    stage: app.Stage,
    now_at: datetime,
    *,
    has_usual_days: bool = False,
) -> tuple[Finding, ...]:
    """What a person should look at before it is approved.

    Codes, all of them for a look: `usual_days`, `crosses_new_year` (with the days that it then has), `over_midnight`,
    `never_plays`, `never_due` (a slogan whose own days are none of the list's), `too_seldom` (a slogan asks for more
    passes an hour than fit).

    Args:
        campaign: playable slogans only.
        messages: by slogan id.
        stage: the board.
        now_at: from when on it may play.
        has_usual_days: did its file name none?
    """
    return (
        *(_usual_days(campaign) if has_usual_days else ()),
        *_crosses_new_year(campaign),
        *_over_midnight(campaign),
        *(list(_never_plays(campaign, messages, stage, now_at)) or _never_due(campaign)),
        *_too_seldom(campaign, messages),
    )


def _usual_days(campaign: Campaign) -> Iterator[Finding]:
    """Those of the shipped campaign, which belong to one occasion of the year."""
    template = N_(
        "For slogans without days of their own the usual ones, {first} to {last} of every year, were taken; if the "
        "list is for another occasion, load it again with --first-day and --last-day."
    )
    first, last = campaign.period.first_day, campaign.period.last_day
    yield Finding("usual_days", Verdict.LOOK, template, {"first": write_day(first), "last": write_day(last)})


def _crosses_new_year(campaign: Campaign) -> Iterator[Finding]:
    first, last = campaign.period.first_day, campaign.period.last_day
    if isinstance(first, DayOfYear) and isinstance(last, DayOfYear) and last < first:
        days = (_date(last, _YEAR + 1) - _date(first, _YEAR)).days + 1
        yield Finding(
            "crosses_new_year",
            Verdict.LOOK,
            N_("Its days cross New Year: {days} days from {first} to {last} of the next year; see if that is meant."),
            {"days": days, "first": write_day(first), "last": write_day(last)},
        )


def _date(day: DayOfYear, year: int) -> date:
    """The day in a common year, in which 29/2 is 28/2."""
    return date(year, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def _over_midnight(campaign: Campaign) -> Iterator[Finding]:
    for window in campaign.windows:
        if window.end_min > _DAY_MIN:
            yield Finding(
                "over_midnight",
                Verdict.LOOK,
                N_("The hours {hours} go on over midnight until the next morning; see if that is meant."),
                {"hours": write_hours(window)},
            )


def _never_plays(
    campaign: Campaign, messages: Mapping[str, Message], stage: app.Stage, now_at: datetime
) -> Iterator[Finding]:
    if not campaign.slogans:
        return
    zone = stage.settings.zone
    cue = Screenplay((campaign,), messages, stage.canvas, zone).cue(now_at)
    if cue.reason is not Reason.PLAYING and cue.until_at is None:
        sentence = explain(cue, now_at, (campaign,), zone)
        yield Finding("never_plays", Verdict.LOOK, sentence.template, sentence.fields)


def _never_due(campaign: Campaign) -> Iterator[Finding]:
    template = N_(
        "'{text}' never plays: its own days, weekdays or years share no day with those of the whole list; correct one "
        "of them."
    )
    for slogan in never_play(campaign):
        yield Finding("never_due", Verdict.LOOK, template, {"text": slogan.text})


def _too_seldom(campaign: Campaign, messages: Mapping[str, Message]) -> Iterator[Finding]:
    texts = {slogan.id: slogan.text for slogan in campaign.slogans}
    for one in shortfalls((campaign,), {key: message.duration_ms for key, message in messages.items()}):
        yield Finding(
            "too_seldom",
            Verdict.LOOK,
            N_(
                "'{text}' should pass {wanted} times in every hour; only {found} fit. Ask for less, or shorten the "
                "list."
            ),
            {"text": texts[one.slogan], "wanted": one.wanted, "found": one.found},
        )
