"""Orders to a virtual board that runs: what goes wrong from now on, and what happens to it this moment.

faults drop=1%,delay=200ms      from now on these faults and no others; `faults` alone ends them all
unplug  plug  power_cycle  stranger
"""

from collections.abc import Callable
from typing import Protocol

from signboard.errors import N_, SignboardError, UsageError
from signboard.simulator.faults import BoardFaults, parse_faults

__all__ = ["STROKES", "Orderly", "check_order", "obey"]

STROKES = ("unplug", "plug", "power_cycle", "stranger")
"""What can happen to a board at once."""


class Orderly(Protocol):
    """A `SimulatedBoard`, as far as orders go."""

    def set_faults(self, faults: BoardFaults) -> None:
        """Let these things go wrong from now on."""

    def unplug(self) -> None:
        """Pull the plug."""

    def plug(self) -> None:
        """Plug it in again."""

    def power_cycle(self) -> None:
        """Mains off and on."""

    def write_strangely(self) -> None:
        """Let a stranger write."""


def check_order(order: str) -> None:
    """Nothing where the order is understood.

    Raises:
        UsageError: `bad_order`, `bad_fault`.
    """
    word, _, rest = order.partition(" ")
    if word == "faults":
        parse_faults(rest)
    elif order not in STROKES:
        raise UsageError(
            N_("A virtual board does not know the order '{order}'; known are: faults …, {known}."),
            code="bad_order",
            order=order,
            known=", ".join(STROKES),
        )


def obey(board: Orderly, order: str, say: Callable[[SignboardError], str] = str) -> str:
    """Do it; what there is against it, said by `say`, or nothing."""
    strokes: dict[str, Callable[[], None]] = {
        "unplug": board.unplug,
        "plug": board.plug,
        "power_cycle": board.power_cycle,
        "stranger": board.write_strangely,
    }
    try:
        check_order(order)
        if order in strokes:
            strokes[order]()
        else:
            board.set_faults(parse_faults(order.partition(" ")[2]))
    except SignboardError as error:
        return say(error)
    return ""
