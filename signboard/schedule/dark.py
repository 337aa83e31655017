"""The rule that keeps a board dark where no window is: before the first day, outside the hours, after the last day."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from signboard.campaign.campaign import Campaign
from signboard.schedule.cue import Reason
from signboard.schedule.days import day_in, days_around, is_campaign_day
from signboard.schedule.local import local
from signboard.schedule.strands import whole
from signboard.schedule.windows import Window, hours_on

__all__ = ["rule"]


def rule(
    campaigns: Sequence[Campaign], windows: Sequence[Window], now_at: datetime, zone: tzinfo
) -> tuple[Reason, Campaign | None]:
    """The rule at this very instant, and the campaign whose rule it is.

    A campaign that has the day but not the weekday is outside its hours.

    Args:
        campaigns: all of them.
        windows: their own, near this day and beyond, none of which holds the instant.
        now_at: the instant.
        zone: the board's civil time.
    """
    day = local(now_at, zone).date()
    campaigns = [one for one in campaigns if _has_hours(one)] or campaigns  # one without hours only stands by
    todays = [campaign for campaign in campaigns if is_campaign_day(campaign.period, day)]
    begun = [campaign for campaign in todays if whole(campaign).begins_on(day)]
    lit_ids = {window.campaign.id for window in windows if local(window.start_at, zone).date() == day}
    mute = [campaign for campaign in begun if campaign.id not in lit_ids]
    mute_now = [campaign for campaign in mute if _in_hours(campaign, day, now_at, zone)]
    if mute_now or not windows:
        return Reason.NO_CONTENT, _foremost(mute_now or campaigns)
    resting = [campaign for campaign in begun if campaign.id in lit_ids]
    off = [] if begun else _that_light(todays, windows)
    if resting or off:
        return Reason.OUTSIDE_HOURS, _foremost(resting or off)
    if todays:
        return Reason.NO_CONTENT, _foremost(mute or todays)
    return _between(windows, now_at, zone)


def _has_hours(campaign: Campaign) -> bool:
    return bool(campaign.windows) or any(slogan.windows for slogan in campaign.slogans)


def _that_light(campaigns: Sequence[Campaign], windows: Sequence[Window]) -> list[Campaign]:
    known = {window.campaign.id for window in windows}
    return [campaign for campaign in campaigns if campaign.id in known]


def _in_hours(campaign: Campaign, day: date, now_at: datetime, zone: tzinfo) -> bool:
    hours = (pair for near in days_around(day, 2) for pair in hours_on(whole(campaign), near, zone))
    return any(start_at <= now_at < end_at for start_at, end_at in hours)


def _foremost(campaigns: Sequence[Campaign]) -> Campaign | None:
    return max(campaigns, key=lambda campaign: (campaign.level, campaign.priority), default=None)


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
