"""What lost: everything that would be lit at an instant and is not, each with the rule by which it lost."""

import enum
from calendar import isleap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from signboard.campaign.days import write_hours
from signboard.campaign.order import Order
from signboard.errors import N_
from signboard.schedule.cue import Cue, Reason
from signboard.schedule.local import local
from signboard.schedule.own_days import leap_days
from signboard.schedule.special import POWER_PLAN, off_hours
from signboard.schedule.stretch import dark_span
from signboard.schedule.timetable import Timetable
from signboard.schedule.why import Field, Kind, Sentence, explain
from signboard.schedule.windows import ORDERED, Window

__all__ = ["Outcome", "Rival", "paragraph", "rivals"]

_WAITS_FOR_ORDER = N_("'{title}' waits meanwhile: an order goes before every campaign.")
_ORDER_WAITS = N_("An order waits meanwhile ({kind}): a later one, or one given by a person for now, goes before it.")
_LEVEL = N_("'{title}' waits meanwhile: its level is {level}, and {winning} goes before it.")
_PRIORITY = N_("'{title}' waits meanwhile: of the same level, {level}, its priority {priority} is below {highest}.")
_RESTS = N_("'{title}' rests because of {kind}.")
_RESTS_BY_PLAN = N_("'{title}' rests in the hours off, {hours}, of [light] in the settings.")
_SHARES = N_("'{title}' shares the board: {weight} of {weights} passes are its own.")
_STAYS = N_("It stays dark then, too, until {until}.")
_LEAP_DAY = N_("'{title}' names 29/02; in a year without that day it is 28/02.")


class Outcome(enum.Enum):
    """What became of it. Values are the stable codes of `--json`."""

    SHARES = "shares"
    ORDER = "order"
    LEVEL = "level"
    PRIORITY = "priority"
    RESTS = "rests"


@dataclass(frozen=True, slots=True)
class Rival:
    """A campaign that is or could be lit.

    Attributes:
        campaign: its id.
        outcome: by which rule it is not shown, or that it takes its turns.
        sentence: for people.
    """

    campaign: str
    outcome: Outcome
    sentence: Sentence


def rivals(timetable: Timetable, now_at: datetime) -> tuple[Rival, ...]:
    """All that would be lit at this instant if others did not go before it, the foremost first.

    Where several share the board, each of them is named; where one has it alone, only those that lost.
    """
    every = timetable.candidates(now_at)
    if not every:
        return ()
    first = every[0]
    shown = {window.campaign.id for window in every if window.rank == first.rank}
    found: dict[str, Rival] = {}
    for window in every:
        name = window.campaign.id
        if name in found or (name in shown and (len(shown) == 1 or not window.entries)):
            continue
        found[name] = _lost(window, first) if name not in shown else _shares(window, every)
    return tuple(found.values())


def _shares(window: Window, every: Sequence[Window]) -> Rival:
    weights = {one.campaign.id: one.campaign.weight for one in every if one.rank == window.rank}
    fields: dict[str, Field] = {
        "title": window.campaign.title,
        "weight": window.campaign.weight,
        "weights": sum(weights.values()),
    }
    return Rival(window.campaign.id, Outcome.SHARES, Sentence(_SHARES, fields))


def _lost(window: Window, first: Window) -> Rival:
    campaign, winner = window.campaign, first.campaign
    title: dict[str, Field] = {"title": campaign.title}
    if window.order is not None and window.rank[0] == ORDERED:
        return Rival(campaign.id, Outcome.ORDER, Sentence(_ORDER_WAITS, {"kind": Kind(window.order.kind)}))
    if window.order is not None and not (window.order is first.order and first.rank[0] == ORDERED):
        return Rival(campaign.id, Outcome.RESTS, _resting(title, window.order))
    if first.order is not None:
        return Rival(campaign.id, Outcome.ORDER, Sentence(_WAITS_FOR_ORDER, title))
    if campaign.level != winner.level:
        title |= {"level": campaign.level, "winning": winner.level}
        return Rival(campaign.id, Outcome.LEVEL, Sentence(_LEVEL, title))
    title |= {"level": campaign.level, "priority": campaign.priority, "highest": winner.priority}
    return Rival(campaign.id, Outcome.PRIORITY, Sentence(_PRIORITY, title))


def _resting(title: dict[str, Field], order: Order) -> Sentence:
    if order.id == POWER_PLAN:
        hours = ", ".join(map(write_hours, off_hours(order.windows)))
        return Sentence(_RESTS_BY_PLAN, {**title, "hours": hours})
    return Sentence(_RESTS, {**title, "kind": Kind(order.kind)})


def paragraph(timetable: Timetable, now_at: datetime, *, is_trusted: bool = True) -> tuple[Sentence, ...]:
    """What shows and why, then what lost and why; for a dark board, whether it stays dark after the next boundary."""
    cue = timetable.cue(now_at, is_trusted=is_trusted)
    first = explain(cue, now_at, timetable.campaigns, timetable.zone, timetable.orders)
    if not is_trusted:
        return (first,)
    lost = [rival.sentence for rival in rivals(timetable, now_at) if cue.reason is not Reason.NO_ROOM]
    lit_at = _lit_at(timetable, cue)
    civil = lit_at and local(lit_at, timetable.zone).replace(microsecond=0)
    return (first, *lost, *_leap(cue, now_at, timetable), *([Sentence(_STAYS, {"until": civil})] if civil else []))


def _leap(cue: Cue, now_at: datetime, timetable: Timetable) -> Iterator[Sentence]:
    """On 28/2 of a common year: why what was written for 29/2 is asked for today."""
    day = local(now_at, timetable.zone).date()
    if (day.month, day.day) == (2, 28) and not isleap(day.year):
        asked = cue.campaign or cue.campaign_in_question
        yield from (
            Sentence(_LEAP_DAY, {"title": campaign.title})
            for campaign in timetable.campaigns
            if campaign.id == asked and leap_days(campaign)
        )


def _lit_at(timetable: Timetable, cue: Cue) -> datetime | None:
    """When the board is lit at last, where that is later than the end of this rule; None where it is not."""
    _since_at, lit_at = dark_span(timetable, cue)
    if lit_at is None or cue.until_at is None or lit_at - cue.until_at < timedelta(seconds=1):
        return None
    return lit_at
