"""Campaign: slogans with first and last day and hours. End days are inclusive, as people write them."""

from dataclasses import dataclass, field
from datetime import date

from signboard.campaign.slogan import Slogan

__all__ = ["Campaign", "DayOfYear", "HourWindow", "Period"]


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


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign.

    Attributes:
        id: short lower-case word, unique in a bundle.
        windows: hours on each of its days, in order, not overlapping.
        priority: where campaigns overlap the highest number plays; equals take turns.
        sources: documents that order it, as cited.
    """

    id: str
    title: str
    period: Period
    windows: tuple[HourWindow, ...]
    slogans: tuple[Slogan, ...]
    priority: int = 0
    sources: tuple[str, ...] = field(default=())
