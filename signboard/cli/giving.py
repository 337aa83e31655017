"""Giving and ending orders: what is asked for, checked as a whole, kept in both places, and told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from functools import partial
from typing import TYPE_CHECKING

from signboard import app
from signboard.app import store_path
from signboard.campaign.bundle import Bundle
from signboard.campaign.campaign import Campaign
from signboard.campaign.days import parse_day
from signboard.campaign.level import Level
from signboard.campaign.order import Order
from signboard.campaign.ordered import Ending, Given, OrderBook
from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.cli.corrections import checked_words
from signboard.cli.envelope import report, talk
from signboard.cli.kinds import parse_instant
from signboard.cli.office_rule import beside, tell_rule
from signboard.cli.order_words import countdown, describe_order, in_force, kind_text, order_text
from signboard.cli.paper import Paper
from signboard.cli.people import check_signer
from signboard.errors import N_, InputError, ProblemsError, RefusedError, SignboardError, UsageError
from signboard.files import home_dir
from signboard.locale import fill, instant_text
from signboard.manuscript.proof import proof_read
from signboard.manuscript.result import Verdict
from signboard.schedule.days import shift
from signboard.schedule.local import instant, local
from signboard.schedule.special import RESTS_OF, check_span
from signboard.schedule.windows import DAY_MIN
from signboard.store.ballast import with_room
from signboard.store.database import Store
from signboard.store.orders import keep_order, known_orders, standing_orders
from signboard.store.shelf import BundleShelf
from signboard.store.withdrawals import known_withdrawals

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["Wanted", "beginning", "end_orders", "end_quietly", "ending", "give", "report_given", "text_bundle"]

_NOW = N_("A running board obeys within seconds. It ends by itself in {left}; to end it earlier: {end}")
_LATER = N_("It begins by itself on {since} and ends by itself; to take it back: {end}")
_CLOCK = re.compile(r"\d{1,2}[:hH]\d{2}(:\d{2})?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """An order as asked for.

    Attributes:
        text: its own, as typed; empty: none.
        rests: None: as the kind says.
    """

    kind: str
    since_at: datetime
    until_at: datetime
    actor: str
    document: str = ""
    text: str = ""
    rests: str | None = None
    windows: tuple[HourWindow, ...] = ()
    brightness_percent: int | None = None


def beginning(typed: str | None, now_at: datetime, zone: tzinfo) -> datetime:
    """When an order begins: a day (its midnight), a day with a time, or a time of today; now where nothing is said.

    Raises:
        UsageError, InputError: see `parse_instant`.
    """
    return now_at if typed is None else parse_instant(_with_today(typed, now_at, zone), zone)


def ending(typed: str, now_at: datetime, zone: tzinfo) -> datetime:
    """When an order ends: as `beginning`, but a day alone means all of it, as people write last days.

    Raises:
        UsageError, InputError: see `parse_instant`.
    """
    at = parse_instant(_with_today(typed, now_at, zone), zone)
    return instant(shift(local(at, zone).date(), 1), 0, zone) if _is_day(typed) else at


def _with_today(typed: str, now_at: datetime, zone: tzinfo) -> str:
    words = typed.strip()
    return f"{local(now_at, zone).date().isoformat()}T{words}" if _CLOCK.fullmatch(words) else words


def _is_day(typed: str) -> bool:
    try:
        parse_day(typed)
    except InputError:
        return False  # a time, or a day with one
    return True


def give(wanted: Wanted, paper: Paper, settings: Settings, stage: app.Stage | None, now_at: datetime) -> Given:
    """Check the order as a whole, keep it, and let a running board obey.

    Args:
        wanted: what is asked for.
        paper: the approval of its text.
        settings: of the board.
        stage: the board, which an order with a text needs.
        now_at: aware.

    Raises:
        UsageError: `half_approval`, `approval_without_text`.
        InputError: what of it cannot be.
        RefusedError: `withdrawn`, `own_signature`.
    """
    is_approved = paper.is_given
    check_span(wanted.kind, wanted.since_at, wanted.until_at, now_at)
    home = home_dir()
    order = _order(wanted, now_at, settings.zone)
    keep = partial(keep_order, home, store_path(home), site_id=settings.site.id, board_id=settings.board.id)
    if not wanted.text or stage is None:
        if is_approved:
            raise UsageError(
                N_("An approval belongs to a text; write the text, or leave --number, --date and --signer away."),
                code="approval_without_text",
            )
        given = Given(order, now_at)
        keep(given)
        return given
    bundle = text_bundle(order, wanted.text, stage)
    given = Given(order, now_at, bundle.campaigns[0].slogans[0].text)
    if is_approved:
        approval = paper.approval(bundle.digest, wanted.actor, now_at, local(now_at, settings.zone).date())
        check_signer(settings.approval, approval)
        given = replace(given, bundle=with_room(home, lambda: BundleShelf(home).save(bundle)))
        with Store(store_path(home)) as store:
            told = beside(settings, approval, store.events())
        keep(given, approval=(approval, told))
        tell_rule(told)
        return given
    keep(given)
    return given


def _order(wanted: Wanted, now_at: datetime, zone: tzinfo) -> Order:
    book, _troubles = known_orders(home_dir(), store_path())
    return Order(
        _name(wanted.kind, now_at, book, zone),
        wanted.kind,
        wanted.since_at,
        wanted.until_at,
        rests=wanted.rests or RESTS_OF[wanted.kind],
        windows=wanted.windows,
        brightness_percent=wanted.brightness_percent,
        document=wanted.document,
        actor=wanted.actor,
    )


def _name(kind: str, now_at: datetime, book: OrderBook, zone: tzinfo) -> str:
    """Readable, and nobody else's."""
    first = f"{kind}-{local(now_at, zone):%Y%m%d-%H%M%S}"
    taken = {given.order.id for given in book.given()}
    more = (f"{first}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (first, *more) if name not in taken)


def text_bundle(order: Order, typed: str, stage: app.Stage) -> Bundle:
    """The order's text as a bundle, which an approval can be bound to; it names the order's own days and no others.

    Raises:
        InputError, ProblemsError: what stops the text, or why the board cannot show it.
        RefusedError: `withdrawn`.
    """
    settings = stage.settings
    slogan = Slogan(_fit_words(typed), order.document)
    _check_withdrawn(slogan.text)
    for one in app.stages_of_line(stage):
        for problem in app.set_messages(one, [slogan])[1].values():
            raise problem
    first, last = (local(at, settings.zone) for at in (order.since_at, order.until_at - timedelta(microseconds=1)))
    campaign = Campaign(
        order.id,
        kind_text(order.kind),
        Period(first.date(), last.date()),
        (_hours(first, last),),
        (slogan,),
        sources=(order.document,) if order.document else (),
        level=Level.EMERGENCY,
    )
    return Bundle(settings.site.id, settings.board.id, (campaign,), stage.font_digest)


def _hours(first: datetime, last: datetime) -> HourWindow:
    """Of one day those of the order, to the minute; of several all of each."""
    if first.date() != last.date():
        return HourWindow(0, DAY_MIN)
    start_min, last_min = (at.hour * 60 + at.minute for at in (first, last))
    return HourWindow(start_min, last_min + 1)


def _fit_words(typed: str) -> str:
    """Tidied, and nothing in it that stops a text."""
    (text,) = checked_words(typed)
    if not any(char.isalnum() for char in text):
        raise InputError(N_("The text holds no words; write what the board is to show."), code="no_words")
    found = proof_read(text)
    stops: list[SignboardError] = [
        InputError(one.template, code=one.code, **one.fields) for one in found if one.verdict is Verdict.STOP
    ]
    if stops:
        raise ProblemsError(stops)
    for remark in found:
        if remark.verdict is Verdict.LOOK:
            talk(remark.template, **remark.fields)
    return text


def _check_withdrawn(text: str) -> None:
    home = home_dir()
    act = known_withdrawals(home, store_path(home))[0].act_on(text)
    if act is not None:
        raise RefusedError(
            N_("This text was taken off the board for good ({document}); no order brings it back. Write another one."),
            code="withdrawn",
            document=act.document or f"{act.at:%d/%m/%Y}",
        )


def report_given(given: Given, settings: Settings, now_at: datetime) -> int:
    """Tell what became of it; gives the exit code, 4 where its text waits."""
    order = given.order
    lines = [order_text(order, settings.zone)]
    errors: list[tuple[str, str]] = []
    if given.text:
        lines.append(given.text)
    if given.is_waiting:
        waits = fill(
            N_(
                "Recorded, and NOT shown: nobody approved the text. Have it signed, then give the order again with "
                "--number, --date and --signer."
            )
        )
        errors.append(("order_not_approved", waits))
        lines.append(waits)
    else:
        lines.append(
            fill(
                _NOW if order.holds_at(now_at) else _LATER,
                since=instant_text(order.since_at, settings.zone),
                left=countdown(order, now_at),
                end=f"signboard special-day --end {order.id}",
            )
        )
    state = "waiting" if given.is_waiting else "in_force" if order.holds_at(now_at) else "coming"
    data = {
        **describe_order(order, now_at, settings.zone),
        "text": given.text,
        "bundle": given.bundle or None,
        "state": state,
    }
    report(data, "\n".join(lines), ok=not errors, errors=errors)
    return RefusedError.exit_code if errors else 0


def end_orders(orders: Iterable[Order], settings: Settings, actor: str, document: str, now_at: datetime) -> None:
    """End these now, keep that, and tell it.

    Raises:
        InputError: `nothing_to_end`.
    """
    ended = list(orders)
    if not ended:
        raise InputError(
            N_("There is nothing of this kind to end; signboard special-day lists what holds."), code="nothing_to_end"
        )
    before = {order.id for order in _obeyed(settings, now_at)}
    for order in ended:
        end_quietly(order, settings, actor, document, now_at)
    told = [fill(N_("Ended: {order}."), order=order_text(order, settings.zone)) for order in ended]
    still = _obeyed(settings, now_at)
    told += _afterwards(still, settings.zone, was_obeyed=any(order.id in before for order in ended))
    data = {
        "ended": [order.id for order in ended],
        "still_in_force": [order.id for order in still],
        "at": now_at,
        "actor": actor,
        "document": document,
    }
    report(data, "\n".join(told))


def end_quietly(order: Order, settings: Settings, actor: str, document: str, now_at: datetime) -> None:
    """End an order now and keep that."""
    home = home_dir()
    act = Ending(order.id, now_at, actor, document)
    keep_order(home, store_path(home), act, site_id=settings.site.id, board_id=settings.board.id)


def _obeyed(settings: Settings, now_at: datetime) -> tuple[Order, ...]:
    """What a board obeys now, the hours off left aside."""
    built_in = settings.light.built_in_orders(now_at, settings.zone)
    return in_force(standing_orders(home_dir(), store_path(), built_in).orders, now_at)


def _afterwards(still: Iterable[Order], zone: tzinfo, *, was_obeyed: bool) -> list[str]:
    """What a running board does next."""
    if not was_obeyed:
        return [fill(N_("It was not on the board, so nothing changes there now."))]
    held = [
        fill(N_("The list does not return yet, for this is still in force: {order}."), order=order_text(order, zone))
        for order in still
    ]
    return held or [fill(N_("A board that is running goes back to its list within seconds."))]
