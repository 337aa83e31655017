"""Share: lines go onto as few pages as hold them, evenly, and a page rather ends where no word or term is parted."""

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["share"]


class _Split(NamedTuple):
    """Fewer pages win, then the lower price; of equals the one with fuller pages in front."""

    pages: int
    price: float
    uneven: float
    sizes: tuple[int, ...]


def share(ties: Sequence[float], per_page: int) -> tuple[int, ...]:
    """How many lines each page gets, at most `per_page`.

    Args:
        ties: for each line, what a break after it parts (0: nothing).
        per_page: lines that fit on a page, at least 1.

    Returns:
        Sizes that add up to the number of lines; as few as possible.
    """
    best = [_Split(0, 0.0, 0.0, ())]  # best[i]: how to share the first i lines
    for end in range(1, len(ties) + 1):
        tie = ties[end - 1] if end < len(ties) else 0.0
        candidates = []
        for size in range(1, min(per_page, end) + 1):
            before = best[end - size]
            candidates.append(
                _Split(before.pages + 1, before.price + tie, before.uneven + size**2, (*before.sizes, size))
            )
        best.append(min(candidates, key=lambda split: (*split[:3], tuple(-size for size in split.sizes))))
    return best[-1].sizes
