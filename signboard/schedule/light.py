"""Light: how bright a board is, apart from what it shows. Pure and total: it answers for every aware instant.

A day has 48 half-hours with a percentage each, 0 where the board is off. Where a night percentage is given the board is
no brighter than that from sunset to sunrise at its place. Orders (saving power) cap what the plan says, never raise it,
with one exception: a board that is off by plan is lit, as dimly as by night, while an order shows a text of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache

from signboard.campaign.order import Order
from signboard.campaign.period import HourWindow
from signboard.errors import N_, InputError
from signboard.schedule.days import days_around
from signboard.schedule.local import instant, local, utc

__all__ = ["FULL", "HALF_HOURS", "HANOI", "Light", "LightPlan", "Place", "brightness_level", "day_plan", "light_at"]

HALF_HOURS = 48
FULL = 100
_HALF_HOUR_MIN = 30
_QUARTER = timedelta(minutes=15)  # offsets of today's zones are whole quarters of an hour
_REACH = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the board hangs, in degrees; north and east count upwards."""

    latitude: float
    longitude: float


HANOI = Place(21.03, 105.85)


@dataclass(frozen=True, slots=True)
class LightPlan:
    """What the office chose.

    Attributes:
        half_hours: 48 percentages from local midnight on; 0: off.
        night_percent: at most so bright from sunset to sunrise; None: the sun has no say.
        place: whose sun.

    Raises:
        InputError: `light_plan`, when these are not 48 percentages, or the board would never be lit.
    """

    half_hours: tuple[int, ...] = (FULL,) * HALF_HOURS
    night_percent: int | None = None
    place: Place = HANOI

    def __post_init__(self) -> None:
        if len(self.half_hours) != HALF_HOURS or not any(self.half_hours) or not all(map(_is_percent, self.half_hours)):
            raise InputError(
                N_("A plan of light has 48 half-hours with a percentage from 0 to 100 each, one of them above 0."),
                code="light_plan",
            )

    @property
    def lit_hours(self) -> tuple[HourWindow, ...]:
        """The hours in which the board is on; none where it is never off."""
        if all(self.half_hours):
            return ()
        starts = [i for i, percent in enumerate(self.half_hours) if percent and not (i and self.half_hours[i - 1])]
        return tuple(HourWindow(i * _HALF_HOUR_MIN, self._off_from(i) * _HALF_HOUR_MIN) for i in starts)

    @property
    def dimmest_percent(self) -> int:
        """The least that it says for a board that is on."""
        lit = [percent for percent in self.half_hours if percent]
        return min([*lit, self.night_percent] if self.night_percent else lit)

    def _off_from(self, start: int) -> int:
        return next((i for i in range(start, HALF_HOURS) if not self.half_hours[i]), HALF_HOURS)


def _is_percent(number: int) -> bool:
    return 0 <= number <= FULL


def day_plan(
    day: int,
    night: int,
    nights: Iterable[HourWindow],
    offs: Iterable[HourWindow] = (),
    place: Place = HANOI,
    *,
    by_sun: bool = False,
) -> LightPlan:
    """A plan of two percentages.

    Args:
        day: percentage by day.
        night: percentage by night.
        nights: hours of `night`, from half-hour to half-hour.
        offs: hours in which the board is off, likewise.
        place: whose sun.
        by_sun: it is night from sunset to sunrise instead.

    Raises:
        InputError: `light_plan`, the board would never be lit.
    """
    percents = [day] * HALF_HOURS
    for hours, percent in (*((one, night) for one in nights), *((one, 0) for one in offs)):
        for i in range(hours.start_min // _HALF_HOUR_MIN, hours.end_min // _HALF_HOUR_MIN):
            percents[i % HALF_HOURS] = percent
    return LightPlan(tuple(percents), night if by_sun else None, place)


@dataclass(frozen=True, slots=True)
class Light:
    """How bright, and until when that is so.

    Attributes:
        percent: 0 is off.
        until_at: aware UTC instant, half-open; None: for ever.
    """

    percent: int
    until_at: datetime | None


def light_at(plan: LightPlan, now_at: datetime, zone: tzinfo, orders: Iterable[Order] = ()) -> Light:
    """How bright the board is to be at this instant.

    Args:
        plan: the office's.
        now_at: any aware instant.
        zone: the board's civil time, in which the plan's half-hours are counted.
        orders: all that are known, in force or not.
    """
    now_at = utc(now_at)
    known = tuple(order for order in orders if order.campaigns or order.brightness_percent is not None)
    percent = _percent(plan, now_at, zone, known)
    marks = sorted({mark for mark in _marks(plan, now_at, zone, known) if mark > now_at})
    until_at = next((mark for mark in marks if _percent(plan, mark, zone, known) != percent), None)
    if until_at is None and not _is_even(plan) and marks:
        until_at = marks[-1]  # nothing changes as far as anybody looked; ask again then
    return Light(percent, until_at)


def brightness_level(percent: int, levels: int) -> int:
    """The level a driver is told, 0 to `levels - 1`; what is lit gets at least 1, because level 0 may be dark.

    Args:
        percent: as `Light` gives it.
        levels: `Capabilities.brightness_levels`; with none or one the answer is 0.
    """
    top = max(levels - 1, 0)
    if percent <= 0:
        return 0
    return min(top, max(1, (percent * top + FULL // 2) // FULL))


def _percent(plan: LightPlan, at: datetime, zone: tzinfo, orders: Sequence[Order]) -> int:
    civil = local(at, zone)
    percent = plan.half_hours[civil.hour * 2 + civil.minute // _HALF_HOUR_MIN]
    if plan.night_percent is not None and percent and _is_night(plan.place, at):
        percent = min(percent, plan.night_percent)
    in_force = [order for order in orders if order.holds_at(at)]
    if not percent and any(order.campaigns for order in in_force):
        percent = plan.dimmest_percent
    caps = [order.brightness_percent for order in in_force if order.brightness_percent is not None]
    return min([percent, *caps])


def _is_even(plan: LightPlan) -> bool:
    """Is it the same at every hour of every day?"""
    return plan.night_percent is None and len(set(plan.half_hours)) == 1


def _marks(plan: LightPlan, now_at: datetime, zone: tzinfo, orders: Sequence[Order]) -> list[datetime]:
    """Instants at which the answer may change, as far as two days ahead; edges of orders however far."""
    marks = [utc(at) for order in orders for at in (order.since_at, order.until_at)]
    if _is_even(plan):
        return marks
    days = days_around(local(now_at, zone).date(), 2)
    halves = plan.half_hours
    turns = [i for i in range(HALF_HOURS) if halves[i] != halves[i - 1]]
    marks += [instant(day, i * _HALF_HOUR_MIN, zone) for day in days for i in turns]
    if plan.night_percent is not None:
        marks += [at for at, _is_sunset in _sun(plan.place, now_at.date())]
    return marks + _quarters(now_at, zone)


def _quarters(now_at: datetime, zone: tzinfo) -> list[datetime]:
    """Every quarter of an hour to come where somebody turns the clocks meanwhile: then civil half-hours come twice."""
    try:
        if now_at.astimezone(zone).utcoffset() == (now_at + _REACH).astimezone(zone).utcoffset():
            return []
        first_at = now_at.replace(minute=0, second=0, microsecond=0)
        return [first_at + _QUARTER * i for i in range(_REACH // _QUARTER)]
    except OverflowError:
        return []


def _is_night(place: Place, at: datetime) -> bool:
    past = [is_sunset for event_at, is_sunset in _sun(place, at.date()) if event_at <= at]
    return past[-1] if past else _is_dark(place, at)


@lru_cache(maxsize=16)
def _sun(place: Place, day: date) -> tuple[tuple[datetime, bool], ...]:
    """Sunrises (False) and sunsets (True) about a UTC day, in order; none where the sun neither rises nor sets."""
    from astral import Observer, sun  # noqa: PLC0415 - only plans that follow the sun need it

    observer = Observer(place.latitude, place.longitude)
    found: list[tuple[datetime, bool]] = []
    for near in days_around(day, 2):
        for ask, is_sunset in ((sun.sunrise, False), (sun.sunset, True)):
            try:
                found.append((ask(observer, near, tzinfo=UTC), is_sunset))
            except (ValueError, OverflowError):  # midnight sun, polar night, the calendar's ends
                continue
    return tuple(sorted(found))


def _is_dark(place: Place, at: datetime) -> bool:
    from astral import Observer, sun  # noqa: PLC0415 - only plans that follow the sun need it

    try:
        return bool(sun.elevation(Observer(place.latitude, place.longitude), at) < 0)
    except (ValueError, OverflowError):  # the calendar's ends, at which no board is lit
        return False
