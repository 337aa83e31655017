"""A calendar sheet as an iCalendar file, read back; its structure by RFC 5545."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import icalendar
from crowded import CAMPAIGNS, HANOI, TIMETABLE, day

from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.cli.month import make_sheet
from signboard.cli.month_ics import sheet_ics
from signboard.schedule.timetable import Timetable

SHEET = make_sheet(TIMETABLE, date(2026, 11, 1), date(2026, 11, 30))
NOW_AT = datetime(2026, 10, 28, 8, 30, 15, 123456, tzinfo=UTC)
RAW = sheet_ics(SHEET, TIMETABLE, "so/cong", NOW_AT, is_pending=False)


def events_of(raw: bytes) -> list[Any]:
    """The events, as the library reads them."""
    return list(icalendar.Calendar.from_ical(raw).walk("VEVENT"))


EVENTS = events_of(RAW)


def test_every_light_and_every_ordered_dark_is_an_event() -> None:
    """What the sheet draws; hours without content or room are not in it."""
    drawn = [
        (one.start_at, one.end_at)
        for plan in SHEET.days
        for one in plan.stretches
        if one.state.value not in ("no_room", "no_content")
    ]
    assert [(event["dtstart"].dt, event["dtend"].dt) for event in EVENTS] == drawn


def test_instants_are_utc() -> None:
    """09:00 in Hanoi is 02:00Z; so no zone has to be known (RFC 5545, 3.3.5, form 2)."""
    assert b"DTSTART:20261112T020000Z" in RAW
    assert b"TZID" not in RAW
    assert b"DTSTAMP:20261028T083015Z" in RAW


def test_the_structure_is_that_of_the_standard() -> None:
    """3.6: PRODID and VERSION; 3.6.1: a UID and a DTSTAMP each; 3.1: CRLF, lines of at most 75 octets."""
    lines = RAW.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert not any(b"\n" in line or len(line) > 75 for line in lines)
    assert {b"VERSION:2.0", b"METHOD:PUBLISH", b"CALSCALE:GREGORIAN"} <= set(lines)
    assert RAW.count(b"\r\nUID:") == RAW.count(b"\r\nDTSTAMP:") == RAW.count(b"BEGIN:VEVENT") == len(EVENTS)
    assert len({str(event["uid"]) for event in EVENTS}) == len(EVENTS)


def test_a_second_import_replaces() -> None:
    """The same UIDs an hour later; others for another board."""
    later = sheet_ics(SHEET, TIMETABLE, "so/cong", NOW_AT.replace(hour=9), is_pending=False)
    other = sheet_ics(SHEET, TIMETABLE, "so/sanh", NOW_AT, is_pending=False)
    uids = [{str(event["uid"]) for event in events_of(raw)} for raw in (later, other)]
    assert uids[0] == {str(event["uid"]) for event in EVENTS}
    assert not uids[0] & uids[1]


def test_events_say_what_is_lit_and_why() -> None:
    """Title and slogans; for an order its kind and document; nobody's time is blocked."""
    by_start = {event["dtstart"].dt: event for event in EVENTS}
    storm, shared, dark = by_start[day(12, 9)], by_start[day(15, 6)], by_start[day(25, 8)]
    assert str(storm["summary"]) == "Board: Urgent text"
    assert str(storm["description"]).split("\n") == ["Công điện 12", "Slogans:", "- Bão số 9"]
    assert str(shared["summary"]) == "Board: Aids; Gender"
    assert str(dark["summary"]) == "Board dark: Dark board"
    assert {str(event["transp"]) for event in EVENTS} == {"TRANSPARENT"}


def test_only_what_can_play_then_is_listed() -> None:
    """A slogan with a day, hours or a year of its own stands in the events of that time alone."""
    own = (
        Slogan("Cả tháng"),
        Slogan("Riêng ngày 3", period=Period(DayOfYear(11, 3), DayOfYear(11, 3))),
        Slogan("Riêng buổi tối", windows=(HourWindow(1200, 1320),)),
        Slogan("Năm sau", years=(2027,)),
    )
    campaign = replace(CAMPAIGNS[0], slogans=own)
    timetable = Timetable([campaign], {one.key: 7000 for one in own}, HANOI)
    sheet = make_sheet(timetable, date(2026, 11, 15), date(2026, 11, 16))
    events = events_of(sheet_ics(sheet, timetable, "so/cong", NOW_AT, is_pending=False))

    assert {str(event["description"]) for event in events} == {"Slogans:\n- Cả tháng\n- Riêng buổi tối"}


def test_what_nobody_approved_is_tentative() -> None:
    """So that Outlook shows it so."""
    raw = sheet_ics(SHEET, TIMETABLE, "so/cong", NOW_AT, is_pending=True)
    assert (b"STATUS:TENTATIVE" in raw, b"STATUS:CONFIRMED" in raw) == (True, False)
    assert b"STATUS:TENTATIVE" not in RAW
