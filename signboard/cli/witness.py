"""What was put on the board, one entry per picture, so that an outsider can check each against `why` and `render`."""

from collections import deque
from collections.abc import Callable
from datetime import datetime

from signboard.app import Stage
from signboard.cli.answers import written
from signboard.cli.terms import reason_text
from signboard.locale import instant_text
from signboard.player.screenplay import Shot

__all__ = ["FEW_ENTRIES", "MOST_ENTRIES", "Witness"]

MOST_ENTRIES, FEW_ENTRIES = 20_000, 200
"""Of the latest pictures: for a run of stated length, which tells them at its end, and for an unattended one."""


class Witness:
    """Watches a streamer.

    Args:
        stage: what is played.
        decoded: asked after each picture which digest the board decoded; None where nobody can tell.
        says: told when another slogan begins.
        most: entries that are kept.

    Attributes:
        shown: entries with instant, slogan, text, page, phase_px, motion, digest, decoded_digest.
    """

    def __init__(
        self,
        stage: Stage,
        decoded: Callable[[Shot, datetime], str | None] | None = None,
        says: Callable[[str], object] | None = None,
        most: int = MOST_ENTRIES,
    ) -> None:
        self.shown: deque[dict[str, object]] = deque(maxlen=most)
        self._stage = stage
        self._decoded = decoded
        self._says = says
        self._slogans: set[str] = set()
        self._pictures: set[str] = set()
        self._pass: tuple[object, ...] = ()

    @property
    def slogans(self) -> int:
        """Distinct slogans so far."""
        return len(self._slogans)

    @property
    def pictures(self) -> int:
        """Distinct pictures so far."""
        return len(self._pictures)

    def saw(self, shot: Shot, at: datetime) -> None:
        """A picture went out that was due at this instant."""
        digest = shot.frame.digest
        entry: dict[str, object] = {
            "at": written(at, self._stage),
            "slogan": shot.cue.slogan,
            "text": shot.text,
            "page": shot.page,
            "phase_px": shot.phase_px,
            "motion": shot.motion,
            "digest": digest,
        }
        if self._decoded:
            entry["decoded_digest"] = self._decoded(shot, at)
        self.shown.append(entry)
        self._pictures.add(digest)
        if shot.cue.slogan:
            self._slogans.add(shot.cue.slogan)
        self._tell(shot, at)

    def _tell(self, shot: Shot, at: datetime) -> None:
        now = (shot.cue.slogan, shot.cue.since_at)
        if self._says and now != self._pass:
            self._says(f"{instant_text(at, self._stage.settings.zone)}  {shot.text or reason_text(shot.cue.reason)}")
        self._pass = now
