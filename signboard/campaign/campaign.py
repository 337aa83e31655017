"""Campaign: slogans with first and last day and hours. End days are inclusive, as people write them."""

from dataclasses import dataclass, field

from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Slogan

__all__ = ["Campaign"]


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
