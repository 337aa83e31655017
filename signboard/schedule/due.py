"""`due`: the one question. What belongs on this board at this instant, since when and until when?

Pure and total: it answers for every aware instant from year 1 to 9999 and remembers nothing. What it answers holds
for the whole of [since_at, until_at):

* **playing**: one pass of one slogan. A pass starts only if it can end before the next boundary.
* **no_room**: what remains before the boundary is too short for the slogan whose turn it is.
* **dark** for any other reason: from the end of the last lit window to the start of the next one, however many days
  that is. `reason` is then the rule at the very instant asked for: at 14/11 23:59:59 the first day has not come, a
  second later it is one of the days but outside the hours, and both lie in the same dark stretch.

Passes count from the start of the day's window (see `segments` for what cuts a window).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo

from signboard.campaign.campaign import Campaign
from signboard.schedule.cue import Cue, Reason
from signboard.schedule.days import day_in, days_around, is_campaign_day
from signboard.schedule.local import local, utc
from signboard.schedule.playlist import pass_at
from signboard.schedule.segments import Segment, milliseconds, segment_at
from signboard.schedule.strands import whole
from signboard.schedule.windows import Window, hours_on, windows_beyond, windows_near

__all__ = ["due"]


def due(campaigns: Iterable[Campaign], durations_ms: Mapping[str, int], now_at: datetime, zone: tzinfo) -> Cue:
    """What belongs on the board at `now_at`.

    Args:
        campaigns: in any order; ids are unique.
        durations_ms: length of one pass by slogan key; a slogan without one (or with 0) never plays.
        now_at: any aware instant.
        zone: the board's civil time.
    """
    known = sorted(campaigns, key=lambda campaign: campaign.id)
    now_at = utc(now_at)
    day = local(now_at, zone).date()
    near = [window for campaign in known for window in windows_near(campaign, day, durations_ms, zone)]
    segment = segment_at(near, now_at)
    if segment is not None:
        return _lit(segment, now_at)
    beyond = [window for campaign in known for window in windows_beyond(campaign, day, durations_ms, zone)]
    return _dark(known, near + beyond, now_at, zone)


def _lit(segment: Segment, now_at: datetime) -> Cue:
    entries, room_ms = segment.round, segment.length_ms
    first = segment.winners[0].campaign.id
    if not entries:
        return Cue(None, None, segment.start_at, segment.end_at, Reason.NO_ROOM, first)
    turn = pass_at(entries, milliseconds(segment.start_at, now_at))
    since_at = segment.start_at + timedelta(milliseconds=turn.start_ms)
    if turn.end_ms > room_ms:
        return Cue(None, None, since_at, segment.end_at, Reason.NO_ROOM, turn.entry.campaign)
    until_at = segment.start_at + timedelta(milliseconds=turn.end_ms)
    return Cue(turn.entry.campaign, turn.entry.slogan, since_at, until_at, Reason.PLAYING)


def _dark(campaigns: Sequence[Campaign], windows: Sequence[Window], now_at: datetime, zone: tzinfo) -> Cue:
    since_at = max((window.end_at for window in windows if window.end_at <= now_at), default=None)
    coming = [window for window in windows if window.start_at > now_at]
    until_at = min((window.start_at for window in coming), default=None)
    reason, campaign = _rule(campaigns, windows, now_at, zone)
    return Cue(None, None, since_at, until_at, reason, campaign.id if campaign else None)


def _rule(
    campaigns: Sequence[Campaign], windows: Sequence[Window], now_at: datetime, zone: tzinfo
) -> tuple[Reason, Campaign | None]:
    """The rule that keeps the board dark, and the campaign whose rule it is."""
    day = local(now_at, zone).date()
    todays = [campaign for campaign in campaigns if is_campaign_day(campaign.period, day)]
    lit_ids = {window.campaign.id for window in windows if local(window.start_at, zone).date() == day}
    mute = [campaign for campaign in todays if campaign.id not in lit_ids]
    mute_now = [campaign for campaign in mute if _in_hours(campaign, day, now_at, zone)]
    if mute_now or not windows:
        return Reason.NO_CONTENT, _foremost(mute_now or campaigns)
    if todays:
        resting = [campaign for campaign in todays if campaign.id in lit_ids]
        return (Reason.OUTSIDE_HOURS if resting else Reason.NO_CONTENT), _foremost(resting or mute)
    return _between(windows, now_at, zone)


def _in_hours(campaign: Campaign, day: date, now_at: datetime, zone: tzinfo) -> bool:
    hours = (pair for near in days_around(day, 2) for pair in hours_on(whole(campaign), near, zone))
    return any(start_at <= now_at < end_at for start_at, end_at in hours)


def _foremost(campaigns: Sequence[Campaign]) -> Campaign | None:
    return max(campaigns, key=lambda campaign: campaign.priority, default=None)


def _between(windows: Sequence[Window], now_at: datetime, zone: tzinfo) -> tuple[Reason, Campaign]:
    """On a day of no campaign: the campaign that is lit next decides; where none is, the one that was lit last."""
    day = local(now_at, zone).date()
    coming = [window for window in windows if window.start_at > now_at]
    if coming:
        campaign = min(coming, key=lambda window: window.start_at).campaign
        first_day = day_in(campaign.period.first_day, day.year)
        return (Reason.BEFORE_FIRST_DAY if day < first_day else Reason.AFTER_LAST_DAY), campaign
    last = max(windows, key=lambda window: window.end_at)
    spent = last.campaign.period.is_yearly and local(last.start_at, zone).year < day.year
    return (Reason.NO_CONTENT if spent else Reason.AFTER_LAST_DAY), last.campaign
