"""Compare: what changed between two lists of slogans, so that a person approves the difference."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from signboard.campaign.slogan import Slogan

__all__ = ["Comparison", "compare"]

# Two sentences that share this much of their letters are shown as one sentence, corrected. Different slogans of one
# official list are up to 0.85 alike, one with a word corrected is above 0.9; a wrong pair is shown, never acted on.
_SAME_SENTENCE = 0.85


@dataclass(frozen=True, slots=True)
class Comparison:
    """The difference of two lists, each part in the order of its list.

    Attributes:
        kept: in both (whatever the place).
        added: only in the new list.
        removed: only in the old list.
        edited: old and new of a sentence that was corrected.
    """

    kept: tuple[Slogan, ...]
    added: tuple[Slogan, ...]
    removed: tuple[Slogan, ...]
    edited: tuple[tuple[Slogan, Slogan], ...]

    @property
    def is_empty(self) -> bool:
        """Did nothing change?"""
        return not (self.added or self.removed or self.edited)


def compare(old: Sequence[Slogan], new: Sequence[Slogan]) -> Comparison:
    """What changed from the old list to the new one. The order of a list and its sources are no change."""
    old_ids, new_ids = {slogan.id for slogan in old}, {slogan.id for slogan in new}
    removed = [slogan for slogan in old if slogan.id not in new_ids]
    added = [slogan for slogan in new if slogan.id not in old_ids]
    edited = []
    for slogan in list(added):
        near = max(removed, key=lambda other: _likeness(other, slogan), default=None)
        if near is not None and _likeness(near, slogan) >= _SAME_SENTENCE:
            edited.append((near, slogan))
            removed.remove(near)
            added.remove(slogan)
    kept = tuple(slogan for slogan in new if slogan.id in old_ids)
    return Comparison(kept, tuple(added), tuple(removed), tuple(edited))


def _likeness(old: Slogan, new: Slogan) -> float:
    """1 for equal letters, 0 for none in common."""
    return SequenceMatcher(None, old.text.casefold(), new.text.casefold(), autojunk=False).ratio()
