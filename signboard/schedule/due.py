"""`due`: the one question. What belongs on this board at this instant, since when and until when?

Pure and total: it answers for every aware instant from year 1 to 9999 and remembers nothing. What it answers holds
for the whole of [since_at, until_at):

* **playing**: one pass of one slogan. A pass starts only if it can end before the next boundary.
* **no_room**: what remains before the boundary is too short for the slogan whose turn it is.
* **blanked**, **resting**: an order darkens the board, or rests the campaign whose hours these are; until that changes.
* **clock_untrusted**: nobody knows what day it is; standby texts pass whatever their days and hours, no order holds.
* **dark** for any other reason: from the end of the last window to the start of the next one, however many days
  that is. `reason` is then the rule at the very instant asked for: at 14/11 23:59:59 the first day has not come, a
  second later it is one of the days but outside the hours, and both lie in the same dark stretch.

Passes count from the start of the segment (see `segments` for who wins and what cuts); with an untrusted clock from the
first instant of year 1, so that two boards with one clock agree. A boundary is known beforehand where the calendar or
an order states it; an order given this moment cuts at its own start, at once.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, tzinfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.order import Order
from signboard.schedule.cue import Cue
from signboard.schedule.timetable import Timetable

__all__ = ["due"]


def due(
    campaigns: Iterable[Campaign],
    durations_ms: Mapping[str, int],
    now_at: datetime,
    zone: tzinfo,
    orders: Iterable[Order] = (),
    *,
    is_trusted: bool = True,
) -> Cue:
    """What belongs on the board at `now_at`. Who asks again and again keeps a `Timetable`.

    Args:
        campaigns: in any order; ids are unique.
        durations_ms: length of one pass by slogan key; a slogan without one (or with 0) never plays.
        now_at: any aware instant.
        zone: the board's civil time.
        orders: past, present and to come, in any order; one that has ended still tells where the passes count from.
        is_trusted: may the instant be believed?
    """
    return Timetable(campaigns, durations_ms, zone, orders).cue(now_at, is_trusted=is_trusted)
