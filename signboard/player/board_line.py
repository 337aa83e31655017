"""The way to one board, as the player needs it: who speaks, over what, and what the family can do."""

from dataclasses import dataclass
from typing import Protocol

from signboard.player.keeper import Keeper
from signboard.protocols.spec import Capabilities, Driver
from signboard.protocols.steps import Exchange, Outcome

__all__ = ["BoardLine", "Line"]


class Line(Protocol):
    """What the streamer needs of a link; it opens and greets by itself when it is first asked."""

    def carry(self, ask: Exchange, /) -> Outcome:
        """Carry out one exchange."""

    def close(self) -> None:
        """Close; the next exchange opens again."""


@dataclass(frozen=True, slots=True)
class BoardLine:
    """The way to one board.

    Attributes:
        lead_s: wire seconds that a picture may be under way, answer included. Nothing of a campaign may be lit at its
            end, so the dark picture sets out so much earlier.
        keeper: puts content into the board's memory, where the board keeps any and is to.
        neighbours: how many other boards share the line.
    """

    driver: Driver
    link: Line
    capabilities: Capabilities
    lead_s: float = 0.0
    keeper: Keeper | None = None
    neighbours: int = 0

    @property
    def keeps_pages(self) -> bool:
        """Is the board told a round that it shows by itself, instead of every picture?"""
        return self.keeper is not None and self.capabilities.keeps == "pages"
