"""Tally: what a streamer counts: pictures, turns of the loop, and time in which the board did not show what was due.

Lost time is reckoned the way that undercounts what was shown: from the last exchange that went well to the next one
that does, whenever something was due at its end. That covers the picture that stood on while nobody could know it, the
search for the line, the greeting and the way of the new picture, so no part of a recovery is forgiven.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from signboard.errors import SignboardError
from signboard.player.ledger import Station
from signboard.player.screenplay import Shot
from signboard.player.vitals import LINE_DOWN, LINE_UP, Vitals
from signboard.playlog.evidence import Evidence
from signboard.playlog.trust import Trust

__all__ = ["LostTime", "Tally", "Totals"]


@dataclass(slots=True)
class Totals:
    """What the streamer has done.

    Attributes:
        sent: pictures whose bytes went out whole.
        acked: pictures that the board confirmed.
        failed: pictures that could not be carried.
        starts: how often the board was set up (power, brightness, clock) after an opening.
        refused: settings that the board refused.
        steps: how often somebody set the clock.
        alarms: differences found in what the board tells of itself.
    """

    sent: int = 0
    acked: int = 0
    failed: int = 0
    starts: int = 0
    refused: int = 0
    steps: int = 0
    alarms: int = 0


class LostTime:
    """Seconds in which the board did not show what was due.

    Args:
        now_s: wire time; until the first picture is shown nobody knows what the board shows.

    Attributes:
        lost_s: added up so far.
        since_at: board time since when it has been so; None: the board shows what is due, or nothing is.
    """

    def __init__(self, now_s: float) -> None:
        self.lost_s = 0.0
        self.since_at: datetime | None = None
        self._sure_s = now_s  # accounted until here
        self._is_right = False

    def shown(self, now_s: float, now_at: datetime, *, is_due: bool) -> None:
        """The board shows what is due from now on; `is_due` where that is more than darkness."""
        if not self._is_right:
            self._lose(now_s, now_at, is_due=is_due)
        self.since_at, self._sure_s, self._is_right = None, now_s, True

    def failed(self, now_s: float, now_at: datetime, *, is_due: bool, sure_s: float | None = None) -> None:
        """The board does not show what is due, or nobody knows.

        Args:
            now_s: wire time.
            now_at: board time.
            is_due: is anything due but darkness?
            sure_s: until when it did, where that is later than the last time that it was shown.
        """
        if self._is_right and sure_s is not None:
            self._sure_s = max(self._sure_s, sure_s)
        self._is_right = False
        self._lose(now_s, now_at, is_due=is_due)

    def _lose(self, now_s: float, now_at: datetime, *, is_due: bool) -> None:
        lost_s = max(0.0, now_s - self._sure_s)
        self._sure_s = max(self._sure_s, now_s)
        if not is_due:
            self.since_at = None
            return
        self.lost_s += lost_s
        self.since_at = self.since_at or now_at - timedelta(seconds=lost_s)


class Tally:
    """Everything that is counted of one board.

    Attributes:
        totals: counters.
        lost: lost time.
        turns: how often the loop went round.
        carried_at: when the last exchange went well; None: never.
        carried_s: the same in wire time; at first when the streamer began.
        evidence: of that exchange; None: none.
        is_up: the line is in use: the last exchange went well.
    """

    def __init__(self, now_s: float) -> None:
        self.totals = Totals()
        self.lost = LostTime(now_s)
        self.turns = 0
        self.carried_at: datetime | None = None
        self.carried_s = now_s
        self.evidence: Evidence | None = None
        self.is_up = False

    def carried(self, evidence: Evidence, now_s: float, now_at: datetime) -> None:
        """An exchange went well."""
        self.carried_s, self.carried_at, self.evidence = now_s, now_at, evidence

    def vitals(
        self, now_at: datetime, shot: Shot, station: Station, trust: Trust, error: SignboardError | None
    ) -> Vitals:
        """All of it at an instant at which `shot` is due, with what is known beside it."""
        totals = self.totals
        return Vitals(
            now_at=now_at,
            turns=self.turns,
            line=LINE_UP if self.is_up else LINE_DOWN,
            trust=trust,
            bundle=station.bundle,
            campaign=shot.cue.campaign,
            slogan=shot.cue.slogan,
            text=shot.text,
            reason=shot.cue.reason.value,
            cue_until_at=shot.cue.until_at,
            carried_at=self.carried_at,
            evidence="" if self.evidence is None else station.claim(self.evidence).name.lower(),
            dark_since_at=self.lost.since_at,
            lost_s=self.lost.lost_s,
            sent=totals.sent,
            acked=totals.acked,
            failed=totals.failed,
            reopened=max(0, totals.starts - 1),
            alarms=totals.alarms,
            clock_steps=totals.steps,
            error="" if error is None else error.code,
        )
