"""The sentence for a cue."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.order import BLANK, MOURNING, OVERRIDE, Order
from signboard.schedule.due import due
from signboard.schedule.why import explain

Make = Callable[..., Campaign]

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def sentence(campaign: Campaign, durations_ms: Mapping[str, int], now: str) -> str:
    """What `explain` says of this campaign at an instant in Hanoi."""
    now_at = datetime.fromisoformat(now).replace(tzinfo=HANOI)
    return str(explain(due([campaign], durations_ms, now_at, HANOI), now_at, [campaign], HANOI))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (
            "2026-11-14 23:59:59",
            "The board is dark until 2026-11-15 06:00:00: 2026-11-14 is before the first day of 'Month', 15/11.",
        ),
        (
            "2026-11-15 05:59:59",
            (
                "The board is dark until 2026-11-15 06:00:00: 2026-11-15 is a day of 'Month', but 05:59:59 is "
                "outside its hours, 06:00-22:00."
            ),
        ),
        (
            "2026-11-15 06:00:00",
            (
                "'Month' shows this slogan from 2026-11-15 06:00:00 to 2026-11-15 06:00:07: 2026-11-15 is one of its "
                "days, and its hours are 06:00-22:00."
            ),
        ),
        (
            "2026-11-15 21:59:59",
            (
                "The board is dark until 2026-11-15 22:00:00: the next slogan of 'Month' would not end before then, so "
                "it does not start."
            ),
        ),
        (
            "2026-12-16 00:00:00",
            "The board is dark until 2027-11-15 06:00:00: 2026-12-16 is after the last day of 'Month', 15/12.",
        ),
    ],
)
def test_yearly_campaign(now: str, expected: str, make: Make, seven_s: Mapping[str, int]) -> None:
    """One sentence for each deciding rule."""
    assert sentence(make(), seven_s, now) == expected


def test_a_dated_campaign_stays_dark_after_its_end(make: Make, seven_s: Mapping[str, int]) -> None:
    """On the last evening and after the last day there is no `until`."""
    campaign = make(first=date(2026, 3, 1), last=date(2026, 3, 1))
    assert sentence(campaign, seven_s, "2026-03-01 23:00") == (
        "The board stays dark: 2026-03-01 is the last day of 'Month', and 23:00:00 is after its hours, 06:00-22:00."
    )
    assert sentence(campaign, seven_s, "2026-03-02 00:00") == (
        "The board stays dark: 2026-03-02 is after the last day of 'Month', 2026-03-01."
    )


def test_no_message_at_all(make: Make) -> None:
    """A campaign of which nothing can play says so."""
    assert sentence(make(), {}, "2026-11-15 12:00") == (
        "The board stays dark: 'Month' has no slogan that may play on 2026-11-15 or later."
    )


def test_no_campaign_at_all() -> None:
    """Nothing is loaded."""
    now_at = datetime(2026, 11, 15, tzinfo=HANOI)
    assert str(explain(due([], {}, now_at, HANOI), now_at, [], HANOI)) == "The board stays dark: there is no campaign."


def test_dates_stay_dates_for_the_rim(make: Make, seven_s: Mapping[str, int]) -> None:
    """Fields are typed, so each language writes them in its own form; several hours stand in one field."""
    campaign = make(first=date(2026, 3, 1), last=date(2026, 3, 1), hours=((360, 690), (780, 1440)))
    now_at = datetime(2026, 3, 1, 6, tzinfo=HANOI)
    fields = explain(due([campaign], seven_s, now_at, HANOI), now_at, [campaign], HANOI).fields
    assert fields["day"] == fields["last"] == date(2026, 3, 1)
    assert fields["since"] == datetime(2026, 3, 1, 6)  # noqa: DTZ001 - civil time
    assert fields["hours"] == "06:00-11:30, 13:00-24:00"


# --- orders, trust, weekdays ---

BY = "Công điện 12"


def ordered(kind: str, **wishes: object) -> Order:
    """An order of the morning of 16/11/2026."""
    since_at, until_at = (datetime(2026, 11, 16, hour, tzinfo=HANOI) for hour in (9, 11))
    return replace(Order("o", kind, since_at, until_at), **wishes)  # type: ignore[arg-type] # fields by name


def sentence_under(order: Order, campaign: Campaign, durations_ms: Mapping[str, int], now: str = "10:00") -> str:
    """What `explain` says under an order."""
    now_at = datetime.fromisoformat(f"2026-11-16 {now}").replace(tzinfo=HANOI)
    cue = due([campaign], durations_ms, now_at, HANOI, [order])
    return str(explain(cue, now_at, [campaign], HANOI, [order]))


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("", "somebody ordered it to be dark from 2026-11-16 09:00:00 to 2026-11-16 11:00:00."),
        (BY, "Công điện 12 orders it to be dark from 2026-11-16 09:00:00 to 2026-11-16 11:00:00."),
    ],
)
def test_a_blank_board(document: str, expected: str, make: Make, seven_s: Mapping[str, int]) -> None:
    """Who ordered it, and until when."""
    found = sentence_under(ordered(BLANK, document=document), make(), seven_s)
    assert found == f"The board is dark until 2026-11-16 11:00:00: {expected}"


@pytest.mark.parametrize(("document", "by"), [("", ""), (BY, ", by Công điện 12")])
def test_a_campaign_that_rests(document: str, by: str, make: Make, seven_s: Mapping[str, int]) -> None:
    """Because of which special day."""
    assert sentence_under(ordered(MOURNING, document=document), make(), seven_s) == (
        f"The board is dark until 2026-11-16 11:00:00: 'Month' rests because of mourning{by}, from 2026-11-16 09:00:00 "
        "to 2026-11-16 11:00:00."
    )


@pytest.mark.parametrize(("document", "by"), [("", ""), (BY, ", by Công điện 12")])
def test_an_orders_own_text(document: str, by: str, make: Make, seven_s: Mapping[str, int]) -> None:
    """Which order, and how long it holds."""
    order = ordered(OVERRIDE, document=document, campaigns=(make("storm"),))
    assert sentence_under(order, make(), seven_s) == (
        f"An order shows this text from 2026-11-16 09:59:58 to 2026-11-16 10:00:05: override{by}, which holds from "
        "2026-11-16 09:00:00 to 2026-11-16 11:00:00."
    )


def test_the_last_seconds_of_an_order(make: Make, seven_s: Mapping[str, int]) -> None:
    """No room for another pass."""
    order = ordered(OVERRIDE, campaigns=(make("storm"),))
    assert sentence_under(order, make(), seven_s, "10:59:59") == (
        "The board is dark until 2026-11-16 11:00:00: the next slogan of 'Storm' would not end before then, so it does "
        "not start."
    )


def test_a_clock_that_nobody_trusts(make: Make, seven_s: Mapping[str, int]) -> None:
    """With a standby text and without."""
    now_at = datetime(1970, 1, 1, tzinfo=HANOI)
    standby = replace(make(), level=Level.STANDBY)
    lit = due([standby], seven_s, now_at, HANOI, is_trusted=False)
    assert str(explain(lit, now_at, [standby], HANOI)).endswith(
        ": nobody knows what day it is, so standby texts play alone."
    )
    dark = due([make()], seven_s, now_at, HANOI, is_trusted=False)
    assert str(explain(dark, now_at, [make()], HANOI)) == (
        "The board stays dark: nobody knows what day it is, and no text stands by that could play on any day."
    )


def test_a_day_off(make: Make, seven_s: Mapping[str, int]) -> None:
    """A Monday, for a campaign of other days of the week."""
    assert sentence(replace(make(), weekdays=(2, 7)), seven_s, "2026-11-16 12:00") == (
        "The board is dark until 2026-11-17 06:00:00: 2026-11-16 is a day of 'Month', but it plays only on Tuesday, "
        "Sunday."
    )


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-20 23:00", "2026-11-20 is one of its days, and its hours are 05:00-06:00, 22:00-02:00."),
        ("2026-11-21 01:00", "2026-11-20 is one of its days, and its hours, 22:00-02:00, run on past midnight."),
    ],
)
def test_hours_over_midnight_belong_to_the_day_before(
    now: str, expected: str, make: Make, seven_s: Mapping[str, int]
) -> None:
    """The night of a Friday runs into a Saturday, which is none of the days."""
    office = replace(make(hours=((300, 360), (1320, 1560))), weekdays=(1, 2, 3, 4, 5))
    assert sentence(office, seven_s, now).endswith(expected)
