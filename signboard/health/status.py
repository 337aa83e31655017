"""The status document of one board: what its player wrote of itself last. A plain value that becomes JSON and back.

Everything that tells of a board reads this document and nothing else: `signboard status`, the health page, metrics and
alerts. It is a letter, not a pulse: that it exists says nothing; how old it is and who wrote it does (see `standing`).
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TypeVar, get_type_hints

from signboard.errors import N_, InputError
from signboard.player.vitals import Vitals
from signboard.playlog.trust import Trust

__all__ = ["BARRED", "DAMAGED", "SCHEMA_VERSION", "TORN_POINTER", "Player", "Status", "Surroundings", "vitals_from"]

SCHEMA_VERSION = 1
BARRED, DAMAGED, TORN_POINTER = "barred", "damaged", "torn_pointer"
"""Why an approved list does not play: signboard broke down on it; its file, or the file that names it, is damaged."""


@dataclass(frozen=True, slots=True)
class Player:
    """Who writes.

    Attributes:
        site_id, board_id: whose status it is.
        url: where the board is.
        is_virtual: it is no board on a wall.
        version: of signboard.
        pid: number of the process.
        started_at: when that process began to write.
    """

    site_id: str
    board_id: str
    url: str
    is_virtual: bool
    version: str
    pid: int
    started_at: datetime


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What lies around the player, looked at now and then.

    Attributes:
        desired: digest of the bundle that is approved; empty: none.
        content_until_at: after this nothing is due for long; None: nothing of the kind in sight.
        disk_free_bytes: on the disk of the records; None: nobody can tell.
        log_trouble: code of the reason why the play log cannot be written; empty: it is.
        log_dropped: rows of the play log that were lost.
        log_waiting: rows of the play log that wait to be written.
        log_missed: what earlier runs could not write and the record has not been told of yet, by `write_gaps`.
        list_trouble: why the approved list does not play, or will not at the next start; empty: it does.
        store_trouble: what happened lately to the file of the records; empty: nothing.
        store_at: when.
        other_board: which board answered in the place of ours when it was looked at, such as `64x32`; empty: none.
        due_board: which one should have.
    """

    desired: str = ""
    content_until_at: datetime | None = None
    disk_free_bytes: int | None = None
    log_trouble: str = ""
    log_dropped: int = 0
    list_trouble: str = ""
    store_trouble: str = ""
    store_at: datetime | None = None
    other_board: str = ""
    due_board: str = ""
    log_waiting: int = 0
    log_missed: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """The document.

    Attributes:
        player: who writes.
        told_at: the computer's time when the player's loop gave `vitals`; what counts for its age.
        vitals: what the player knows of itself; None: its loop has not gone round yet.
        around: what lies around it.
        stopped_at: when it was stopped in order; None: it was not.
        crashes: when earlier players of this board were missed and this kind of player began anew, oldest first.
        alarmed_at: when the board was last found to differ from what it was told; None: never.
        differs_since_at: since when another bundle plays than the approved one; None: it is that one.
        log_since_at: since when the play log cannot be written; None: it is.
    """

    player: Player
    told_at: datetime
    vitals: Vitals | None = None
    around: Surroundings = Surroundings()
    stopped_at: datetime | None = None
    crashes: tuple[datetime, ...] = ()
    alarmed_at: datetime | None = None
    differs_since_at: datetime | None = None
    log_since_at: datetime | None = None

    @property
    def name(self) -> str:
        """The board's id."""
        return self.player.board_id

    def document(self) -> dict[str, object]:
        """The JSON object."""
        return {
            "schema_version": SCHEMA_VERSION,
            **_written(self.player),
            "told_at": self.told_at.isoformat(),
            "stopped_at": _plain(self.stopped_at),
            "desired": self.around.desired,
            "reported": self.vitals.bundle if self.vitals else "",
            "vitals": _written(self.vitals) if self.vitals else None,
            "around": _written(self.around),
            "crashes": [at.isoformat() for at in self.crashes],
            "alarmed_at": _plain(self.alarmed_at),
            "differs_since_at": _plain(self.differs_since_at),
            "log_since_at": _plain(self.log_since_at),
        }

    def to_json(self) -> bytes:
        """The document, UTF-8."""
        return json.dumps(self.document(), ensure_ascii=False, indent=1).encode() + b"\n"

    @classmethod
    def from_json(cls, raw: bytes) -> "Status":
        """The status in these bytes.

        Raises:
            InputError: `bad_status`, half a document, or one of another make.
        """
        try:
            found = json.loads(raw)
            return cls(
                _read(Player, _of_this_make(found)),
                datetime.fromisoformat(found["told_at"]),
                vitals_from(found["vitals"]) if found["vitals"] else None,
                _read(Surroundings, found["around"]),
                _instant(found["stopped_at"]),
                tuple(map(datetime.fromisoformat, found["crashes"])),
                *(_instant(found[name]) for name in ("alarmed_at", "differs_since_at", "log_since_at")),
            )
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise InputError(
                N_("The status document cannot be read; it is written anew every few seconds while the board plays."),
                code="bad_status",
            ) from error


T = TypeVar("T", Player, Surroundings, Vitals)


def vitals_from(table: Mapping[str, object]) -> Vitals:
    """Vitals out of a JSON object.

    Raises:
        KeyError, TypeError, ValueError: it holds none.
    """
    return _read(Vitals, table)


def _written(value: Player | Surroundings | Vitals) -> dict[str, object]:
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: object) -> object:
    if isinstance(value, Trust):
        return value.name.lower()
    return value.isoformat() if isinstance(value, datetime) else value


def _of_this_make(found: Mapping[str, object]) -> Mapping[str, object]:
    if found["schema_version"] != SCHEMA_VERSION:
        raise ValueError(found["schema_version"])
    return found


_READERS: Mapping[object, type] = {str: str, str | None: str, bool: bool, int: int, int | None: int, float: float}


def _read(kind: Callable[..., T], table: Mapping[str, object]) -> T:
    hints = get_type_hints(kind)
    return kind(**{name: _value(hint, table[name]) for name, hint in hints.items() if name in table})


def _value(hint: object, found: object) -> object:
    if hint is Trust:
        return Trust[str(found).upper()]
    if hint in (datetime, datetime | None):
        return _instant(found)
    if found is None and hint in (str | None, int | None):
        return None
    wanted = _READERS[hint]
    if wanted is float and isinstance(found, int):
        return float(found)
    if type(found) is not wanted:
        raise TypeError(found)
    return found


def _instant(found: object) -> datetime | None:
    at = None if found is None else datetime.fromisoformat(str(found))
    if at is not None and at.tzinfo is None:
        raise ValueError(found)
    return at
