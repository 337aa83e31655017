"""A loaded list as a request."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from signboard.campaign.campaign import Campaign
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.cli.submitting import first_day, passes_on
from signboard.frame import art
from signboard.frame.message import Page, Pages
from signboard.player.screenplay import Screenplay
from signboard.protocols.spec import BoardSpec

SLOGANS = (Slogan("một"), Slogan("hai"))
YEARLY = Campaign("a", "A", Period(DayOfYear(11, 15), DayOfYear(12, 15)), (HourWindow(360, 420),), SLOGANS)
MESSAGES = {one.key: Pages((Page(art.parse("#."), 600_000 * number),)) for number, one in enumerate(SLOGANS, 1)}
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def test_passes_are_those_that_due_answers() -> None:
    """An hour holds two rounds of 10 and 20 minutes."""
    screenplay = Screenplay([YEARLY], MESSAGES, BoardSpec(2, 1), HANOI)
    found = passes_on(screenplay, date(2026, 11, 15))

    assert found == {("a", SLOGANS[0].id): 2, ("a", SLOGANS[1].id): 2}


def test_other_days_have_none() -> None:
    """The day before the first."""
    assert not passes_on(Screenplay([YEARLY], MESSAGES, BoardSpec(2, 1), HANOI), date(2026, 11, 14))


def test_the_first_day_is_the_next_one() -> None:
    """This year's while it lasts, then next year's."""
    today = datetime(2026, 11, 22, tzinfo=UTC).date()

    assert first_day(YEARLY, today) == today
    assert first_day(YEARLY, date(2026, 12, 16)) == date(2027, 11, 15)


def test_a_campaign_that_is_over_has_none() -> None:
    """Its dates lie behind."""
    over = Campaign("b", "B", Period(date(2020, 1, 1), date(2020, 1, 2)), (HourWindow(0, 1440),), SLOGANS)

    assert first_day(over, date(2026, 1, 1)) is None
