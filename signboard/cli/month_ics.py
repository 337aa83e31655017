"""A calendar sheet as an iCalendar file (RFC 5545), as Outlook and others open it.

An event is a stretch of one day in which the same campaigns are lit, or an order darkens the board. Its instants are
in UTC, so no program has to know a zone; each shows them in its own. Events block nobody's time (`TRANSPARENT`). An
event's UID is made of board, campaigns and start, so that a second import replaces and does not add.
"""

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from signboard import __version__
from signboard.campaign.campaign import Campaign
from signboard.campaign.order import Order
from signboard.cli.month import Sheet
from signboard.cli.order_words import kind_text, order_kind_text
from signboard.errors import N_
from signboard.locale import _, fill
from signboard.schedule.almanac import State, Stretch
from signboard.schedule.local import local
from signboard.schedule.timetable import Timetable

if TYPE_CHECKING:
    import icalendar

__all__ = ["sheet_ics"]


def sheet_ics(sheet: Sheet, timetable: Timetable, board: str, now_at: datetime, *, is_pending: bool) -> bytes:
    """The file.

    Args:
        sheet: the days.
        timetable: what they were made of.
        board: names this board among others, in UIDs.
        now_at: when the file is made.
        is_pending: nobody approved this list yet, so the events are tentative.
    """
    import icalendar  # noqa: PLC0415 - help does without it

    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//signboard//signboard {__version__}//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", sheet.title)
    for plan in sheet.days:
        for stretch in plan.stretches:
            if stretch.state not in (State.NO_ROOM, State.NO_CONTENT) and stretch.seconds > 0:
                calendar.add_component(_event(stretch, timetable, board, now_at, is_pending=is_pending))
    raw: bytes = calendar.to_ical()
    return raw


def _event(
    stretch: Stretch, timetable: Timetable, board: str, now_at: datetime, *, is_pending: bool
) -> "icalendar.Event":
    import icalendar  # noqa: PLC0415 - help does without it

    campaigns = _campaigns(stretch, timetable)
    order = next((one for one in timetable.orders if one.id == stretch.order), None)
    event = icalendar.Event()
    names = "|".join((board, stretch.state.value, *stretch.campaigns, stretch.order or ""))
    digest = hashlib.sha256(f"{names}|{stretch.start_at.isoformat()}".encode()).hexdigest()[:24]
    event.add("uid", f"{digest}@signboard")
    event.add("dtstamp", now_at.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", stretch.start_at.astimezone(UTC))
    event.add("dtend", stretch.end_at.astimezone(UTC))
    event.add("summary", _summary(stretch, campaigns, order))
    if lines := _details(stretch, campaigns, order, _playing(stretch, timetable)):
        event.add("description", "\n".join(lines))
    event.add("status", "TENTATIVE" if is_pending else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("categories", ["signboard"])
    return event


def _campaigns(stretch: Stretch, timetable: Timetable) -> list[Campaign]:
    every = [*timetable.campaigns, *(campaign for order in timetable.orders for campaign in order.campaigns)]
    by_id = {campaign.id: campaign for campaign in every}
    return [by_id[name] for name in stretch.campaigns]


def _summary(stretch: Stretch, campaigns: list[Campaign], order: Order | None) -> str:
    if stretch.state is not State.LIT:
        return fill(N_("Board dark: {kind}"), kind=order_kind_text(order) if order else "")
    titles = [kind_text(order.kind)] if order else [campaign.title for campaign in campaigns]
    return fill(N_("Board: {titles}"), titles="; ".join(titles))


def _playing(stretch: Stretch, timetable: Timetable) -> frozenset[tuple[str, str]]:
    """Campaign and slogan of all that passes in this stretch; others have days, hours or years of their own."""
    segments = timetable.segments_on(local(stretch.start_at, timetable.zone).date())
    here = (one for one in segments if one.start_at < stretch.end_at and stretch.start_at < one.end_at)
    return frozenset((entry.campaign, entry.slogan) for segment in here for entry in segment.round)


def _details(
    stretch: Stretch, campaigns: list[Campaign], order: Order | None, playing: frozenset[tuple[str, str]]
) -> list[str]:
    lines = [order.document] if order and order.document else []
    if stretch.state is not State.LIT:
        return lines
    for campaign in campaigns:
        lines += [_(N_("Slogans:")) if len(campaigns) == 1 else campaign.title]
        lines += [f"- {slogan.text}" for slogan in campaign.slogans if (campaign.id, slogan.id) in playing]
        lines += list(campaign.sources)
    return lines
