"""What the audit chain is told of rows of the play log that are missing, and of a damaged file."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from signboard.store.audit import Event
from signboard.store.rows import instant_in

__all__ = [
    "LOG_DAMAGED",
    "LOG_GAP",
    "LOG_REPLACED",
    "LOG_SALVAGED",
    "NOT_WRITABLE",
    "UNREADABLE",
    "Gap",
    "gap_event",
    "gap_in",
    "read_gaps",
    "store_trouble",
    "write_gaps",
]

LOG_GAP = "log_gap"
"""Rows of a board are missing: how many, between which instants, and why."""
LOG_DAMAGED = "log_damaged"
"""The file was damaged and put aside; a new one was begun."""
LOG_SALVAGED = "log_salvaged"
"""What could be read of a damaged file is back: how many rows of a board, and how many are lost."""
LOG_REPLACED = "log_replaced"
"""The file was deleted or replaced while a board played; what it held was brought back."""

_MOST = 8

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


def gap_in(event: Event, board_id: str) -> tuple[Gap, str] | None:
    """The inverse of `gap_event`: the gap and why; None for any other event, one of another board or a damaged one."""
    if event.event != LOG_GAP or event.board_id != board_id:
        return None
    try:
        since_at, until_at = (instant_in(event.details[name]) for name in ("since_at", "until_at"))
        return Gap(int(event.details["rows"] or 0), since_at, until_at), str(event.details["why"])
    except (ValueError, KeyError):  # the report tells that the chain is broken there
        return None


def write_gaps(gaps: Iterable[Gap]) -> str:
    """Gaps as a word each, the newest few."""
    return " ".join(f"{gap.since_at.isoformat()}/{gap.until_at.isoformat()}/{gap.rows}" for gap in [*gaps][-_MOST:])


def read_gaps(text: str) -> tuple[Gap, ...]:
    """The inverse; words that are none are left out."""
    found = []
    for word in text.split():
        with suppress(ValueError):
            since, until, rows = word.split("/")
            found.append(Gap(int(rows), instant_in(since), instant_in(until)))
    return tuple(found)


_REMEMBERED = timedelta(days=7)


def store_trouble(events: Iterable[Event], now_at: datetime) -> tuple[str, datetime | None]:
    """What happened to the store's file in the past week, and when last: an event's name, empty for nothing.

    What a damaged file does not give back nobody can count for certain, so whoever reads reports has to know of it.
    """
    kinds = (LOG_DAMAGED, LOG_REPLACED)
    lately = [one for one in events if one.event in kinds and timedelta() <= now_at - one.happened_at < _REMEMBERED]
    last = max(lately, key=lambda one: one.happened_at, default=None)
    return (last.event, last.happened_at) if last else ("", None)
