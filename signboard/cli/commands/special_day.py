"""`special-day`: mourning, Tết, Earth hour, saving power; and the list of all orders, with their ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

import click

from signboard import app
from signboard.app import store_path
from signboard.campaign.days import parse_hours
from signboard.campaign.order import ALL, EARTH_HOUR, FESTIVE, MOURNING, ORDINARY, SAVING, TET, Order
from signboard.cli import choices, words
from signboard.cli.call import this_call
from signboard.cli.envelope import talk
from signboard.cli.kinds import Whole, full_day
from signboard.cli.office_rule import check_rule
from signboard.cli.paper import Behind, Paper, behind, the_paper
from signboard.clock import SystemClock
from signboard.errors import N_, InputError, UsageError
from signboard.files import home_dir
from signboard.locale import day_text
from signboard.schedule.local import instant, local
from signboard.schedule.resting import effect_of
from signboard.schedule.special import LENGTHS, earth_hour, earth_span, next_tet_span, tet_span
from signboard.store.orders import known_orders

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["KINDS", "command"]

KINDS = {
    "mourning": MOURNING,
    "quoc-tang": MOURNING,
    "tet": TET,
    "earth-hour": EARTH_HOUR,
    "gio-trai-dat": EARTH_HOUR,
    "saving": SAVING,
    "tiet-kiem-dien": SAVING,
}
"""As typed, in either language."""


@dataclass(frozen=True, slots=True)
class Days:
    """From when to when, as typed."""

    since: str | None
    until: str | None
    year: int | None
    on: str | None


@dataclass(frozen=True, slots=True)
class Means:
    """What the day does, as typed."""

    rests: str | None
    hours: tuple[str, ...]
    light: int | None
    text: str


_days = choices.gather(
    "days",
    Days,
    ("since", "until", "year", "on"),
    (
        words.option("--from", "since", metavar=N_("DAY"), help=N_("First day, such as 25/07/2026, or its beginning.")),
        words.option("--to", "until", metavar=N_("DAY"), help=N_("Last day, all of it, or its end.")),
        words.option(
            "--on",
            metavar=N_("DAY"),
            help=N_("Earth hour: its day, in a year in which it is not the last Saturday of March."),
        ),
        words.option("--year", type=Whole(2000, 2099), help=N_("Of Tết or Earth hour; else the next one.")),
    ),
)
_means = choices.gather(
    "means",
    Means,
    ("rests", "hours", "light", "text"),
    (
        words.option(
            "--rest",
            "rests",
            type=click.Choice([FESTIVE, ALL]),
            help=N_("Mourning: who rests, what is marked as festive or everything."),
        ),
        words.option(
            "--hours",
            multiple=True,
            metavar=N_("HOURS"),
            help=N_("Saving power: lit only from 18:00 to 21:00, as 18:00-21:00; may be repeated."),
        ),
        words.option("--light", type=Whole(1, 100), help=N_("Saving power: at most so many percent of light.")),
        words.option(
            "--text",
            default="",
            metavar=N_("TEXT"),
            help=N_("A text for these days, above everything else; it needs an approval as every text."),
        ),
    ),
)


@words.command(
    "special-day",
    summary=N_(
        "Order a special day (mourning, tet, earth-hour, saving), or list all orders and end one. Each ends by itself, "
        "and everything is as before."
    ),
    examples=(
        'signboard special-day mourning --from 25/07/2026 --to 26/07/2026 --per "Thông báo 12/TB"',
        "signboard special-day saving --from 01/06/2026 --to 31/07/2026 --hours 18:00-21:00 --light 50",
        "signboard special-day --end earth-hour-2027",
    ),
)
@words.argument(
    "kind",
    required=False,
    type=click.Choice(list(KINDS)),
    metavar=N_("[KIND]"),
    help=N_("mourning, tet, earth-hour or saving; also as quoc-tang, gio-trai-dat, tiet-kiem-dien."),
)
@_days
@_means
@words.option("--end", "ended", metavar="ID", help=N_("End this order now; its id stands in the list."))
@behind
@the_paper
def command(
    kind: str | None,
    days: Days,
    means: Means,
    ended: str | None,
    behind: Behind,
    paper: Paper,
) -> int:
    """Order it, end it, or list what there is."""
    from signboard.cli.giving import Wanted, end_orders, end_quietly, give, report_given  # noqa: PLC0415 - proof-reading, which help does without
    from signboard.cli.order_list import check_only_one, named_orders, report_orders  # noqa: PLC0415 - as above
    from signboard.settings import load_settings  # noqa: PLC0415 - pydantic, which help does without

    settings = load_settings(this_call().config)
    now_at = SystemClock().now()
    per, who = behind.words
    if ended is not None:
        end_orders(named_orders(ended, settings, now_at), settings, who, per, now_at)
        return 0
    if kind is None:
        report_orders(settings, now_at)
        return 0
    _check_means(KINDS[kind], means, per, days.on)
    since_at, until_at = _span(KINDS[kind], days, settings, now_at)
    check_only_one(KINDS[kind], since_at, until_at, now_at)
    moved = _moved(KINDS[kind], (since_at, until_at), settings)
    windows = tuple(sorted(map(parse_hours, means.hours)))
    wanted = Wanted(KINDS[kind], since_at, until_at, who, per, means.text, means.rests, windows, means.light)
    stage = app.stage_for(app.Wishes(), this_call().config, app.Content("file", "file", ())) if means.text else None
    if paper.is_given:
        check_rule(settings, this_call().config)
    given = give(wanted, paper, settings, stage, now_at)
    if moved is not None and moved.until_at > now_at:
        end_quietly(moved, settings, who, per, now_at)
        talk(N_("It stands in place of {id}, which comes by itself and is ended."), id=moved.id)
    if not given.bundle:
        _tell_of_marks(given.order, settings)
    return report_given(given, settings, now_at)


def _tell_of_marks(order: Order, settings: Settings) -> None:
    """Where nothing, or not enough, is marked as festive these days do less, or more, than people expect."""
    campaigns = app.find_content(app.Wishes()).campaigns
    is_marked = any(campaign.festive for campaign in campaigns)
    if order.rests not in {ORDINARY, FESTIVE}:
        return
    effect = effect_of(order, campaigns, settings.zone)
    if order.rests == ORDINARY and not is_marked:
        talk(N_("No campaign of the list is marked as festive, so the board is dark on these days."))
    elif order.rests == ORDINARY and effect.dark_days:
        days = ", ".join(map(day_text, effect.dark_days))
        talk(N_("No campaign that is marked as festive plays on {days}, so the board is dark then."), days=days)
    elif order.rests == FESTIVE and not is_marked:
        talk(N_("No campaign of the list is marked as festive, so nothing rests; --rest all rests everything."))
    elif order.rests == FESTIVE and not effect.is_felt:
        talk(N_("No campaign marked as festive plays on these days, so nothing rests; --rest all rests everything."))


def _check_means(kind: str, means: Means, document: str, on: str | None) -> None:
    """Has this kind what it needs, and nothing that belongs to another?

    Raises:
        UsageError: `nothing_saved`, `wrong_kind`.
        InputError: `no_document`.
    """
    if kind == SAVING and not means.hours and means.light is None:
        raise UsageError(
            N_("Say what is to be saved: narrower hours (--hours 18:00-21:00), less light (--light 50), or both."),
            code="nothing_saved",
        )
    if kind != SAVING and (means.hours or means.light is not None):
        raise UsageError(N_("--hours and --light belong to saving; leave them away here."), code="wrong_kind")
    if kind == MOURNING and not document:
        raise InputError(N_("Name the document that orders the mourning (--per)."), code="no_document")
    if kind != MOURNING and means.rests:
        raise UsageError(N_("--rest belongs to mourning; leave it away here."), code="wrong_kind")
    if kind != EARTH_HOUR and on:
        raise UsageError(N_("--on belongs to earth-hour; write --from and --to here."), code="wrong_kind")


def _span(kind: str, days: Days, settings: Settings, now_at: datetime) -> tuple[datetime, datetime]:
    """From when to when: as said, else as the kind usually is."""
    from signboard.cli.giving import beginning, ending  # noqa: PLC0415 - proof-reading, which help does without

    zone = settings.zone
    usual = _usual_span(kind, days, zone, now_at)
    if days.since is None and usual is None:
        raise UsageError(N_("Write the first day: --from 25/07/2026."), code="no_beginning")
    since_at = beginning(days.since, now_at, zone) if days.since or usual is None else usual[0]
    if days.until is not None:
        return since_at, ending(days.until, now_at, zone)
    if usual is not None and days.since is None:
        return usual
    length = LENGTHS[kind].usual
    if length is None:
        raise UsageError(N_("Write the last day: --to 31/07/2026."), code="no_end")
    return since_at, since_at + length


def _usual_span(kind: str, days: Days, zone: tzinfo, now_at: datetime) -> tuple[datetime, datetime] | None:
    """When Tết and Earth hour are; None for what comes on no known day."""
    today, year = local(now_at, zone).date(), days.year
    if kind == TET:
        span = tet_span(year) if year else next_tet_span(today)
        usual = instant(span.first_day, 0, zone), instant(span.last_day + timedelta(days=1), 0, zone)
    elif kind != EARTH_HOUR:
        return None
    elif days.on:
        usual = earth_span(full_day(days.on), zone)
    else:
        order = earth_hour(year or today.year, zone)
        if not year and order.until_at <= now_at:
            order = earth_hour(today.year + 1, zone)
        usual = order.since_at, order.until_at
    if year and usual[1] <= now_at:
        raise InputError(N_("That of {year} is over; write a later year."), code="order_over", year=year)
    return usual


def _moved(kind: str, span: tuple[datetime, datetime], settings: Settings) -> Order | None:
    """The Earth hour that comes by itself in this year, which another one is to replace; None where it does not come.

    Raises:
        InputError: `earth_hour_stands`, they are the same.
    """
    if kind != EARTH_HOUR or not settings.light.earth_hour:
        return None
    order = earth_hour(local(span[0], settings.zone).year, settings.zone)
    book, _troubles = known_orders(home_dir(), store_path())
    if book.ending_of(order.id) is not None:
        return None
    if (order.since_at, order.until_at) == span:
        raise InputError(
            N_("Earth hour comes by itself ({id}); only where it is on another day write that: --on 20/03/2027."),
            code="earth_hour_stands",
            id=order.id,
        )
    return order
