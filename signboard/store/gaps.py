"""What the audit chain is told of rows of the play log that are missing, and of a damaged file."""

from dataclasses import dataclass
from datetime import datetime

from signboard.store.audit import Event

__all__ = ["LOG_DAMAGED", "LOG_GAP", "LOG_REPLACED", "LOG_SALVAGED", "NOT_WRITABLE", "UNREADABLE", "Gap", "gap_event"]

LOG_GAP = "log_gap"
"""Rows of a board are missing: how many, between which instants, and why."""
LOG_DAMAGED = "log_damaged"
"""The file was damaged and put aside; a new one was begun."""
LOG_SALVAGED = "log_salvaged"
"""What could be read of a damaged file is back: how many rows of a board, and how many are lost."""
LOG_REPLACED = "log_replaced"
"""The file was deleted or replaced while a board played; what it held was brought back."""

NOT_WRITABLE, UNREADABLE = "not_writable", "unreadable"
"""Why rows are missing: the disk took no more, or the damaged file did not give them back."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Rows of one board that are missing.

    Attributes:
        rows: how many.
        since_at, until_at: aware instants between which they lay.
    """

    rows: int
    since_at: datetime
    until_at: datetime

    def and_also(self, other: "Gap") -> "Gap":
        """Both as one."""
        return Gap(self.rows + other.rows, min(self.since_at, other.since_at), max(self.until_at, other.until_at))


def gap_event(gap: Gap, why: str, *, site_id: str, board_id: str) -> Event:
    """The event that tells of it, which happened when the gap ended."""
    details: dict[str, str | int | None] = {
        "rows": gap.rows,
        "since_at": gap.since_at.isoformat(),
        "until_at": gap.until_at.isoformat(),
        "why": why,
    }
    return Event(site_id, board_id, gap.until_at, "signboard", LOG_GAP, details)
