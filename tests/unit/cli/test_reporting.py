"""What the report tells, out of a log."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from signboard.campaign.bundle import Bundle
from signboard.campaign.campaign import Campaign
from signboard.campaign.correction import CORRECTED, Act, write_acts
from signboard.campaign.order import BLANK, Order
from signboard.campaign.ordered import ORDERED
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.cli.reporting import _content, in_force, planned_between
from signboard.files import home_dir
from signboard.schedule.timetable import Timetable
from signboard.store.audit import Event
from signboard.store.shelf import BundleShelf

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SLOGAN = Slogan("một")
YEARLY = Campaign("a", "A", Period(DayOfYear(11, 15), DayOfYear(12, 15)), (HourWindow(360, 420),), (SLOGAN,))
MIDNIGHT_AT = datetime(2026, 11, 15, tzinfo=HANOI).astimezone(UTC)


def _planned(duration_ms: int = 600_000, orders: tuple[Order, ...] = (), days: int = 2) -> list[tuple[float, float]]:
    timetable = Timetable([YEARLY], {SLOGAN.key: duration_ms}, HANOI, orders)
    found = planned_between(timetable, MIDNIGHT_AT, MIDNIGHT_AT + timedelta(days=days))
    return [
        ((start - MIDNIGHT_AT) / timedelta(hours=1), (end - MIDNIGHT_AT) / timedelta(hours=1)) for start, end in found
    ]


def test_hours_of_each_day_are_planned() -> None:
    """Six to seven."""
    assert _planned() == [(6, 7), (30, 31)]


def test_the_rest_that_no_pass_fills_is_not_planned() -> None:
    """A pass of 25 minutes fits twice into an hour."""
    assert _planned(1_500_000, days=1) == [(6, 6 + 50 / 60)]


def test_what_is_ordered_dark_is_not_planned() -> None:
    """A quarter of an hour in the middle."""
    since_at = MIDNIGHT_AT + timedelta(hours=6, minutes=20)
    order = Order("x", BLANK, since_at, since_at + timedelta(minutes=20))

    assert _planned(orders=(order,), days=1) == [(6, 6 + 20 / 60), (6 + 40 / 60, 7)]


def _event(kind: str, bundle: str, hour: int) -> Event:
    details = {"bundle": bundle, "number": "1/A", "date_day": "2026-11-01", "signer": "A"}
    return Event("s", "b", MIDNIGHT_AT + timedelta(hours=hour), "Lan", kind, details)


def test_the_list_approved_last_before_the_span_is_in_force() -> None:
    """And those approved within it; neither earlier nor later ones."""
    events = [_event("approved", name, hour) for name, hour in (("a", -50), ("b", -40), ("c", 10), ("d", 90))]
    found = in_force(events, MIDNIGHT_AT, MIDNIGHT_AT + timedelta(days=1))

    assert [one.approval.bundle for one in found] == ["b", "c"]
    assert found[0].approval.date_day == date(2026, 11, 1)


def test_approvals_of_single_orders_are_no_lists() -> None:
    """An override's text is approved, too."""
    events = [_event("approved", "a", 1), _event("approved", "x", 2), _event(ORDERED, "x", 2)]

    assert [one.approval.bundle for one in in_force(events, MIDNIGHT_AT, MIDNIGHT_AT + timedelta(days=1))] == ["a"]


def test_a_list_that_somebody_went_back_to_is_in_force_again() -> None:
    """From that instant on, under its own paper; what was never approved is nothing to go back to."""
    events = [
        _event("approved", "a", 1),
        _event("approved", "b", 2),
        _event("undone", "a", 3),
        _event("undone", "x", 4),
    ]
    found = in_force(events, MIDNIGHT_AT, MIDNIGHT_AT + timedelta(days=1))

    told = [(one.approval.bundle, (one.since_at - MIDNIGHT_AT) // timedelta(hours=1)) for one in found]
    assert told == [("a", 1), ("b", 2), ("a", 3)]
    assert found[0].approval == found[2].approval, "nobody entered it again"


def test_a_correction_that_nobody_entered_brings_no_text_into_the_plan() -> None:
    """It stands in the file alone, so a running board left the old text off and did not show the new one."""
    home = home_dir()
    digest = BundleShelf(home).save(Bundle("site", "board", (replace(YEARLY, slogans=(Slogan("Một, hai"),)),), "f"))
    forged = Act(CORRECTED, MIDNIGHT_AT, "A", "Một hai", new_text="Một, hai")
    (home / "bundles" / "withdrawn.json").write_bytes(write_acts([forged]))

    assert _content(digest, home, MIDNIGHT_AT + timedelta(days=1)).campaigns[0].slogans == ()
