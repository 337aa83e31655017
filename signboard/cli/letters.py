"""The head of the office's letters, out of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from signboard.report.paper import Letterhead

if TYPE_CHECKING:  # pydantic behind it is slow to load, and help needs none of it
    from signboard.settings import Settings

__all__ = ["letterhead_of"]


def letterhead_of(settings: Settings) -> Letterhead:
    """What these settings say; blanks where they say nothing."""
    office = settings.office
    return Letterhead(
        office.superior,
        office.agency or settings.site.name,
        office.symbol,
        office.place,
        office.signer_title,
        office.signer,
        tuple(office.recipients),
        tuple(office.basis),
    )
