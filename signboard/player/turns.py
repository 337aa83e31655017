"""Turns: several boards on one line, each with a streamer of its own, ticked in turn by one loop.

Each round begins with another board, and a tick sends at most one picture, so no board waits for more than one picture
of each neighbour. A board that cannot be cured (another kind of board, a refused picture) leaves the round; the others
go on.
"""

from collections.abc import Sequence
from typing import Protocol

from signboard.errors import BoardError
from signboard.player.screenplay import Shot

__all__ = ["Player", "Turns"]


class Player(Protocol):
    """What a loop ticks: a streamer, or several in turn."""

    @property
    def shot(self) -> Shot | None:
        """What the board shows as far as anybody knows."""

    def tick(self) -> float:
        """Do what is due; the wire seconds until the next tick is worth while."""

    def stop(self) -> None:
        """The orderly end."""


class Turns:
    """Several players as one.

    Args:
        players: in the order of the settings.

    Attributes:
        left: the players that left the round, each with its reason.
    """

    def __init__(self, players: Sequence[Player]) -> None:
        self.left: list[tuple[Player, BoardError]] = []
        self._players = list(players)
        self._all = tuple(players)

    @property
    def shot(self) -> Shot | None:
        """The shot that ends first."""
        shots = [shot for player in self._players if (shot := player.shot) and shot.until_at]
        return min(shots, key=lambda shot: shot.until_at.timestamp() if shot.until_at else 0.0, default=None)

    def tick(self) -> float:
        """A turn for everybody.

        Raises:
            BoardError: nobody is left; why the last one left.
        """
        waits = []
        for player in list(self._players):
            try:
                waits.append(player.tick())
            except BoardError as error:
                self._players.remove(player)
                self.left.append((player, error))
                if not self._players:
                    raise
        self._players.append(self._players.pop(0))
        return min(waits, default=0.0)

    def stop(self) -> None:
        """The orderly end of everybody."""
        for player in self._all:
            player.stop()
