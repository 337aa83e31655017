"""Is the content ready: approved, for the right days, without holes, and able to be shown? Each answer a finding."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from textwrap import shorten

from signboard.campaign.approval import Approval
from signboard.campaign.campaign import Campaign
from signboard.campaign.period import HourWindow
from signboard.campaign.slogan import Slogan
from signboard.errors import N_, SignboardError
from signboard.health.finding import BAD, GOOD, NOTE, Finding
from signboard.health.outlook import content_until, lit_days, next_lit
from signboard.locale import _, day_text, fill, instant_text, lines

__all__ = ["Programme", "approved", "coverage", "dates", "fit"]

_DAY_MIN = 1440
_MOST_NAMED = 5
_RIGHT_DAYS = N_(
    "Load the list with the right days and have it approved: signboard load FILE --first-day DAY --last-day DAY."
)
_COMING_DAY = N_("Name a day to come (--day), or none for the next one with slogans.")
_CORRECT = N_("Shorten or correct them (signboard correct), or give them more time; signboard slogans lists them.")
_NO_LIST = N_(
    "Load the signed list (signboard load), submit it (signboard submit), enter the approval (signboard approve)."
)


@dataclass(frozen=True, slots=True)
class Programme:
    """What is to be played, set for this board.

    Attributes:
        campaigns: of the approved list, less what was withdrawn.
        durations_ms: length of a pass by slogan key, of every slogan that can be shown.
        problems: by slogan key, why the others cannot.
        zone: the board's civil time.
    """

    campaigns: tuple[Campaign, ...]
    durations_ms: Mapping[str, int]
    problems: Mapping[str, SignboardError]
    zone: tzinfo

    @property
    def slogans(self) -> list[tuple[Campaign, Slogan]]:
        """All of them, in order."""
        return [(campaign, slogan) for campaign in self.campaigns for slogan in campaign.slogans]


def approved(approval: Approval | None, count: int, *, is_newer_loaded: bool) -> Finding:
    """Is there a list that may play?

    Args:
        approval: of the list that plays; None: there is none.
        count: its slogans.
        is_newer_loaded: another list was loaded since, and waits.
    """
    if approval is None:
        text = fill(N_("No list is approved, so nothing will play."))
        return Finding("content", BAD, text, _(_NO_LIST), "not_approved")
    text = fill(
        N_("{count} slogans, approved by {number} of {date}, signed by {signer}."),
        count=count,
        number=approval.number,
        date=day_text(approval.date_day),
        signer=approval.signer,
    )
    if is_newer_loaded:
        cure = fill(N_("Another list was loaded since and waits for its approval; the approved one plays."))
        return Finding("content", NOTE, text, cure, "newer_list")
    return Finding("content", GOOD, text)


def dates(programme: Programme, now_at: datetime, day: date | None) -> Finding:
    """From when to when does it play; on the day that was asked for, too?"""
    zone = programme.zone
    is_over = day is not None and day < now_at.astimezone(zone).date()
    first_at = next_lit(programme.campaigns, programme.durations_ms, _from(now_at, day, zone), zone)
    if first_at is None:
        text = fill(N_("Nothing plays from now on: the days of the list are over, or none of it can be shown."))
        return Finding("dates", BAD, text, _(_NO_LIST), "never_plays")
    end_at = content_until(programme.campaigns, programme.durations_ms, first_at, zone)
    text = fill(N_("Plays from {first}."), first=instant_text(first_at, zone)[:-3])
    if end_at is not None:
        text = fill(
            N_("Plays from {first} to {last}."),
            first=instant_text(first_at, zone)[:-3],
            last=instant_text(end_at, zone)[:-3],
        )
    if day is not None and is_over:
        over = fill(N_("{day} is over; looked at from now on."), day=day_text(day))
        return Finding("dates", NOTE, f"{over} {text}", _(_COMING_DAY), "day_over")
    if day is not None and first_at.astimezone(zone).date() > day:
        text = fill(
            N_("Nothing plays on {day}; the first picture comes at {first}."),
            day=day_text(day),
            first=instant_text(first_at, zone)[:-3],
        )
        return Finding("dates", BAD, text, _(_RIGHT_DAYS), "not_on_day")
    return Finding("dates", GOOD, text)


def coverage(programme: Programme, now_at: datetime, day: date | None = None) -> Finding:
    """Is there a day without anything between the first, or the day that was asked for, and the last?"""
    zone = programme.zone
    first_at = next_lit(programme.campaigns, programme.durations_ms, _from(now_at, day, zone), zone)
    if first_at is None:
        return Finding("coverage", NOTE, fill(N_("There is no day to look at.")), code="never_plays")
    end_at = content_until(programme.campaigns, programme.durations_ms, first_at, zone)
    first_day = first_at.astimezone(zone).date()
    last_at = None if end_at is None else end_at - timedelta(microseconds=1)  # an end at midnight is the day before
    days = 31 if last_at is None else (last_at.astimezone(zone).date() - first_day).days + 1
    lit = lit_days(programme.campaigns, programme.durations_ms, first_at, zone, days)
    dark = [first_day + timedelta(days=number) for number, is_lit in enumerate(lit) if not is_lit]
    text = fill(N_("{lit} of {days} days have slogans."), lit=sum(lit), days=len(lit))
    if dark:
        named = ", ".join(map(day_text, dark[:_MOST_NAMED])) + (" …" if len(dark) > _MOST_NAMED else "")
        cure = fill(N_("See whether these days are meant to be dark: {days}."), days=named)
        return Finding("coverage", NOTE, text, cure, "dark_days")
    return Finding("coverage", GOOD, text)


def _from(now_at: datetime, day: date | None, zone: tzinfo) -> datetime:
    """That day's beginning, today's, too; of a day that is over nothing can be made ready: from now on."""
    is_to_come = day is not None and day >= now_at.astimezone(zone).date()
    return datetime.combine(day, time(), zone) if day is not None and is_to_come else now_at


def fit(programme: Programme) -> Finding:
    """Can every slogan be shown, within its hours?"""
    named = [
        fill(N_("{number} ({start}): {why}"), number=number, start=_start(slogan.text), why=why)
        for number, (campaign, slogan) in enumerate(programme.slogans, 1)
        if (why := _why_not(programme, campaign, slogan))
    ]
    count = len(programme.slogans)
    if not named:
        return Finding("fit", GOOD, fill(N_("All {count} slogans can be shown on this board."), count=count))
    text = fill(N_("{bad} of {count} slogans cannot be shown:"), bad=len(named), count=count)
    shown = [*named[:_MOST_NAMED], *(["…"] if len(named) > _MOST_NAMED else [])]
    return Finding("fit", BAD, "\n".join([text, *shown]), _(_CORRECT), "cannot_be_shown")


def _why_not(programme: Programme, campaign: Campaign, slogan: Slogan) -> str:
    problem = programme.problems.get(slogan.key)
    if problem is not None:
        return "; ".join(lines(problem))
    duration_ms = programme.durations_ms.get(slogan.key, 0)
    longest_ms = _longest_min(slogan.windows or campaign.windows) * 60_000
    if duration_ms > longest_ms:
        return fill(
            N_("one pass takes {seconds} s, and its hours last {room} s"),
            seconds=duration_ms // 1000,
            room=longest_ms // 1000,
        )
    return ""


def _longest_min(windows: Iterable[HourWindow]) -> int:
    return max(((one.end_min - one.start_min) % _DAY_MIN or _DAY_MIN for one in windows), default=_DAY_MIN)


def _start(text: str, most: int = 32) -> str:
    return shorten(text, most, placeholder="…")
