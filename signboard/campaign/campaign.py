"""Campaign: slogans with first and last day and hours. End days are inclusive, as people write them."""

from dataclasses import dataclass, field

from signboard.campaign.level import Level
from signboard.campaign.period import HourWindow, Period
from signboard.campaign.slogan import Slogan

__all__ = ["Campaign"]


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign.

    Attributes:
        id: short lower-case word, unique in a bundle.
        windows: hours on each of its days, in order, not overlapping.
        priority: where campaigns of one level overlap the highest number plays; equals share by weight.
        sources: documents that order it, as cited.
        level: where campaigns overlap the highest level plays, whatever the priorities.
        weight: how many passes it gets, beside those of its equals; 1 or more.
        weekdays: the only days of the week on which its hours begin, 1 (Monday) to 7 (Sunday); empty: all.
        festive: it celebrates, so it rests in times of mourning.
    """

    id: str
    title: str
    period: Period
    windows: tuple[HourWindow, ...]
    slogans: tuple[Slogan, ...]
    priority: int = 0
    sources: tuple[str, ...] = field(default=())
    level: Level = Level.CAMPAIGN
    weight: int = 1
    weekdays: tuple[int, ...] = ()
    festive: bool = False
