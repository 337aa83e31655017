"""What an order leaves on the board: on which of its days nothing is lit, and whether anything rests because of it.

Asked when an order is given, before its days come, so no slogan has been set yet: each that may play on a day counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.order import Order
from signboard.schedule.days import shift
from signboard.schedule.local import instant, local, utc
from signboard.schedule.overlay import clipped
from signboard.schedule.windows import Window, windows_near

__all__ = ["Effect", "effect_of"]

_LAST = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Effect:
    """What an order does to the campaigns.

    Attributes:
        dark_days: days of the order on which nothing is lit while it holds.
        is_felt: does anything rest that would be lit?
    """

    dark_days: tuple[date, ...]
    is_felt: bool


def effect_of(order: Order, campaigns: Sequence[Campaign], zone: tzinfo) -> Effect:
    """What the order does to these campaigns; a day of which it holds a part counts only where that part goes dark."""
    anything = {slogan.key: 1 for campaign in campaigns for slogan in campaign.slogans}
    day, last_day = local(order.since_at, zone).date(), local(order.until_at - _LAST, zone).date()
    dark, is_felt = [], False
    while day <= last_day:
        begins, ends = instant(day, 0, zone), instant(shift(day, 1), 0, zone)
        since_at, until_at = max(begins, utc(order.since_at)), min(ends, utc(order.until_at))
        near = [window for one in campaigns for window in windows_near(one, day, anything, zone)]
        usual = [one for one in near if one.start_at < until_at and since_at < one.end_at]
        parts = [part for one in usual for part in clipped(one, [order], zone)]
        within = [part for part in parts if part.start_at < until_at and since_at < part.end_at]
        is_whole = (since_at, until_at) == (begins, ends)
        dark += [day] if not _is_lit(within) and (usual or is_whole) else []
        is_felt = is_felt or any(not part.entries for part in within)
        day += timedelta(days=1)
    return Effect(tuple(dark), is_felt)


def _is_lit(windows: Sequence[Window]) -> bool:
    return any(window.entries for window in windows)
