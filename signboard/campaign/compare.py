"""Compare: what changed between two lists of slogans, so that a person approves the difference."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from signboard.campaign.campaign import Campaign
from signboard.campaign.slogan import Slogan

__all__ = ["ASPECTS", "Change", "Comparison", "compare", "compare_campaigns"]

ASPECTS = ("years", "period", "windows", "weekdays", "weight", "least_per_hour", "look")
"""What of a slogan may change although its words stay."""

# Two sentences that share this much of their letters are shown as one sentence, corrected. Different slogans of one
# official list are up to 0.85 alike, one with a word corrected is above 0.9; a wrong pair is shown, never acted on.
_SAME_SENTENCE = 0.85
_SAME_PLACE = 0.6
"""In the same line of the same file less is enough: that line was edited."""


@dataclass(frozen=True, slots=True)
class Change:
    """A slogan whose words stayed.

    Attributes:
        old, new: as it was and is, with the days and hours on which it plays.
        what: names of what differs, some of ASPECTS.
    """

    old: Slogan
    new: Slogan
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The difference of two lists, each part in the order of its list.

    Attributes:
        kept: in both (whatever the place).
        added: only in the new list.
        removed: only in the old list.
        edited: old and new of a sentence that was corrected.
        changed: those of `kept` that look or play otherwise than before.
    """

    kept: tuple[Slogan, ...]
    added: tuple[Slogan, ...]
    removed: tuple[Slogan, ...]
    edited: tuple[tuple[Slogan, Slogan], ...]
    changed: tuple[Change, ...] = ()


def compare(old: Sequence[Slogan], new: Sequence[Slogan]) -> Comparison:
    """What changed from the old list to the new one. The order of a list and its sources are no change."""
    old_ids, new_ids = {slogan.id for slogan in old}, {slogan.id for slogan in new}
    removed = [slogan for slogan in old if slogan.id not in new_ids]
    added = [slogan for slogan in new if slogan.id not in old_ids]
    edited = []
    for slogan in list(added):
        near = _nearest(slogan, removed)
        if near is not None:
            edited.append((near, slogan))
            removed.remove(near)
            added.remove(slogan)
    kept = tuple(slogan for slogan in new if slogan.id in old_ids)
    return Comparison(kept, tuple(added), tuple(removed), tuple(edited), _changed(old, kept))


def compare_campaigns(old: Sequence[Campaign], new: Sequence[Campaign]) -> Comparison:
    """What changed for the people in the street: days and hours that slogans have from their campaign are theirs."""
    return compare(_as_played(old), _as_played(new))


def _as_played(campaigns: Sequence[Campaign]) -> list[Slogan]:
    return [
        replace(
            slogan,
            period=slogan.period or campaign.period,
            windows=slogan.windows or campaign.windows,
            weekdays=slogan.weekdays or campaign.weekdays,
        )
        for campaign in campaigns
        for slogan in campaign.slogans
    ]


def _changed(old: Sequence[Slogan], kept: Sequence[Slogan]) -> tuple[Change, ...]:
    """A slogan that stands in several campaigns is compared with its likest."""
    before: dict[str, list[Slogan]] = {}
    for slogan in old:
        before.setdefault(slogan.id, []).append(slogan)
    found = (min((_change(was, one) for was in before[one.id]), key=lambda change: len(change.what)) for one in kept)
    return tuple(change for change in found if change.what)


def _change(old: Slogan, new: Slogan) -> Change:
    return Change(old, new, tuple(name for name in ASPECTS if getattr(old, name) != getattr(new, name)))


def _nearest(new: Slogan, removed: Sequence[Slogan]) -> Slogan | None:
    """The old sentence that this one is, corrected; that of the same line before others."""
    ranked: list[tuple[bool, float, Slogan]] = []
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(new.text.casefold())
    for old in removed:
        here = old.origin is not None and old.origin == new.origin
        least = _SAME_PLACE if here else _SAME_SENTENCE
        matcher.set_seq1(old.text.casefold())
        if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least:
            ranked.append((here, matcher.ratio(), old))
    return max(ranked, key=lambda one: one[:2])[2] if ranked else None
