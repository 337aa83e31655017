"""Handover: when a screenplay that was approved while another one played takes its place.

A pass is played to its end, so that nobody reads half a sentence. A board that is dark, or of which nobody knows what
it shows, has no pass to end; nor has a card that plays a round by itself: nobody knows which slogan stands there. Where
the card's memory cannot be written now, what it holds goes on: the new list would darken the board, and the old one is
approved, too. What was withdrawn leaves all the same, because the old screenplay loses it.
"""

from dataclasses import dataclass
from datetime import datetime

from signboard.player.keeper import Keeper
from signboard.player.parking import STORED, ParkedPlay
from signboard.player.screenplay import Screenplay, Shot

__all__ = ["Handover", "Heir"]


@dataclass(frozen=True, slots=True)
class Heir:
    """What is to play next, and the digest of its bundle."""

    screenplay: Screenplay
    bundle: str


class Handover:
    """The heir that waits for its turn.

    Args:
        keeper: of a board that keeps pages; None: the board is told every picture.
    """

    def __init__(self, keeper: Keeper | None) -> None:
        self._keeper = keeper
        self._heir: Heir | None = None
        self._not_before_at: datetime | None = None

    def announce(self, heir: Heir) -> None:
        """This one is next; another one that still waits never plays."""
        self._heir, self._not_before_at = heir, None

    def due(self, shot: Shot | None, now_at: datetime) -> Heir | None:
        """Who begins now, once; `shot` is what stands on the board."""
        heir = self._heir
        if heir is None or not _has_ended(shot, now_at) or (_is_lit(shot) and self._is_spared(heir, now_at)):
            return None
        self._heir = None
        return heir

    def _is_spared(self, heir: Heir, now_at: datetime) -> bool:
        if self._keeper is None:
            return False
        if self._not_before_at and now_at < self._not_before_at:
            return True  # the record of writes is not asked at every tick
        parked = ParkedPlay(heir.screenplay).parked(now_at)
        if parked is None or self._keeper.refusal(parked) is None:
            return False
        self._not_before_at = self._keeper.next_at()
        return True


def _is_lit(shot: Shot | None) -> bool:
    return shot is not None and not shot.is_dark


def _has_ended(shot: Shot | None, now_at: datetime) -> bool:
    if shot is None or shot.is_dark or shot.motion == STORED:
        return True
    since_at, until_at = shot.cue.since_at, shot.cue.until_at
    return since_at is None or until_at is None or not since_at <= now_at < until_at
