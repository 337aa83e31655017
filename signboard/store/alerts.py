"""Alerts at rest: what was raised, cleared, and told to whom; the queue of what still has to be told.

A row is one trouble from its beginning to its end, or one notice that has no end. It is told at most twice: that it
began and that it is over. Two senders never take the same row: taking it moves its next try, in one transaction.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from signboard.store.connection import Connect, Value, connect_file, open_up_to_date, plainly, transaction
from signboard.store.rows import instant_in, instant_text
from signboard.store.schema import SCHEMA_VERSION

__all__ = ["Alert", "AlertBook"]

_COLUMNS = "id, site_id, board_id, kind, raised_at, cleared_at, sent_at, clear_sent_at, tries, next_try_at, details"
_OPEN = f"SELECT {_COLUMNS} FROM alerts WHERE board_id = ? AND cleared_at IS NULL ORDER BY id"  # noqa: S608 - constants
_UNSENT = f"""
    SELECT {_COLUMNS} FROM alerts
    WHERE sent_at IS NULL OR (cleared_at IS NOT NULL AND clear_sent_at IS NULL) ORDER BY id
"""  # noqa: S608 - constants
_LATEST = f"SELECT {_COLUMNS} FROM alerts ORDER BY id DESC LIMIT ?"  # noqa: S608 - constants
_ADD = """
    INSERT INTO alerts (
        schema_version, site_id, board_id, kind, raised_at, cleared_at, sent_at, clear_sent_at, next_try_at, details
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FAR = timedelta(hours=2)
"""No next try lies so far ahead; one that does was set by a clock that was wrong."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One row.

    Attributes:
        id: its number; 0 before it is kept.
        site_id, board_id: whose.
        kind: a stable word, for a notice with its period, such as `weekly/2026-W47`.
        raised_at, cleared_at: from when to when; None: it lasts.
        sent_at: when all were told that it began.
        clear_sent_at: when all were told that it is over.
        tries: how often telling failed since the last success.
        next_try_at: not before; None: at once.
        details: figures for its sentence; `carried` holds the channels that have the current message already.
    """

    id: int
    site_id: str
    board_id: str
    kind: str
    raised_at: datetime
    cleared_at: datetime | None
    sent_at: datetime | None
    clear_sent_at: datetime | None
    tries: int
    next_try_at: datetime | None
    details: Mapping[str, str | int | None]

    @property
    def is_notice(self) -> bool:
        """Has it no end that is told?"""
        return "/" in self.kind

    @property
    def carried(self) -> frozenset[str]:
        """The channels that have the current message already."""
        return frozenset(str(self.details.get("carried") or "").split())


class AlertBook:
    """The alerts of one store; use it as a context manager, in one thread.

    Args:
        path: the store's file.
        connect: how to connect.

    Raises:
        ConfigurationError: the store cannot be opened.
    """

    def __init__(self, path: Path, connect: Connect = connect_file) -> None:
        self._connection = open_up_to_date(path, connect)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def lasting(self, board_id: str) -> tuple[Alert, ...]:
        """The troubles of a board that have not been cleared."""
        with plainly(self._connection):
            return tuple(map(_alert, self._connection.execute(_OPEN, (board_id,)).fetchall()))

    def latest(self, count: int = 20) -> tuple[Alert, ...]:
        """The newest rows, the newest first."""
        with plainly(self._connection):
            return tuple(map(_alert, self._connection.execute(_LATEST, (count,)).fetchall()))

    def raise_alert(
        self, site_id: str, board_id: str, kind: str, at: datetime, details: Mapping[str, str | int | None]
    ) -> bool:
        """Keep a new trouble, unless one of this kind lasts already; did it?"""
        with transaction(self._connection):
            if any(one.kind == kind for one in self.lasting(board_id)):
                return False
            self._add(site_id, board_id, kind, (at, None, None), details)
        return True

    def note(
        self, site_id: str, board_id: str, kind: str, at: datetime, details: Mapping[str, str | int | None]
    ) -> bool:
        """Keep a notice, unless it was kept before; did it?"""
        with transaction(self._connection):
            if self.knows(board_id, kind):
                return False
            self._add(site_id, board_id, kind, (at, at, at), details)
        return True

    def knows(self, board_id: str, kind: str) -> bool:
        """Was there ever a row of this kind?"""
        with plainly(self._connection):
            found = self._connection.execute(
                "SELECT id FROM alerts WHERE board_id = ? AND kind = ? LIMIT 1", (board_id, kind)
            )
            return found.fetchone() is not None

    def clear(self, alert: Alert, at: datetime, *, silently: bool = False) -> None:
        """The trouble is over; who does not know yet that it began hears both at once.

        Args:
            alert: the row.
            at: since when.
            silently: nobody needs to be told.
        """
        told_at = instant_text(at) if silently else None
        with transaction(self._connection):
            self._connection.execute(
                "UPDATE alerts SET cleared_at = ?, sent_at = coalesce(sent_at, ?), clear_sent_at = ?, tries = 0, "
                "next_try_at = NULL, details = ? WHERE id = ? AND cleared_at IS NULL",
                (instant_text(at), told_at, told_at, _text({**alert.details, "carried": ""}), alert.id),
            )

    def take_due(self, now_at: datetime, lease: timedelta) -> tuple[Alert, ...]:
        """What is to be told now; nobody else gets it for the length of the lease."""
        with transaction(self._connection):
            waiting = map(_alert, self._connection.execute(_UNSENT).fetchall())
            due = [one for one in waiting if one.next_try_at is None or not now_at < one.next_try_at < now_at + _FAR]
            for one in due:
                self._connection.execute(
                    "UPDATE alerts SET next_try_at = ? WHERE id = ?", (instant_text(now_at + lease), one.id)
                )
        return tuple(due)

    def told(self, alert: Alert, at: datetime) -> None:
        """All channels have the message: that it began, and where it is over by now, that too."""
        over_at = instant_text(at) if alert.cleared_at is not None else None
        with transaction(self._connection):
            self._connection.execute(
                "UPDATE alerts SET sent_at = coalesce(sent_at, ?), clear_sent_at = coalesce(clear_sent_at, ?), "
                "tries = 0, next_try_at = NULL, details = ? WHERE id = ?",
                (instant_text(at), over_at, _text({**alert.details, "carried": ""}), alert.id),
            )

    def failed(self, alert: Alert, carried: Sequence[str], next_try_at: datetime) -> None:
        """Some channel could not be reached; the others are not told again."""
        details = {**alert.details, "carried": " ".join(sorted(carried))}
        with transaction(self._connection):
            self._connection.execute(
                "UPDATE alerts SET tries = tries + 1, next_try_at = ?, details = ? WHERE id = ?",
                (instant_text(next_try_at), _text(details), alert.id),
            )

    def _add(
        self,
        site_id: str,
        board_id: str,
        kind: str,
        instants: tuple[datetime, datetime | None, datetime | None],
        details: Mapping[str, str | int | None],
    ) -> None:
        raised, cleared, clear_sent = (None if at is None else instant_text(at) for at in instants)
        row = (SCHEMA_VERSION, site_id, board_id, kind, raised, cleared, None, clear_sent, None, _text(details))
        self._connection.execute(_ADD, row)


def _text(details: Mapping[str, str | int | None]) -> str:
    return json.dumps(dict(details), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _alert(row: tuple[Value, ...]) -> Alert:
    number, site, board, kind, raised, cleared, sent, clear_sent, tries, next_try, details = row
    return Alert(
        id=int(number or 0),
        site_id=str(site),
        board_id=str(board),
        kind=str(kind),
        raised_at=instant_in(raised),
        cleared_at=_instant(cleared),
        sent_at=_instant(sent),
        clear_sent_at=_instant(clear_sent),
        tries=int(tries or 0),
        next_try_at=_instant(next_try),
        details=json.loads(str(details)),
    )


def _instant(found: Value) -> datetime | None:
    return None if found is None else instant_in(found)
