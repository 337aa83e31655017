"""What lost, and by which rule."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.order import BLANK, EARTH_HOUR, MOURNING, OVERRIDE, Order
from signboard.campaign.period import DayOfYear, Period
from signboard.schedule.light import LightPlan
from signboard.schedule.rivals import paragraph, rivals
from signboard.schedule.special import built_in_orders
from signboard.schedule.timetable import Timetable

Make = Callable[..., Campaign]
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
NOON_AT = datetime(2026, 11, 16, 12, tzinfo=HANOI)


def until(hour: int, day: int = 16) -> tuple[datetime, datetime]:
    """From 09:00 of 16/11/2026."""
    return datetime(2026, 11, 16, 9, tzinfo=HANOI), datetime(2026, 11, day, hour, tzinfo=HANOI)


def told(timetable: Timetable) -> list[tuple[str, str, str]]:
    """Campaign, outcome and sentence of every rival at noon."""
    return [(one.campaign, one.outcome.value, str(one.sentence)) for one in rivals(timetable, NOON_AT)]


def test_who_plays_alone_has_no_rival(make: Make, seven_s: Mapping[str, int]) -> None:
    """Nor has a dark board."""
    assert told(Timetable([make()], seven_s, HANOI)) == []
    assert told(Timetable([], seven_s, HANOI)) == []


def test_a_lower_level_waits(make: Make, seven_s: Mapping[str, int]) -> None:
    """Both levels are named."""
    law = replace(make("law"), level=Level.STANDING)
    assert told(Timetable([make(), law], seven_s, HANOI)) == [
        ("law", "level", "'Law' waits meanwhile: its level is standing, and campaign goes before it.")
    ]


def test_a_lower_priority_waits(make: Make, seven_s: Mapping[str, int]) -> None:
    """Both priorities are named."""
    assert told(Timetable([make(), make("first", priority=3)], seven_s, HANOI)) == [
        ("month", "priority", "'Month' waits meanwhile: of the same level, campaign, its priority 0 is below 3.")
    ]


def test_equals_share(make: Make, seven_s: Mapping[str, int]) -> None:
    """Each with its part of the passes."""
    both = [make("a"), replace(make("b"), weight=2)]
    assert [sentence for _name, _outcome, sentence in told(Timetable(both, seven_s, HANOI))] == [
        "'A' shares the board: 1 of 3 passes are its own.",
        "'B' shares the board: 2 of 3 passes are its own.",
    ]


def test_an_order_goes_before(make: Make, seven_s: Mapping[str, int]) -> None:
    """Every campaign waits for it; so does an order that began earlier."""
    storm = Order("o", OVERRIDE, *until(13), (make("storm"),), "none")
    earth = Order("e", EARTH_HOUR, *until(14), (make("earth"),), "none")
    assert told(Timetable([make()], seven_s, HANOI, [storm, earth])) == [
        (
            "earth",
            "order",
            "An order waits meanwhile (earth-hour): a later one, or one given by a person for now, goes before it.",
        ),
        ("month", "order", "'Month' waits meanwhile: an order goes before every campaign."),
    ]


def test_what_rests_is_named(make: Make, seven_s: Mapping[str, int]) -> None:
    """Beside what plays."""
    mourning = Order("m", MOURNING, *until(14), rests="festive")
    party = replace(make("party"), festive=True)
    assert told(Timetable([make(), party], seven_s, HANOI, [mourning])) == [
        ("party", "rests", "'Party' rests because of mourning.")
    ]


def test_a_paragraph_says_what_shows_and_what_lost(make: Make, seven_s: Mapping[str, int]) -> None:
    """The deciding rule first."""
    law = replace(make("law"), level=Level.STANDING)
    found = [str(sentence) for sentence in paragraph(Timetable([make(), law], seven_s, HANOI), NOON_AT)]
    assert found[0].startswith("'Month' shows this slogan from 2026-11-16 ")
    assert found[1:] == ["'Law' waits meanwhile: its level is standing, and campaign goes before it."]


def test_a_paragraph_says_when_the_dark_goes_on(make: Make, seven_s: Mapping[str, int]) -> None:
    """Blanked until 23:00, and then it is night."""
    found = paragraph(Timetable([make()], seven_s, HANOI, [Order("b", BLANK, *until(23))]), NOON_AT)
    assert [str(sentence) for sentence in found] == [
        (
            "The board is dark until 2026-11-16 23:00:00: somebody ordered it to be dark from 2026-11-16 09:00:00 to "
            "2026-11-16 23:00:00."
        ),
        "'Month' waits meanwhile: an order goes before every campaign.",
        "It stays dark then, too, until 2026-11-17 06:00:00.",
    ]


def test_a_paragraph_without_trust_is_one_sentence(make: Make, seven_s: Mapping[str, int]) -> None:
    """Nothing is known of what would be due."""
    assert len(paragraph(Timetable([make()], seven_s, HANOI), NOON_AT, is_trusted=False)) == 1


def test_the_leap_day_is_told_in_common_years(make: Make, seven_s: Mapping[str, int]) -> None:
    """On 28/02 it is said that 29/02 is meant; in a leap year nothing has to be said."""
    leap = replace(make(), period=Period(DayOfYear(2, 29), DayOfYear(2, 29)))
    said = {
        day: [str(one) for one in paragraph(Timetable([leap], seven_s, HANOI), day.replace(hour=12))]
        for day in (datetime(2027, 2, 28, tzinfo=HANOI), datetime(2028, 2, 29, tzinfo=HANOI))
    }

    assert ["29/02; in a year without" in "".join(one) for one in said.values()] == [True, False]


def test_hours_off_name_the_setting(make: Make, seven_s: Mapping[str, int]) -> None:
    """Nobody ordered saving power; the hours are those in which the board is off."""
    plan = LightPlan((100,) * 24 + (0,) * 2 + (100,) * 22)
    orders = built_in_orders(NOON_AT, HANOI, has_earth_hour=False, plan=plan)
    urgent = Order("o", OVERRIDE, *until(15), campaigns=(make("storm"),))
    alone, waiting = (Timetable([make("list")], seven_s, HANOI, more) for more in (orders, (*orders, urgent)))

    assert "rests in the hours off, 12:00-13:00, of [light]" in str(paragraph(alone, NOON_AT)[0])
    assert [sentence for _name, outcome, sentence in told(waiting) if outcome == "rests"] == [
        "'List' rests in the hours off, 12:00-13:00, of [light] in the settings."
    ]
