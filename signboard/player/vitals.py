"""Vitals: what a streamer knows of itself at one instant; the status document, alerts and the watchdog read it."""

from dataclasses import dataclass
from datetime import datetime

from signboard.playlog.trust import Trust

__all__ = ["LINE_DOWN", "LINE_UP", "Vitals"]

LINE_UP, LINE_DOWN = "up", "down"


@dataclass(frozen=True, slots=True)
class Vitals:
    """One board's streamer.

    Attributes:
        now_at: board time.
        turns: how often the loop went round; what grows proves that it does not hang.
        line: `up` (the last exchange went well) or `down`.
        trust: of the clock.
        bundle: digest of what plays.
        campaign, slogan, text, reason: of the cue in force; None and empty where the board is dark.
        cue_until_at: until when that holds; None: for ever.
        carried_at: when the last exchange went well; None: never in this process.
        evidence: of that exchange, in lower case: `simulated`, `sent`, `acked`; empty: none.
        dark_since_at: since when the board has not shown what is due although something is; None: all is well.
        lost_s: seconds since the start in which the board did not show what was due.
        sent, acked, failed, reopened, alarms, clock_steps: counters since the start.
        error: code of the last failure while it lasts; empty: all is well.
    """

    now_at: datetime
    turns: int
    line: str
    trust: Trust
    bundle: str
    campaign: str | None
    slogan: str | None
    text: str
    reason: str
    cue_until_at: datetime | None
    carried_at: datetime | None
    evidence: str
    dark_since_at: datetime | None
    lost_s: float
    sent: int
    acked: int
    failed: int
    reopened: int
    alarms: int
    clock_steps: int
    error: str = ""
