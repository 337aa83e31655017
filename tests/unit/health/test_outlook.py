"""Outlook: the end of content, the next lit instant and dark days, as the board will have them."""

from datetime import date, datetime

from health_samples import HANOI

from signboard.campaign.campaign import Campaign
from signboard.campaign.level import Level
from signboard.campaign.period import DayOfYear, HourWindow, Period
from signboard.campaign.slogan import Slogan
from signboard.health.outlook import content_until, lit_days, next_lit

SLOGAN = Slogan("Đầu tư cho bình đẳng giới")
LENGTHS = {SLOGAN.key: 1000}
DAY = (HourWindow(360, 1320),)


def campaign(first: date, last: date, name: str = "a", **more: object) -> Campaign:
    """One campaign from 06:00 to 22:00."""
    return Campaign(name, name, Period(first, last), DAY, (SLOGAN,), **more)  # type: ignore[arg-type]  # as named


NOVEMBER = campaign(date(2026, 11, 15), date(2026, 12, 15))
AT = datetime(2026, 11, 20, 9, tzinfo=HANOI)


def test_content_ends_with_the_last_lit_window() -> None:
    """22:00 of the last day, also when it is asked on that day; afterwards there is no such end."""
    end_at = datetime(2026, 12, 15, 22, tzinfo=HANOI)

    assert content_until([NOVEMBER], LENGTHS, AT, HANOI) == end_at
    assert content_until([NOVEMBER], LENGTHS, datetime(2026, 12, 15, 21, tzinfo=HANOI), HANOI) == end_at
    assert content_until([NOVEMBER], LENGTHS, datetime(2026, 12, 16, 9, tzinfo=HANOI), HANOI) is None


def test_what_follows_at_once_is_no_end() -> None:
    """Nor does a gap of a day count; one of two days does."""
    joined = campaign(date(2026, 12, 16), date(2027, 3, 1), "b")
    late = campaign(date(2026, 12, 19), date(2027, 3, 1), "c")

    assert content_until([NOVEMBER, joined], LENGTHS, AT, HANOI) is None
    assert content_until([NOVEMBER, late], LENGTHS, AT, HANOI) == datetime(2026, 12, 15, 22, tzinfo=HANOI)


def test_what_comes_back_every_year_ends_every_year() -> None:
    """The next time is far away."""
    yearly = Campaign("y", "y", Period(DayOfYear(11, 15), DayOfYear(12, 15)), DAY, (SLOGAN,))

    assert content_until([yearly], LENGTHS, AT, HANOI) == datetime(2026, 12, 15, 22, tzinfo=HANOI)


def test_an_end_beyond_six_weeks_is_not_in_sight() -> None:
    """Nor is that of an empty list."""
    assert content_until([NOVEMBER], LENGTHS, datetime(2026, 10, 1, tzinfo=HANOI), HANOI) is None
    assert content_until([], {}, AT, HANOI) is None


def test_the_next_lit_instant() -> None:
    """Now, tomorrow at six, the first day, or never."""
    assert next_lit([NOVEMBER], LENGTHS, AT, HANOI) == AT
    night_at = datetime(2026, 11, 20, 23, tzinfo=HANOI)
    assert next_lit([NOVEMBER], LENGTHS, night_at, HANOI) == datetime(2026, 11, 21, 6, tzinfo=HANOI)
    before_at = datetime(2026, 11, 1, tzinfo=HANOI)
    assert next_lit([NOVEMBER], LENGTHS, before_at, HANOI) == datetime(2026, 11, 15, 6, tzinfo=HANOI)
    assert next_lit([NOVEMBER], LENGTHS, datetime(2027, 1, 1, tzinfo=HANOI), HANOI) is None
    assert next_lit([NOVEMBER], {}, AT, HANOI) is None


def test_a_standby_text_is_no_content() -> None:
    """It plays for ever, and the campaign ends all the same."""
    standby = Campaign("n", "n", Period(DayOfYear(1, 1), DayOfYear(12, 31)), DAY, (SLOGAN,), level=Level.STANDBY)

    assert content_until([NOVEMBER, standby], LENGTHS, AT, HANOI) == datetime(2026, 12, 15, 22, tzinfo=HANOI)
    assert next_lit([standby], LENGTHS, AT, HANOI) is None


def test_days_without_anything_are_found() -> None:
    """A campaign of working days is dark at the week-end: 21 and 22 November."""
    working = campaign(date(2026, 11, 15), date(2026, 12, 15), weekdays=(1, 2, 3, 4, 5))

    assert lit_days([working], LENGTHS, AT, HANOI, 5) == (True, False, False, True, True)
