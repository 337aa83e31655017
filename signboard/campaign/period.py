"""Days and hours as plans state them: end days are inclusive, hours half-open."""

from dataclasses import dataclass
from datetime import date

__all__ = ["DayOfYear", "HourWindow", "Period"]


@dataclass(frozen=True, slots=True, order=True)
class DayOfYear:
    """A day that comes back every year, such as 15/11. 29/2 is 28/2 in common years."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included: either two dates, or two days of the year (which may cross New Year)."""

    first_day: date | DayOfYear
    last_day: date | DayOfYear

    @property
    def is_yearly(self) -> bool:
        """Does it come back every year?"""
        return isinstance(self.first_day, DayOfYear)


@dataclass(frozen=True, slots=True, order=True)
class HourWindow:
    """Hours of one day, half-open, in minutes from local midnight: 06:00-22:00 is (360, 1320); 24:00 is 1440.

    Hours over midnight belong to the day on which they start: 22:00-02:00 is (1320, 1560). So start_min is below 1440
    and end_min at most a day later. Nothing plays after a campaign's last day; the schedule cuts there.
    """

    start_min: int
    end_min: int
