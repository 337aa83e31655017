"""Audit: what people and the program did, a chain (see `chain`) in which each row's digest covers the one before."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from signboard.store import statements as sql
from signboard.store.chain import NO_DIGEST, linked
from signboard.store.connection import Connection, Value
from signboard.store.rows import instant_in, instant_text
from signboard.store.schema import SCHEMA_VERSION

__all__ = ["ACCOUNT", "Event", "append_event", "event_from_row", "events", "first_broken_seq", "last_digest"]


ACCOUNT = "account"
"""The detail that names the operating system's account of who did it, where that is another name than the actor's."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened.

    Attributes:
        site_id, board_id: where.
        happened_at: aware instant.
        actor: who, a person's name or `signboard`.
        event: a stable word, such as `approved` or `current_set`.
        details: texts and numbers that go with it.
    """

    site_id: str
    board_id: str
    happened_at: datetime
    actor: str
    event: str
    details: Mapping[str, str | int | None]


def append_event(connection: Connection, event: Event) -> str:
    """Add a row to the chain and return its digest. Call it inside a transaction."""
    last = connection.execute(sql.LAST_EVENT).fetchone()
    seq, previous = (int(last[0] or 0), str(last[1])) if last else (0, NO_DIGEST)
    row: tuple[Value, ...] = (
        seq + 1,
        SCHEMA_VERSION,
        event.site_id,
        event.board_id,
        instant_text(event.happened_at),
        event.actor,
        event.event,
        json.dumps(dict(event.details), ensure_ascii=False, sort_keys=True, separators=(",", ":")),
    )
    digest = linked(previous, row)
    connection.execute(sql.ADD_EVENT, (*row, digest))
    return digest


def events(connection: Connection) -> tuple[Event, ...]:
    """All events in their order, but those that damage made unreadable, of which `first_broken_seq` tells."""
    found = []
    for row in _rows(connection):
        with suppress(ValueError):  # whoever needs proof asks the chain, and does not get it
            found.append(event_from_row(row))
    return tuple(found)


def event_from_row(row: Sequence[Value]) -> Event:
    """An event out of the columns of its table.

    Raises:
        ValueError: damage made something else of it.
    """
    _seq, _version, site, board, at, actor, event, details, _digest = row
    told = json.loads(str(details))
    if not isinstance(told, dict):
        raise ValueError(details)  # noqa: TRY004 - the text is wrong, as where it is no JSON
    return Event(str(site), str(board), instant_in(at), str(actor), str(event), told)


def first_broken_seq(connection: Connection) -> int | None:
    """The number of the first row that does not follow from the one before; None where the chain holds."""
    previous = NO_DIGEST
    for number, row in enumerate(_rows(connection), 1):
        if row[0] != number or row[-1] != linked(previous, row[:-1]):
            return number
        previous = str(row[-1])
    return None


def last_digest(connection: Connection) -> str:
    """The digest of the last row, to be printed in reports; 64 zeros while there is none."""
    last = connection.execute(sql.LAST_EVENT).fetchone()
    return str(last[1]) if last else NO_DIGEST


def _rows(connection: Connection) -> list[tuple[Value, ...]]:
    return connection.execute(sql.ONE_EVENT_AFTER_THE_OTHER).fetchall()
