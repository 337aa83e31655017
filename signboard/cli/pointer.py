"""The pointer to the approved list, put right: where it names another list than the record does, the record counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from signboard.app import store_path
from signboard.errors import N_
from signboard.files import home_dir
from signboard.locale import fill
from signboard.store.approvals import POINTED
from signboard.store.audit import Event
from signboard.store.chosen import list_chosen
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["Stray", "put_right", "stray_pointer"]

_STRAY = N_(
    "The file bundles/current names the list {found}, and by the record {chosen} was chosen last: that one counts. "
    "Find out who changed the file (signboard log)."
)
_TORN = N_(
    "The file bundles/current, which names the approved list, is damaged or missing; the one that the record names "
    "last counts, {chosen}."
)


@dataclass(frozen=True, slots=True)
class Stray:
    """A pointer that is wrong.

    Attributes:
        found: digest that it names; empty: it is torn or deleted.
        chosen: digest of the list in force.
    """

    found: str
    chosen: str

    @property
    def sentence(self) -> str:
        """What is told of it, in the language spoken now."""
        template = _STRAY if self.found else _TORN
        return fill(template, found=self.found[:12], chosen=self.chosen[:12])


def stray_pointer() -> Stray | None:
    """The pointer where it is wrong; None: it is right, or nothing was ever approved.

    Raises:
        SignboardError: the record cannot be asked now.
    """
    chosen = list_chosen(store_path())
    found = BundleShelf(home_dir()).current()
    return None if chosen in {None, found} else Stray(found or "", str(chosen))


def put_right(stray: Stray, settings: Settings, now_at: datetime) -> None:
    """Write the pointer anew, and into the chain what it named.

    Raises:
        SignboardError: the file or the event could not be written, which changes nothing of what plays.
    """
    BundleShelf(home_dir()).set_current(stray.chosen)
    details: dict[str, str | int | None] = {"bundle": stray.chosen, "instead": stray.found}
    with Store(store_path()) as store:
        store.add_event(Event(settings.site.id, settings.board.id, now_at, "signboard", POINTED, details))
