"""wipe: the next page comes in from the left, column by column as far as the wire allows, half by half at the least.

Between two pages stand at most `MOST_STEPS` pictures and together at most `WIPE_MS`: left of an edge that moves to the
right the coming page, right of it the leaving one. Every page stands whole for its full reading time; the wipe comes on
top. There is no way back from the last page to the first: the pass is over, and the next one begins at once.
"""

import itertools
import math
from collections.abc import Iterator

from signboard.effects.effect import Effect, Need, Words
from signboard.frame.frame import Frame
from signboard.frame.message import Message, Page, Pages

__all__ = ["EFFECT", "LEAST_STEPS", "MOST_STEPS", "WIPE_MS"]

WIPE_MS = 480
"""From one page to the next: long enough to be seen as a motion, short enough that nobody waits for it."""
MOST_STEPS = 12
LEAST_STEPS = 1
"""Half by half: one picture between two pages."""


def _need(words: Words) -> Need:
    """One picture halfway; for a single page what pages need."""
    if len(words.pages) == 1:
        return Need.of(words, 1000 / words.pages[0].on_ms)
    return Need.of(words, 1000 * LEAST_STEPS / WIPE_MS)


def _make(words: Words, updates_s: float) -> Message:
    """As many steps as the wire carries within the time, at most a column each."""
    steps = max(LEAST_STEPS, min(MOST_STEPS, words.board_px - 1, math.floor(min(updates_s, 1000) * WIPE_MS / 1000)))
    step_ms = WIPE_MS // steps
    pages = list(words.pages[:1])
    for last, coming in itertools.pairwise(words.pages):
        pages += [Page(frame, step_ms, is_step=True) for frame in _pictures(last.frame, coming.frame, steps)]
        pages.append(coming)
    return Pages(tuple(pages), "wipe")


def _pictures(last: Frame, coming: Frame, steps: int) -> Iterator[Frame]:
    """The pictures between two pages; the edge never stands at a border of the board."""
    for step in range(1, steps + 1):
        edge_px = coming.width_px * step // (steps + 1)
        yield Frame.join([coming.crop(0, edge_px), last.crop(edge_px, last.width_px - edge_px)])


EFFECT = Effect("wipe", _need, _make)
