"""WireBudget: how many pictures a second a board's wire carries, in round and cautious numbers."""

import math
from dataclasses import dataclass

__all__ = ["SHARE", "UNLIMITED", "WireBudget"]

SHARE = 0.8
"""Part of the wire that motion may fill; the rest is for repeats, refreshes and a sender that is late."""


@dataclass(frozen=True, slots=True)
class WireBudget:
    """What the wire and the card allow.

    Attributes:
        frame_s: seconds that one exchange of a full picture needs, answer included; None: no limit known.
        max_fps: pictures a second that the card itself is planned for; None: no limit known.
        card_scroll: a person saw this very board scroll a whole strip by itself.
    """

    frame_s: float | None
    max_fps: float | None = None
    card_scroll: bool = False

    @property
    def updates_s(self) -> float:
        """Pictures a second that may be sent, `math.inf` where nothing limits them."""
        return min(self.wire_updates_s, self.max_fps or math.inf)

    @property
    def wire_updates_s(self) -> float:
        """Pictures a second that the wire alone would carry."""
        return SHARE / self.frame_s if self.frame_s else math.inf


UNLIMITED = WireBudget(None)
"""For looking: previews and pictures that pass no wire."""
