"""A least number of passes in every hour: how often each slogan really passes, and turns that give every one its least.

An hour is any sixty minutes that lie wholly in the segment, wherever they begin, and only whole passes within it count.
What is asked for is first tried by the weights alone. Where that is too little, extra turns of the slogans that ask are
put between the others, at the smallest share that is enough. Where no share is enough, the weights alone hold, and
`shortfalls` says so before the campaign is approved.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from signboard.campaign.campaign import Campaign
from signboard.schedule.playlist import Entry, can_play, entry_of
from signboard.schedule.turns import Cycle, Share, Turns

__all__ = ["HOUR_MS", "Shortfall", "hourly", "shortfalls", "turns_of"]

HOUR_MS = 3_600_000
_MOST_PASSES = 20_000
"""How far passes are counted: 39 hours of seven seconds each."""
_SHARES = ((1, 16), (1, 8), (1, 4), (1, 2), (1, 1), (2, 1), (4, 1), (8, 1))
"""Extra turns to ordinary ones."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A slogan that cannot pass as often as was asked.

    Attributes:
        campaign, slogan: ids.
        wanted, found: whole passes in every hour.
    """

    campaign: str
    slogan: str
    wanted: int
    found: int


@lru_cache(maxsize=128)
def turns_of(lists: tuple[tuple[int, tuple[Entry, ...]], ...], room_ms: int) -> Turns:
    """How campaigns of one rank share a stretch of so many milliseconds.

    Args:
        lists: weight and entries of each campaign, none of them empty, in the order of their ids.
        room_ms: length of the stretch.
    """
    by_weight = _shared([(weight, Cycle(entries)) for weight, entries in lists])
    asking = [entry for _weight, entries in lists for entry in entries if entry.least_per_hour]
    if not asking or room_ms < HOUR_MS or _is_met(by_weight, asking, room_ms):
        return by_weight
    if sum(entry.duration_ms * entry.least_per_hour for entry in asking) > HOUR_MS:
        return by_weight
    extra = Cycle([replace(entry, weight=entry.least_per_hour) for entry in asking])
    tried: list[Turns] = [Share([(ordinary, by_weight), (more, extra)]) for more, ordinary in _SHARES]
    return next((turns for turns in (*tried, extra) if _is_met(turns, asking, room_ms)), by_weight)


def _shared(parts: Sequence[tuple[int, Turns]]) -> Turns:
    return parts[0][1] if len(parts) == 1 else Share(parts)


def _is_met(turns: Turns, asking: Iterable[Entry], room_ms: int) -> bool:
    found = hourly(turns, room_ms)
    return all(found.get((entry.campaign, entry.slogan), 0) >= entry.least_per_hour for entry in asking)


def hourly(turns: Turns, room_ms: int) -> dict[tuple[str, str], int]:
    """The least number of whole passes in any hour of a stretch, by campaign and slogan; empty below an hour."""
    if room_ms < HOUR_MS:
        return {}
    passes: dict[tuple[str, str], list[tuple[int, int]]] = {}
    at_ms = 0
    for index in range(_MOST_PASSES):
        entry = turns.entry(index)
        end_ms = at_ms + entry.duration_ms
        if end_ms > room_ms:
            break
        passes.setdefault((entry.campaign, entry.slogan), []).append((at_ms, end_ms))
        at_ms = end_ms
    else:
        room_ms = max(at_ms, HOUR_MS)
    return {name: _fewest(pairs, room_ms) for name, pairs in passes.items()}


def _fewest(passes: Sequence[tuple[int, int]], room_ms: int) -> int:
    """The worst hours begin with the stretch, end with it, or begin when a pass has just begun."""
    froms = [(0, 0), *((start_ms, index + 1) for index, (start_ms, _end) in enumerate(passes))]
    froms = [one for one in froms if one[0] + HOUR_MS <= room_ms]
    last_ms = room_ms - HOUR_MS
    froms.append((last_ms, sum(start_ms < last_ms for start_ms, _end in passes)))
    counts, end = [], 0
    for from_ms, first in sorted(froms):
        while end < len(passes) and passes[end][1] <= from_ms + HOUR_MS:
            end += 1
        counts.append(max(0, end - first))
    return min(counts)


def shortfalls(campaigns: Iterable[Campaign], durations_ms: Mapping[str, int]) -> tuple[Shortfall, ...]:
    """The slogans that cannot have their least, each campaign alone in its longest hours; for `load` and `check`."""
    found = []
    for campaign in campaigns:
        places = [place for place, slogan in enumerate(campaign.slogans) if can_play(slogan, durations_ms)]
        entries = tuple(entry_of(campaign, place, durations_ms) for place in places)
        room_ms = max((hours.end_min - hours.start_min for hours in campaign.windows), default=0) * 60_000
        if room_ms < HOUR_MS or not any(entry.least_per_hour for entry in entries):
            continue
        possible = hourly(turns_of(((1, entries),), room_ms), room_ms)
        for entry in entries:
            passes = possible.get((entry.campaign, entry.slogan), 0)
            if passes < entry.least_per_hour:
                found.append(Shortfall(entry.campaign, entry.slogan, entry.least_per_hour, passes))
    return tuple(found)
