"""Campaign: its period."""

from datetime import date

from signboard.campaign.period import DayOfYear, Period


def test_days_of_the_year_come_back() -> None:
    """Dates do not."""
    assert Period(DayOfYear(11, 15), DayOfYear(12, 15)).is_yearly
    assert not Period(date(2026, 11, 15), date(2026, 12, 15)).is_yearly
