"""Which troubles a status document tells of: a pure function of the document, the limits and the instant.

The document carries the little history that the rules need (since when, how often), so the answer is the same whoever
asks and however often: `signboard status` prints it, the alerts raise and clear by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from signboard.health.status import Status
from signboard.playlog.trust import Trust

__all__ = ["KINDS", "USUAL", "Condition", "Limits", "conditions", "is_stale", "stranger"]

KINDS = ("silent", "dark", "clock", "content_ends", "foreign", "other_bundle", "restarts", "disk", "log", "store")
"""Every kind of trouble, the gravest first."""

_AN_HOUR = timedelta(hours=1)
_SETTLING = timedelta(minutes=2)
"""A newly approved list is taken up within seconds; who plays another one for longer has a reason."""


@dataclass(frozen=True, slots=True)
class Limits:
    """From when on something is a trouble.

    Attributes:
        silent_s: age of a document whose player is no longer there.
        dark_s: how long a board may fail to show what is due.
        content_days: so many days before the content ends.
        restarts: so many within an hour are too many when there is one more.
        disk_bytes: less than that is free.
    """

    silent_s: float = 30.0
    dark_s: float = 120.0
    content_days: int = 3
    restarts: int = 3
    disk_bytes: int = 200 << 20


USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Condition:
    """One trouble that lasts.

    Attributes:
        kind: one of `KINDS`.
        since_at: since when; None: nobody knows.
        figures: what a sentence on it needs.
    """

    kind: str
    since_at: datetime | None = None
    figures: Mapping[str, str | int | None] = field(default_factory=dict)


def is_stale(status: Status, limits: Limits, now_at: datetime) -> bool:
    """Is the document too old to tell of a player that lives? One of the future is as old: the clock was set."""
    return abs((now_at - status.told_at).total_seconds()) > limits.silent_s


def conditions(status: Status, limits: Limits, now_at: datetime, *, is_alive: bool) -> tuple[Condition, ...]:
    """The troubles that last, the gravest first.

    Args:
        status: the newest document.
        limits: from when on it is a trouble.
        now_at: the computer's time.
        is_alive: does its player live? Ask `standing.lives`.
    """
    if status.stopped_at is not None:
        return ()
    if not is_alive:
        return (Condition("silent", status.told_at),)
    found = [*_of_vitals(status, limits), *_of_history(status, limits, now_at), *_of_surroundings(status, limits)]
    return tuple(sorted(found, key=lambda one: KINDS.index(one.kind)))


def stranger(status: Status) -> dict[str, str | int | None]:
    """Which board answers in the place of ours: `found`, and `due`; nothing where none does."""
    around, vitals = status.around, status.vitals
    if vitals is None or vitals.error != "wrong_board" or not around.other_board:
        return {}
    return {"found": around.other_board, "due": around.due_board}


def _of_vitals(status: Status, limits: Limits) -> list[Condition]:
    vitals = status.vitals
    if vitals is None:
        return []
    found = []
    dark_at = vitals.dark_since_at
    if dark_at is not None and (vitals.now_at - dark_at).total_seconds() > limits.dark_s:
        found.append(Condition("dark", dark_at, {"reason": vitals.error, **stranger(status)}))
    if vitals.trust is Trust.UNTRUSTED:
        found.append(Condition("clock"))
    end_at = status.around.content_until_at
    if end_at is not None and vitals.trust is not Trust.UNTRUSTED:
        left = end_at - vitals.now_at
        if timedelta() < left <= timedelta(days=limits.content_days):
            found.append(Condition("content_ends", None, {"until": end_at.isoformat()}))
    return found


def _of_history(status: Status, limits: Limits, now_at: datetime) -> list[Condition]:
    found = []
    if status.alarmed_at is not None and timedelta() <= now_at - status.alarmed_at < _AN_HOUR:
        found.append(Condition("foreign", status.alarmed_at, stranger(status)))
    lately = [at for at in status.crashes if timedelta() <= now_at - at < _AN_HOUR]
    if len(lately) > limits.restarts:
        found.append(Condition("restarts", lately[0], {"count": len(lately)}))
    differs_at, reason = status.differs_since_at, status.around.list_trouble
    if differs_at is not None and (reason or now_at - differs_at > _SETTLING):
        found.append(Condition("other_bundle", differs_at, {"reason": reason}))
    return found


def _of_surroundings(status: Status, limits: Limits) -> list[Condition]:
    around, found = status.around, []
    if around.disk_free_bytes is not None and around.disk_free_bytes < limits.disk_bytes:
        found.append(Condition("disk", None, {"free_mb": around.disk_free_bytes >> 20}))
    if around.log_trouble:
        found.append(Condition("log", status.log_since_at, {"reason": around.log_trouble}))
    if around.store_trouble:
        found.append(Condition("store", around.store_at, {"reason": around.store_trouble}))
    return found
