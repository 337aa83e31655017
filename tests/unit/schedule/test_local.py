"""Civil time ↔ instants."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from signboard.schedule.local import FIRST_AT, LAST_AT, instant, local, utc

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
BERLIN = ZoneInfo("Europe/Berlin")


def test_minutes_count_from_local_midnight() -> None:
    """06:00 in Hanoi is 23:00 UTC of the day before."""
    assert instant(date(2026, 11, 15), 360, HANOI) == datetime(2026, 11, 14, 23, tzinfo=UTC)


def test_minute_1440_is_the_next_midnight() -> None:
    """24:00 of one day is 00:00 of the next, also over New Year."""
    assert instant(date(2026, 12, 31), 1440, HANOI) == instant(date(2027, 1, 1), 0, HANOI)


def test_a_time_that_happens_twice_is_its_first() -> None:
    """02:30 on the night when clocks go back is still summer time."""
    assert instant(date(2026, 10, 25), 150, BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_skipped_time_is_the_instant_of_the_skip() -> None:
    """02:00, 02:30 and 03:00 are one instant on the night when clocks go forward."""
    skip_at = datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert [instant(date(2026, 3, 29), minute, BERLIN) for minute in (119, 120, 150, 180, 181)] == [
        skip_at - timedelta(minutes=1),
        skip_at,
        skip_at,
        skip_at,
        skip_at + timedelta(minutes=1),
    ]


def test_local_is_naive_civil_time() -> None:
    """An instant read on the wall in Hanoi."""
    assert local(datetime(2026, 11, 14, 23, tzinfo=UTC), HANOI) == datetime(2026, 11, 15, 6)  # noqa: DTZ001 - civil time


def test_ends_of_the_calendar_are_clamped() -> None:
    """Nothing raises at years 1 and 9999."""
    east, west = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))
    assert utc(datetime.min.replace(tzinfo=east)) == FIRST_AT
    assert utc(datetime.max.replace(tzinfo=west)) == LAST_AT
    assert local(FIRST_AT, west) == datetime.min  # noqa: DTZ901 - civil time
    assert local(LAST_AT, east) == datetime.max  # noqa: DTZ901 - civil time
    assert instant(date.min, 0, east) == FIRST_AT
    assert instant(date.max, 1440, UTC) == LAST_AT
