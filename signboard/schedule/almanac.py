"""Almanac: whole days as they will be, stretch by stretch: who is lit, who waits, where a board is dark by rule."""

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from signboard.campaign.order import BLANK
from signboard.schedule.days import shift
from signboard.schedule.local import instant
from signboard.schedule.segments import Segment
from signboard.schedule.strands import whole
from signboard.schedule.timetable import Timetable
from signboard.schedule.windows import ORDERED, ORDINARY, Window, hours_on

__all__ = ["DAY_MIN", "DayPlan", "State", "Stretch", "day_plan", "day_plans"]

DAY_MIN = 1440
_SECOND = timedelta(seconds=1)


class State(enum.Enum):
    """What a stretch is. Values are the stable codes of `--json`."""

    LIT = "lit"
    RESTING = "resting"
    BLANKED = "blanked"
    NO_ROOM = "no_room"
    NO_CONTENT = "no_content"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a day.

    Attributes:
        start_at, end_at: aware UTC instants within the day, half-open.
        campaigns: ids of those that are lit, or whose hours these are.
        waiting: ids of those that would be lit if others did not go before them.
        order: the order that shows its text, darkens the board or rests the campaign.
    """

    start_at: datetime
    end_at: datetime
    state: State
    campaigns: tuple[str, ...]
    waiting: tuple[str, ...] = ()
    order: str | None = None

    @property
    def seconds(self) -> int:
        """Its length in whole seconds."""
        return (self.end_at - self.start_at) // _SECOND


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One civil day; what no stretch covers is dark because it is nobody's hours."""

    day: date
    stretches: tuple[Stretch, ...]

    @property
    def lit_s(self) -> int:
        """Seconds of light, the last moments of a window included in which no pass begins any more."""
        return sum(stretch.seconds for stretch in self.stretches if stretch.state is State.LIT)

    @property
    def holes(self) -> tuple[Stretch, ...]:
        """Hours of a campaign in which the board is dark."""
        return tuple(stretch for stretch in self.stretches if stretch.state is not State.LIT)

    @property
    def overlaps(self) -> tuple[Stretch, ...]:
        """Hours that campaigns share, or in which one waits for another."""
        return tuple(one for one in self.stretches if len(one.campaigns) > 1 or one.waiting)


def day_plans(timetable: Timetable, first_day: date, last_day: date) -> tuple[DayPlan, ...]:
    """The days from the first to the last, both included."""
    days = (last_day - first_day).days + 1
    return tuple(day_plan(timetable, shift(first_day, number)) for number in range(days))


def day_plan(timetable: Timetable, day: date) -> DayPlan:
    """One day."""
    start_at, end_at = instant(day, 0, timetable.zone), instant(day, DAY_MIN, timetable.zone)
    windows = timetable.windows_on(day)
    known = [
        _stretch(segment, max(segment.start_at, start_at), min(segment.end_at, end_at), windows)
        for segment in timetable.segments_on(day)
        if segment.start_at < end_at and start_at < segment.end_at
    ]
    return DayPlan(day, tuple(_joined(sorted([*known, *_mute(timetable, day, known)], key=lambda one: one.start_at))))


def _stretch(segment: Segment, start_at: datetime, end_at: datetime, windows: Iterable[Window]) -> Stretch:
    first = segment.winners[0]
    names = tuple(dict.fromkeys(window.campaign.id for window in segment.winners))
    waiting = {
        window.campaign.id: None
        for window in windows
        if window.start_at < end_at
        and start_at < window.end_at
        and window.rank < first.rank
        and (first.rank[0] == ORDERED or window.rank[0] == ORDINARY)
        and window.campaign.id not in names
    }
    order = first.order.id if first.order else None
    if any(window.entries for window in segment.winners):
        state = State.LIT if segment.turns else State.NO_ROOM
    else:
        is_blank = first.order is not None and first.order.kind == BLANK
        state, names = (State.BLANKED, ()) if is_blank else (State.RESTING, names)
    return Stretch(start_at, end_at, state, names, tuple(waiting), order)


def _mute(timetable: Timetable, day: date, known: Iterable[Stretch]) -> Iterator[Stretch]:
    """Hours of campaigns that have nothing to show, where nothing else is to be seen."""
    taken = [(stretch.start_at, stretch.end_at) for stretch in known]
    speaking = {window.campaign.id for window in timetable.windows_on(day)}
    for campaign in timetable.campaigns:
        if campaign.id in speaking:
            continue
        for pair in hours_on(whole(campaign), day, timetable.zone):
            for start_at, end_at in _free(pair, taken):
                taken.append((start_at, end_at))
                yield Stretch(start_at, end_at, State.NO_CONTENT, (campaign.id,))


def _free(
    pair: tuple[datetime, datetime], taken: Iterable[tuple[datetime, datetime]]
) -> Iterator[tuple[datetime, datetime]]:
    at, end_at = pair
    for start, end in sorted(taken):
        if at < start < end_at:
            yield at, start
        if start < end_at and at < end:
            at = max(at, end)
    if at < end_at:
        yield at, end_at


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Touching stretches that differ in nothing else are one."""
    found: list[Stretch] = []
    for one in stretches:
        if (
            found
            and replace(found[-1], end_at=one.end_at) == replace(one, start_at=found[-1].start_at)
            and found[-1].end_at == one.start_at
        ):
            found[-1] = replace(found[-1], end_at=one.end_at)
        else:
            found.append(one)
    return found
