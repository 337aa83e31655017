"""Showing: one row of the play log, a stretch of time during which one picture (or one pass) stood on a board.

Rows may undercount, never invent: the interval is what was confirmed, the evidence no higher than what happened.
"""

from dataclasses import dataclass
from datetime import datetime

from signboard.playlog.evidence import Evidence
from signboard.playlog.trust import Trust

__all__ = ["Showing"]


@dataclass(frozen=True, slots=True)
class Showing:
    """One stretch of one picture on one board.

    Attributes:
        seq: per-board sequence number from 1, given by the store.
        site_id, board_id: which board.
        bundle: sha256 of the bundle it came from (`sample` for the shipped campaign).
        campaign, slogan, text: what it was (None: dark); the text is kept so that renames cannot blank a report.
        page, phase_px, motion: its place in the pass.
        since_at, until_at: aware instants, half-open.
        frame_digest: `Frame.digest` of the picture.
        exchanges: how many exchanges carried it (first showing and refreshes).
        evidence: the weakest of those exchanges.
        reason: the code of the cue that asked for it.
        pass_since_at, pass_until_at: of the pass that it is a part of, as planned; None: no pass, or not known.
        trust: of the clock that the two instants were read from.
        is_cut: the program ended while it was open (power, crash), so it ends where it was last written down; the board
            may have shown it for up to one commit interval longer, and what came after it in that time is in no row.
    """

    seq: int
    site_id: str
    board_id: str
    bundle: str
    campaign: str | None
    slogan: str | None
    text: str
    page: int
    phase_px: int
    motion: str
    since_at: datetime
    until_at: datetime
    frame_digest: str
    exchanges: int
    evidence: Evidence
    reason: str
    trust: Trust = Trust.TRUSTED
    is_cut: bool = False
    pass_since_at: datetime | None = None
    pass_until_at: datetime | None = None
