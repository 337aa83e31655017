"""What can play, and the passes that it makes, each a whole one.

Slogans play in the order in which people wrote them, round after round, each as often in a round as it weighs. Where
several campaigns of one rank are lit together they share the passes by weight; see `turns`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from signboard.campaign.campaign import Campaign
from signboard.campaign.slogan import Slogan
from signboard.schedule.strands import Strand

__all__ = ["Entry", "can_play", "entry_of", "playable"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One slogan in a round.

    Attributes:
        place: in its campaign's list, from 0.
        weight, least_per_hour: of the slogan.
    """

    campaign: str
    slogan: str
    duration_ms: int
    place: int = 0
    weight: int = 1
    least_per_hour: int = 0


def can_play(slogan: Slogan, durations_ms: Mapping[str, int]) -> bool:
    """Is there a message for it? Slogans that could not be set have no duration and never play."""
    return durations_ms.get(slogan.key, 0) > 0


def entry_of(campaign: Campaign, place: int, durations_ms: Mapping[str, int]) -> Entry:
    """The slogan at this place of the campaign's list, which can play."""
    slogan = campaign.slogans[place]
    duration_ms = durations_ms[slogan.key]
    return Entry(campaign.id, slogan.id, duration_ms, place, max(1, slogan.weight), max(0, slogan.least_per_hour))


def playable(strand: Strand, year: int, durations_ms: Mapping[str, int]) -> tuple[Entry, ...]:
    """What the strand can play on days of this year, in order."""
    return tuple(
        entry_of(strand.campaign, place, durations_ms)
        for place, slogan in strand.slogans
        if slogan.plays_in(year) and can_play(slogan, durations_ms)
    )
