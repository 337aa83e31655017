"""Orders laid over the calendar."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.order import BLANK, MOURNING, OVERRIDE, SAVING, TET, Order
from signboard.campaign.period import HourWindow
from signboard.schedule.overlay import clipped, order_windows, rests, rests_at
from signboard.schedule.windows import Window

Make = Callable[..., Campaign]
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def hour(number: float, day: int = 16) -> datetime:
    """An instant of November 2026."""
    return datetime(2026, 11, day, int(number), round(number % 1 * 60), tzinfo=HANOI)


def order(kind: str = MOURNING, since: float = 9, until: float = 12, **wishes: object) -> Order:
    """An order of one morning."""
    return replace(Order(kind, kind, hour(since), hour(until)), **wishes)  # type: ignore[arg-type] # fields by name


def lit(campaign: Campaign) -> Window:
    """The whole day of a campaign."""
    return Window(campaign, hour(6), hour(22), (), rank=(1, int(campaign.level), 0, "", 0, 0))


def parts(window: Window, *orders: Order) -> list[tuple[int, int, str | None]]:
    """Hours of the parts, each with the order that rests it."""
    found = clipped(window, orders, HANOI)
    at = [(one.start_at.astimezone(HANOI).hour, one.end_at.astimezone(HANOI).hour) for one in found]
    return [(*hours, one.order.id if one.order else None) for hours, one in zip(at, found, strict=True)]


@pytest.mark.parametrize(
    ("rest", "festive", "expected"),
    [
        ("all", False, True),
        ("all", True, True),
        ("festive", False, False),
        ("festive", True, True),
        ("ordinary", False, True),
        ("ordinary", True, False),
        ("none", True, False),
    ],
)
def test_who_rests(rest: str, festive: bool, expected: bool, make: Make) -> None:
    """Mourning rests what celebrates, Tết what does not, a darkened hour rests everything."""
    assert rests(order(rests=rest), replace(make(), festive=festive)) is expected


def test_an_emergency_never_rests(make: Make) -> None:
    """Storm warnings go on through days of mourning and hours of saving."""
    urgent = replace(make(), level=Level.EMERGENCY)
    assert not rests(order(), urgent)
    assert parts(lit(urgent), order(SAVING, windows=(HourWindow(0, 60),))) == [(6, 22, None)]


def test_a_window_is_cut_where_it_rests(make: Make) -> None:
    """Before, meanwhile, afterwards."""
    assert parts(lit(make()), order()) == [(6, 9, None), (9, 12, "mourning"), (12, 22, None)]


def test_what_rests_ranks_below_all_that_is_lit(make: Make) -> None:
    """It has nothing to show, and says which order rests it."""
    resting = clipped(lit(make()), [order()], HANOI)[1]
    assert (resting.entries, resting.rank[0]) == ((), 0)


def test_an_order_that_changes_nothing_cuts_nothing(make: Make) -> None:
    """It rests others, or dims only: the passes go on."""
    assert parts(lit(make()), order(rests="none"), order(TET, rests="festive")) == [(6, 22, None)]


def test_hours_are_narrowed(make: Make) -> None:
    """While the order holds, what does not rest is lit within the order's hours alone."""
    saving = order(SAVING, 7, 20, rests="none", windows=(HourWindow(480, 600), HourWindow(1080, 1320)))
    assert parts(lit(make()), saving) == [
        (6, 7, None),
        (7, 8, "saving"),
        (8, 10, None),
        (10, 18, "saving"),
        (18, 22, None),
    ]


def test_hours_of_an_order_run_over_midnight(make: Make) -> None:
    """18:00-02:00 lights an hour after midnight too."""
    saving = order(SAVING, 0, 23, rests="none", windows=(HourWindow(1080, 1560),))
    instants = [hour(1), hour(2), hour(17.9), hour(18)]
    assert [rests_at(saving, make(), at, HANOI) for at in instants] == [False, True, True, False]


def test_an_order_holds_from_its_start_up_to_its_end(make: Make) -> None:
    """Half-open, as everything."""
    assert [rests_at(order(), make(), at, HANOI) for at in (hour(8.9), hour(9), hour(11.9), hour(12))] == [
        False,
        True,
        True,
        False,
    ]


def test_an_order_shows_its_texts_whatever_their_days(make: Make, seven_s: dict[str, int]) -> None:
    """All the time of the order; a text that could not be set is left out, and with it an order that has no other."""
    shown = order(OVERRIDE, campaigns=(make("x", hours=((0, 1),)), make("y", slogans=())))
    (window,) = order_windows(shown, seven_s)
    assert (window.campaign.id, window.start_at, window.end_at, len(window.entries)) == ("x", hour(9), hour(12), 3)
    assert order_windows(shown, {}) == ()


def test_a_blank_has_nothing_to_show() -> None:
    """It darkens, whatever else it carries; an order that ends before it begins does nothing."""
    (window,) = order_windows(order(BLANK), {})
    assert (window.entries, window.order) == ((), order(BLANK))
    assert order_windows(order(BLANK, 12, 12), {}) == ()


def test_what_a_person_orders_now_ranks_above_special_days(make: Make, seven_s: dict[str, int]) -> None:
    """And of two such orders the one that began last."""
    texts = (make("x"),)
    mourning, early = order(campaigns=texts, since=11), order(OVERRIDE, 8, campaigns=texts)
    late = order(BLANK, 10)
    ranked = sorted((mourning, late, early), key=lambda one: order_windows(one, seven_s)[0].rank)
    assert ranked == [mourning, early, late]
