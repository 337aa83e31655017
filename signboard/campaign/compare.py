"""Compare: what changed between two lists of slogans, so that a person approves the difference."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from signboard.campaign.slogan import Slogan

__all__ = ["ASPECTS", "Comparison", "compare"]

ASPECTS = ("years", "period", "windows", "weekdays", "weight", "least_per_hour", "look")
"""What of a slogan may change although its words stay."""

# Two sentences that share this much of their letters are shown as one sentence, corrected. Different slogans of one
# official list are up to 0.85 alike, one with a word corrected is above 0.9; a wrong pair is shown, never acted on.
_SAME_SENTENCE = 0.85
_SAME_PLACE = 0.6
"""In the same line of the same file less is enough: that line was edited."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The difference of two lists, each part in the order of its list.

    Attributes:
        kept: in both (whatever the place).
        added: only in the new list.
        removed: only in the old list.
        edited: old and new of a sentence that was corrected.
        changed: of `kept` those that look or play otherwise than before, each with the names of what differs.
    """

    kept: tuple[Slogan, ...]
    added: tuple[Slogan, ...]
    removed: tuple[Slogan, ...]
    edited: tuple[tuple[Slogan, Slogan], ...]
    changed: tuple[tuple[Slogan, tuple[str, ...]], ...] = ()


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


def _changed(old: Sequence[Slogan], kept: Sequence[Slogan]) -> tuple[tuple[Slogan, tuple[str, ...]], ...]:
    before = {slogan.id: slogan for slogan in old}
    found = [
        (one, tuple(name for name in ASPECTS if getattr(one, name) != getattr(before[one.id], name))) for one in kept
    ]
    return tuple((one, names) for one, names in found if names)


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
