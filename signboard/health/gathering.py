"""Reads the status documents of a line of boards and says how each stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from signboard.health.rules import USUAL, Limits
from signboard.health.standing import Standing, lives, standing_of
from signboard.health.status_file import read_status, status_path

__all__ = ["Places", "standings", "trials"]


@dataclass(frozen=True, slots=True)
class Places:
    """Where to look, for whom, and what is too much.

    Attributes:
        folder: of the status documents.
        board_ids: the boards of the line, in their order.
        limits: from when on something is a trouble.
    """

    folder: Path
    board_ids: Sequence[str]
    limits: Limits = USUAL


def standings(places: Places, now_at: datetime) -> tuple[Standing, ...]:
    """How each board stands: the one on the wall where it was ever played on, else its virtual one."""
    return tuple(
        _standing(places, name, now_at, is_virtual=_has_only_trials(places, name)) for name in places.board_ids
    )


def trials(places: Places, now_at: datetime) -> tuple[Standing, ...]:
    """The virtual boards that play now beside one on the wall."""
    beside = (name for name in places.board_ids if not _has_only_trials(places, name))
    found = (_standing(places, name, now_at, is_virtual=True) for name in beside)
    return tuple(one for one in found if one.is_alive)


def _has_only_trials(places: Places, name: str) -> bool:
    wall, trial = (status_path(places.folder, name, is_virtual=virtual) for virtual in (False, True))
    return trial.exists() and not wall.exists()


def _standing(places: Places, name: str, now_at: datetime, *, is_virtual: bool) -> Standing:
    status = read_status(status_path(places.folder, name, is_virtual=is_virtual))
    return standing_of(name, status, places.limits, now_at, lives)
