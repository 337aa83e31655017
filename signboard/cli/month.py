"""A calendar sheet: days in a row, a letter for every campaign, notes on holes and overlaps; drawn in `month_*`."""

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from itertools import groupby

from signboard.campaign.campaign import Campaign
from signboard.campaign.days import write_day
from signboard.campaign.level import Level
from signboard.campaign.order import Order
from signboard.cli.kinds import full_day
from signboard.cli.order_words import kind_text, order_kind_text
from signboard.cli.places import period_text, windows_text
from signboard.cli.terms import level_text, weekdays_text
from signboard.errors import N_, UsageError
from signboard.locale import _, fill, number_text
from signboard.schedule.almanac import DAY_MIN, DayPlan, State, Stretch, day_plans
from signboard.schedule.local import local
from signboard.schedule.timetable import Timetable

__all__ = ["Sheet", "days_asked", "make_sheet", "weekday_name"]

_MONTH = re.compile(r"(?:tháng\s+)?(\d{1,2})[/.-](\d{4})|(\d{4})-(\d{1,2})", re.IGNORECASE)
_MONTHS, _YEARS = range(1, 13), range(2000, 2100)
_MOST_DAYS = 400
_HOUR_S = 3600
_LIT = N_("{start}-{end}, {hours} h")
_MARKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""More campaigns than that share letters; the legend still names each."""
_WEEKDAYS = (N_("Mo"), N_("Tu"), N_("We"), N_("Th"), N_("Fr"), N_("Sa"), N_("Su"))
_STATES = {
    State.RESTING: N_("dark ({order}), resting: {campaigns}"),
    State.BLANKED: N_("dark: somebody ordered it"),
    State.NO_ROOM: N_("dark: no slogan of {campaigns} is short enough for these hours"),
    State.NO_CONTENT: N_("dark: {campaigns} has no slogan that may play"),
}


def weekday_name(day: date) -> str:
    """Two letters or so, in the language spoken now."""
    return _(_WEEKDAYS[day.weekday()])


def days_asked(month: str | None, first: str | None, last: str | None, today_day: date) -> tuple[date, date]:
    """First and last day of what is to be drawn: this month where nothing was asked for.

    Raises:
        UsageError: `bad_month`, `month_or_days`, `end_before_start`, `too_many_days`.
        InputError: as `full_day`.
    """
    if month and (first or last):
        raise UsageError(
            N_("--month draws a month, --from and --until other days; give one or the other."), code="month_or_days"
        )
    if first or last:
        first_day = full_day(first) if first else today_day
        return _span(first_day, full_day(last) if last else first_day + timedelta(days=30))
    number, year = _month(month) if month else (today_day.month, today_day.year)
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def _month(written: str) -> tuple[int, int]:
    found = _MONTH.fullmatch(written.strip())
    number, year = (int(found[1] or found[4]), int(found[2] or found[3])) if found else (0, 0)
    if number not in _MONTHS or year not in _YEARS:
        raise UsageError(N_("'{month}' is no month; write it as 11/2026."), code="bad_month", month=written)
    return number, year


def _span(first: date, last: date) -> tuple[date, date]:
    if last < first:
        raise UsageError(
            N_("The last day {last} lies before the first {first}."),
            code="end_before_start",
            first=write_day(first),
            last=write_day(last),
        )
    if (last - first).days >= _MOST_DAYS:
        raise UsageError(N_("Draw up to {most} days at once."), code="too_many_days", most=_MOST_DAYS)
    return first, last


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that is drawn.

    Attributes:
        title: in words.
        marks: a letter for each campaign or order of these days, by its id.
        legend: letter and words of each.
        standby: ids of campaigns that fill what nothing else lights; that they wait is no news.
        notes: holes and overlaps in words, equal ones of neighbouring days together.
    """

    title: str
    zone: tzinfo
    days: tuple[DayPlan, ...]
    marks: dict[str, str]
    legend: tuple[tuple[str, str], ...]
    standby: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()

    def mark(self, stretch: Stretch) -> str:
        """The letter of a stretch: its campaign, `&` where several share, `-` where it is dark by rule."""
        if stretch.state is not State.LIT:
            return "-"
        return self.marks[stretch.campaigns[0]] if len(stretch.campaigns) == 1 else "&"

    def minutes(self, day: date, stretch: Stretch) -> tuple[int, int]:
        """First minute of the day and the one after the last, 0 to 1440, in civil time."""
        return _minute(day, stretch.start_at, self.zone), _minute(day, stretch.end_at, self.zone)

    def lit_hours(self, plan: DayPlan) -> str:
        """From the first light of a day to the last, as 06:00-22:00, and how many hours; empty on a dark day."""
        lit = [self.minutes(plan.day, stretch) for stretch in plan.stretches if stretch.state is State.LIT]
        if not lit:
            return ""
        start, end = lit[0][0], lit[-1][1]
        hours = number_text(plan.lit_s / _HOUR_S, 0 if plan.lit_s % _HOUR_S == 0 else 1)
        return fill(_LIT, start=_clock(start), end=_clock(end), hours=hours)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _minute(day: date, at: datetime, zone: tzinfo) -> int:
    civil = local(at, zone)
    return DAY_MIN if civil.date() > day else civil.hour * 60 + civil.minute


def make_sheet(timetable: Timetable, first_day: date, last_day: date) -> Sheet:
    """Look at every day of it."""
    days = day_plans(timetable, first_day, last_day)
    by_id = {campaign.id: campaign for campaign in timetable.campaigns}
    by_id |= {campaign.id: campaign for order in timetable.orders for campaign in order.campaigns}
    seen = dict.fromkeys(name for plan in days for one in plan.stretches for name in (*one.campaigns, *one.waiting))
    marks = {name: _MARKS[number % len(_MARKS)] for number, name in enumerate(seen)}
    orders = {order.id: order for order in timetable.orders}
    of_order = {campaign.id: order for order in timetable.orders for campaign in order.campaigns}
    legend = tuple((marks[name], _described(by_id[name], of_order.get(name))) for name in seen if name in by_id)
    whole = first_day.day == 1 and last_day == _end_of(first_day)
    title = fill(
        N_("Calendar of the board, {month}") if whole else N_("Calendar of the board, {first} to {last}"),
        month=f"{first_day.month}/{first_day.year}",
        first=write_day(first_day),
        last=write_day(last_day),
    )
    standby = frozenset(name for name, campaign in by_id.items() if campaign.level is Level.STANDBY)
    sheet = Sheet(title, timetable.zone, days, marks, legend, standby)
    return replace(sheet, notes=tuple(_notes(sheet, orders)))


def _end_of(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _described(campaign: Campaign, order: Order | None) -> str:
    if order is not None:
        return f"{kind_text(order.kind)}: {'; '.join(one.text for one in campaign.slogans)}"
    parts = [campaign.title, period_text(campaign.period), windows_text(campaign.windows)]
    parts += [weekdays_text(campaign.weekdays)] if campaign.weekdays else []
    return "; ".join([*parts, level_text(campaign.level)])


def _notes(sheet: Sheet, orders: dict[str, Order]) -> Iterator[str]:
    told = [
        (plan.day, text)
        for plan in sheet.days
        for minutes, what in _joined(
            (sheet.minutes(plan.day, stretch), _told(sheet, stretch, orders)) for stretch in plan.stretches
        )
        if (text := what and f"{_clock(minutes[0])}-{_clock(minutes[1])}: {what}")
    ]
    for text, days in _runs(told):
        span = write_day(days[0]) if len(days) == 1 else f"{write_day(days[0])} - {write_day(days[-1])}"
        yield f"{span}, {text}"


def _joined(rows: Iterable[tuple[tuple[int, int], str]]) -> list[tuple[tuple[int, int], str]]:
    """Rows that touch and say the same are one, though different orders may stand behind them."""
    found: list[tuple[tuple[int, int], str]] = []
    for (start, end), text in rows:
        if found and found[-1][0][1] == start and found[-1][1] == text:
            found[-1] = ((found[-1][0][0], end), text)
        else:
            found.append(((start, end), text))
    return found


def _told(sheet: Sheet, stretch: Stretch, orders: dict[str, Order]) -> str:
    order = orders.get(stretch.order or "")
    fields = {
        "campaigns": ", ".join(sorted(sheet.marks[name] for name in stretch.campaigns)),
        "waiting": ", ".join(sorted(sheet.marks[name] for name in stretch.waiting if name not in sheet.standby)),
        "order": order_kind_text(order) if order else "",
    }
    if stretch.state is not State.LIT:
        return fill(_STATES[stretch.state], **fields)
    if fields["waiting"]:
        return fill(N_("lit: {campaigns}; waiting: {waiting}"), **fields)
    return fill(N_("in turn: {campaigns}"), **fields) if len(stretch.campaigns) > 1 else ""


def _runs(told: Sequence[tuple[date, str]]) -> Iterator[tuple[str, list[date]]]:
    """Equal notes of neighbouring days together, in the order of their first days."""
    by_text: dict[str, list[date]] = {}
    for day, text in told:
        by_text.setdefault(text, []).append(day)
    runs = [(text, run) for text, days in by_text.items() for run in _neighbours(sorted(set(days)))]
    yield from sorted(runs, key=lambda one: one[1][0])


def _neighbours(days: Iterable[date]) -> Iterator[list[date]]:
    for _key, group in groupby(enumerate(days), key=lambda pair: pair[1].toordinal() - pair[0]):
        yield [day for _number, day in group]
